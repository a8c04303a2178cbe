from dataclasses import replace
from datetime import date

from onrecord.record import Meeting, Participant, Report, Span, report_id
from tests.archive.reports import record
from tests.record.samples import TEXT, sample


def test_every_sentence_is_a_reports_and_has_its_source(archive):
    archive.add(sample())
    page = archive.brief(date(2025, 2, 1), date(2025, 2, 28))
    assert [section.title for section in page.sections] == ["Who said what", "What lies ahead"]
    for section in page.sections:
        for line in section.lines:
            assert line.text in " ".join(TEXT.split())
            assert line.sources[0].report == sample().report.id
    assert page.row()["sections"][0]["lines"][0]["sources"]
    assert any("said" in line for line in page.lines())


def test_days_without_anything_give_an_empty_page(archive):
    archive.add(record("Ann Lee: “Yes.”"))
    assert archive.brief(date(2030, 1, 1), date(2030, 1, 2)).sections == ()


def test_without_days_it_is_on_the_last_week_of_reports_and_says_so(archive):
    for day, words in ((10, "An old word of mine."), (17, "A newer word."), (19, "The last one.")):
        archive.add(record(f"Ann Lee: “{words}”", published=date(2025, 2, day)))
    page = archive.brief()
    assert (page.since, page.until) == (date(2025, 2, 13), date(2025, 2, 19))
    assert page.lines()[0] == "2025-02-13 to 2025-02-19"
    texts = [line.text for section in page.sections for line in section.lines]
    assert len(texts) == 2 and not any("old" in text for text in texts)
    whole = archive.brief(until=date(2025, 2, 19))
    assert sum(len(section.lines) for section in whole.sections) == 2  # two of one person


def meeting_of(text, *, outlet, name=None):
    """A report that tells of one meeting of two people, in its first words."""
    people = record("Ann Lee: x", "Bo Ek: x").actors
    day = date(2025, 2, 17)
    return sample(
        report=Report(id=report_id(text), text=text, outlet=outlet, published=day),
        actors=tuple(replace(one, mentions=()) for one in people),
        statements=(),
        events=(),
        commitments=(),
        positions=(),
        places=(),
        times=(),
        findings=(),
        meetings=(
            Meeting(
                id="m1",
                name=name,
                participants=tuple(Participant(actor=one.id) for one in people),
                evidence=(Span(0, 7),),
            ),
        ),
    )


def test_a_sentence_stands_with_the_report_that_prints_it(archive):
    archive.add(meeting_of("Ann Lee met Bo Ek in Riga.", outlet="A"))
    archive.add(meeting_of("Lee saw Ek (Riga).", outlet="B", name="the talks"))
    archive.merge()
    (section,) = archive.brief().sections
    (line,) = section.lines
    assert (line.text, line.outlets) == ("Lee saw Ek (Riga).", 2)
    assert [hit.outlet for hit in line.sources] == ["B", "A"]


def test_a_lists_lead_in_is_no_sentence_of_a_brief(archive):
    archive.add(meeting_of("Ann Lee and Bo Ek agreed:\n\nA port is to be built.", outlet="A"))
    assert archive.brief().sections == ()
