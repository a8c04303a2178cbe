import pytest

from onrecord.extract.nested import nested
from onrecord.extract.shape import Attribution
from onrecord.record import Span
from tests.extract.conftest import words_of

pytestmark = pytest.mark.model


@pytest.fixture
def within(parse):
    """The attributions inside one content, given with its text, as words."""

    def found(text, content, confidence=0.8):
        doc = parse(text)
        start = text.index(content)
        outer = Attribution(
            source=(),
            cue=(Span(start - 5, start - 1),),
            content=(Span(start, start + len(content)),),
            confidence=confidence,
        )
        return doc, nested(doc, [outer])

    return found


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "Berg said Holm told her the talks were over.",
            "Holm told her the talks were over",
            ("Holm", "told", "the talks were over"),
        ),
        (
            "Berg said that Norway had agreed to open the border.",
            "that Norway had agreed to open the border",
            ("Norway", "had agreed", "to open the border"),
        ),
        (
            "Berg said he hopes to meet her in June.",
            "he hopes to meet her in June",
            ("he", "hopes", "to meet her in June"),
        ),
    ],
)
def test_what_a_content_reports_in_turn_is_found(within, text, content, expected):
    doc, found = within(text, content)
    assert [words_of(doc, a) for a in found] == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Berg said Norway may agree to open the border.", "Norway may agree to open the border"),
        ("Berg said I think the talks are over.", "I think the talks are over"),
        ("Berg said the deal Holm hopes to close is bad.", "the deal Holm hopes to close is bad"),
        ('Berg said: "Holm told me the talks were over."', '"Holm told me the talks were over."'),
        ("Berg said Norway opened the border.", "Norway opened the border"),
    ],
    ids=["only possible", "the speaker's own", "describes a noun", "in so many words", "no cue"],
)
def test_what_is_no_plain_report_is_left(within, text, content):
    assert within(text, content)[1] == []


def test_both_must_hold(within):
    sure = within("Berg said Holm told her it was over.", "Holm told her it was over", 0.9)[1]
    unsure = within("Berg said Holm told her it was over.", "Holm told her it was over", 0.45)[1]
    assert sure[0].confidence == pytest.approx(2 * unsure[0].confidence)
    assert sure[0].confidence < 0.9


def test_nothing_without_an_outer_one(parse):
    assert nested(parse("Berg said Holm told her the talks were over."), []) == []


def test_a_cue_already_found_is_not_found_again(parse):
    text = "Berg said Holm told her the talks were over."
    outer = Attribution(
        source=(Span(0, 4),), cue=(Span(5, 9),), content=(Span(10, 43),), confidence=0.9
    )
    inner = Attribution(
        source=(Span(10, 14),), cue=(Span(15, 19),), content=(Span(24, 43),), confidence=0.9
    )
    assert nested(parse(text), [outer, inner]) == []
