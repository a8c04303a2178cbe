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
        "Wait a minute.",
        "Girls aged 12 to 17 years may apply.",
        "The fall of the government was expected.",
        "He read The Fall.",
        "The March on Washington is remembered.",
        "She lives on the 21st floor.",
        "He spoke every now and then of the now-infamous meeting.",
        "He bought some time.",
        "The past administration did so.",
        "They left Mon state.",
        "She won 2016 delegates.",
        "They published Project 2025.",
        "He lost the first quarter-final.",
        "Quarterly results were poor.",
        "The party daily Granma praised him.",
        "It came in the final days of the campaign.",
        "She stood at 5'11 tall and said '20 of them came.",
        "They work 24/7.",
        "It rests on 16 U.S.C. 1531 et seq.",
        "It rests on 40 C.F.R. parts 1500-1508.",
        "The winter wheat was cut.",
        "He wrote for Defense Weekly.",
        "It was high noon for the coalition.",
        "They will meet as soon as possible.",
        "It was unthinkable months ago, and a few years ago, and long ago.",
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
        ("In this Jan. 19, 2018 photo he smiles.", "Jan. 19, 2018"),
        ("It came on the first weekday following Friday's report.", "Friday"),
        ("In the early hours of Monday the siren went.", "Monday"),
        ("Three years to the day after the war began, they met.", "Three years"),
        ("June and nothing else, says May in June.", "June"),
        ("He heard of it in an August report.", "August"),
        ("He ran again in '16.", "'16"),
        ("They will meet on the 21st.", "the 21st"),
        ("It is Memorandum 25 of October 24, 2019.", "October 24, 2019"),
        ("In the past, he lied.", "the past"),
        ("The truce is to last seven days.", "seven days"),
    ],
)
def test_what_looks_like_it_and_does(text, expression, plain):
    assert [t.text for t in plain(text, "2020-06-01")] == [expression]
