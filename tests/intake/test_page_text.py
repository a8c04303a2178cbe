import pytest
from lxml import etree, html

from onrecord.intake.page_text import body_text, has_sentence, show_quotes


def text_of(markup: str) -> str:
    return body_text(etree.fromstring(f"<body>{markup}</body>"))


def test_every_block_is_a_paragraph() -> None:
    assert (
        text_of(
            "<head rend='h1'>Head</head><p>One <hi>bold</hi>\n line.<lb/>Next</p>"
            "<list><item>First</item><item>Second<list><item>Inner</item></list></item></list>"
            "<quote><p>Quoted.</p></quote>tail"
        )
        == "Head\n\nOne bold line.\nNext\n\nFirst\n\nSecond\n\nInner\n\nQuoted.\n\ntail"
    )


def test_a_data_table_gives_its_rows() -> None:
    rows = "<row><cell>Lima</cell><cell/><cell>4</cell></row><row><cell>Oslo</cell></row>"
    assert text_of(f"<table>{rows}</table>") == "Lima | 4\n\nOslo"


def test_a_layout_table_gives_its_paragraphs_without_the_menu() -> None:
    sentence = "The ministers of six countries agreed to share the water."
    table = f"<table><row><cell>Home<p>World</p></cell><cell><p>{sentence}</p></cell></row></table>"
    assert text_of(table) == sentence


def test_quotation_marks_of_the_browser_are_written_out() -> None:
    tree = html.fragment_fromstring("<p>She said <q>we <b>go</b></q> and <q>now</q>.</p>")
    show_quotes(tree)
    assert tree.text_content() == "She said “we go” and “now”."


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("Read more: <hi>A timeline</hi> of the talks", False),
        ("RELATED COVERAGE: What the draft says", False),
        ("Advertisement", False),
        ("Story continues below advertisement", False),
        ("More than one envoy said: “No.”", True),
        ("Read the letter, she said: it is that odd.", True),
        ("See you in court.", True),
    ],
)
def test_teasers_are_left_out(paragraph: str, kept: bool) -> None:
    assert ("\n\n" in text_of(f"<p>The talks went on.</p><p>{paragraph}</p>")) is kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Home\nWorld\nSport\nAbout us. Contact. Imprint.", False),
        ("Rail unions call off strike after talks with the ministry", False),
        ("The unions called off their strike after the talks.”", True),
    ],
)
def test_a_sentence_is_more_than_a_label(text: str, found: bool) -> None:
    assert has_sentence(text) is found
