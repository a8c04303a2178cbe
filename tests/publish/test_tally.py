from onrecord.publish.tally import Tally
from tests.publish.samples import BARE, FULL


def test_counts_add_up_and_zeros_are_left_out():
    tally = Tally()
    tally.add(BARE)
    assert tally.lines() == ("1 report", "3 words")
    tally.add(FULL)
    assert tally.lines() == (
        "2 reports",
        "131 words",
        "8 statements (2 without a known speaker)",
        "8 actors",
        "4 events, meetings and commitments",
        "1 error",
        "1 warning",
        "1 note",
    )
