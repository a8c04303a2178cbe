import pytest

from onrecord.extract.undertakings import complements

pytestmark = pytest.mark.model


def _token(doc, word):
    return next(token for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "noun", "act"),
    [
        ("Oslo gave a pledge to open the port.", "pledge", "open"),
        ("Oslo has no intention of opening the port.", "intention", "opening"),
        ("Oslo made an offer of mediation.", "offer", "mediation"),
        ("Oslo made a decision.", "decision", None),
    ],
)
def test_the_act_a_noun_is_about(parse, text, noun, act):
    found = complements.complement(_token(parse(text), noun))
    assert (found.text if found is not None else None) == act


def test_a_verb_with_its_particle(parse):
    ruled = _token(parse("Oslo ruled out opening the port."), "ruled")
    found = complements.parted(ruled, "out")
    assert found is not None
    assert found.text == "opening"


def test_an_insertion_parts_adjective_and_act(parse):
    ready = _token(parse("Oslo is ready, if asked, to send doctors."), "ready")
    found = complements.infinitive(ready) or complements.parted_by_commas(ready)
    assert found is not None
    assert found.text == "send"
