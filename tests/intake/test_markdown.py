import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceEmpty
from onrecord.intake.known import Known
from onrecord.intake.limits import Limits
from onrecord.intake.markdown import first_heading, plain_text, report_of_markdown


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            'The [foreign\nminister](https://x.example "t") **said** *so*.',
            "The foreign minister said so.",
        ),
        ("Wrapped\nlines are\none.\n\nNext.", "Wrapped lines are one.\n\nNext."),
        ("# Head\nUnder it.\n\nSecond\n---\nMore.", "Head\n\nUnder it.\n\nSecond\n\nMore."),
        ("- One\n- Two\n  goes on\n  1. Inner\n", "One\n\nTwo goes on\n\nInner"),
        ("> Quoted\n> words.", "Quoted words."),
        ("Signed  \nThe Minister", "Signed\nThe Minister"),
        ("Before ![a photograph](p.jpg) after.", "Before after."),
        ("| Name | Seat |\n|---|---|\n| Lima | 4 |", "Name | Seat\n\nLima | 4"),
        ("a &amp; b &lt;c&gt; \\*d\\*", "a & b <c> *d*"),
        ("H<sub>2</sub>O <!-- hidden --> and<br>more", "H2O and\nmore"),
        ("<div><p>One.</p><p>Two <b>bold</b>.</p></div>", "One.\n\nTwo bold."),
        ("<table><tr><td>A</td><td>B</td></tr></table>", "A | B"),
        ("<script>alert(1)</script>\n\nText.", "Text."),
        ("<!-- note -->\n\nText.", "Text."),
        ("~~gone~~ `code` <https://x.example>", "gone code https://x.example"),
        ("**Speaker:\u00a0 **“We go.”", "Speaker: “We go.”"),
        ("billions**.** And", "billions. And"),
        ("Sec. 4. * Rules. *(a) Within", "Sec. 4. Rules. (a) Within"),
        ("Sec. 5. Terms.* * *(a) For", "Sec. 5. Terms. (a) For"),
        ("the *Riga Times *writes", "the Riga Times writes"),
        ("It ends here. ** **", "It ends here."),
        ("Price* and cost* are 5 * 3 * 2.", "Price* and cost* are 5 * 3 * 2."),
        ("Not s*** again, he said, s*** it.", "Not s*** again, he said, s*** it."),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_the_words_as_a_reader_sees_them(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_the_heading_that_opens_a_text_is_its_title() -> None:
    report = report_of_markdown(
        "# Talks *resume*\n\nThe ministers met.",
        "x.md",
        given=Known(),
        metadata=Known(),
        limits=Limits(),
    )
    assert (report.title, report.title_from) == ("Talks resume", "text")
    assert report.text == "Talks resume\n\nThe ministers met."
    assert first_heading("Intro.\n\n# Later") is None
    assert first_heading("## Second level") is None


def test_a_header_without_a_text() -> None:
    with pytest.raises(SourceEmpty, match="no words remain"):
        report_of_markdown(
            "---\ntitle: One\n---\n\n<!-- soon -->\n",
            "x.md",
            given=Known(),
            metadata=Known(),
            limits=Limits(),
        )


@given(
    st.text(alphabet=st.sampled_from("ab *_`#->[]()!|<>/&;\\\n\t=~.1\ue000\xa0é“"), max_size=120)
)
def test_any_markdown_gives_tidy_paragraphs(markdown: str) -> None:
    text = plain_text(markdown)
    assert plain_text(markdown) == text
    assert text == text.strip()
    assert "\n\n\n" not in text and "\ue000" not in text
