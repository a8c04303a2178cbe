import pytest

from onrecord.extract.addressees import told_in_passive
from onrecord.extract.anchor import anchored
from onrecord.extract.shape import Attribution
from onrecord.record import Span

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Emmanuel Macron told Olaf Scholz that the plan was dead.", "Olaf Scholz"),
        ("Emmanuel Macron said to Olaf Scholz that the plan was dead.", "Olaf Scholz"),
        ('"The plan is dead," Emmanuel Macron told reporters.', "reporters"),
    ],
)
def test_whom_the_verb_addresses(statements, text, name):
    found, actors = statements(text)
    (hearer,) = found[0].addressees
    assert name in actors[hearer].name


def test_nobody_is_addressed_by_a_bare_verb_of_saying(statements):
    found, _ = statements("Emmanuel Macron said Olaf Scholz was late.")
    assert found[0].addressees == ()


def test_things_are_not_addressed(statements):
    found, _ = statements("Emmanuel Macron responded to these events by calling for new elections.")
    assert all(s.addressees == () for s in found)


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("Asked whether he would resign, Lind said: no.", "Lind", True),
        ("Lind was told that the plan had failed.", "Lind", True),
        ("Lind was told by aides that the plan had failed.", "aides", False),
        ("Lind has asked whether the plan had failed.", "Lind", False),
        ("Lind asked whether the plan had failed.", "Lind", False),
    ],
)
def test_whom_a_passive_verb_addresses_is_no_source(parse, text, source, told):
    doc = parse(text)
    cue = next(word for word in ("was told", "has asked", "asked", "Asked") if word in text)
    content = "whether he would resign" if "resign" in text else "the plan had failed"
    spans = [(Span(text.index(w), text.index(w) + len(w)),) for w in (source, cue, content)]
    attribution = Attribution(source=spans[0], cue=spans[1], content=spans[2], confidence=0.9)
    assert told_in_passive(anchored(doc, attribution)) is told
