import pytest

from onrecord.extract.events.sides import acting, giver, suffering

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Norway attacked Latvia.", "Norway", "Latvia"),
        ("Latvia was attacked by Norway.", "Norway", "Latvia"),
        ("Norway launched an attack on Latvia.", "Norway", "Latvia"),
        ("Norway withdrew its troops from Latvia.", "Norway", "Latvia"),
        ("Norway refused to send doctors to Latvia.", "Norway", "Latvia"),
        ("Norway accused Latvia of theft.", "Norway", "Latvia"),
    ],
)
def test_the_likeliest_sides_come_first(triggered, text, actor, recipient):
    (trigger,) = triggered(text)
    assert next(acting(trigger)).text == actor
    assert recipient in [noun.text for noun in suffering(trigger)][:2]


def test_who_receives_is_acted_upon(triggered):
    (trigger,) = triggered("Norway drew criticism from Latvia.")
    found = giver(trigger)
    assert found is not None
    assert found.text == "Latvia"
