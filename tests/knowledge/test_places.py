import pytest

from onrecord.knowledge import place_key, places, places_named, regions, state_by_id

BY_ID = {place.id: place for place in places()}


def test_well_known_places() -> None:
    paris = BY_ID["paris-fra"]
    assert (paris.kind, paris.country) == ("capital", "FRA")
    assert (round(paris.lat), round(paris.lon)) == (49, 2)
    assert BY_ID["white-house-usa"].kind == "venue"
    assert BY_ID["saudi-arabia"].country == "SAU"


def test_every_place_lies_on_the_globe_in_a_known_state() -> None:
    for place in places():
        assert -90 <= place.lat <= 90 and -180 <= place.lon <= 180, place
        assert place.country in state_by_id(), place


def test_every_capital_of_a_member_state_is_there() -> None:
    cities = {(p.country, place_key(name)) for p in places() for name in p.names}
    for state in state_by_id().values():
        if state.status == "un-member" and state.capitals:
            assert any((state.id, place_key(c)) in cities for c in state.capitals), state.id


def test_regions_are_those_of_their_table() -> None:
    known = {region.id for region in regions()}
    assert {p.id for p in places() if p.kind == "region"} <= known
    assert {p.part_of for p in places() if p.part_of} <= known


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kiev", {"kyiv-ukr"}),
        ("Sharm El Sheikh", {"sharm-el-sheikh-egy"}),
        ("the U.S.", {"united-states"}),
        ("Georgia", {"georgia", "georgia-usa"}),
        ("Élysée", {"elysee-palace-fra"}),
        ("Nowhere", set()),
    ],
)
def test_names(name: str, expected: set[str]) -> None:
    assert {place.id for place in places_named().get(place_key(name), ())} == expected


def test_key_folds_accents_hyphens_and_dots() -> None:
    assert place_key("Évian-les-Bains") == "evian les bains"
    assert place_key("Washington, D.C.") == "washington dc"
    assert place_key("Łódź") == "lodz"
