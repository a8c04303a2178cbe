from onrecord.publish.numbering import Numbering
from onrecord.publish.panel import panel
from tests.publish.samples import BARE, FULL

PANEL = panel(Numbering(FULL, number=1))


def test_findings_name_their_severity_and_quote_their_words():
    first, second, last = PANEL.findings
    assert (first.kind, first.sign) == ("error", "✖")
    assert second.details == ("“Nobody asked us,”",)
    assert not last.jumps


def test_who_is_who_with_offices_and_mentions():
    marrow = next(entry for entry in PANEL.cast if entry.words == "Ilse Marrow")
    assert marrow.details[0] == "Prime Minister … of Vessland"
    assert marrow.details[-1] == "3 mentions"
    assert [entry.words for entry in PANEL.others] == ["Government of Vessland", "Kestrel"]


def test_statements_stand_under_their_speaker_with_their_numbers():
    brandt = PANEL.speakers[1]
    assert (brandt.name, brandt.hue, brandt.unresolved) == ("Tomas Brandt", 2, False)
    assert [entry.sign for entry in brandt.entries] == ["3", "6"]
    assert PANEL.said == 8


def test_an_unresolved_source_is_marked_and_leads_to_no_actor():
    unions = PANEL.speakers[4]
    assert (unions.name, unions.unresolved, unions.actor) == ("Harbour unions", True, None)


def test_dates_say_what_day_they_mean():
    assert [(entry.words, entry.details) for entry in PANEL.times] == [
        ("Tuesday", ("4 March 2025",)),
        ("nine months", ("a length of time",)),
        ("Friday", ("7 March 2025",)),
    ]


def test_the_course_is_divided_into_what_happened_and_what_lies_ahead():
    assert [entry.sign for entry in PANEL.happened] == ["no date"]
    assert [entry.sign for entry in PANEL.ahead] == ["7 March 2025", "7 March 2025", "no date"]


def test_an_empty_record_has_an_empty_panel():
    empty = panel(Numbering(BARE, number=1))
    assert not any(
        (empty.findings, empty.cast, empty.others, empty.speakers, empty.times, empty.ahead)
    )
