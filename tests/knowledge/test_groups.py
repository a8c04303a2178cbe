from datetime import date

from onrecord.knowledge import state_by_id, state_groups

GROUPS = {group.id: group for group in state_groups()}


def test_members_are_states_of_the_table() -> None:
    for group in state_groups():
        assert group.members, group.id
        for membership in group.members:
            assert membership.state in state_by_id(), membership
            if membership.since and membership.until:
                assert membership.since < membership.until, membership


def test_membership_follows_the_date() -> None:
    union = GROUPS["european-union"]
    assert len(union.members_on(date(2012, 1, 1))) == 27
    assert len(union.members_on(date(2016, 1, 1))) == 28
    assert "GBR" not in union.members_on(date(2021, 1, 1))
    assert len(union.members_on(date(2025, 1, 1))) == 27
    assert len(GROUPS["nato"].members_on(date(2022, 2, 24))) == 30
    assert len(GROUPS["nato"].members_on(date(2024, 4, 1))) == 32
    assert len(GROUPS["african-union"].members_on(date(2025, 1, 1))) == 55


def test_the_seven_are_seven() -> None:
    assert len(GROUPS["g7"].members) == 7
    assert {m.state for m in GROUPS["g7"].members} < {m.state for m in GROUPS["g8"].members}
