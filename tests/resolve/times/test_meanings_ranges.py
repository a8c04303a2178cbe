import pytest


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("on June 12-13", "2022-06-12/2022-06-13", "2022-06-12", "2022-06-13"),
        ("from 28 to 30 May 2021", "2021-05-28/2021-05-30", "2021-05-28", "2021-05-30"),
        ("on 24 and 25 June", "2022-06-24/2022-06-25", "2022-06-24", "2022-06-25"),
        ("in May or June 2021", "2021-05/2021-06", "2021-05-01", "2021-06-30"),
        ("from November to March 2021", "2020-11/2021-03", "2020-11-01", "2021-03-31"),
        ("in 2010-11", "2010/2011", "2010-01-01", "2011-12-31"),
        ("in 2010/11", "2010/2011", "2010-01-01", "2011-12-31"),
        ("in fiscal 2010-11", "2010/2011", None, None),
    ],
)
def test_from_to(text, value, first, last, plain):
    (time,) = plain(f"It happened {text}.", "2022-06-15")
    assert time.value == value
    assert (time.start and time.start.isoformat(), time.end and time.end.isoformat()) == (
        first,
        last,
    )


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("on June 13-12", ["June 13"]),
        ("on 3 and 25 June", ["25 June"]),
        ("on June 29-31", ["June 29"]),
        ("in 2011-10", []),
    ],
)
def test_what_does_not_follow_is_no_stretch(text, expressions, plain):
    assert [t.text for t in plain(f"It happened {text}.", "2022-06-15")] == expressions


def test_undated_days_stay_relative(plain):
    (time,) = plain("It happened on June 12-13.")
    assert (time.value, time.start) == ("XXXX-06-12/XXXX-06-13", None)
