"""The report: a text as it was published, and what is known of its publication."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from onrecord.errors import RecordError

_SURROGATE = re.compile("[\ud800-\udfff]")

Origin: TypeAlias = Literal["given", "metadata", "text"]
"""Where a fact about the report came from: the caller, the file's metadata, or its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report.

    ``text`` is never rewritten: for plain text it is the input as decoded. Every offset in a
    record is a code-point position into it. For each fact about the publication, a ``*_from``
    field says where it came from; ``None`` means that it is not known.
    """

    id: str
    text: str
    title: str | None = None
    title_from: Origin | None = None
    outlet: str | None = None
    outlet_from: Origin | None = None
    url: str | None = None
    url_from: Origin | None = None
    authors: tuple[str, ...] = ()
    authors_from: Origin | None = None
    published: date | None = None
    published_from: Origin | None = None
    language: str = "en"
    given_id: str | None = None
    """The id its source file gave it (a JSONL row's ``id``); ours is the text's digest."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise RecordError(f"report {self.id!r} has no text")
        if (half := _SURROGATE.search(self.text)) is not None:
            raise RecordError(
                f"report {self.id!r}: character {half.start()} is half of a surrogate pair, "
                "which no encoding can hold"
            )


def report_id(text: str) -> str:
    """Return the id of a text: same text, same report."""
    # surrogatepass: a lone surrogate is for Report to refuse, with its place, not for a digest.
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
