from datetime import date

from onrecord.intake.known import Known, tidy, tidy_authors


def test_facts_are_filled_only_where_they_are_missing() -> None:
    mine = Known(title="Mine", published=date(2025, 2, 17))
    other = Known(title="Other", outlet="Gazette", published=date(2020, 1, 1), authors=("A",))
    assert mine.filled_from(other) == Known(
        title="Mine", outlet="Gazette", published=date(2025, 2, 17), authors=("A",)
    )


def test_nothing_is_none() -> None:
    assert tidy(" \n ") is None
    assert tidy(None) is None
    assert tidy(" The\n Gazette ") == "The Gazette"


def test_authors_come_as_a_list_or_as_one_string() -> None:
    assert tidy_authors("By Ana Lima; Tom Adeyemi ; Ana Lima") == ("Ana Lima", "Tom Adeyemi")
    assert tidy_authors(["By Ana Lima", " ", "Tom Adeyemi"]) == ("Ana Lima", "Tom Adeyemi")
    assert tidy_authors("Ministry of Trade and Industry") == ("Ministry of Trade and Industry",)
    assert tidy_authors(None) == ()
