from datetime import date

import pytest

from onrecord.intake.dateline import printed_date

DAY = date(2025, 2, 17)
BODY = "The two ministers met for an hour and agreed on little, their aides said afterwards."


@pytest.mark.parametrize(
    "text",
    [
        f"WASHINGTON, Feb. 17, 2025 (AP) — {BODY}",
        f"NEW DELHI, India, 17 February 2025 (AFP) - {BODY}",
        f"BRUSSELS, February 17, 2025 – {BODY}",
        f"Ministers meet\n\nPublished February 17, 2025\n\n{BODY}",
        f"Ministers meet\nPosted on: Monday, 17 February 2025\n{BODY}",
        f"Ministers meet\nFirst published 17 Feb 2025 10.31 GMT, updated 18 Feb 2025\n\n{BODY}",
        f"For Immediate Release February 17, 2025\n\n{BODY}",
        f"Ministers meet\n\n17 February 2025\n\n{BODY}",
        f"Monday, February 17, 2025 | 4:05 pm\n{BODY}",
        f"2025-02-17\n{BODY}",
    ],
)
def test_reads_the_date_printed_at_the_top(text: str) -> None:
    assert printed_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        f"WASHINGTON, Feb. 17 (AP) — {BODY}",  # no year
        f"Updated February 17, 2025\n\n{BODY}",  # not the publication
        f"A minister waves, February 17, 2025. (Agency)\n\n{BODY}",  # a photograph's
        f"REMARKS AT THE AIRPORT\n\n(February 17, 2025)\n\n{BODY}",  # the speech's
        f"17 February 2025\n18 February 2025\n\n{BODY}",  # contradictory
        f"On February 17, 2025, the ministers met. {BODY}",
        f"{BODY} {BODY}\n\n17 February 2025\n\n{BODY}",  # below running text
        f"30 February 2025\n{BODY}",
        f"Tuesday, 17 February 2025\n{BODY}",  # it was a Monday
        f"17/02/2025\n{BODY}",
        BODY,
        "",
    ],
)
def test_never_guesses(text: str) -> None:
    assert printed_date(text) is None
