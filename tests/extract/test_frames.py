import pytest

from onrecord.extract.frames import candidates

pytestmark = pytest.mark.model


def frames_of(doc):
    return {
        (c.lemma, c.frame): " … ".join(doc[a:b].text for a, b in c.content)
        for c in candidates(doc, lambda *_: True)
    }


@pytest.mark.parametrize(
    ("text", "key", "content"),
    [
        ("He said that the bridge is open.", ("say", "ccomp:that"), "that the bridge is open"),
        ("She wants to leave the union.", ("want", "xcomp:to"), "to leave the union"),
        ("They called for a ceasefire.", ("call", "prep:for"), "a ceasefire"),
        ("Her refusal to sign surprised them.", ("refusal", "noun|acl:to"), "to sign"),
        ("We are ready to negotiate.", ("ready", "adj:xcomp"), "to negotiate"),
    ],
)
def test_the_frame_names_the_construction(parse, text, key, content):
    assert frames_of(parse(text))[key] == content


def test_in_the_passive_the_agent_is_the_source(parse):
    doc = parse("The treaty was denounced by the opposition.")
    agent = next(c for c in candidates(doc, lambda *_: True) if c.frame == "agent")
    assert [doc[a:b].text for a, b in agent.source] == ["the opposition"]


def test_only_wanted_candidates_are_built(parse):
    doc = parse("He said that she wants to leave.")
    kept = candidates(doc, lambda lemma, frame: lemma == "want")
    assert {c.lemma for c in kept} == {"want"}
