from onrecord.web import addresses


def test_what_is_not_asked_is_left_out():
    assert addresses.address("/search", {"q": "a b", "from": None}, page="") == "/search?q=a+b"
    assert addresses.address("/search") == "/search"


def test_ids_of_reports_cannot_leave_their_place_in_an_address():
    assert addresses.who_address("a/../b?c#d") == "/who/a%2F..%2Fb%3Fc%23d"
    assert addresses.entry_address('x/actor/"><script>') == "/report/x/actor/%22%3E%3Cscript%3E"
    assert addresses.meeting_address("x/meeting/m 1") == "/meeting/x/m%201"
    assert addresses.short_of("x/meeting/m1") == "x"
