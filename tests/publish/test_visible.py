import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.visible import code_point, cut_unseen, name, one_line, visible


def test_terminal_escapes_lose_their_power_but_stay_visible():
    assert visible("a\x1b[31mred\x07") == "a␛[31mred␇"


def test_direction_overrides_are_named():
    assert visible("abc\u202edef") == "abc⟨U+202E⟩def"


def test_a_lone_surrogate_becomes_printable():
    visible("\ud800").encode("utf-8")


def test_ordinary_typography_is_left_alone():
    text = "naïve “quotes” — emoji 👩\u200d💻, עברית, soft\u00adhyphen\n\ttab"
    assert visible(text) == text


def test_one_line_folds_white_space():
    assert one_line(" a\r\n\n b\tc ") == "a b c"


@given(st.text())
def test_nothing_unseen_is_left(text):
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", visible(text))


@given(st.text())
def test_cutting_loses_nothing_and_leaves_single_characters_at_odd_places(text):
    parts = cut_unseen(text)
    assert "".join(parts) == text
    assert all(len(part) == 1 for part in parts[1::2])


@pytest.mark.parametrize(
    ("char", "notation", "full"),
    [("\u202e", "U+202E", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\x1b", "U+001B", "U+001B")],
)
def test_characters_are_named_as_unicode_names_them(char, notation, full):
    assert (code_point(char), name(char)) == (notation, full)
