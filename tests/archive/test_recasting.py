"""Who is who within one record: united, parted, and nobody named who is not there."""

import json
from dataclasses import replace

import pytest

from onrecord.archive.recasting import drop_references, part, part_of, parts, recasts, unite
from onrecord.errors import ArchiveError
from onrecord.record import Record
from tests.publish.samples import FULL, spans
from tests.record.samples import sample, span


def actor(tree, name):
    return next(one for one in tree["actors"] if one["id"] == name)


def checked(tree):
    """Return the record of plain values: it refuses references to nobody."""
    return Record.from_json(json.dumps(tree))


def mentions(*places):
    return {"mentions": [list(place) for place in places]}


def test_which_verdicts_change_who_is_who():
    assert recasts("actor", "merge") and recasts("actor", "split")
    assert not recasts("actor", "change") and not recasts("statement", "merge")
    assert parts("actor", "split", {"mentions": [[0, 3]]})
    assert not parts("actor", "split", {"mentions": []})
    assert not parts("actor", "merge", {"mentions": [[0, 3]]})


def test_two_actors_made_one_keep_all_that_was_told_of_either():
    tree = FULL.to_builtins()
    unite(tree, "tomas-brandt", "ilse-marrow")
    record = checked(tree)
    one = record.actor("ilse-marrow")
    assert "tomas-brandt" not in {each.id for each in record.actors}
    starts = [mention.span.start for mention in one.mentions]
    assert len(starts) == 5 and starts == sorted(starts)
    assert [office.title for office in one.offices] == ["Prime Minister", "Foreign Minister"]
    assert record.statements[2].speaker == "ilse-marrow"
    assert record.meetings[0].host == "ilse-marrow"
    assert record.events[0].actors == record.events[0].recipients == ("ilse-marrow",)


def test_what_the_kept_one_lacks_comes_from_the_other_and_nobody_represents_himself():
    tree = FULL.to_builtins()
    unite(tree, "ilse-marrow", "tomas-brandt")
    one = checked(tree).actor("tomas-brandt")
    assert (one.country, one.represents) == ("VES", "government-of-ves")
    tree = FULL.to_builtins()
    unite(tree, "government-of-ves", "ilse-marrow")
    assert checked(tree).actor("ilse-marrow").represents is None


def test_a_participant_of_both_is_there_once():
    tree = FULL.to_builtins()
    unite(tree, "kestrel-press", "ilse-marrow")
    (one,) = checked(tree).meetings[0].participants
    assert (one.actor, one.role) == ("ilse-marrow", "attends")


def test_nobody_is_made_one_with_himself_or_with_who_is_not_there():
    for into, fault in (("yle", "already"), (None, "not in this reading")):
        with pytest.raises(ArchiveError, match=fault):
            unite(sample().to_builtins(), "yle", into)
    with pytest.raises(ArchiveError, match="not in this reading"):
        unite(sample().to_builtins(), "nobody", "yle")


def test_the_mentions_named_are_somebody_else_who_speaks_where_they_are_the_source():
    tree = sample().to_builtins()
    part(tree, "elina-valtonen", {**mentions(span("she")), "name": "A spokeswoman"})
    record = checked(tree)
    fresh = record.actor("elina-valtonen-2")
    assert (fresh.name, fresh.offices, fresh.represents) == ("A spokeswoman", (), None)
    assert [one.text for one in fresh.mentions] == ["she"]
    assert [one.text for one in record.actor("elina-valtonen").mentions] == ["Elina Valtonen"]
    assert [said.speaker for said in record.statements] == ["elina-valtonen", "elina-valtonen-2"]


def test_an_office_goes_with_the_name_it_stands_beside():
    tree = sample().to_builtins()
    part(tree, "elina-valtonen", mentions(span("Elina Valtonen")))
    record = checked(tree)
    assert record.actor("elina-valtonen").offices == ()
    fresh = record.actor("elina-valtonen-2")
    assert [office.title for office in fresh.offices] == ["Foreign Minister"]
    assert fresh.name == "Elina Valtonen"


def test_who_is_parted_off_gets_an_id_that_nobody_has():
    first = sample()
    taken = replace(first.actors[2], id="elina-valtonen-2")
    tree = replace(first, actors=(*first.actors, taken)).to_builtins()
    made = part_of(tree, "elina-valtonen", mentions(span("she")))
    assert (made["id"], made["name"]) == ("elina-valtonen-3", "she")
    assert len(actor(tree, "elina-valtonen")["mentions"]) == 2  # nothing is changed yet


def test_mentions_that_are_not_the_actors_or_all_of_them_are_refused():
    tree = sample().to_builtins()
    assert part_of(tree, "elina-valtonen", mentions(span("Yle"))) is None
    assert part_of(tree, "nobody", mentions(span("she"))) is None
    for wrong, fault in (
        (mentions(span("Yle")), "no such mentions"),
        (mentions(span("she"), span("Elina Valtonen")), "change its name"),
        ({"mentions": [3]}, r"list of \[start, end\]"),
        ({"mentions": [["a", "b"]]}, r"list of \[start, end\]"),
    ):
        with pytest.raises(ArchiveError, match=fault):
            part(sample().to_builtins(), "elina-valtonen", wrong)


def test_the_longest_name_is_the_name_of_who_is_parted_off():
    tree = FULL.to_builtins()
    places = (*spans("Ilse Marrow"), *spans("Marrow", nth=2))
    assert part_of(tree, "ilse-marrow", mentions(*places))["name"] == "Ilse Marrow"


def test_references_to_who_is_gone_are_dropped_and_what_hung_on_him_goes():
    tree = FULL.to_builtins()
    gone = {"ilse-marrow", "tomas-brandt", "kestrel-press"}
    tree["actors"] = [one for one in tree["actors"] if one["id"] not in gone]
    tree["statements"] = [said for said in tree["statements"] if said["id"] != "s5"]
    tree["places"] = []
    drop_references(tree)
    record = checked(tree)
    assert {said.speaker for said in record.statements} == {None, "ministry-of-ostrava-bay"}
    (meeting,) = record.meetings
    assert (meeting.host, meeting.participants, meeting.place) == (None, (), None)
    assert record.statements[4].inside is None
    assert record.statements[1].addressees == ()
    assert (record.commitments, record.positions) == ((), ())


def test_an_outlet_that_is_gone_leaves_the_channel():
    tree = sample().to_builtins()
    tree["actors"] = [one for one in tree["actors"] if one["id"] != "yle"]
    drop_references(tree)
    channel = checked(tree).statements[1].channel
    assert (channel.kind, channel.outlet) == ("interview", None)
