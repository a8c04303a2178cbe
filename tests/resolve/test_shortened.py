import pytest

from onrecord.resolve.gazetteer import find
from onrecord.resolve.reading import read
from onrecord.resolve.shortened import full_outlets

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "mentions"),
    [
        ("He told The Washington Post so. The Post asked again.", "washington-post",
         ["Washington Post", "Post"]),
        ("The New York Times asked. Later the Times printed it.", "new-york-times",
         ["New York Times", "Times"]),
        ("The Harbour Workers Union struck. Nobody blamed the Union.", "harbour-workers-union",
         ["Harbour Workers Union", "Union"]),
    ],
)  # fmt: skip
def test_a_body_by_its_last_word(actors_of, text, actor, mentions):
    assert [m.text for m in actors_of(text)[actor].mentions] == mentions


def test_two_unions_are_not_told_apart(actors_of):
    actors = actors_of(
        "The Harbour Workers Union struck, and the Meadow Workers Union watched. "
        "Nobody blamed the Union."
    )
    assert not any(m.text == "Union" for a in actors.values() for m in a.mentions)


def test_outlets_by_their_last_word(nlp):
    found = full_outlets(find(read(nlp("The New York Times asked The Guardian."))))
    assert {word: entry.id for word, entry in found.items()} == {"times": "new-york-times"}


def test_an_acronym_in_brackets(actors_of):
    actors = actors_of("The Harbour Workers Union (HWU) struck. The HWU wants more.")
    assert "HWU" in [m.text for m in actors["harbour-workers-union"].mentions]
