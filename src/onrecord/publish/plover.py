"""Events as rows of the PLOVER manual, in JSON and CSV, with the root codes of CAMEO.

The fields are those of PLOVER's gold standard records (Open Event Data Alliance): ``id``,
``date``, ``source``, ``target``, ``event``, ``eventText``, ``mode``, ``context``, ``eventLoc``,
``text``, ``language``, ``publication``, ``coder``, ``version``. Three are added: ``status``,
``reportedBy`` (who vouches for it, where it is not the outlet) and ``cameoRoot``. A CSV row is one
source and one target, as dyadic data sets have it; what is unknown stays empty.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, Final, TextIO

from onrecord.publish.cameo import cameo_root
from onrecord.publish.sheets import cell
from onrecord.record import Actor, Event, Period, Record

COLUMNS: Final = (
    "id",
    "date",
    "source",
    "sourceCode",
    "sourceSector",
    "target",
    "targetCode",
    "targetSector",
    "event",
    "mode",
    "context",
    "eventText",
    "eventLoc",
    "status",
    "reportedBy",
    "cameoRoot",
    "text",
    "language",
    "publication",
    "coder",
    "version",
)
_SECTORS: Final = (
    ("MIL", ("army", "military", "armed forces", "navy", "air force", "troops", "soldiers")),
    ("COP", ("police",)),
    ("JUD", ("court", "tribunal", "prosecutor", "judge")),
    ("LEG", ("parliament", "senate", "congress", "house of", "assembly")),
    ("REB", ("rebel", "insurgent", "guerrilla")),
)
_ENDS: Final = (".", "!", "?", "\n")


def plover_rows(record: Record) -> Iterator[dict[str, Any]]:
    """Yield one object an event, its fields named as in PLOVER's gold standard records."""
    text = record.report.text
    actors = {actor.id: actor for actor in record.actors}
    speakers = {statement.id: statement.speaker for statement in record.statements}
    places = {place.id: place.name for place in record.places}
    number = record.report.given_id or record.report.id
    for event in record.events:
        words = " ".join(" ".join(span.of(text).split()) for span in event.trigger)
        speaker = speakers[event.inside] if event.inside is not None else None
        yield {
            "id": f"{number}-{event.id}",
            "date": _date(event.when),
            "source": [_side(actors[actor]) for actor in event.actors],
            "target": [_side(actors[actor]) for actor in event.recipients],
            "event": event.type,
            "mode": event.mode,
            "context": list(event.contexts),
            "eventText": words,
            "eventLoc": places.get(event.place, event.place) if event.place else None,
            "status": event.status,
            "reportedBy": actors[speaker].name if speaker is not None else None,
            "cameoRoot": cameo_root(event, words),
            "text": _sentence(text, event),
            "language": record.report.language,
            "publication": record.report.outlet,
            "coder": "onrecord",
            "version": record.version,
        }


def write_plover_json(records: Iterable[Record], stream: TextIO) -> int:
    """Write one array of all events, each object as soon as its report is read."""
    number, begun = 0, False
    for record in records:
        for row in plover_rows(record):
            stream.write(",\n" if begun else "[\n")
            stream.write(json.dumps(row, ensure_ascii=False))
            begun = True
        number += 1
    stream.write("\n]\n" if begun else "[]\n")
    return number


def write_plover_csv(records: Iterable[Record], stream: TextIO) -> int:
    """Write a header and one row for each source and target of an event (RFC 4180).

    Open the stream with ``newline=""``; cells are made safe as in :func:`write_csv`.
    """
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    number = 0
    for record in records:
        for row in plover_rows(record):
            for source, target in _dyads(row["source"], row["target"]):
                writer.writerow(cell(value) for value in _flat(row, source, target))
        number += 1
    return number


def _dyads(
    sources: list[dict[str, Any]], targets: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every source with every target but itself; one row where a side is not known."""
    nobody: list[dict[str, Any]] = [{}]
    for source, target in product(sources or nobody, targets or nobody):
        if source != target or not source:
            yield source, target


def _flat(row: dict[str, Any], source: dict[str, Any], target: dict[str, Any]) -> Iterator[Any]:
    sides = {"source": source, "target": target}
    for column in COLUMNS:
        for name, side in sides.items():
            if column == name:
                yield side.get("actorText")
                break
            if column.startswith(name):
                yield side.get(column.removeprefix(name).lower())
                break
        else:
            value = row[column]
            yield "; ".join(value) if isinstance(value, list) else value


def _side(actor: Actor) -> dict[str, Any]:
    return {"actorText": actor.name, "code": _code(actor), "sector": _sector(actor)}


def _code(actor: Actor) -> str | None:
    """The country, else the country of the only state whose offices the actor holds."""
    if actor.country is not None:
        return actor.country
    of = {o.of for o in actor.offices if o.of is not None and len(o.of) == 3 and o.of.isupper()}
    return of.pop() if len(of) == 1 else None


def _sector(actor: Actor) -> str | None:
    """PLOVER's sector where the record says enough; ``None`` is not guessed."""
    if actor.kind == "government" or any(o.claimed == "current" for o in actor.offices):
        return "GOV"
    if actor.kind == "outlet":
        return "MED"
    name = actor.name.lower()
    return next((code for code, words in _SECTORS if any(w in name for w in words)), None)


def _date(when: Period | None) -> str | None:
    return when.start.isoformat() if when is not None and when.start is not None else None


def _sentence(text: str, event: Event) -> str:
    """The words around the trigger up to the next full stops."""
    start, end = event.trigger[0].start, event.trigger[0].end
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, end)) >= 0]
    return " ".join(text[first : min(ends, default=len(text)) + 1].split())
