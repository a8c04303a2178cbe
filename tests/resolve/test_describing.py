import pytest

pytestmark = pytest.mark.model


def only(actors, kind):
    """The one actor of a kind."""
    (found,) = [actor for actor in actors.values() if actor.kind == kind]
    return found


def test_an_aide_is_described_and_serves(actors_of):
    actors = actors_of(
        "French President Emmanuel Macron waited. A senior adviser to Macron said talks failed."
    )
    adviser = only(actors, "unnamed")
    assert adviser.name == "senior adviser to Emmanuel Macron"
    assert adviser.represents == "presidency-of-fra"


def test_an_official_of_a_state(actors_of):
    official = only(actors_of("A US official said talks failed."), "unnamed")
    assert (official.country, official.represents) == ("USA", "government-of-usa")


def test_whose_mother_it_is(actors_of):
    actors = actors_of("Peter Novak wept. His mother said nothing. She left.")
    assert only(actors, "unnamed").name == "Peter Novak’s mother"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A Danish team won. The team said it was glad.", ["A Danish team", "The team", "it"]),
        ("A Danish team won. The Polish team said it was sad.", ["A Danish team"]),
    ],
)
def test_what_adds_something_is_another(actors_of, text, mentions):
    first = [
        [m.text for m in actor.mentions]
        for actor in actors_of(text).values()
        if actor.mentions[0].text == "A Danish team"
    ]
    assert first in ([mentions], [])
    assert len(mentions) == 1 or first


def test_whom_somebody_represents_is_in_the_name(actors_of):
    actors = actors_of("Eleven envoys representing Baltic ports said that trade had grown.")
    assert "eleven-envoys-representing-baltic-ports" in actors


def test_its_top_diplomat_is_its_foreign_minister(actors_of):
    actors = actors_of(
        "Kenya could withdraw its police, its top diplomat told the council on Thursday. “We "
        "cannot go on,” Kenyan Foreign Secretary Olga Novak said. Canada’s foreign minister, Ann "
        "Roe, agreed."
    )
    assert "its top diplomat" in [m.text for m in actors["olga-novak"].mentions]


def test_a_leaders_minister_is_his_countrys(actors_of):
    actors = actors_of(
        "Kenyan President John Roe arrived, as his foreign minister refused to comment. “No,” "
        "Kenyan Foreign Minister Olga Novak said later."
    )
    assert "his foreign minister" in [m.text for m in actors["olga-novak"].mentions]


def test_what_rebels_are_accused_of_is_no_part_of_their_name(actors_of):
    actors = actors_of(
        "The minister accused the rebels of attacking a village on Monday. The rebels denied it."
    )
    assert "rebels" in {actor.name for actor in actors.values()}
    assert not any(actor.name.endswith(" of") for actor in actors.values())
