from datetime import date

from onrecord.extract.events.merging import Mention, merged
from onrecord.record import Event, Period, Span


def _mention(start, *, kind="ASSAULT", actors=("a",), recipients=("b",), word="attack", **more):
    definite, bare = more.pop("definite", False), more.pop("bare", False)
    event = Event(
        id="e0", type=kind, actors=actors, recipients=recipients,
        trigger=(Span(start, start + 5),), **more,
    )  # fmt: skip
    return Mention(event=event, word=word, definite=definite, bare=bare)


def _day(day):
    return Period(start=date(2024, 5, day), end=date(2024, 5, day))


def test_mentions_of_one_happening_are_one_event():
    (event,) = merged([_mention(0), _mention(30, recipients=(), definite=True, word="strike")])
    assert event.trigger == (Span(0, 5), Span(30, 35))
    assert event.recipients == ("b",)


def test_days_tell_them_apart():
    assert len(merged([_mention(0, when=_day(1)), _mention(30, when=_day(3))])) == 2


def test_sides_tell_them_apart():
    assert len(merged([_mention(0), _mention(30, actors=("c",), recipients=("d",))])) == 2


def test_what_lies_ahead_is_another():
    assert len(merged([_mention(0), _mention(30, status="planned")])) == 2


def test_a_bare_noun_tells_nothing_of_when():
    ahead = _mention(0, kind="CONSULT", word="meet", status="planned")
    bare = _mention(30, kind="CONSULT", word="meeting", bare=True)
    for mentions in ([ahead, bare], [bare, ahead]):
        (event,) = merged(mentions)
        assert event.status == "planned"


def test_words_are_said_again_and_again():
    one, other = (
        _mention(0, kind="ACCUSE", word="accuse"),
        _mention(30, kind="ACCUSE", word="blame"),
    )
    assert len(merged([one, other])) == 2


def test_who_vouches_for_it_is_the_outlet_where_it_says_so_once():
    (event,) = merged([_mention(0, inside="s1"), _mention(30)])
    assert event.inside is None


def test_events_less_sure_are_left_out_and_the_rest_numbered_anew():
    weak, strong = _mention(0, confidence=0.1), _mention(30, actors=("c",), confidence=0.9)
    (event,) = merged([weak, strong], min_confidence=0.5)
    assert (event.id, event.confidence) == ("e1", 0.9)


def test_an_event_is_as_sure_as_its_surest_mention():
    weak = _mention(0, confidence=0.1)
    again = _mention(30, definite=True, confidence=0.9)
    (event,) = merged([weak, again], min_confidence=0.5)
    assert len(event.trigger) == 2
