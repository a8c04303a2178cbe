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


def test_a_senators_staff_do_not_speak_for_the_government(actors_of):
    actors = actors_of(
        "Senator Jane Roe of the Republican Party wrote a letter. Roe’s spokesman, John Hill, did "
        "not respond. A Roe aide said the White House had not replied."
    )
    assert all(
        actor.represents != "government-of-usa"
        for actor in actors.values()
        if "Hill" in actor.name or "aide" in actor.name
    )
