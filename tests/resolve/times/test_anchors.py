from datetime import date

import pytest

pytestmark = pytest.mark.model


def days(times):
    return {t.text: t.start and t.start.isoformat() for t in times if t.start == t.end}


@pytest.mark.parametrize(
    ("text", "expression", "day"),
    [
        ("A day after Sunday's vote, both sides rallied.", "A day after", "2022-06-13"),
        ("He left two days before the June 3 summit.", "two days before", "2022-06-01"),
        ("It held hours after it took effect on Sunday.", "hours after", "2022-06-12"),
        ("He left on Monday, two days after the vote.", "two days after", "2022-06-13"),
        ("He left on 3 May, the day before the vote.", "the day before", "2022-05-03"),
        (
            "Parliament voted on Monday. The day after the vote, he left.",
            "The day after",
            "2022-06-14",
        ),
        ("The day after the vote, he left.", "The day after", None),
        ("He met her the day after the vote. On Monday, he left.", "the day after", None),
        ("Eight trading days after June 3, it fell.", "Eight trading days after", None),
    ],
)
def test_what_counts_from_an_event_has_its_day(text, expression, day, parsed):
    assert days(parsed(text, "2022-06-15"))[expression] == day


def test_the_morning_after_is_the_next_days(parsed):
    times = parsed("Parliament voted on Monday. The morning after the vote, he left.", "2022-06-15")
    assert times[-1].value == "2022-06-14TMO"


def test_a_length_stays_one_when_its_days_are_known(parsed):
    time, _ = parsed("He left two days after Sunday's vote.", "2022-06-15")
    assert (time.type, time.value, time.start) == ("duration", "P2D", date(2022, 6, 14))
    assert time.confidence < 0.8


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“I will do it tomorrow,” he said on Saturday.", "2022-06-12"),
        ("He told reporters on Saturday: “We met yesterday.”", "2022-06-10"),
        ("“I will do it tomorrow,” he said.", "2022-06-16"),
        ("He said on Saturday that he would do it tomorrow.", "2022-06-16"),
        ("“I will do it tomorrow,” he said.\n\nOn Saturday he left.", "2022-06-16"),
    ],
)
def test_tomorrow_in_a_quotation_is_the_speakers(text, day, parsed):
    times = parsed(text, "2022-06-15")
    assert [t.start.isoformat() for t in times if t.text in ("tomorrow", "yesterday")] == [day]
