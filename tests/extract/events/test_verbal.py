import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Oslo ended the war in Riga.", "RETREAT"),
        ("Oslo reduced tariffs on goods from Riga.", "CONCEDE"),
        ("Oslo used nerve gas on Riga.", "ASSAULT"),
        ("Oslo tested a ballistic missile.", "MOBILIZE.weapons"),
        ("The senate blocked the nomination.", "REJECT"),
        ("Police seized his computers.", "COERCE.seize"),
        ("Oslo was glad of the treaty it suspended.", "SANCTION"),
        ("Oslo is ready to talk.", "AGREE"),
    ],
)
def test_what_verb_and_object_report(triggered, text, label):
    assert label in [t.label for t in triggered(text)]


def test_readiness_to_harm_is_no_cooperation(triggered):
    assert "AGREE" not in [t.label for t in triggered("Oslo is ready to attack Riga.")]
