from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from onrecord import Archive
from onrecord.record import Record, Report, report_id
from onrecord.web import Rules, make_app
from tests.publish.samples import FULL
from tests.publish.test_page import hostile_record
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
