"""Columns from words, and cells without lists."""

import json
from datetime import date

import pytest

from onrecord.publish.columns import columns, encodable, flat


def test_columns_are_text_unless_they_say_so_in_the_order_given():
    found = columns("report day:day speakers:texts text")
    assert list(found.items()) == [
        ("report", "text"),
        ("day", "day"),
        ("speakers", "texts"),
        ("text", "text"),
    ]
    assert columns("") == {}


def test_a_type_that_is_none_is_no_column():
    with pytest.raises(KeyError, match="colour"):
        columns("report speaker:colour")


@pytest.mark.parametrize(
    ("cell", "kind", "expected"),
    [
        (("Ann Lee", None, "Bo Ek"), "texts", "Ann Lee; ; Bo Ek"),
        (("Ann Lee",), "texts", "Ann Lee"),
        ((), "texts", None),
        ((), "spans", None),
        (None, "text", None),
        (0, "whole", 0),
        (0.5, "number", 0.5),
        (False, "flag", False),
        (date(2025, 3, 4), "day", date(2025, 3, 4)),
        ("a; b", "text", "a; b"),
        ("half \ud83d", "text", "half ?"),
        (("half \ud83d", "whole 😀"), "texts", "half ?; whole 😀"),
    ],
)
def test_cells_lose_their_lists_and_nothing_else(cell, kind, expected):
    assert flat(cell, kind) == expected


def test_spans_are_read_back_from_json():
    assert json.loads(flat(((4, 9), (20, 23)), "spans")) == [[4, 9], [20, 23]]


def test_what_can_be_encoded_stays():
    for text in ("", "“Łódź” 😀\n", "?"):
        assert encodable(text) == text
    assert encodable("\udc80x\ud800").encode() == b"?x?"
