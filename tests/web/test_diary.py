from datetime import date

import pytest
from lxml import etree, html

from onrecord.web.calendar import Count
from onrecord.web.diary import Bar, _ahead, months, standing

FEBRUARY = date(2025, 2, 1)


def bar(**values):
    given = {
        "start": date(2025, 2, 10),
        "end": date(2025, 2, 10),
        "status": "planned",
        "words": "Talks: Ilse Marrow",
        "address": "/meeting/a/m1",
    }
    return Bar(**{**given, **values})


def bars(*found):
    """Return the widths of the bars, by the words that name them."""
    root = etree.fromstring(_ahead(found, FEBRUARY, date(2025, 3, 31)))
    marks = [path for path in root.iter("{*}path") if path.find("{*}title") is not None]
    return root, {path.findtext("{*}title"): path for path in marks}


def width(path):
    return float(path.get("d").partition("h")[2].partition("v")[0])


def test_a_stretch_is_as_long_as_its_days():
    _, found = bars(
        bar(words="One day"), bar(words="A week", end=date(2025, 2, 16), address="/meeting/a/m2")
    )
    day, week = found["One day, 10 February 2025"], found["A week, 10–16 February 2025"]
    assert width(week) == pytest.approx(7 * width(day))


def test_what_begins_before_or_ends_after_stays_within_the_picture():
    _, found = bars(bar(start=date(2025, 1, 1), end=date(2025, 12, 31)), bar(words="One day"))
    whole, day = found.values()
    assert width(whole) == pytest.approx(59 * width(day))


def test_every_bar_leads_to_its_meeting():
    root, _ = bars(bar(), bar(words="Visit", address="/meeting/b/m1", start=date(2025, 2, 1)))
    assert {a.get("href") for a in root.iter("{*}a")} == {"/meeting/a/m1", "/meeting/b/m1"}


def test_planned_and_possible_differ_by_more_than_colour():
    _, found = bars(bar(words="Sure"), bar(words="Not sure", status="conditional"))
    sure, unsure = found.values()
    assert sure.get("fill") != unsure.get("fill") and sure.get("stroke") == unsure.get("stroke")
    assert standing("a status of a later version") == "proposed or possible"


def test_months_lead_to_their_pages():
    found = (
        Count(month=date(2025, 1, 1), status="happened", number=3),
        Count(month=date(2025, 1, 1), status="planned", number=2),
        Count(month=FEBRUARY, status="denied", number=1),
    )
    root = etree.fromstring(months(found, FEBRUARY))
    assert {a.get("href") for a in root.iter("{*}a")} >= {
        "/calendar?month=2025-01",
        "/calendar?month=2025-02",
    }
    words = ["".join(text.itertext()) for text in root.iter("{*}text")]
    assert "5" in words and "1" in words and "6 meetings" in root.findtext("{*}desc")
    planned = etree.fromstring(months(found, FEBRUARY, planned=True))
    assert all("planned=true" in a.get("href") for a in planned.iter("{*}a"))


def test_the_page_has_the_pictures_and_the_same_as_tables(client):
    tree = html.fromstring(client.get("/calendar?month=2025-03&planned=true").content)
    assert len(tree.xpath("//svg")) == 2
    drawn = set(tree.xpath("(//svg)[2]//a/@href"))
    assert drawn and drawn <= set(tree.xpath("//details//a/@href"))
    assert not html.fromstring(client.get("/calendar?month=1925-03").content).xpath("//svg")
