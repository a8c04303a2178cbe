import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.resolve.actors import read_actors
from onrecord.resolve.sources import resolve_sources

pytestmark = pytest.mark.model

WORDS = st.sampled_from(
    [
        *[
            "President",
            "Merkel",
            "Mr.",
            "Kim",
            "Jong",
            "Un",
            "said",
            "he",
            "she",
            "they",
            "the",
            "U.S.",
            "Russian",
            ",",
            ".",
            "“",
            "”",
            "(",
            ")",
            "[",
            "]",
            "-",
        ],
        *[
            "and",
            "of",
            "Kyiv",
            "prime",
            "minister",
            "IAEA",
            "agency",
            "’s",
            "'s",
            "Jr.",
            "who",
            "told",
            "leaders",
            "pair",
            "two",
            "北",
            "é",
        ],
        *["Koreas", "North", "his", "its", "I", "we", "UK", "Reuters"],
        "\n\n",
        '"',
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=60))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=3))
def test_any_text_gives_mentions_in_bounds_and_the_same_twice(nlp, text, places):
    doc = nlp(text)
    actors = read_actors(doc)
    assert all(m.span.of(text) == m.text for actor in actors for m in actor.mentions)
    assert read_actors(nlp(text)) == actors
    sources = [
        (Span(start, min(start + size, len(text))),) for start, size in places if start < len(text)
    ]
    more, ids = resolve_sources(doc, actors, [*sources, ()])
    known = {actor.id for actor in more}
    assert len(known) == len(more)
    # A state that only speaks is its government; everybody else stays.
    assert {actor.id for actor in actors if actor.kind != "state"} <= known
    assert all(found is None or found in known for found in ids)
    assert ids[-1] is None
    assert all({*actor.members, actor.represents} <= {*known, None} for actor in more)


def test_one_person_with_every_mention(actors_of, forms):
    actors = actors_of(
        "Danish Prime Minister Mette Frederiksen arrived on Monday. Frederiksen said she would "
        "stay. Her visit ends on Friday, the prime minister told reporters."
    )
    person = actors["mette-frederiksen"]
    assert forms(person) == [
        ("Mette Frederiksen", "name"),
        ("Frederiksen", "name"),
        ("she", "pronoun"),
        ("Her", "pronoun"),
        ("the prime minister", "nominal"),
    ]
    assert person.country == "DNK"


def test_a_stranger_keeps_the_name_printed(actors_of):
    actors = actors_of(
        "Volodymira Zelenskaja, a baker, said the bread was fresh. Zelenskaja smiled."
    )
    assert "volodymira-zelenskaja" in actors
    assert actors["volodymira-zelenskaja"].known_as is None
