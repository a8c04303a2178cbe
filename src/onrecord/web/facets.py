"""How a search's results divide: by speaker, outlet, kind and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from onrecord.archive.tally import Share, Tally
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


def facets(tally: Tally, asked: Mapping[str, Any]) -> tuple[Facet, ...]:
    """Return the facets of the results that ``tally`` counts; ``asked`` is the search."""
    made = (
        _facet("Speaker", "speaker", tally.speakers, asked),
        _facet("Outlet", "outlet", tally.outlets, asked),
        _facet("Kind", "kind", tally.kinds, asked),
        Facet(
            title="Year",
            choices=tuple(
                Choice(
                    words=year.name,
                    number=year.number,
                    address=_search(
                        asked, {"from": f"{year.value}-01-01", "to": f"{year.value}-12-31"}
                    ),
                    chosen=str(asked.get("from", "")) == f"{year.value}-01-01",
                )
                for year in tally.years[:SHOWN]
            ),
        ),
    )
    return tuple(facet for facet in made if len(facet.choices) > 1 or _any_chosen(facet))


def _facet(title: str, name: str, shares: Sequence[Share], asked: Mapping[str, Any]) -> Facet:
    return Facet(
        title=title,
        choices=tuple(
            Choice(
                words=share.name,
                number=share.number,
                address=_search(
                    asked, {name: None if asked.get(name) == share.value else share.value}
                ),
                chosen=asked.get(name) == share.value,
            )
            for share in shares[:SHOWN]
        ),
    )


def _any_chosen(facet: Facet) -> bool:
    return any(choice.chosen for choice in facet.choices)


def _search(asked: Mapping[str, Any], changes: Mapping[str, Any]) -> str:
    return address("/search", {**asked, **changes, "page": None})
