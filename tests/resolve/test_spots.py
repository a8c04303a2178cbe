"""When the name of a place says where something is."""

import pytest

from onrecord.resolve.places import read_places


@pytest.mark.parametrize(
    "text",
    [
        "Moscow rejected the plan.",
        "Michael Jordan praised the referee.",
        "George Washington was a general.",
        "The Bank of England raised its rate.",
        "Ministers quoted the Paris Agreement.",
        "He grew up in Paris, Tennessee.",
    ],
)
def test_no_place(nlp, text: str) -> None:
    assert not [p for p in read_places(nlp(text)) if p.id.startswith(("paris", "mosc", "jord"))]
    assert not [p for p in read_places(nlp(text)) if p.id.startswith(("washington", "england"))]


def test_who_governs_from_a_capital_is_no_spot_and_who_travels_there_is(nlp) -> None:
    text = "Vienna welcomed the offer. The envoys flew to Vienna on Friday."
    (place,) = (p for p in read_places(nlp(text)) if p.id == "vienna-aut")
    assert [span.start for span in place.mentions] == [text.rindex("Vienna")]
