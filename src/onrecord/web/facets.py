"""How a search's results divide: by speaker, outlet, kind and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from onrecord.archive.search import Hit
from onrecord.web.addresses import address

SHOWN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value with the number of results that have it, and the search that keeps only these."""

    words: str
    number: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Choices under one heading, those with most results first."""

    title: str
    choices: tuple[Choice, ...]


def facets(found: Iterable[Hit], asked: Mapping[str, Any]) -> tuple[Facet, ...]:
    """Return the facets of the results; ``asked`` is the search they came from."""
    hits = tuple(found)
    names = {hit.speaker_id: hit.speaker for hit in hits if hit.speaker_id}
    speakers = Counter(hit.speaker_id for hit in hits if hit.speaker_id)
    outlets = Counter(hit.outlet for hit in hits if hit.outlet)
    years = Counter(str(hit.date.year) for hit in hits if hit.date)
    made = (
        _facet("Speaker", "speaker", speakers, asked, names),
        _facet("Outlet", "outlet", outlets, asked, {}),
        Facet(
            title="Year",
            choices=tuple(
                Choice(
                    words=year,
                    number=number,
                    address=_search(asked, {"from": f"{year}-01-01", "to": f"{year}-12-31"}),
                    chosen=str(asked.get("from", "")) == f"{year}-01-01",
                )
                for year, number in sorted(years.items(), reverse=True)[:SHOWN]
            ),
        ),
    )
    return tuple(facet for facet in made if len(facet.choices) > 1 or _any_chosen(facet))


def _facet(
    title: str,
    name: str,
    numbers: Counter[Any],
    asked: Mapping[str, Any],
    names: Mapping[str, str | None],
) -> Facet:
    choices = []
    for value, number in numbers.most_common(SHOWN):
        chosen = asked.get(name) == value
        choices.append(
            Choice(
                words=names.get(value) or value,
                number=number,
                address=_search(asked, {name: None if chosen else value}),
                chosen=chosen,
            )
        )
    return Facet(title=title, choices=tuple(choices))


def _any_chosen(facet: Facet) -> bool:
    return any(choice.chosen for choice in facet.choices)


def _search(asked: Mapping[str, Any], changes: Mapping[str, Any]) -> str:
    return address("/search", {**asked, **changes, "page": None})
