import pytest

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.reading import read
from onrecord.resolve.salience import best, role_weight, salience

pytestmark = pytest.mark.model


@pytest.fixture
def reading(nlp):
    """Olga (0) is the subject, Jana (2) the object; the rest is other people's weather."""
    return read(nlp("Olga thanked Jana. It rained. It snowed. It rained again."))


def test_subjects_weigh_more_than_objects(reading):
    assert role_weight(reading, 0, 1) > role_weight(reading, 2, 3)


def test_weight_halves_with_every_sentence(reading):
    draft = Cast(reading).add(Draft(kind="person", name="Olga"))
    draft.ranges.append((0, 1, "name"))
    starts = [i for i in range(len(reading)) if reading.lower[i] == "it"]
    near, later, last = (salience(reading, draft, at) for at in starts)
    assert near == pytest.approx(2 * later, rel=0.01)
    assert later == pytest.approx(2 * last, rel=0.01)


def test_nobody_mentioned_yet_weighs_nothing(reading):
    assert salience(reading, Draft(kind="person", name="Olga"), 5) == 0.0


def test_the_best_must_lead():
    one, two = Draft(kind="person", name="A"), Draft(kind="person", name="B")
    assert best([(2.0, one), (1.0, two)], least=0.5, margin=1.5) is one
    assert best([(1.2, one), (1.0, two)], least=0.5, margin=1.5) is None
    assert best([(0.2, one)], least=0.5, margin=1.5) is None
    assert best([], least=0.0, margin=1.0) is None


@pytest.mark.model
def test_a_name_beside_the_subject_counts_as_the_subject(actors_of):
    actors = actors_of(
        "Envoy Pekka Tamm met the king and left. Kenya’s foreign minister, John Roe, discussed it "
        "with the envoy, his ministry said."
    )
    assert "his" in [m.text for m in actors["john-roe"].mentions]


def test_a_sentence_counts_by_its_weightiest_mention(nlp):
    reading = read(nlp("Olga said she knew what she wanted. Jana left."))
    cast = Cast(reading)
    often, once = Draft(kind="person", name="Olga"), Draft(kind="person", name="Olga")
    cast.note(once, 0, 1, "name")
    for start in (0, 2, 5):
        cast.note(often, start, start + 1, "name" if not start else "pronoun")
    assert salience(reading, once, 8) < salience(reading, often, 8) < 2 * salience(reading, once, 8)
