import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the 2000s", "200X"),
        ("the 1800s", "18XX"),
        ("the '60s", "196X"),
        ("the ’20s", "202X"),
        ("June '44", "1944-06"),
        ("in '24", "2024"),
        ("in '45", "1945"),
        ("no later than July 30", "2022-07-30"),
        ("in the run-up to the November election", "2022-11"),
        ("on 3/14/22", "2022-03-14"),
        ("on 3/4/22", "2022-XX-XX"),
        ("on 14.03.2022", "2022-03-14"),
        ("on 2022/03/14", "2022-03-14"),
    ],
)
def test_values(text, value, plain):
    assert [t.value for t in plain(f"It happened {text}, he said.", "2022-06-15")] == [value]


@pytest.mark.parametrize("text", ["the 1st century BC", "Feb. 30", "the 40th century", "2022-13-4"])
def test_what_no_calendar_has(text, plain):
    assert [t.value for t in plain(f"It happened {text}.", "2022-06-15")] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet on the 21st.", "2022-06-21"),
        ("They met on the 21st.", "2022-05-21"),
        ("Talks will begin on 29 June and end on the 3rd.", "2022-07-03"),
    ],
)
def test_a_day_of_the_month(text, value, parsed):
    assert parsed(text, "2022-06-15")[-1].value == value
