from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from onrecord import Archive
from onrecord.record import Record, Report, report_id
from onrecord.web import Rules, make_app
from tests.publish.samples import FULL
from tests.publish.test_page import hostile_record
from tests.record.samples import sample
from tests.web.conftest import FIRST, SECOND, short

GAZETTE = short(FULL)
RULES = Rules()
SEAL = RULES.seal("form")


@pytest.fixture
def own(tmp_path):
    """An archive of the test's own, to be corrected."""
    with Archive(str(tmp_path / "archive.db")) as archive:
        for one in (FULL, FIRST, SECOND):
            archive.add(one)
        archive.merge()
        yield archive


@pytest.fixture
def editor(own):
    return TestClient(make_app(own, RULES), base_url="http://localhost", follow_redirects=False)


def say(editor, entry, verdict, *, to=None, **more):
    form = {"seal": SEAL, "verdict": verdict, "by": "A. Reader", "why": "so it stands"} | more
    return editor.post(to or f"/entry/{entry}", data=form)


def test_a_rejected_entry_leaves_the_report_and_stays_to_be_seen(editor):
    entry = f"{GAZETTE}/statement/s7"
    answer = say(editor, entry, "reject")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/entry/{entry}")
    page = editor.get(f"/entry/{entry}").text
    assert "rejected" in page and "A. Reader" in page and "so it stands" in page
    assert "Harbour unions" in page
    assert f"/entry/{entry}" not in editor.get(f"/report/{GAZETTE}").text
    assert "1 correction by people" in editor.get(f"/report/{GAZETTE}").text
    assert f"/entry/{entry}" in editor.get(f"/report/{GAZETTE}?machine=true").text
    assert editor.get(f"/report/{entry}").headers["location"] == f"/entry/{entry}"
    assert editor.get("/search?q=jobs").text.count('class="hit ') == 0


def test_the_others_keep_their_ids_when_a_finding_is_rejected(editor):
    say(editor, f"{GAZETTE}/finding/f1", "reject")
    page = editor.get(f"/entry/{GAZETTE}/finding/f2").text
    assert "Tomas Brandt left" in page
    assert editor.get(f"/report/{GAZETTE}/finding/f2").headers["location"].endswith("#r1-f1-w")


def test_a_changed_entry_shows_both_readings(editor, own):
    entry = f"{GAZETTE}/statement/s8"
    say(editor, entry, "change", speaker="tomas-brandt", kind="direct", certainty="asserted")
    page = html.fromstring(editor.get(f"/entry/{entry}").content).text_content()
    assert "As corrected" in page and "Tomas Brandt" in page and "not known" in page
    assert own.get(GAZETTE, corrected=True).statements[7].speaker == "tomas-brandt"
    assert own.get(GAZETTE).statements[7].speaker is None
    record = f"/api/reports/{GAZETTE}"
    assert editor.get(record).json()["statements"][7]["speaker"] == "tomas-brandt"
    assert editor.get(f"{record}?machine=true").json()["statements"][7]["speaker"] is None
    # Said again from the form as it now stands: back to nobody.
    say(editor, entry, "change", speaker="")
    assert own.get(GAZETTE, corrected=True).statements[7].speaker is None


def test_a_speaker_can_be_anybody_of_the_archive(editor, own):
    entry = f"{GAZETTE}/statement/s8"
    assert say(editor, entry, "change", speaker_named="Nobody").status_code == 400
    assert say(editor, entry, "change", speaker_named="Orla Fenn").status_code == 303
    assert own.entry(entry).speaker_id == "orla-fenn"


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"verdict": "change"}, "0 changes"),
        ({"verdict": "nonsense"}, "the choices are"),
        ({"verdict": "accept", "by": " "}, "by whom"),
        ({"verdict": "accept", "by": "x" * 201}, "at most"),
        ({"verdict": "accept", "why": "x" * 2001}, "at most"),
        ({"verdict": "change", "certainty": "sure"}, "certainty"),
    ],
)
def test_what_makes_no_sense_is_refused_and_the_form_kept(editor, own, form, why):
    answer = say(editor, f"{GAZETTE}/statement/s1", **{"verdict": "accept"} | form)
    assert answer.status_code == 400
    assert why in answer.text and 'role="alert"' in answer.text
    assert own.corrections() == ()


def test_only_our_own_forms_write(editor, own):
    path = f"/entry/{GAZETTE}/statement/s1"
    form = {"verdict": "reject", "by": "x"}
    assert editor.post(path, data=form).status_code == 403
    assert editor.post(path, data=form | {"seal": "wrong"}).status_code == 403
    assert editor.post(path, json=form | {"seal": SEAL}).status_code == 415
    evil = {"origin": "http://evil.example"}
    assert editor.post(path, data=form | {"seal": SEAL}, headers=evil).status_code == 403
    assert own.corrections() == ()


def test_wordings_can_be_set_apart(editor, own):
    entry = f"{short(FIRST)}/statement/s1"
    assert "not the same as in other reports" in editor.get(f"/entry/{entry}").text
    assert say(editor, entry, "split").status_code == 303
    assert len(own.saying(entry).variants) == 1


def test_two_actors_become_one(editor, own):
    answer = say(editor, "", "merge", to="/who/orla-fenn", into="Ilse Marrow")
    assert answer.headers["location"] == "/who/ilse-marrow"
    assert "We must meet" in editor.get("/who/ilse-marrow").text
    unclear = say(editor, "", "merge", to="/who/ilse-marrow", into="Nobody")
    assert unclear.status_code == 400


def test_corrections_are_listed_latest_first(editor):
    assert "Nobody has corrected" in editor.get("/corrections").text
    say(editor, f"{GAZETTE}/statement/s1", "accept", why="<b>first</b>")
    say(editor, f"{GAZETTE}/meeting/m1", "reject", why="second")
    page = editor.get("/corrections").text
    assert page.index("second") < page.index("&lt;b&gt;first")
    assert f"/entry/{GAZETTE}/statement/s1" in page


def test_hostile_entries_can_be_rejected_by_their_address(editor, own):
    # Without NUL, which no database keeps in text.
    bare = Record.from_json(hostile_record().to_json().replace("\\u0000", " "))
    named = Report(id=report_id(bare.report.text), text=bare.report.text, title="<b>&\u202e")
    own.add(replace(bare, report=named))
    hostile = named.id[7:23]
    for link in html.fromstring(editor.get(f"/report/{hostile}").content).xpath(
        "//a[text()='check']/@href"
    ):
        form = {"seal": SEAL, "verdict": "reject", "by": "x"}
        assert editor.post(link, data=form).status_code == 303, link
    assert editor.get(f"/report/{hostile}").status_code == 200
    assert own.get(hostile, corrected=True).statements == ()


def test_a_word_outlives_a_new_reading(editor, own):
    say(editor, f"{GAZETTE}/statement/s7", "reject")
    own.add(replace(FULL, version="0.0.1"))
    assert f"/entry/{GAZETTE}/statement/s7" not in editor.get(f"/report/{GAZETTE}").text


def test_the_interface_takes_corrections(editor, own):
    told = {"entry": f"{GAZETTE}/statement/s8", "verdict": "change", "by": "x"}
    answer = editor.post("/api/corrections", json=told | {"changes": {"certainty": "denied"}})
    assert answer.status_code == 201
    assert answer.json()["changes"] == {"certainty": "denied"}
    assert len(editor.get("/api/corrections").json()) == 1
    assert editor.get(f"/api/corrections?report={GAZETTE}").json() == [answer.json()]
    for wrong, status in (
        ({"verdict": "nonsense"}, 422),
        ({"more": 1}, 422),
        ({"by": ""}, 422),
        ({}, 400),
        ({"entry": "none/statement/s1", "verdict": "accept"}, 404),
    ):
        assert editor.post("/api/corrections", json=told | wrong).status_code == status, wrong
    plain = {"content-type": "text/plain"}
    assert editor.post("/api/corrections", content=b"{}", headers=plain).status_code == 415
    assert len(own.corrections()) == 1


def test_sayings_are_merged_and_parted_in_the_page(editor, own):
    first, second = (f"{short(one)}/statement/s1" for one in (FIRST, SECOND))
    say(editor, first, "split", **{f"from:{second}": "on"})
    assert len(own.saying(first).variants) == 1
    page = editor.get(f"/entry/{first}")
    assert f'<option value="{second}"' in page.text
    assert say(editor, first, "merge", into=second).status_code == 303
    assert len(own.saying(first).variants) == 2
    shown = html.fromstring(editor.get(f"/entry/{second}").content).text_content()
    assert "set apart" in shown and "overruled by a later word" in shown
    say(editor, first, "withdraw")
    assert "taken back since" in editor.get(f"/entry/{first}").text
    assert len(own.saying(first).variants) == 2
    assert say(editor, first, "withdraw").status_code == 400


@pytest.mark.parametrize(
    "address", ["http://localhost:8080/entry/{}/meeting/m1", "/meeting/{}/m1", "{}/meeting/m1"]
)
def test_another_entry_is_named_by_its_pages_address(editor, own, address):
    other = sample()
    own.add(other)
    entry = f"{GAZETTE}/meeting/m1"
    assert say(editor, entry, "merge", into_named="nonsense").status_code == 400
    assert say(editor, entry, "merge", into_named=address.format("0" * 16)).status_code == 404
    named = address.format(short(other))
    assert say(editor, entry, "merge", into_named=named).status_code == 303
    assert own.happening(entry).reports == 2
    assert "not the same as in other reports" in editor.get(f"/entry/{entry}").text


def test_an_actor_is_parted_by_reports_and_put_together_again(editor, own):
    path = "/who/orla-fenn"
    assert say(editor, "", "split", to=path).status_code == 400
    assert f'name="report:{short(SECOND)}"' in editor.get(path).text
    say(editor, "", "split", to=path, **{f"report:{short(SECOND)}": "on"})
    assert own.entry(f"{short(SECOND)}/statement/s1").speaker_id == "orla-fenn-2"
    assert "Take back: that orla-fenn-2 is somebody else" in editor.get(path).text
    say(editor, "", "withdraw", to=path, of="orla-fenn-2")
    assert own.entry(f"{short(SECOND)}/statement/s1").speaker_id == "orla-fenn"
    page = editor.get(path).text
    assert "taken back since" in page and "Take back" not in page
    assert editor.get("/who/orla-fenn-2").status_code == 200


def test_a_merged_actor_is_told_apart_again_from_the_other_ones_page(editor, own):
    say(editor, "", "merge", to="/who/orla-fenn", into="Ilse Marrow")
    assert "Take back: that orla-fenn is the same" in editor.get("/who/ilse-marrow").text
    say(editor, "", "withdraw", to="/who/ilse-marrow", of="orla-fenn")
    assert own.entry(f"{short(FIRST)}/statement/s1").speaker_id == "orla-fenn"


def test_actors_of_one_report_are_merged_and_parted(editor, own):
    entry = f"{GAZETTE}/actor/tomas-brandt"
    into = f"{GAZETTE}/actor/ilse-marrow"
    assert say(editor, entry, "merge", into=into).status_code == 303
    assert "tomas-brandt" not in {one.id for one in own.get(GAZETTE, corrected=True).actors}
    assert say(editor, entry, "withdraw").status_code == 303
    mention = next(one for one in FULL.actors if one.id == "ilse-marrow").mentions[-1]
    tick = {f"mention:{mention.span.start}-{mention.span.end}": "on", "parted_name": "An aide"}
    assert say(editor, into, "split").status_code == 400
    assert say(editor, into, "split", **{"mention:x-y": "on"}).status_code == 400
    assert say(editor, into, "split", **tick).status_code == 303
    parted = own.get(GAZETTE, corrected=True).actor("ilse-marrow-2")
    assert (parted.name, len(parted.mentions)) == ("An aide", 1)
    assert "An aide" in editor.get(f"/entry/{GAZETTE}/actor/ilse-marrow-2").text


def test_what_the_present_reading_has_no_more_stays_to_be_read(editor, own):
    say(editor, f"{GAZETTE}/statement/s7", "reject", why="no statement")
    own.add(replace(FULL, version="2", statements=(), events=(), commitments=(), positions=()))
    for path in ("/corrections", f"/corrections?report={GAZETTE}"):
        page = html.fromstring(editor.get(path).content).text_content()
        assert "no statement" in page and "the present reading has no such entry" in page
        assert "It was:" in page
    assert f'href="/corrections?report={GAZETTE}"' in editor.get(f"/report/{GAZETTE}").text


HOSTILE = (
    "</textarea></p><script>alert(1)</script>\" onfocus=alert(2) x='{{ 7*7 }} \u202eevil\u200f"
)


def test_hostile_words_in_every_field_of_a_form_are_shown_as_words(editor, own):
    long = HOSTILE + "W" * 120
    entry = f"{GAZETTE}/actor/ilse-marrow"
    given = {"name": HOSTILE, "offices:more:title": long, "why": HOSTILE, "by": HOSTILE}
    assert say(editor, entry, "change", **given).status_code == 303
    meeting = {"name": HOSTILE, "form": long, "why": HOSTILE, "by": HOSTILE}
    assert say(editor, f"{GAZETTE}/meeting/m1", "change", **meeting).status_code == 303
    say(editor, "", "split", to="/who/orla-fenn", by=HOSTILE, **{f"report:{short(FIRST)}": "on"})
    paths = ("/", "/corrections", f"/entry/{entry}", f"/report/{GAZETTE}", "/who/orla-fenn")
    for path in (*paths, f"/meeting/{GAZETTE}/m1", "/timeline", "/who"):
        page = editor.get(path)
        assert page.status_code == 200, path
        # The pages of reports have our own script; no other may come to stand in any.
        assert "<script>alert" not in page.text, path
        tree = html.fromstring(page.content)
        assert not tree.xpath("//@onfocus"), path
        # An override turns round nothing but itself, in a mark that names it.
        assert not tree.xpath("//text()[contains(., '\u202e')][not(parent::bdi)]"), path
    long_page = html.fromstring(editor.get(f"/entry/{entry}").content)
    assert long_page.xpath("//input[@name='offices:1:title']/@value") == [long]
    # A form that was refused shows what was typed, as words.
    wrong = dict.fromkeys(("why", "by", "into_named", "speaker_named", "content"), HOSTILE)
    for verdict in ("merge", "change", "nonsense", HOSTILE):
        page = say(editor, f"{GAZETTE}/statement/s1", verdict, **wrong)
        assert page.status_code == 400
        assert not html.fromstring(page.content).xpath("//@onfocus")
        assert "<script>alert" not in page.text


def test_the_interface_merges_parts_and_takes_back(editor, own):
    first, second = (f"{short(one)}/statement/s1" for one in (FIRST, SECOND))

    def send(**told):
        return editor.post("/api/corrections", json={"by": "Eva"} | told)

    parted = send(entry=first, verdict="split", changes={"from": [second]})
    assert (parted.status_code, parted.json()["standing"]) == (201, "stands")
    assert send(entry=first, verdict="merge", changes={"into": second}).status_code == 201
    assert send(entry=first, verdict="merge", changes={"into": second}).status_code == 400
    assert send(entry=first, verdict="withdraw").status_code == 201
    actor = {"entry": "actor/orla-fenn", "verdict": "split"}
    made = send(**actor, changes={"reports": [short(FIRST)], "as": "the-other-fenn"})
    assert made.json()["changes"]["as"] == "the-other-fenn"
    assert send(**actor, changes={"reports": ["none"]}).status_code == 404
    rows = editor.get("/api/corrections?limit=3").json()
    assert [row["standing"] for row in rows] == ["withdrawn", "withdrawn", "stands"]
    assert len(editor.get("/api/corrections?actor=orla-fenn").json()) == 1
    for row in editor.get("/api/corrections").json():
        assert editor.post("/api/corrections", json=row).status_code == 409


def test_the_interface_refuses_what_is_malformed(editor, own):
    entry = f"{GAZETTE}/statement/s1"
    for wrong in (
        {"at": "soon"},
        {"machine": {"content": 3}},
        {"known": {"actors": {"x": 3}}, "changes": {"speaker": "x"}, "verdict": "change"},
        {"verdict": "change", "changes": {"participants": 3}},
        {"verdict": "change", "changes": {"addressees": [{"a": 1}]}},
        {"verdict": "change", "changes": {"content": [[5, 1]]}},
        {"verdict": "change", "changes": {"channel": {"kind": 7}}},
        {"verdict": "merge", "changes": {"into": 7}},
        {"verdict": "split", "changes": {"from": {"a": 1}}},
    ):
        told = {"entry": entry, "verdict": "reject", "by": "x"} | wrong
        assert editor.post("/api/corrections", json=told).status_code == 400, wrong
    assert own.corrections() == ()
