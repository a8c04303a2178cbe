"""Who is invited, absent, shut out, host."""

import pytest

from tests.extract.meetings.conftest import parts


@pytest.mark.parametrize(
    ("text", "actor", "role"),
    [
        (
            "Emmanuel Macron will host a summit in Paris on Friday. Ukraine was not invited to "
            "the talks.",
            "government-of-ukr",
            "excluded",
        ),
        (
            "Oman has offered to host talks between Iran and the United States in May. Neither "
            "Kenya nor Chad was invited.",
            "government-of-tcd",
            "excluded",
        ),
        (
            "Ukraine was excluded from the talks between Russia and the United States.",
            "government-of-ukr",
            "excluded",
        ),
        (
            "Brazil invited the leaders of Chile and Peru to a conference in Brasilia.",
            "government-of-per",
            "invited",
        ),
        (
            "The foreign ministers of Japan and India met in Tokyo. US Secretary of State Marco "
            "Rubio skipped the meeting.",
            "marco-rubio",
            "absent",
        ),
        (
            "The Kremlin said President Vladimir Putin would not attend the summit in Istanbul.",
            "vladimir-putin",
            "absent",
        ),
    ],
)
def test_roles(meetings, text, actor, role):
    (meeting,) = meetings(text)
    assert parts(meeting)[actor] == role


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Emmanuel Macron will host a summit of bankers in Paris on Friday.", "emmanuel-macron"),
        (
            "Alexander Lukashenko arrived in Beijing on Monday for a visit at the invitation of "
            "Xi Jinping.",
            "xi-jinping",
        ),
    ],
)
def test_host(meetings, text, host):
    (meeting,) = meetings(text)
    assert meeting.host == host


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Participants in the Madrid conference included Germany, Sweden and Norway.",
            {f"government-of-{c}": "attends" for c in ("deu", "swe", "nor")},
        ),
        (
            "Among those attending the summit in Rome are Giorgia Meloni and Pedro Sanchez.",
            {"giorgia-meloni": "attends", "pedro-sanchez": "attends"},
        ),
        (
            "China sent its vice foreign minister to the talks in Geneva, while India was "
            "represented by its ambassador.",
            {"government-of-chn": "represented", "government-of-ind": "represented"},
        ),
        (
            "The summit in Baghdad between Egypt and Jordan was boycotted by Qatar.",
            {
                "government-of-egy": "attends",
                "government-of-jor": "attends",
                "government-of-qat": "absent",
            },
        ),
    ],
)
def test_who_has_which_part(meetings, text, expected):
    (meeting,) = meetings(text)
    assert parts(meeting) == expected


def test_somebody_who_will_not_travel_to_it_is_absent(meetings):
    found = meetings(
        "President Vladimir Putin will not travel to Johannesburg for the summit in August."
    )
    (summit,) = (m for m in found if m.form == "summit")
    assert (summit.status, parts(summit)) == ("planned", {"vladimir-putin": "absent"})
