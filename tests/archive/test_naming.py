import pytest

from onrecord.archive.naming import SHORT, short_id, split_id
from onrecord.record import report_id


def test_a_reports_short_id_begins_its_digest_with_or_without_the_scheme():
    whole = report_id("The pier is open.")
    assert short_id(whole) == whole.partition(":")[2][:SHORT]
    assert len(short_id(whole)) == SHORT
    assert short_id(short_id(whole)) == short_id(whole)
    assert short_id(report_id("The pier is shut.")) != short_id(whole)


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ("00ff/statement/s1", ("00ff", "statement", "s1")),
        ("00ff/actor/radio/tv", ("00ff", "actor", "radio/tv")),  # an own id may have a stroke
        ("actor/ann-lee", ("actor", "ann-lee", "")),
        ("00ff", ("00ff", "", "")),
        ("", ("", "", "")),
    ],
)
def test_an_entrys_id_is_report_kind_and_own_id(entry, parts):
    assert split_id(entry) == parts
