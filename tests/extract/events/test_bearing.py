import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Norway struck a balance on Monday.",
        "Norway asked whether Latvia was ready.",
        "The path to return to Norway is long.",
        "Norway usually meets Latvia in May.",
        "The tailor thanked the baker.",
        "Norway can attack Latvia.",
        "Norway declined to comment on Latvia.",
        "Norway returned to the table with Latvia.",
        "Norway gave Latvia a headache.",
        "The crisis hit Latvia on Monday.",
        "Norwegian ministers speak with Latvian diplomats every week.",
        "A league that opposes Latvia won seats in Norway.",
        "The cost of bombing Latvia was not known.",
        "Norway split the council, allowing Latvia to win.",
    ],
)
def test_what_only_sounds_like_a_happening(events, text):
    assert events(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway struck a Latvian base on Monday.", "ASSAULT"),
        ("Norway asked Latvia to withdraw its troops.", "REQUEST"),
        ("Norway gave Latvia ten million dollars.", "AID"),
        ("Norway began to shell Latvia.", "ASSAULT"),
        ("Norway is scheduled to meet Latvia.", "CONSULT"),
        ("A Norwegian missile hit Latvia on Monday.", "ASSAULT"),
        ("A statement of the Norwegian government condemned Latvia.", "ACCUSE"),
        ("Norway denied entry to Latvian ministers.", "REJECT"),
    ],
)
def test_what_is_one(events, text, kind):
    assert kind in [event.type for event in events(text)[0]]
