import pytest

pytestmark = pytest.mark.model

TEXT = (
    "Estonian President Juhan Tamm met Latvian President Janis Ozols on Monday. "
    "The two leaders agreed to cooperate. They said a treaty would follow."
)


def test_the_two_leaders_are_the_two_named(actors_of):
    actors = actors_of(TEXT)
    (group,) = [a for a in actors.values() if a.kind == "group"]
    assert set(group.members) == {"juhan-tamm", "janis-ozols"}
    assert ("They", "pronoun") in [(m.text, m.form) for m in group.mentions]


def test_both_koreas(actors_of):
    actors = actors_of("The two Koreas agreed to talks on Friday, South Korea said.")
    (group,) = [a for a in actors.values() if a.kind == "group"]
    assert set(group.members) == {"government-of-prk", "government-of-kor"}


def test_the_leaders_are_those_named_side_by_side(actors_of):
    actors = actors_of("Jana Novak and Olga Tamm met on Monday. The leaders agreed to talk.")
    (pair,) = [a for a in actors.values() if a.kind == "group"]
    assert set(pair.members) == {"jana-novak", "olga-tamm"}
    assert "The leaders" in [m.text for m in pair.mentions]
