import pytest

from onrecord.extract.shape import Attribution
from onrecord.extract.spoken import turns_said, without_labels
from onrecord.language.paragraphs import read_layout
from onrecord.record import Span
from onrecord.resolve.turns import read_turns

TEXT = (
    "MR. BERG: We will go.\n\nAll of us will.\n\nQ Holm said he would stay.\n\nMR. BERG: Let him.\n"
)
TURNS = read_turns(TEXT, read_layout(TEXT).paragraphs)


def at(words, start=0):
    found = TEXT.index(words, start)
    return (Span(found, found + len(words)),)


def test_each_paragraph_of_a_turn_is_said_by_its_speaker_and_questions_by_nobody():
    said = [(a.source[0].of(TEXT), a.content[0].of(TEXT)) for a in turns_said(TEXT, TURNS)]
    assert said == [
        ("MR. BERG", "We will go."),
        ("MR. BERG", "All of us will."),
        ("MR. BERG", "Let him."),
    ]
    assert all(a.spoken and a.cue[0].of(TEXT) == ":" for a in turns_said(TEXT, TURNS))


@pytest.mark.parametrize(
    ("source", "cue", "content", "kept"),
    [
        # What the label's turn says is read from the turn.
        ("MR. BERG", ":", "We will go", None),
        # A label before a source is cut off.
        ("Q Holm", "said", "he would stay", ("Holm", "he would stay")),
        # Nothing is reported beyond the turn it is said in.
        ("Holm", "said", "he would stay.\n\nMR. BERG: Let him", ("Holm", "he would stay.\n\n")),
    ],
)
def test_attributions_beside_turns(source, cue, content, kept):
    one = Attribution(source=at(source), cue=at(cue), content=at(content), confidence=0.8)
    found = list(without_labels(TEXT, [one], TURNS))
    shown = [(a.source[0].of(TEXT), a.content[0].of(TEXT)) for a in found]
    assert shown == ([kept] if kept is not None else [])


def test_outside_transcripts_nothing_changes():
    one = Attribution(source=at("Holm"), cue=at("said"), content=at("Let him"), confidence=0.8)
    assert list(without_labels(TEXT, [one], ())) == [one]
