from datetime import UTC, datetime, timedelta

import pytest

from onrecord.errors import NotYet
from onrecord.intake.patience import FIRST, LONGEST, LONGEST_ASKED, Patience, ShortMemory

START = datetime(2025, 2, 17, 10, tzinfo=UTC)


class Clock:
    now = START

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def waits(memory, patience, clock, *, times):
    """Let a host fail again and again, each time when its wait is over; yield each wait."""
    for _ in range(times):
        patience.failed("news.example", "it answers 503")
        wait = memory.wait("news.example").until - clock.now
        clock.now += wait
        yield wait


def test_waits_double_up_to_a_bound(clock):
    memory = ShortMemory()
    patience = Patience(memory, now=clock, draw=lambda: 1.0)
    found = list(waits(memory, patience, clock, times=40))
    assert found[:4] == [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST]
    assert found[-1] == LONGEST


@pytest.mark.parametrize(("drawn", "share"), [(0.0, 0.5), (0.5, 0.75), (1.0, 1.0)])
def test_chance_shortens_a_wait_by_half_at_most(clock, drawn, share):
    memory = ShortMemory()
    patience = Patience(memory, now=clock, draw=lambda: drawn)
    assert list(waits(memory, patience, clock, times=2)) == [share * FIRST, share * 2 * FIRST]


def test_what_a_host_asks_for_is_the_least_it_is_given(clock):
    memory = ShortMemory()
    patience = Patience(memory, now=clock)
    for asked, given in ((timedelta(hours=1), timedelta(hours=1)), (timedelta.max, LONGEST_ASKED)):
        patience.failed("news.example", "it answers 429", asked=asked)
        assert memory.wait("news.example").until == START + given
    patience.failed("other.example", "it answers 429", asked=timedelta(0))
    assert memory.wait("other.example").until >= START + FIRST / 2


def test_who_is_left_alone_is_named_with_the_reason_until_the_time_has_come(clock):
    patience = Patience(ShortMemory(), now=clock, draw=lambda: 1.0)
    patience.check("http://news.example/a", of="news.example")
    patience.failed("news.example", "it answers 503")
    patience.failed("news.example", "it answers 503")
    told = r"/a: news\.example is left alone until 2025-02-17 10:02:00 UTC .*503, 2 times in a row"
    with pytest.raises(NotYet, match=told):
        patience.check("http://news.example/a", of="news.example")
    clock.now += 2 * FIRST
    patience.check("http://news.example/a", of="news.example")


def test_what_came_again_begins_anew(clock):
    memory = ShortMemory()
    patience = Patience(memory, now=clock, draw=lambda: 1.0)
    patience.failed("news.example", "it answers 503")
    patience.failed("news.example", "it answers 503")
    patience.over("news.example")
    patience.over("news.example")
    assert patience.failures("news.example") == 0
    patience.check("http://news.example/a", of="news.example")
    patience.failed("news.example", "it answers 503")
    assert memory.wait("news.example").until == START + FIRST
