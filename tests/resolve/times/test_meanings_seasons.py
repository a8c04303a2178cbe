from datetime import date

import pytest

from onrecord.resolve.times.meanings_seasons import easter


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2022, date(2022, 4, 17), date(2022, 4, 24)), (2025, date(2025, 4, 20), date(2025, 4, 20))],
)
def test_easter(year, western, orthodox):
    assert (easter(year), easter(year, orthodox=True)) == (western, orthodox)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("the winter of 2013-14", "2022-06-15", "2013-WI"),
        ("summer of '69", "2022-06-15", "1969-SU"),
        ("the coming spring", "2025-03-14", "2025-SP"),
        ("next spring", "2025-03-14", "2026-SP"),
        ("H2 2021", "2022-06-15", "2021-H2"),
        ("4Q 2021", "2022-06-15", "2021-Q4"),
        ("the 2018 Valentine's Day", "2022-06-15", "2018-02-14"),
        ("Christmas last year", "2022-06-15", "2021-12-25"),
        ("the first Thanksgiving in 1623", "2022-06-15", "1623"),
    ],
)
def test_values(text, published, value, plain):
    assert [t.value for t in plain(f"He spoke of {text}.", published)] == [value]
