import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Norway released a video about Latvia.",
        "The Latvian president received a certificate in Norway.",
        "Norway offered a glimpse of the Latvian talks.",
        "Norway backed off from Latvia.",
        "Norway charged Latvian tourists for maps.",
        "The numbers demonstrate that Norway leads Latvia.",
        "Norway sought treatment for Latvian officials.",
        "Norway cut taxes on Latvian officials.",
        "Asked for comment on Latvia, Norway was silent.",
        "The Norwegian minister was captured in a photo with Latvian guests.",
        "Norway defended its weather against Latvia.",
        "Norwegian officials talked about Latvia.",
    ],
)
def test_what_its_objects_make_another_thing(events, text):
    assert events(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway released two Latvian prisoners.", "RETREAT"),
        ("The Norwegian king received the Latvian envoy.", "CONSULT"),
        ("Norway offered to help Latvia.", "AGREE"),
        ("Prosecutors in Norway charged a Latvian general with espionage.", "ACCUSE"),
        ("Norway cut aid to Latvia.", "SANCTION"),
        ("Norway sought a meeting with Latvia.", "REQUEST"),
        ("Norway defended the Latvian minister.", "SUPPORT"),
        ("Norwegian officials talked with Latvia.", "CONSULT"),
    ],
)
def test_what_its_objects_leave_it(events, text, kind):
    assert kind in [event.type for event in events(text)[0]]
