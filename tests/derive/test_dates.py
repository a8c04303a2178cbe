from datetime import date

from onrecord.derive.dates import date_doubted, dated_by_offices
from tests.derive.claims import claim

NOW = [
    claim("keir-starmer", "Prime Minister", "GBR"),
    claim("pete-hegseth", "Secretary of Defense", "USA"),
    claim("marco-rubio", "Secretary of State", "USA"),
]


def test_the_window_is_stated_with_what_opens_it():
    (finding,) = dated_by_offices(NOW, ())
    assert finding.kind == "dated-by-offices"
    assert "from 25 January 2025" in finding.message
    assert "3 of 3 claims" in finding.message
    assert "Secretary of Defense" in finding.message
    assert finding.evidence == (NOW[1].span,)
    assert "secretary-of-state-of-usa/marco-rubio/2025-01-21" in finding.facts


def test_claims_that_fit_no_day_of_the_window_are_flagged():
    former = claim("donald-trump", "President", "USA", claimed="former", written="former President")
    government = claim("joe-biden", None, None)
    found = list(dated_by_offices([*NOW, former, government], {"donald-trump"}))
    assert [f.kind for f in found] == ["dated-by-offices", "office-mismatch", "office-mismatch"]
    assert "3 of 5 claims" in found[0].message


def test_a_window_of_more_than_ten_years_is_not_stated():
    wide = claim("barack-obama", "President", "USA", setting="now", placed=False)
    assert list(dated_by_offices([wide], ())) == []


def test_a_doubted_date_names_the_window_and_points_at_the_claims():
    old = [
        claim("barack-obama", "President", "USA"),
        claim("john-kerry", "Secretary of State", "USA"),
        claim("angela-merkel", "Chancellor", "DEU"),
    ]
    (finding,) = date_doubted(old, date(2023, 5, 2))
    assert finding.kind == "date-against-offices"
    assert "dated 2 May 2023" in finding.message
    assert "0 on that day" in finding.message
    assert len(finding.evidence) == 3
    assert list(date_doubted(old, date(2015, 5, 2))) == []
