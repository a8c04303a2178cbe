import re
from datetime import date

import pytest

from onrecord.derive.findings import findings
from onrecord.language.layers import Quotation
from onrecord.record import Report, Span, Statement, report_id
from tests.derive.claims import claim


def report(text, published=date(2025, 2, 17)):
    return Report(id=report_id(text), text=text, published=published)


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def quotation(text, words, fault=None, depth=0):
    span = at(text, words)
    inner = Span(span.start + 1, span.end - (fault != "unclosed"))
    return Quotation(span=span, inner=inner, fault=fault, depth=depth)


def statement(text, content, *, source=None, number=1):
    spans = tuple(at(text, words) for words in content)
    return Statement(
        id=f"s{number}",
        kind="direct",
        speaker=None,
        source=(at(text, source),) if source else (),
        cue=(),
        content=spans,
        text=" … ".join(content),
    )


SAID = '"The border stays closed until the count is over," the minister said.'
WORDS = '"The border stays closed until the count is over,"'


def test_a_dated_report_with_answered_quotations_has_no_findings():
    given = [statement(SAID, [WORDS], source="the minister")]
    assert findings(report(SAID), given, [quotation(SAID, WORDS)]) == ()


def test_a_report_without_a_date_is_said_to_be_undated_and_first():
    found = findings(report(SAID, published=None), [], [quotation(SAID, WORDS)])
    assert [f.kind for f in found] == ["undated", "unattributed-quote"]
    assert found[0].evidence == ()


@pytest.mark.parametrize("source", [None, "the minister"])
def test_a_quotation_is_unattributed_only_while_no_statement_names_its_source(source):
    given = [statement(SAID, [WORDS], source=source)]
    found = findings(report(SAID), given, [quotation(SAID, WORDS)])
    assert [f.kind for f in found] == ([] if source else ["unattributed-quote"])


def test_an_unattributed_quotation_points_at_its_words_and_the_statement():
    found = findings(report(SAID), [statement(SAID, [WORDS])], [quotation(SAID, WORDS)])
    assert found[0].evidence == (at(SAID, WORDS),)
    assert found[0].facts == ("s1",)
    assert "border stays closed" in found[0].message


def test_two_statements_may_share_a_quotation():
    text = '"We signed it today. We will publish it on Monday," she said, he said.'
    whole = '"We signed it today. We will publish it on Monday,"'
    shared = [
        statement(text, ['"We signed it today.'], source="she"),
        statement(text, ['We will publish it on Monday,"'], source="he", number=2),
    ]
    assert findings(report(text), shared, [quotation(text, whole)]) == ()


@pytest.mark.parametrize(
    "words",
    ['"coalition of the willing"', '"The Long Road From Minsk And What It Cost"'],
    ids=["catchword", "title"],
)
def test_catchwords_and_titles_need_no_speaker(words):
    text = f"They spoke of {words} again."
    assert findings(report(text), [], [quotation(text, words)]) == ()


def test_offices_are_held_against_the_date_or_date_the_report():
    claims = [
        claim("keir-starmer", "Prime Minister", "GBR"),
        claim("joe-biden", None, None),
        claim("marco-rubio", "Secretary of State", "USA"),
        claim("pete-hegseth", "Secretary of Defense", "USA"),
    ]
    dated = findings(report(SAID), [], [], claims)
    assert [f.kind for f in dated] == ["office-mismatch"]
    undated = findings(report(SAID, published=None), [], [], claims)
    assert [f.kind for f in undated] == ["undated", "dated-by-offices", "office-mismatch"]


def test_a_quotation_inside_another_is_not_counted_twice():
    found = findings(report(SAID), [], [quotation(SAID, WORDS, depth=1)])
    assert found == ()


@pytest.mark.parametrize(
    ("words", "fault", "phrase"),
    [('"in full', "unclosed", "never closed"), ('in full"', "unopened", "none opens")],
)
def test_unbalanced_marks_are_named_with_their_words(words, fault, phrase):
    text = f"It will be paid {words} next year."
    found = findings(report(text), [], [quotation(text, words, fault=fault)])
    assert [f.kind for f in found] == ["unbalanced-quotation"]
    assert phrase in found[0].message
    assert found[0].evidence == (at(text, words),)


def test_long_quotations_are_shortened_in_messages():
    words = '"' + "and so it went on and on " * 20 + '"'
    found = findings(report(words), [], [quotation(words, words)])
    assert len(found[0].message) < 160
    assert "[…]" in found[0].message
    shown = re.findall(r"\w+", found[0].message.partition("‘")[2])
    assert set(shown) <= {"and", "so", "it", "went", "on"}  # no word is cut
