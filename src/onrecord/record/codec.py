"""Records to JSON and back, checked on the way in.

msgspec writes and reads the data classes as they are; the one name that differs is a position's
``grounds``, called ``from`` in the contract (a Python keyword).
"""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.errors import RecordError
from onrecord.record.record import SCHEMA, Record


def to_builtins(record: Record) -> dict[str, Any]:
    """Return the record as plain dictionaries and lists, dates as ISO 8601 strings."""
    tree: dict[str, Any] = msgspec.to_builtins(record)
    tree["positions"] = [_renamed(p, "grounds", "from") for p in tree["positions"]]
    return tree


def to_json(record: Record, *, indent: int = 0) -> str:
    """Return the record as JSON (one line, or indented by ``indent`` spaces)."""
    raw = msgspec.json.encode(to_builtins(record))
    return (msgspec.json.format(raw, indent=indent) if indent else raw).decode("utf-8")


def from_json(data: str | bytes) -> Record:
    """Return the record a JSON text holds.

    Raises ``RecordError`` naming the path where the text breaks the contract.
    """
    try:
        tree = msgspec.json.decode(data)
        if isinstance(tree, dict):
            if tree.get("schema", SCHEMA) != SCHEMA:
                raise RecordError(f"schema is {tree['schema']!r}; this version reads {SCHEMA!r}")
            tree["positions"] = [
                _renamed(p, "from", "grounds") for p in tree.get("positions") or []
            ]
        return msgspec.convert(tree, Record)
    except msgspec.MsgspecError as error:
        raise RecordError(f"not a record of schema {SCHEMA}: {error}") from error


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a record, made from the data classes."""
    schema: dict[str, Any] = msgspec.json.schema(Record)
    position = schema["$defs"]["Position"]
    position["properties"] = _renamed(position["properties"], "grounds", "from")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = SCHEMA
    return schema


def _renamed(entry: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if key == old else key: value for key, value in entry.items()}
