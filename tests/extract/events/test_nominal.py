import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Oslo launched a series of raids on Riga.", "ASSAULT"),
        ("Oslo carried out two missile launches.", "MOBILIZE.weapons"),
        ("Riga spoke of the army's use of chemical weapons.", "ASSAULT"),
        ("Oslo announced a suspension of aid to Riga.", "SANCTION"),
        ("Violence erupted in Riga.", "ASSAULT"),
        ("Teachers in Riga began a hunger strike.", "PROTEST.hunger"),
        ("Unions in Riga held a general strike.", "PROTEST.strike"),
    ],
)
def test_a_noun_that_reports_a_happening(triggered, text, label):
    assert label in [t.label for t in triggered(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo gave an account of the attack.",
        "Oslo held no talks with Riga.",
        "The talk of the town was Riga.",
        "The weather poses a threat to Riga.",
        "The war between Oslo and Riga is long.",
        "She spent the summer at her retreat on the lake.",
        "Oslo has the support of Riga.",
        "Oslo leads the charge for Riga.",
        "The use of the word was new.",
    ],
)
def test_what_happens_in_no_noun(triggered, text):
    assert [t.label for t in triggered(text) if t.word.pos_ == "NOUN"] == []
