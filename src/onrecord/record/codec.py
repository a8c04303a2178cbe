"""Entries to JSON and back, checked on the way in.

msgspec writes and reads the data classes as they are. One name differs: a position's ``grounds``
is called ``from`` in the contract, a Python keyword.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from onrecord.errors import RecordError

T = TypeVar("T")
SCHEMA = "onrecord/1"


def to_builtins(record: object) -> dict[str, Any]:
    """Return the record as plain dictionaries and lists, dates as ISO 8601 strings."""
    # By way of JSON: msgspec.to_builtins would leave tuples, which are no lists to a JSON Schema.
    tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    if tree["positions"]:
        tree["positions"] = [_renamed(p, "grounds", "from") for p in tree["positions"]]
    return tree


def encode(record: object, *, indent: int = 0) -> str:
    """Return the record as JSON (one line, or indented by ``indent`` spaces)."""
    raw = msgspec.json.encode(to_builtins(record))
    return (msgspec.json.format(raw, indent=indent) if indent else raw).decode("utf-8")


def decode(data: str | bytes, kind: type[T]) -> T:
    """Return the record of class ``kind`` that a JSON text holds.

    Raises ``RecordError`` naming the path where the text breaks the contract.
    """
    try:
        tree = msgspec.json.decode(data)
        if isinstance(tree, dict):
            if tree.get("schema", SCHEMA) != SCHEMA:
                raise RecordError(f"schema is {tree['schema']!r}; this version reads {SCHEMA!r}")
            tree["positions"] = [
                _renamed(position, "from", "grounds") for position in tree.get("positions") or []
            ]
        return msgspec.convert(tree, kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise RecordError(f"not a record of schema {SCHEMA}: {error}") from error


def schema_of(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of the record class ``kind``."""
    schema: dict[str, Any] = msgspec.json.schema(kind)
    position = schema["$defs"]["Position"]
    position["properties"] = _renamed(position["properties"], "grounds", "from")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A record of {SCHEMA}",
        **schema,
    }


def _renamed(entry: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if key == old else key: value for key, value in entry.items()}
