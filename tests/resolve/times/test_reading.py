import itertools
from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.resolve.times import read_times
from onrecord.resolve.times.rules import examples

BLANK = spacy.blank("en")
PIECES = sorted({word for e in examples() for word in e.sentence.strip(".").split()})


def values(times):
    return {t.text: t.value for t in times}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Friday.", "XXXX-WXX-5"),
        ("He left today.", "XXXX-XX-XX"),
        ("He left on March 5.", "XXXX-03-05"),
        ("He left in March.", "XXXX-03"),
        ("He left last year.", "XXXX"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last month.", "XXXX-XX"),
        ("He left three years ago.", "XXXX"),
        ("He left on Friday night.", "XXXX-WXX-5TNI"),
        ("He left at 3 p.m. Friday.", "XXXX-XX-XXT15:00"),
        ("He left this autumn.", "XXXX-FA"),
        ("He left on Good Friday.", "XXXX-XX-XX"),
        ("He left over the weekend.", "XXXX-WXX-WE"),
        ("He left the next day.", "XXXX-XX-XX"),
    ],
)
def test_without_a_publication_date_values_stay_relative(text, value, plain):
    (time,) = plain(text)
    assert (time.value, time.start, time.end) == (value, None, None)


def test_a_year_the_text_states_is_known_without_a_publication_date(plain):
    times = plain("On 5 March 2022 he flew to Kyiv. The next day he flew back.")
    assert [(t.value, t.start) for t in times] == [
        ("2022-03-05", date(2022, 3, 5)),
        ("2022-03-06", date(2022, 3, 6)),
    ]


def test_today_is_the_datelines_day(plain):
    text = "KYIV, March 12 (Agency) -- The minister resigned today."
    assert values(plain(text, "2022-03-13"))["today"] == "2022-03-12"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in early 2022", "2022-01-01", "2022-05-02"),
        ("in late March", "2022-03-22", "2022-03-31"),
        ("the pre-2022 borders", None, "2021-12-31"),
        ("the post-2014 order", "2015-01-01", None),
        ("in the late 1990s", "1996-09-01", "1999-12-31"),
        ("in the early 2000s", "2000-01-01", "2003-05-02"),
        ("in the '90s", "1990-01-01", "1999-12-31"),
        ("in the first half of the 20th century", "1900-01-01", "1949-12-31"),
        ("on June 12-13", "2022-06-12", "2022-06-13"),
        ("in March/April", "2022-03-01", "2022-04-30"),
        ("in fiscal 2021", None, None),
        ("in the summer of '69", "1969-06-01", "1969-08-31"),
        ("over the next decade", "2022-06-15", "2032-06-15"),
        ("on the 10th", "2022-06-10", "2022-06-10"),
        ("over the past decade", "2012-06-15", "2022-06-15"),
        ("for six months", None, None),
        ("from 1950-53", "1950-01-01", "1953-12-31"),
        ("just hours before talks", "2022-06-15", "2022-06-15"),
        ("last week", "2022-06-06", "2022-06-12"),
    ],
)
def test_days(text, start, end, plain):
    (time,) = plain(f"It happened {text}.", "2022-06-15")
    assert (time.start and time.start.isoformat(), time.end and time.end.isoformat()) == (
        start,
        end,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The two will meet on Monday.", "2022-06-20"),
        ("The two are to meet on Monday.", "2022-06-20"),
        ("Talks scheduled for Monday were called off.", "2022-06-20"),
        ("The vote was postponed until Monday.", "2022-06-20"),
        ("The two met on Monday.", "2022-06-13"),
        ("She said on Monday that they would win.", "2022-06-13"),
        ("After Monday's talks, they parted.", "2022-06-13"),
        ("He has been ill since Monday.", "2022-06-13"),
        ("The court ruled on Wednesday.", "2022-06-15"),
        ("The court will rule on Wednesday.", "2022-06-15"),
        ("Parliament votes on Thursday.", "2022-06-16"),
        ("The vote, originally scheduled for Tuesday, was put off.", "2022-06-14"),
        ("Ahead of Sunday's vote, both sides rallied.", "2022-06-19"),
        ("After Sunday's vote, both sides rallied.", "2022-06-12"),
        ("None of them could be reached on Thursday.", "2022-06-09"),
        ("(Updated at 3 a.m. on Thursday with details.)", "2022-06-16T03:00"),
    ],
)
@pytest.mark.model
def test_tense_gives_a_weekday_its_direction(text, value, parsed):
    assert [t.value for t in parsed(text, "2022-06-15")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will vote in October.", "2022-10"),
        ("They voted in October.", "2021-10"),
        ("They will vote on Sept. 1.", "2022-09-01"),
        ("The election is in February.", "2023-02"),
        ("The summit, originally planned for late April, was put off.", "2022-04"),
        ("The summit is planned for late April.", "2023-04"),
        ("A study in February is the latest.", "2022-02"),
        ("He has been in jail since Sept. 1.", "2021-09-01"),
    ],
)
@pytest.mark.model
def test_tense_gives_a_month_its_year(text, value, parsed):
    assert [t.value for t in parsed(text, "2022-06-15")] == [value]


def test_the_narrative_is_its_own_anchor(plain):
    text = (
        "He was arrested on 3 May 1998. Two days later he was freed. That year he left the "
        "country. The following month his wife joined him."
    )
    times = plain(text, "2022-06-15")
    assert [(t.text, t.value, t.start and t.start.isoformat()) for t in times[1:]] == [
        ("Two days later", "P2D", "1998-05-05"),
        ("That year", "1998", "1998-01-01"),
        ("The following month", "1998-06", "1998-06-01"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They will talk from Monday to Friday.", "2022-06-20", "2022-06-24"),
        ("They talked from Monday to Friday.", "2022-06-06", "2022-06-10"),
        ("They talked between Thursday and Sunday.", "2022-06-09", "2022-06-12"),
    ],
)
@pytest.mark.model
def test_the_weekdays_of_a_stretch_follow_each_other(text, first, last, parsed):
    assert [t.value for t in parsed(text, "2022-06-15")] == [first, last]


def test_what_follows_a_journey_counts_from_its_end(plain):
    times = plain(
        "On Monday he flew to Kyiv. Two days later he was in Moscow. The next day he came home.",
        "2022-06-15",
    )
    assert [t.start and t.start.isoformat() for t in times] == [
        "2022-06-13",
        "2022-06-15",
        "2022-06-16",
    ]


def test_nothing_is_counted_from_what_is_only_roughly_dated(plain):
    *_, last = plain("They met on March 1. A week later, they met again. The next day he left.")
    assert (last.text, last.value, last.start) == ("The next day", "XXXX-XX-XX", None)


def test_no_day_is_told_far_away(plain):
    between = "Nothing else is known of it. " * 90
    text = f"He left on 5 March 2020. {between}The next day she left."
    *_, last = plain(text, "2022-06-15")
    assert (last.value, last.start) == ("XXXX-XX-XX", None)


def test_a_day_has_the_year_the_text_gave_it_before(plain):
    times = plain("It began on Oct. 7, 2020. Since Oct. 7 he has been in jail.", "2022-06-15")
    assert [t.value for t in times] == ["2020-10-07", "2020-10-07"]


@pytest.mark.model
def test_nothing_is_counted_from_the_report_into_its_future(parsed):
    times = parsed("He spoke today. Now, four years later, he is free.", "2022-06-15")
    assert [(t.text, t.start) for t in times if t.type == "duration"] == [
        ("four years later", None)
    ]


def test_a_holiday_of_old_has_no_day_of_today(plain):
    assert [t.value for t in plain("The first Thanksgiving in 1623 was held there.")] == ["1623"]


def test_an_hour_without_a_day_tells_none(plain):
    times = plain("He called at 9 a.m. to complain. The next day he left.", "2022-06-15")
    assert [t.value for t in times] == ["2022-06-15T09:00", "XXXX-XX-XX"]


def test_zones_are_kept(plain):
    times = plain(
        "It hit at 0735 GMT. They left at 9 a.m. local time. They spoke at 5 p.m. EST on Monday, "
        "at 7pm Paris time on Saturday and on Sunday at 8:30 a.m. local time (0530 GMT).",
        "2022-06-15",
    )
    assert [t.value for t in times] == [
        "2022-06-15T07:35Z",
        "2022-06-15T09:00",
        "2022-06-13T17:00-05:00",
        "2022-06-11T19:00+02:00",
        "2022-06-12",
        "2022-06-12T08:30+03:00",
    ]


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from([*PIECES, "\n\n", "’", "31", "Feb. 30", "9999", "0000"])).map(
            " ".join
        ),
    ),
    st.one_of(st.none(), st.dates()),
)
@settings(max_examples=300, deadline=None)
def test_any_text_any_date(text, published):
    doc = BLANK(text)
    times = read_times(doc, published)
    assert times == read_times(doc, published)
    for time in times:
        assert time.span.of(doc.text) == time.text
        assert time.start is None or time.end is None or time.start <= time.end
    spans = [time.span for time in times]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
