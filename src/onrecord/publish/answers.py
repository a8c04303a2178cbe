"""What an archive answers as flat tables: hits, happenings, a dossier's lists, a brief.

Their cells are those of ``row()``, which every answer has; this module is the one place that
flattens them. Column names stay as they are from version to version; new ones come at the end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final, Literal, Protocol, TypeAlias, get_args, runtime_checkable

from onrecord.errors import SettingsError
from onrecord.publish.columns import Cell, ColumnType, Row, Table, columns

Plain: TypeAlias = Mapping[str, Any]


@runtime_checkable
class Answer(Protocol):
    """Something an archive answers."""

    def row(self) -> dict[str, Any]:
        """Return it as plain values."""
        ...


def _each(answer: Plain) -> Iterable[Plain]:
    return (answer,)


def _table(row: str, named: str, of: Callable[[Plain], Iterable[Plain]] = _each) -> Table:
    """Return a table whose rows are the mappings that ``of`` makes of an answer's."""
    typed = columns(named)

    def rows(answer: Answer) -> Iterator[Row]:
        try:
            for one in of(answer.row()):
                yield tuple(_cell(one[name], kind) for name, kind in typed.items())
        except KeyError as error:
            kind = type(answer).__name__
            raise SettingsError(f"a {kind} has no {error}: that table is none of it") from error

    return Table(of="answer", row=row, columns=typed, rows=rows)


def _cell(value: Any, kind: ColumnType) -> Cell:
    cell: Cell = value
    if kind == "texts":
        cell = tuple(value)
    elif kind == "spans":
        cell = tuple((start, end) for start, end in value)
    elif value is None:
        cell = None
    elif kind == "day":
        cell = date.fromisoformat(value)
    elif kind == "moment":
        cell = datetime.fromisoformat(value)
    elif isinstance(value, dict):
        cell = json.dumps(value, ensure_ascii=False)
    return cell


def _happening(one: Plain) -> Iterator[Plain]:
    yield {
        **one,
        "actors": [part["name"] for part in one["actors"]],
        "actor_ids": [part["id"] for part in one["actors"]],
        "roles": [part["role"] for part in one["actors"]],
        "versions": [version["id"] for version in one["versions"]],
    }


def _listed(name: str) -> Callable[[Plain], Iterator[Plain]]:
    """Return what makes rows of a dossier's list, each with the actor's id as ``who``."""

    def rows(dossier: Plain) -> Iterator[Plain]:
        for one in dossier[name]:
            yield {**one, "who": dossier["id"]}

    return rows


def _topics(dossier: Plain) -> Iterator[Plain]:
    for topic in dossier["topics"]:
        yield {**topic["about"], "who": dossier["id"], "statements": topic["statements"]}


def _met(dossier: Plain) -> Iterator[Plain]:
    for whom in dossier["met"]:
        for meeting in whom["meetings"]:
            yield {
                **whom,
                "who": dossier["id"],
                "meeting": meeting["id"],
                "date": meeting["date"],
                "status": meeting["status"],
            }


def _lines(brief: Plain) -> Iterator[Plain]:
    for section in brief["sections"]:
        for line in section["lines"]:
            first = line["sources"][0]
            yield {
                "section": section["title"],
                **line,
                "sources": [hit["id"] for hit in line["sources"]],
                **{name: first[name] for name in ("date", "outlet", "report")},
            }


def _variants(saying: Plain) -> Iterator[Plain]:
    first = saying["variants"][0]["id"]
    for variant in saying["variants"]:
        yield {**variant, "saying": first}


def _conflict(one: Plain) -> Iterator[Plain]:
    yield {**one, "entries": [hit["id"] for hit in one["entries"]]}


def _shares(tally: Plain) -> Iterator[Plain]:
    for facet in ("speakers", "outlets", "kinds", "years"):
        for share in tally[facet]:
            yield {"facet": facet, **share}


_HIT: Final = (
    "id kind entry speaker speaker_id outlet date:day text report title start:whole end:whole "
    "spans:spans confidence:number verdict snippet"
)
ANSWERS: Final[dict[str, Table]] = {
    "hits": _table("an entry found", _HIT),
    "tally": _table(
        "a value and how many entries have it", "facet value name number:whole", _shares
    ),
    "happenings": _table(
        "a meeting or event, with all its versions",
        "id kind type name date:day last_date:day status place country actors:texts "
        "actor_ids:texts roles:texts text outlets:whole reports:whole confidence:number "
        "inside:flag versions:texts",
        _happening,
    ),
    "identities": _table(
        "an actor that a name can mean",
        "id kind name country known_as local:flag statements:whole",
    ),
    "said": _table("a statement of the actor", f"who {_HIT}", _listed("statements")),
    "held_offices": _table(
        "an office of the actor",
        "who title of as_written claimed first:day last:day reports:whole",
        _listed("offices"),
    ),
    "topics": _table(
        "another whom the actor spoke about", "who id kind name country statements:texts", _topics
    ),
    "met": _table(
        "a meeting of the actor with another",
        "who id kind name country meeting date:day status",
        _met,
    ),
    "promises": _table(
        "a commitment of the actor",
        "who strength act condition id date:day outlet text report title start:whole end:whole "
        "spans:spans confidence:number verdict",
        _listed("promises"),
    ),
    "brief": _table(
        "a sentence, with the entries it rests on",
        "section text outlets:whole date:day outlet report sources:texts",
        _lines,
    ),
    "variants": _table("a report's version of a saying", f"saying {_HIT}", _variants),
    "conflicts": _table(
        "what two reports tell differently",
        "kind severity message date:day entries:texts",
        _conflict,
    ),
    "corrections": _table(
        "a person's word on an entry",
        "entry verdict by at:moment why changes machine known current standing fault",
    ),
    "held_reports": _table(
        "a report in the archive",
        "short id headline outlet published:day url statements:whole findings:whole copy:flag",
    ),
}
"""Every table of answers by name."""
DossierTable: TypeAlias = Literal["said", "held_offices", "topics", "met", "promises"]
DOSSIER: Final = get_args(DossierTable)
"""The tables of a dossier."""
