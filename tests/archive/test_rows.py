from onrecord.archive.rows import Shredder
from tests.record.samples import sample


def shredded(**verdicts):
    record = sample()
    who = {actor.id: number for number, actor in enumerate(record.actors, start=1)}
    given = {("statement", entry): verdict for entry, verdict in verdicts.items()}
    return record, Shredder(record, report=5, first=10, who=who, verdicts=given).shred()


def test_each_entry_is_a_row_with_a_key_of_its_own():
    record, rows = shredded()
    keys = [row["key"] for row in rows.entries]
    assert keys == list(range(10, 10 + len(keys)))
    kinds = [row["kind"] for row in rows.entries]
    assert kinds.count("statement") == len(record.statements) == len(rows.of_kind["statement"])
    assert kinds.count("report") == 1
    assert {row["report"] for row in rows.entries} == {5}


def test_an_entrys_parts_name_identities_and_its_tags_filter_by_them():
    record, rows = shredded()
    (said,) = (row for row in rows.entries if row["id"] == record.statements[0].id)
    parts = [part for part in rows.parts if part["entry"] == said["key"]]
    (speaker,) = (part for part in parts if part["role"] == "speaker")
    assert speaker["actor"] == record.statements[0].speaker
    assert said["who"] == speaker["who"]
    assert f"w{speaker['who']}0" in said["tags"].split()


def test_what_people_said_of_an_entry_stands_in_its_row():
    _, rows = shredded(s1="rejected")
    verdicts = {row["id"]: row["verdict"] for row in rows.entries if row["kind"] == "statement"}
    assert verdicts["s1"] == "rejected"
    assert set(verdicts.values()) == {"rejected", None}
