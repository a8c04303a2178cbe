import pytest

from onrecord.extract import clauses

pytestmark = pytest.mark.model


def _verb(doc, word):
    return next(token for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Paris refused to sign the treaty.", "sign", "Paris"),
        ("The treaty was signed by Paris.", "signed", "Paris"),
        ("Oslo urged Paris to sign the treaty.", "sign", "Paris"),
        ("Oslo promised Paris to sign the treaty.", "sign", "Oslo"),
        ("The minister who signed the treaty resigned.", "signed", "minister"),
        ("Paris hesitated and signed the treaty.", "signed", "Paris"),
        ("A day after signing the treaty, Paris withdrew.", "signing", "Paris"),
    ],
)
def test_whose_act_a_verb_is(parse, text, verb, subject):
    found = clauses.subject_of(_verb(parse(text), verb))
    assert found is not None
    assert found.text == subject


def test_a_passive_without_agent_has_no_actor(parse):
    assert clauses.subject_of(_verb(parse("The treaty was signed."), "signed")) is None


def test_a_joined_participle_shares_the_passive(parse):
    doc = parse("The minister was arrested and charged in Paris.")
    assert clauses.is_passive(_verb(doc, "charged"))
    doc = parse("The minister has arrested and charged him in Paris.")
    assert not clauses.is_passive(_verb(doc, "charged"))


@pytest.mark.parametrize(
    ("text", "word", "how"),
    [
        ("Oslo signed the treaty.", "signed", "claimed"),
        ("If Oslo signs the treaty, Paris will follow.", "signs", "hypothetical"),
        ("Had Oslo signed the treaty, Paris would have followed.", "signed", "hypothetical"),
        ("Nobody knows whether Oslo signed the treaty.", "signed", "asked"),
        ("Has Oslo signed the treaty?", "signed", "asked"),
        ("Paris denied that it signed the treaty.", "signed", "denied"),
        ("Paris urged Oslo to sign the treaty.", "sign", "wished"),
        ("Paris expects Oslo to sign the treaty.", "sign", "expected"),
    ],
)
def test_how_a_clause_stands(parse, text, word, how):
    assert clauses.standing(_verb(parse(text), word))[0] == how


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("Paris will not sign.", "sign", True),
        ("Paris will never sign.", "sign", True),
        ("Under no circumstances will Paris sign.", "sign", True),
        ("No minister signed.", "signed", True),
        ("Paris will sign.", "sign", False),
    ],
)
def test_negation(parse, text, verb, negated):
    assert clauses.is_negated(_verb(parse(text), verb)) is negated
