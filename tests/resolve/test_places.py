"""Places, with all their mentions."""

import pytest

from onrecord.resolve.places import read_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys will meet in Vienna on Friday.", {"vienna-aut": ["Vienna"]}),
        ("They gathered in the border village of Panmunjom.", {"panmunjom-kor": ["Panmunjom"]}),
        ("The Paris summit ended late.", {"paris-fra": ["Paris"]}),
        ("The minister is on a visit to Jordan.", {"jordan": ["Jordan"]}),
        ("She flew to Saudi Arabia on Monday.", {"saudi-arabia": ["Saudi Arabia"]}),
        ("The leaders dined at the White House.", {"white-house-usa": ["White House"]}),
        ("Officials in Washington, D.C., waited.", {"washington-usa": ["Washington, D.C."]}),
        (
            "Both sides met in Springfield, Illinois, last week.",
            {"springfield-illinois-usa": ["Springfield"], "illinois": ["Illinois"]},
        ),
    ],
)
def test_places(nlp, text: str, expected: dict[str, list[str]]) -> None:
    found = read_places(nlp(text))
    assert {p.id: [span.of(text) for span in p.mentions] for p in found} == expected


def test_mentions_of_one_place_are_one_entry(nlp) -> None:
    text = "Talks opened in Geneva on Monday. On Tuesday the envoys left Geneva."
    (place,) = (p for p in read_places(nlp(text)) if p.name == "Geneva")
    assert next(span.of(text) for span in place.mentions) == "Geneva"
    assert (place.country, round(place.lat), round(place.lon)) == ("CHE", 46, 6)
