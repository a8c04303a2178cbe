from datetime import date

import pytest

from onrecord.derive import tenures
from onrecord.knowledge import held_by, holders, read_when
from onrecord.language.layers import Claim
from onrecord.record import Office, Span


def row(person, office):
    return next(r for r in held_by()[person] if r.office == office)


@pytest.mark.parametrize(
    ("title", "of", "office"),
    [
        ("President", "FRA", "president-of-fra"),
        ("Acting President", "KOR", "president-of-kor"),
        ("President of the European Council", "european-council", "president-of-european-council"),
        ("Chair", "federal-reserve", "chair-of-the-federal-reserve-of-usa"),
    ],
)
def test_the_office_a_title_means(title, of, office):
    assert office in {o.id for o in tenures.meant(title, of)}


def test_a_title_of_nobody_means_none():
    assert tenures.meant("President", None) == ()


def test_only_the_claimed_office_s_rows_count():
    office = Office(title="Vice President", of="USA", as_written="Vice President")
    claim = Claim(
        name="Joe Biden", person="joe-biden", office=office, span=Span(0, 3), placed=False,
        before=True, setting="now",
    )  # fmt: skip
    assert {r.office for r in tenures.terms(claim)} == {"vice-president-of-usa"}


def test_on_is_certain_and_near_allows_for_a_handover():
    rows = [row("joe-biden", "president-of-usa")]
    assert tenures.on(rows, date(2024, 1, 1)) == tuple(rows)
    assert not tenures.on(rows, date(2025, 1, 25))
    assert tenures.near(rows, date(2025, 1, 25))
    assert not tenures.near(rows, date(2025, 2, 17))


@pytest.mark.parametrize(
    ("person", "office", "name"),
    [
        ("joe-biden", "president-of-usa", "President of the United States"),
        ("mark-rutte", "secretary-general-of-nato", "Secretary General of NATO"),
    ],
)
def test_an_office_in_words(person, office, name):
    assert tenures.office_name(row(person, office)) == name


@pytest.mark.parametrize(
    ("written", "words"),
    [("2025-01-20", "20 January 2025"), ("2025-01", "January 2025"), ("2025", "2025")],
)
def test_a_date_in_words(written, words):
    assert tenures.day_name(read_when(written)) == words


def test_a_row_s_sources_name_what_agrees_with_it_or_that_nothing_does():
    checked = tenures.source_names(row("joe-biden", "president-of-usa"))
    assert checked[0] == "general knowledge"
    assert "CIA World Factbook" in checked
    alone = next(r for r in holders() if r.source == ("own",) and not r.checked)
    assert "without a second source" in tenures.source_names(alone)[0]
