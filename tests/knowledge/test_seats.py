from onrecord.knowledge import organisation_by_id, seats, state_by_id

SEATS = {name: seat for seat in seats() for name in seat.names}
GOVERNMENTS = {state.government_id: state.government_name for state in state_by_id().values()}


def test_what_a_seat_stands_for_is_named_alike_everywhere() -> None:
    for seat in seats():
        assert (seat.stands_for is None) == (seat.body is None) == (seat.body_kind is None)
        if seat.stands_for in GOVERNMENTS:
            assert seat.body == GOVERNMENTS[seat.stands_for], seat
        elif seat.stands_for in organisation_by_id():
            assert seat.body == organisation_by_id()[seat.stands_for].name, seat
        elif seat.stands_for is not None:
            branch, _, code = seat.stands_for.rpartition("-of-")
            assert branch and code.upper() in state_by_id(), seat


def test_well_known_seats() -> None:
    assert SEATS["Kremlin"].stands_for == "government-of-rus"
    assert SEATS["Number 10"].stands_for == "government-of-gbr"
    assert SEATS["Foggy Bottom"].stands_for == "us-state-department"
    assert SEATS["Elysee"] is SEATS["Élysée"]
    assert SEATS["Brussels"].stands_for == "european-union"
