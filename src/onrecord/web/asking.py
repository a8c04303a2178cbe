"""The shapes of what a request asks: days, names and pages, checked before they reach a query."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeAlias

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator, Field

from onrecord.web.shelf import Shelf

LONGEST = 400


def _given(value: Any) -> Any:
    """Return ``None`` for a field of a form that was left empty."""
    return None if isinstance(value, str) and not value.strip() else value


def _shelf(request: Request) -> Shelf:
    shelf: Shelf = request.app.state.shelf
    return shelf


ShelfOf: TypeAlias = Annotated[Shelf, Depends(_shelf)]
_Short: TypeAlias = Annotated[str, Field(max_length=LONGEST)]
Words: TypeAlias = Annotated[_Short | None, BeforeValidator(_given), Query()]
Since: TypeAlias = Annotated[
    date | None, BeforeValidator(_given), Query(alias="from", description="First day, included.")
]
Until: TypeAlias = Annotated[
    date | None, BeforeValidator(_given), Query(alias="to", description="Last day, included.")
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=200, description="At most so many results.")]
Offset: TypeAlias = Annotated[
    int, Query(ge=0, le=1_000_000, description="Leave out so many of the first.")
]
Page: TypeAlias = Annotated[int, Query(ge=1, le=10_000)]
