import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A 70-year-old man was shot.",
        "She was 35 years old.",
        "He has been blind since the age of 3, aged 12 years.",
        "Theresa May spoke.",
        "May he rest in peace.",
        "March on, they cried.",
        "Some 2,000 troops left.",
        "It sent 1990 troops.",
        "It cost $1999 and then £2000.",
        "The index closed at 2082.1 points.",
        "Resolution 1973 was adopted.",
        "Czech minister Jan Kavan spoke.",
        "A quarter of them fled.",
        "It was a day of mourning.",
        'In an interview with "This Week" he denied it.',
        "He gave it a second.",
    ],
)
def test_what_dates_nothing(text, plain):
    assert [t.text for t in plain(text, "2020-06-01")] == []


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("They met in May.", "May"),
        ("They met on the Telegraph's roof on Sunday.", "Sunday"),
        ("He told Russia Tuesday that it must leave.", "Tuesday"),
        ("The 2016 elections were close.", "2016"),
        ("It began in 1990 and ended.", "1990"),
        ("The war lasted 70 years.", "70 years"),
    ],
)
def test_what_looks_like_it_and_does(text, expression, plain):
    assert [t.text for t in plain(text, "2020-06-01")] == [expression]
