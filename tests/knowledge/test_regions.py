from onrecord.knowledge import regions, state_by_id


def test_regions_lie_in_states() -> None:
    assert all(region.country in state_by_id() for region in regions())


def test_fifty_states_and_the_capital_district() -> None:
    names = {region.name for region in regions() if region.kind == "us-state"}
    assert len(names) == 51
    assert {"Georgia", "Washington", "District of Columbia"} <= names
