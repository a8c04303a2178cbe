from datetime import date

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway attacked Latvia on Monday.", "happened"),
        ("Norway is bombing Latvia.", "ongoing"),
        ("Norway will meet Latvia on Friday.", "planned"),
        ("If Norway attacks Latvia, Malta will fall.", "hypothetical"),
        ("Norway may attack Latvia.", "hypothetical"),
        ("Norway denied that it attacked Latvia.", "denied"),
    ],
)
def test_how_a_happening_stands(events, text, status):
    found, _ = events(text, date(2024, 5, 8))
    assert [e.status for e in found if e.type in ("ASSAULT", "CONSULT")] == [status]


def test_what_did_not_happen_is_no_event(events):
    assert events("Norway did not attack Latvia.")[0] == ()
