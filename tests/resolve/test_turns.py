import pytest

from onrecord.language.paragraphs import read_layout
from onrecord.resolve.turns import names_nobody, read_turns

BRIEFING = """Press Room

1:37 P.M. EST

MS. BERG: Good afternoon. (Laughter.) The minister is back from Riga.

He will speak tomorrow.

Q Will he — will he take questions?

MS. BERG: (Inaudible.) He will, as always. (Applause.)

(The film is shown.)

MR. McDOWELL: — and so will I.

END 2:11 P.M. EST
"""


def turns(text):
    found = read_turns(text, read_layout(text).paragraphs)
    return [(turn.label.of(text), [span.of(text) for span in turn.content]) for turn in found]


def test_a_turn_is_what_stands_between_two_labels_without_stage_directions():
    assert turns(BRIEFING) == [
        (
            "MS. BERG",
            [
                "Good afternoon. (Laughter.) The minister is back from Riga.",
                "He will speak tomorrow.",
            ],
        ),
        ("Q", ["Will he — will he take questions?"]),
        ("MS. BERG", ["He will, as always."]),
        ("MR. McDOWELL", ["and so will I."]),
    ]


def test_the_sign_is_the_colon_and_a_question_has_none():
    signs = [turn.sign for turn in read_turns(BRIEFING, read_layout(BRIEFING).paragraphs)]
    assert [sign.of(BRIEFING) if sign else None for sign in signs] == [":", None, ":", ":"]


def test_a_speech_is_one_turn():
    speech = "State Hall\n\nTHE PRESIDENT: Thank you all.\n\nWe meet at a grave hour.\n\n# # #\n"
    assert turns(speech) == [("THE PRESIDENT", ["Thank you all.", "We meet at a grave hour."])]


@pytest.mark.parametrize(
    "text",
    [
        # A fact sheet: each paragraph opens with what it is about.
        "LOWERING COSTS: Rents fell.\n\nSECURING BORDERS: Crossings fell.\n\nTHE FACTS: Both fell.",
        "FACT: Rents fell.\n\nMYTH: Rents rose.\n\nFACT: They fell.\n\nFACT: They did.",
        "FILE PHOTO: A ship.\n\nFILE PHOTO: A port.\n\nFILE PHOTO: A crane.",
        "MR. BERG: I was asked only once.\n\nThe rest is the paper's own.",
    ],
)
def test_headings_and_captions_are_no_turns(text):
    assert turns(text) == []


def test_a_name_alone_is_a_label_where_the_report_prints_it_as_a_name():
    exchange = "HOLM: Why?\n\nBERG: Because.\n\nHOLM: But why?\n\nBERG: So.\n\nHOLM: I see.\n\n"
    body = "With that Ivar Berg and the host, Anna Holm, went home.\n\n"
    assert [label for label, _ in turns(exchange + "BERG: Good night.\n\n" + body)] == [
        *("HOLM", "BERG", "HOLM", "BERG", "HOLM", "BERG")
    ]


def test_an_article_goes_on_in_its_own_words_after_a_turn():
    lead = "The minister did not have a good day in parliament on Monday. " * 4
    article = f"{lead}\n\nMR. BERG: I resign.\n\nNobody spoke.\n\nMR. BERG: I do.\n\nHe left."
    assert turns(article) == [("MR. BERG", ["I resign."]), ("MR. BERG", ["I do."])]


@pytest.mark.parametrize(
    ("label", "nobody"), [("Q", True), ("AUDIENCE MEMBER", True), ("MR. BERG", False)]
)
def test_who_asks_is_nobody_in_particular(label, nobody):
    assert names_nobody(label) is nobody
