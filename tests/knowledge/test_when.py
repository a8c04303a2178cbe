from datetime import date

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import read_when


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2025-01-21", date(2025, 1, 21), date(2025, 1, 21), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2011", date(2011, 1, 1), date(2011, 12, 31), "year"),
        ("2026-04/2026-05-12", date(2026, 4, 1), date(2026, 5, 12), "between"),
    ],
)
def test_a_date_spans_what_it_can_mean(text: str, first: date, last: date, precision: str) -> None:
    when = read_when(text)
    assert (when.first, when.last, when.precision) == (first, last, precision)


def test_it_prints_as_precisely_as_it_is_known() -> None:
    assert [str(read_when(t)) for t in ("2025-01-21", "2024-02", "2011")] == [
        "2025-01-21",
        "2024-02",
        "2011",
    ]


@pytest.mark.parametrize("text", ["", "soon", "2025-13", "2025-02-30", "25-01-01", "2025/"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(KnowledgeError, match="is no date"):
        read_when(text)
