from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.web.facts import around, facts, marked
from onrecord.web.held import Held
from tests.publish.samples import FULL, TEXT, spans

HELD = Held(FULL, short="x")


def test_a_statement_is_spelled_out_and_the_unknown_left_out():
    found = dict(facts(HELD, ("statement", "s1")))
    assert found["speaker"] == "Ilse Marrow"
    assert found["said on"] == "4 March 2025"
    assert "channel" not in found
    assert dict(facts(HELD, ("statement", "s8")))["speaker"] == "not known"


def test_every_entry_has_facts():
    for name in HELD.entries:
        assert dict(facts(HELD, name))["confidence"].endswith("%")


def test_the_words_stand_in_their_paragraph():
    own = spans("“safe passage.”")
    shown = around(TEXT, own)
    assert shown.of(TEXT).startswith("Foreign Minister") or shown.start > 0
    assert [words for words, mine in marked(TEXT, shown, own) if mine] == ["“safe passage.”"]
    assert around(TEXT, ()) == Span(0, 0)


def test_a_long_paragraph_is_cut_between_words():
    text = "before " * 100 + "here" + " after" * 100
    at = text.index("here")
    shown = around(text, (Span(at, at + 4),)).of(text)
    assert set(shown.split()) == {"before", "here", "after"} and len(shown) < 500
    whole = "x" * 500 + "here" + "y" * 500  # no blank to cut at
    assert around(whole, (Span(500, 504),)) == Span(500, 504)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8, unique=True))
def test_the_pieces_are_the_stretch(bounds):
    text = "One two three.\nFour five six seven eight nine ten.\nEleven twelve."
    bounds = sorted(bounds)[: len(bounds) // 2 * 2]
    own = tuple(Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    shown = around(text, own)
    assert "".join(words for words, _ in marked(text, shown, own)) == shown.of(text)
