import pytest

from onrecord.archive.words import MARK_OFF, MARK_ON, marked, parse
from onrecord.errors import SettingsError


def test_terms_phrases_alternatives_and_exclusions():
    query = parse('grain "free passage" bridge OR "land bridge" -war')
    assert query.wanted == (("grain",), ("free passage",), ("bridge", "land bridge"))
    assert query.unwanted == ("war",)


def test_typographic_marks_and_signs_inside_words():
    assert parse("“free passage” doesn't").wanted == (("free passage",), ("doesn t",))
    assert parse("*** ( )").wanted == ()


def test_only_exclusions_are_refused():
    with pytest.raises(SettingsError, match="exclude"):
        parse("-war")


def test_a_snippet_falls_into_pieces():
    snippet = f"a {MARK_ON}b{MARK_OFF} c{MARK_ON}d{MARK_OFF}"
    assert marked(snippet) == (("a ", False), ("b", True), (" c", False), ("d", True))
