import pytest

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
