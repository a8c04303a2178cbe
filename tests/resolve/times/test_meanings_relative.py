import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the first Sunday of May 2022", "2022-05-01"),
        ("the last Friday in March 2022", "2022-03-25"),
        ("the fifth Sunday of June 2022", "2022-06"),
        ("the end of the decade", "202X"),
        ("the beginning of the month", "2022-06"),
    ],
)
def test_values(text, value, plain):
    assert value in [t.value for t in plain(f"It happened on {text}.", "2022-06-15")]


def test_the_first_monday_of_no_month_is_no_day(plain):
    assert [t.text for t in plain("They meet on the first Monday of every month.")] == [
        "every month"
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("published", "value"),
    [("2022-06-13", "2022-W23-WE"), ("2022-06-14", "2022-W23-WE"), ("2022-06-17", "2022-W24-WE")],
)
def test_on_monday_the_weekend_is_the_one_gone_by(published, value, parsed):
    (time,) = parsed("He is said to be to blame over the weekend.", published)
    assert time.value == value
