"""Verbs of taking part."""


def test_who_joins_and_who_is_kept_out_of_the_encounter_at_hand(meetings):
    (meeting,) = meetings(
        "Emmanuel Macron will meet Olaf Scholz in Paris on Monday. Mark Rutte will also attend. "
        "Viktor Orban is not invited."
    )
    roles = {part.actor: part.role for part in meeting.participants}
    assert roles["mark-rutte"] == "attends"
    assert roles["viktor-orban"] == "excluded"


def test_taking_part_in_something_else_is_no_encounter(meetings):
    assert not meetings("Emmanuel Macron participated in a programme for young farmers.")
