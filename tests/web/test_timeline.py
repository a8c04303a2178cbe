from dataclasses import replace
from datetime import date

from onrecord import Archive
from onrecord.record import Event, Period
from onrecord.web import timeline
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL, spans


def words(line):
    return "".join(piece.words for piece in line.pieces)


def test_lines_lead_to_the_actors_and_to_the_words(shelf):
    (line,) = [
        timeline.line(shelf, one)
        for one in shelf.archive.timeline(since=date(2025, 3, 7))
        if one.kind == "meeting"
    ]
    assert words(line) == "Talks: Ilse Marrow, reporters (not invited)"
    assert [piece.address for piece in line.pieces if piece.address][1:] == ["/who/ilse-marrow"]
    assert line.when == "7 March 2025"
    assert "host: Tomas Brandt" in line.details and "at Kestrel" not in line.details
    assert [source.name for source in line.sources] == ["The Kestrel Gazette"]


def test_events_say_who_does_what_to_whom(shelf):
    found = {words(timeline.line(shelf, one)) for one in shelf.archive.timeline()}
    assert "Tomas Brandt meets or talks → Ilse Marrow" in found
    assert "Government of Finland cooperates" in found


def test_who_agrees_with_each_other_is_named_once(tmp_path):
    with Archive(str(tmp_path / "a.db")) as archive:
        both = ("tomas-brandt", "ilse-marrow")
        agreed = Event(id="e1", type="AGREE", actors=both, recipients=both, trigger=spans("accord"))
        archive.add(replace(FULL, report=replace(FULL.report, outlet=None), events=(agreed,)))
        shelf = Shelf(archive)
        (line,) = [timeline.line(shelf, one) for one in archive.timeline(type="agree")]
        assert words(line) == "Tomas Brandt and Ilse Marrow agree"
        # Of an unknown outlet the report is named instead.
        assert [source.name for source in line.sources] == ["Harbour talks resume"]
        shelf.close()


def test_what_no_day_is_named_for_says_so(shelf):
    found = [timeline.line(shelf, one) for one in shelf.archive.timeline(type="cooperate")]
    assert "dated by its report" in found[0].details


def test_days_come_latest_first_and_can_be_cut(shelf):
    days = timeline.days(shelf, shelf.archive.timeline(), most=1)
    assert [day.day for day in days] == sorted((day.day for day in days), reverse=True)
    assert all(len(day.lines) == 1 for day in days)
    assert sum(day.hidden for day in days) > 0


def test_what_is_somewhere_in_a_stretch_stands_under_the_stretch(tmp_path):
    day, year = date(2025, 1, 1), Period(start=date(2025, 1, 1), end=date(2025, 12, 31))
    held = replace(FULL.meetings[0], when=Period(start=day, end=day))
    some_day = replace(held, id="m8", when=year)
    with Archive(str(tmp_path / "a.db")) as archive:
        archive.add(replace(FULL, meetings=(held, some_day), events=()))
        shelf = Shelf(archive)
        found = timeline.days(shelf, archive.timeline())
        assert [(one.title, one.single, one.day) for one in found] == [
            ("2025", False, day),
            ("1 January 2025", True, day),
        ]
        shelf.close()


def test_what_the_filters_offer(shelf):
    assert timeline.countries(shelf) == ("FIN",)
    assert timeline.forms(shelf) == ("talks",)
