import pytest

from onrecord.extract.events.setting import contexts_of, mode_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Norway bombed Latvia.", "ASSAULT", "AERIAL"),
        ("Rebels killed six guards in a suicide attack.", "ASSAULT", "SUICIDE-ATTACK"),
        ("Norway refused to meet Latvia.", "REJECT", "MEET"),
        ("Norway asked Latvia to help its farmers.", "REQUEST", "ASSIST"),
        ("Norway threatened to attack Latvia.", "THREATEN", "VIOLENCE"),
        ("Norway threatened to deal Latvia a blow.", "THREATEN", "VIOLENCE"),
        ("Norway threatened to occupy Latvia.", "THREATEN", "TERRITORY"),
        ("Norway threatened to arrest Latvian envoys.", "THREATEN", "ARREST"),
        ("Norway condemned Latvia.", "ACCUSE", "DISAPPROVE"),
        ("Norway praised Latvia.", "SUPPORT", None),
    ],
)
def test_modes(triggered, text, kind, mode):
    assert mode_of(kind, triggered(text)[0], 2) == mode


def test_contexts(triggered):
    (trigger,) = triggered("Norway condemned the trade tariffs on Latvia.")
    assert contexts_of(trigger) == ("economic",)
