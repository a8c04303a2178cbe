from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from onrecord import Archive
from onrecord.record import Report, report_id
from onrecord.web import reading
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL, TEXT
from tests.publish.test_page import hostile_record
from tests.record.samples import sample
from tests.web.conftest import FIRST, SECOND, short

GAZETTE = short(FULL)


def test_the_report_page_is_the_text_beside_its_record(client):
    answer = client.get(f"/report/{GAZETTE}")
    tree = html.fromstring(answer.content)
    assert tree.xpath("//div[@class='text']")[0].text_content() == TEXT
    links = {link.text: link.get("href") for link in tree.xpath("//li[@id='r1-a1']//a")}
    assert links["dossier"] == "/who/ilse-marrow"
    assert links["check"] == f"/entry/{GAZETTE}/actor/ilse-marrow"
    assert "sha256-" in answer.headers["content-security-policy"]


def test_a_report_goes_by_its_long_id_as_well(client):
    assert client.get(f"/report/{FULL.report.id}").status_code == 200


def test_statements_told_elsewhere_lead_to_their_wordings(client):
    tree = html.fromstring(client.get(f"/report/{short(FIRST)}").content)
    assert tree.xpath("//a[text()='2 wordings']/@href") == [f"/saying/{short(FIRST)}/s1"]
    page = html.fromstring(client.get(f"/saying/{short(SECOND)}/s1").content)
    assert len(page.xpath("//figure")) == 2
    assert [mark.text for mark in page.iter("mark")] == ["coordinated"]
    assert "Two reports quote one saying differently" in page.text_content()
    assert not page.xpath("//main//a[text()='side by side']")  # it is this very page


def test_a_meeting_has_who_where_when_and_words(client):
    page = html.fromstring(client.get(f"/meeting/{GAZETTE}/m1").content).text_content()
    for words in ("7 March 2025", "planned", "Tomas Brandt", "not invited", "quotas", "Friday"):
        assert words in page
    assert "Finland" in client.get(f"/meeting/{short(sample())}/m1").text


def test_a_meetings_reports_stand_by_their_days_the_undated_last(tmp_path):
    days = (date(2025, 3, 9), None, date(2025, 3, 8))
    with Archive(str(tmp_path / "a.db")) as archive:
        for number, day in enumerate(days):
            text = f"{FULL.report.text}{' ' * number}"  # another text is another report
            report = Report(id=report_id(text), text=text, published=day)
            archive.add(replace(FULL, report=report, findings=()))
        shelf = Shelf(archive)
        hits = [hit for hit in archive.search("", kind="meeting") if hit.entry == "m1"]
        one = replace(archive.happening(hits[0].id), versions=tuple(hits))
        assert [day for _, day in reading._by_day(shelf, one)] == [days[2], days[0], None]
        shelf.close()


@pytest.mark.parametrize(
    "entry",
    [
        *("statement/s1", "statement/s8", "actor/ilse-marrow", "event/e2", "meeting/m1"),
        *("commitment/c1", "position/p1", "finding/f1", "finding/f3"),
    ],
)
def test_every_entry_has_a_page_and_an_address_in_its_report(client, entry):
    page = client.get(f"/entry/{GAZETTE}/{entry}")
    assert page.status_code == 200
    assert "As the machine reads it" in page.text
    answer = client.get(f"/report/{GAZETTE}/{entry}")
    assert answer.headers["location"].startswith(f"/report/{GAZETTE}#r1-")
    key = answer.headers["location"].partition("#")[2]
    assert f'id="{key}"' in client.get(f"/report/{GAZETTE}").text


@pytest.mark.parametrize(
    "path",
    [
        *("/report/none", "/report/none/statement/s1", f"/report/{GAZETTE}/statement/s99"),
        *(f"/report/{GAZETTE}/nonsense/s1", f"/entry/{GAZETTE}/statement/s99", "/entry/x/y/z"),
        *(f"/meeting/{GAZETTE}/m9", f"/saying/{GAZETTE}/s99", "/saying/x/y", "/nowhere"),
    ],
)
def test_what_is_not_there_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not here" in answer.text


def test_a_hostile_report_stays_text_on_every_page(client):
    hostile = short(hostile_record())
    actor = html.fromstring(client.get(f"/report/{hostile}").content).xpath(
        "//a[text()='dossier']/@href"
    )
    paths = [
        *("/", "/reports", "/to-query", "/search?q=alert&kind=all", "/who", "/timeline", *actor),
        *(f"/report/{hostile}", f"/entry/{hostile}/finding/f1", f"/saying/{hostile}/%27%3E%3Cb%3E"),
    ]
    assert actor
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        tree = html.fromstring(answer.content)
        assert not tree.xpath(
            "//img | //base | //iframe | //b[not(@class) and not(@dir) and ..//x]"
        )
        assert all(s.get("src", "").startswith("/static/") for s in tree.iter("script")), path
        assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on")]
        assert not [a for a in tree.xpath("//a/@href") if a.startswith("javascript:")]
        assert "<script>alert" not in answer.text
        # An override may only stand alone, in an element that shuts it in.
        assert answer.text.count("\u202e") == answer.text.count(">\u202e</bdi>"), path
