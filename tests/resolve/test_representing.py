import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Estonian Foreign Minister Juhan Tamm spoke.", "juhan-tamm", "government-of-est"),
        ("Jana Novak, a Kremlin spokeswoman, declined to comment.", "jana-novak",
         "government-of-rus"),
        ("NATO spokeswoman Jana Novak said so. NATO agreed.", "jana-novak", "nato"),
    ],
)  # fmt: skip
def test_who_speaks_for_whom(actors_of, text, person, body):
    actors = actors_of(text)
    assert actors[person].represents == body
    assert body in actors


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Former Estonian Foreign Minister Juhan Tamm spoke.", "juhan-tamm"),
        ("Sen. Jana Novak, a Republican from Ohio, spoke in Congress.", "jana-novak"),
        ("Juhan Tamm spoke in Estonia.", "juhan-tamm"),
    ],
)
def test_who_speaks_for_nobody_but_themselves(actors_of, text, person):
    assert actors_of(text)[person].represents is None
