import pytest

from onrecord.extract.conditions import condition_of
from onrecord.extract.undertakings import undertakings

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Oslo is ready to send doctors if necessary.", "if necessary"),
        ("Oslo is ready, if asked, to send doctors.", "if asked"),
        (
            "Oslo is ready to send doctors provided that a truce holds.",
            "provided that a truce holds",
        ),
        ("Oslo will send doctors only with Swedish consent.", "only with Swedish consent"),
        ("Oslo will send doctors unless the road is closed.", "unless the road is closed"),
        ("Unless the road is closed, Oslo will send doctors.", "Unless the road is closed"),
        ("Oslo vowed to send doctors in return for a truce.", "in return for a truce"),
        ("Should the talks fail, Oslo would send doctors.", "Should the talks fail"),
        ("Oslo agreed to send doctors in the event of a flood.", "in the event of a flood"),
        ("Oslo is ready to send doctors to the town.", None),
        ("Oslo offered to send doctors after the talks failed.", None),
    ],
)
def test_the_words_an_act_depends_on(parse, text, condition):
    doc = parse(text)
    found = next(iter(undertakings(doc)))
    words = condition_of(found.act, found.trigger)
    assert (doc[words[0] : words[1]].text if words else None) == condition
