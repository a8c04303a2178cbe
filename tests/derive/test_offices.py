from datetime import date

import pytest

from onrecord import knowledge
from onrecord.derive.offices import office_mismatches
from tests.derive.claims import claim

DAY = date(2025, 2, 17)


def found(*claims, named=(), day=DAY):
    return office_mismatches(claims, named, day)


def test_former_of_who_is_in_office():
    said = claim(
        "donald-trump", "President", "USA", claimed="former", written="former US President"
    )
    (finding,) = found(said)
    assert finding.kind == "office-mismatch"
    assert "“former US President”" in finding.message
    assert "since 20 January 2025" in finding.message
    assert "source:" in finding.message
    assert finding.facts == ("president-of-usa/donald-trump/2025-01-20",)
    assert finding.evidence == (said.span,)


@pytest.mark.parametrize("written", ["then-President", "former President"])
def test_then_says_nothing_of_today_and_former_of_the_past_is_right(written):
    person = "donald-trump" if written.startswith("then") else "joe-biden"
    assert not found(claim(person, "President", "USA", claimed="former", written=written))


def test_former_is_right_of_who_is_about_to_leave():
    said = claim("joe-biden", "President", "USA", claimed="former", written="former President")
    assert not found(said, day=date(2025, 1, 5))


def test_an_office_that_somebody_else_holds():
    (finding,) = found(claim("rishi-sunak", "Prime Minister", "GBR", written="UK Prime Minister"))
    assert "5 July 2024" in finding.message
    assert "Keir Starmer" in finding.message
    assert len(finding.facts) == 2


@pytest.mark.parametrize(
    "change",
    [{"placed": False}, {"setting": "now"}, {"setting": "past"}],
    ids=["courtesy", "not in the report's days", "history"],
)
def test_an_old_title_alone_is_no_sign(change):
    assert not found(claim("rishi-sunak", "Prime Minister", "GBR", **change))


def test_a_report_that_knows_the_holder_is_left_alone():
    old = claim("rishi-sunak", "Prime Minister", "GBR")
    assert not found(old, claim("keir-starmer", "Prime Minister", "GBR"))
    assert not found(old, claim("rishi-sunak", "Prime Minister", "GBR", claimed="former"))


def test_who_is_named_but_not_yet_in_office_is_left_alone():
    assert not found(claim("keir-starmer", "Prime Minister", "GBR"), day=date(2024, 5, 1))
    assert found(claim("keir-starmer", "Prime Minister", "GBR"), day=date(2023, 5, 1))


def test_a_handover_of_a_few_days_ago_is_left_alone():
    assert not found(claim("rishi-sunak", "Prime Minister", "GBR"), day=date(2024, 7, 9))


def test_an_office_never_held_by_who_holds_another():
    said = claim("angela-merkel", "President", "DEU", written="German President", setting="now")
    (finding,) = found(said, day=date(2018, 6, 1))
    assert "Chancellor of Germany" in finding.message
    assert "Frank-Walter Steinmeier" in finding.message


def test_an_apposition_is_believed_of_who_once_held_the_office():
    assert found(claim("rishi-sunak", "Prime Minister", "GBR", before=False))
    never = claim("angela-merkel", "President", "DEU", before=False)
    assert not found(never, day=date(2018, 6, 1))


@pytest.mark.parametrize(
    ("person", "title", "of", "day"),
    [
        ("nicolae-moga", "Interior Minister", "ROU", date(2019, 8, 20)),
        ("mihai-fifor", "Interior Minister", "ROU", date(2019, 8, 5)),
        ("ludovit-odor", "Interior Minister", "SVK", date(2023, 8, 10)),
        ("constantinos-petrides", "Interior Minister", "CYP", date(2017, 4, 3)),
        ("bostjan-poklukar", "Interior Minister", "SVN", date(2025, 12, 1)),
        ("ko-jong-bom", "Finance Minister", "PRK", date(2025, 6, 1)),
        ("raymond-knops", "Interior Minister", "NLD", date(2020, 2, 1)),
        ("kajsa-ollongren", "Interior Minister", "NLD", date(2020, 2, 1)),
    ],
)
def test_who_may_have_been_in_office_for_all_the_tables_know(person, title, of, day):
    assert not found(claim(person, title, of), day=day)


def test_nobody_is_held_against_a_gap_of_the_tables():
    """Between two sure terms nobody is listed, so nobody else can be said to hold the office."""
    said = claim("tatjana-bobnar", "Interior Minister", "SVN")
    assert not found(said, day=date(2023, 1, 20))
    assert found(said, day=date(2023, 6, 1))
    prime_minister = claim("florin-citu", "Finance Minister", "ROU")
    assert not found(prime_minister, day=date(2021, 8, 5))


def test_no_day_that_a_row_leaves_open_is_held_against_its_holder():
    for row in knowledge.holders():
        office = knowledge.offices()[row.office]
        if office.of not in knowledge.state_by_id():
            continue
        said = claim(row.person, office.title, office.of)
        bounds = [row.start] if row.end is None else [row.start, row.end]
        for when in bounds:
            if when.precision != "day":
                for day in (when.first, when.last):
                    assert not found(said, day=day), (row, day)


def test_a_minister_of_a_small_state_out_of_office():
    (finding,) = found(claim("marcel-bolos", "Finance Minister", "ROU"), day=date(2025, 3, 3))
    assert "23 December 2024" in finding.message
    assert "Tánczos Barna" in finding.message


def test_a_vague_title_is_not_checked():
    assert not found(claim("rishi-sunak", "Leader", "GBR"))


def test_elect_of_who_has_long_been_in_office():
    said = claim("keir-starmer", "Prime Minister", "GBR", claimed="future", written="incoming")
    assert len(found(said)) == 1
    assert not found(said, claim("keir-starmer", "Prime Minister", "GBR"))
    assert not found(said, day=date(2024, 7, 10))


def test_acting_of_who_holds_the_office_in_full():
    (finding,) = found(
        claim("marco-rubio", "Acting Secretary of State", "USA"), day=date(2025, 6, 1)
    )
    assert "in full" in finding.message


def test_a_government_out_of_power():
    (finding,) = found(claim("joe-biden", None, None))
    assert "until 20 January 2025" in finding.message
    assert "Donald Trump" in finding.message


def test_a_government_out_of_power_in_a_report_that_names_its_successor():
    government = claim("joe-biden", None, None)
    assert not found(government, named={"donald-trump"})
    former = claim("donald-trump", "President", "USA", claimed="former", written="former President")
    raised = found(government, former, named={"donald-trump"})
    assert len(raised) == 2


@pytest.mark.parametrize("setting", ["now", "past", "open"])
def test_a_government_that_is_not_said_to_act_now(setting):
    assert not found(claim("joe-biden", None, None, setting=setting))


def test_one_finding_for_an_error_made_twice():
    twice = [claim("rishi-sunak", "Prime Minister", "GBR") for _ in range(2)]
    (finding,) = found(*twice)
    assert len(finding.evidence) == 2
