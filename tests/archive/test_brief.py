from datetime import date

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
