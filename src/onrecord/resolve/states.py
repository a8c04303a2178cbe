"""States, their governments, and the halves of a divided country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord import knowledge
from onrecord.resolve import gazetteer
from onrecord.resolve.cast import Cast, Draft, group, slug
from onrecord.resolve.gazetteer import Entry

_S = ("'s", "’s")


def government(cast: Cast, country: str) -> Draft:
    """The draft of a country's government, made where there is none yet."""
    key = f"government-of-{country.lower()}"
    draft = cast.get(key)
    if draft is None:
        name = gazetteer.state_name(country)
        draft = Draft(kind="government", name=f"Government of {name}", id=key, country=country)
        cast.add(draft, key)
    return draft


def state(cast: Cast, country: str) -> Draft:
    """The draft of a state as such, made where there is none yet."""
    name = gazetteer.state_name(country).removeprefix("the ")
    key = f"state:{country}"
    return cast.get(key) or cast.add(
        Draft(kind="state", name=name, id=slug(name), country=country), key
    )


@cache
def _presidencies() -> dict[str, knowledge.Seat]:
    """The seat of each state's presidency that has a name of its own."""
    return {
        seat.country: seat
        for seat in knowledge.seats()
        if seat.country is not None
        and seat.stands_for in (f"presidency-of-{seat.country.lower()}", "white-house")
    }


def presidency(cast: Cast, country: str) -> Draft | None:
    """The draft of a state's presidency; ``None`` where the tables list none."""
    seat = _presidencies().get(country)
    if seat is None or seat.stands_for is None:
        return None
    draft = cast.get(seat.stands_for)
    if draft is None:
        draft = Draft(
            kind="government", name=seat.body or seat.name, id=seat.stands_for, country=country
        )
        cast.add(draft, seat.stands_for)
    return draft


@cache
def _divided() -> tuple[str, dict[str, str]]:
    """The common name of the states that only a direction tells apart, and who is which."""
    named: dict[str, dict[str, str]] = {}
    for one in knowledge.states():
        direction, _, common = one.name.partition(" ")
        if direction in ("North", "South"):
            named.setdefault(common, {})[direction] = one.id
    common, found = next((c, d) for c, d in named.items() if len(d) == 2)
    return common, found


def halves(cast: Cast) -> Iterator[tuple[Entry, int, int]]:
    """Tokens that print the half of a divided country: North and South Korea, the North.

    The plural of the common name is noted at once as both governments.
    """
    reading = cast.reading
    common, states = _divided()
    named = {country for country in states.values() if cast.names_country(country)}
    if not named:
        return
    for i, word in enumerate(reading.words):
        if word == f"{common}s":
            both = group(cast, [government(cast, country) for country in states.values()])
            cast.note(both, i, i + 1, "name")
        country = states.get(word)
        if country is None or cast.at(i) is not None or reading.heading[i]:
            continue
        after = reading.words[i + 1 : i + 3]
        joined = len(after) == 2 and after[0] in ("and", ",") and after[1] in states
        ends = not after or not after[0][:1].isalnum() or after[0][:1].islower()
        alone = reading.lower[i - 1 : i] == ["the"] and len(named) == 2
        if joined or (alone and (ends or after[0] in _S)):
            yield Entry(sort="state", id=country, name=word, country=country), i, i + 1
