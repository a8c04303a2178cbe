import pytest

from onrecord.resolve import names
from onrecord.resolve.reading import read

pytestmark = pytest.mark.model


def persons(nlp, text):
    reading = read(nlp(text))
    return [reading.printed(n.start, n.end) for n in names.find(reading).own if n.sort == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Damore wrote a memo. Damore was dismissed.", ["Damore", "Damore"]),
        ("Prime Minister [Shinzo] Abe of Japan spoke.", ["[Shinzo] Abe"]),
        ("Moon Jae-in met Ursula von der Leyen.", ["Moon Jae-in", "Ursula von der Leyen"]),
        ("The summit in Panmunjom ended on Friday.", []),
    ],
)
def test_persons(nlp, text, expected):
    assert persons(nlp, text) == expected


def test_a_heading_names_only_whom_the_text_names(nlp):
    text = (
        "Jane Smith Hammers Wall Street Bank\n\nSenator Jane Smith criticised the bank on Monday."
    )
    assert persons(nlp, text) == ["Jane Smith", "Jane Smith"]


def test_an_outlets_word_that_begins_a_bodys_name(nlp):
    reading = read(nlp("The National Governors Association said that The National had erred."))
    found = names.find(reading)
    assert [match.start for match in found.known] == [7]


@pytest.mark.model
def test_a_country_is_no_man_of_that_given_name(actors_of):
    actors = actors_of(
        "Prime Minister Benjamin Netanyahu vowed that Israel would act again. His defence "
        "minister, Israel Katz, agreed."
    )
    assert "Israel" not in [m.text for m in actors["israel-katz"].mentions]
    assert "government-of-isr" in actors
