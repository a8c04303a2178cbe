from datetime import date, timedelta

from onrecord.derive.dating import EARLIEST, contradicted, length, window
from tests.derive.claims import claim


def starts(found):
    return [span.start for span in found.spans]


def test_no_claims_give_no_window():
    assert window([]) is None
    assert window([claim("nobody-known", "President", "FRA")]) is None


def test_the_latest_to_take_office_opens_the_window():
    found = window(
        [
            claim("emmanuel-macron", "President", "FRA"),
            claim("pete-hegseth", "Secretary of Defense", "USA"),
        ]
    )
    assert starts(found) == [date(2025, 1, 25)]
    assert [row.person for _, row in found.bounding] == ["pete-hegseth"]


def test_who_is_seen_in_office_closes_it():
    (span,) = window([claim("theresa-may", "Prime Minister", "GBR")]).spans
    assert span.start == date(2016, 7, 13)
    assert span.end is not None
    assert date(2019, 7, 24) <= span.end <= date(2019, 10, 1)


def test_one_old_title_alone_does_not_close_it():
    (span,) = window(
        [claim("theresa-may", "Prime Minister", "GBR", setting="now", placed=False)]
    ).spans
    assert span.end is None


def test_two_terms_are_two_windows():
    found = window([claim("donald-trump", "President", "USA")])
    assert starts(found) == [date(2017, 1, 20), date(2025, 1, 20)]


def test_former_opens_a_window_after_the_term():
    found = window([claim("rishi-sunak", "Prime Minister", "GBR", claimed="former")])
    assert starts(found)[-1] == date(2024, 7, 5)


def test_the_most_claims_win_and_the_rest_are_named():
    found = window(
        [
            claim("keir-starmer", "Prime Minister", "GBR"),
            claim("pete-hegseth", "Secretary of Defense", "USA"),
            claim("marco-rubio", "Secretary of State", "USA"),
            claim("donald-trump", "President", "USA", claimed="former", written="former"),
        ]
    )
    assert starts(found) == [date(2025, 1, 25)]
    assert [c.person for c, _ in found.misfits] == ["donald-trump"]


def test_the_last_of_a_person_s_offices_counts():
    found = window(
        [
            claim("marco-rubio", "Senator", "USA", setting="now", placed=False),
            claim("marco-rubio", "Secretary of State", "USA", setting="now", placed=False),
        ]
    )
    assert starts(found) == [date(2025, 1, 21)]


def test_length_counts_days_and_stops_where_the_tables_do():
    closed = window([claim("liz-truss", "Prime Minister", "GBR")])
    assert timedelta(days=45) < length(closed) < timedelta(days=150)
    assert length(window([claim("keir-starmer", "Prime Minister", "GBR")])) > timedelta(days=300)


PAST = [
    claim("barack-obama", "President", "USA"),
    claim("john-kerry", "Secretary of State", "USA"),
    claim("angela-merkel", "Chancellor", "DEU"),
]


def test_a_date_is_refuted_by_many_claims_that_hold_at_another_time_only():
    assert {c.person for c in contradicted(PAST, date(2022, 3, 1))} == {
        "barack-obama", "john-kerry", "angela-merkel",
    }  # fmt: skip
    assert contradicted(PAST, date(2015, 3, 1)) == ()


def test_one_claim_refutes_no_date():
    assert contradicted(PAST[:1], date(2022, 3, 1)) == ()


def test_the_named_but_not_yet_appointed_refute_no_date():
    named = [
        claim("rick-perry", "Energy Secretary", "USA", setting="now"),
        claim("steven-mnuchin", "Treasury Secretary", "USA", setting="now"),
    ]
    assert contradicted(named, date(2016, 12, 15)) == ()


def test_days_the_tables_do_not_reach_are_not_judged():
    assert contradicted(PAST, EARLIEST - timedelta(days=400)) == ()
