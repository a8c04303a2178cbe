from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.extract.shape import Attribution
from onrecord.extract.statements import StatementReader, kind_of
from onrecord.record import Period, Record, Report, Span, report_id

MONDAY = date(2025, 3, 3)


def marked(text, *quoted):
    out = bytearray(len(text) + 1)
    for words in quoted:
        at = text.index(words)
        out[at : at + len(words)] = b"\x01" * len(words)
    return out


@pytest.mark.parametrize(
    ("text", "quoted", "kind"),
    [
        ('"We go,"', ["We go,"], "direct"),
        ('that "we go"', ["we go"], "direct"),
        ('they "go" now', ["go"], "mixed"),
        ("they go now", [], "indirect"),
    ],
)
def test_kind(text, quoted, kind):
    assert kind_of(text, (Span(0, len(text)),), marked(text, *quoted)) == kind


@pytest.mark.model
def test_ids_follow_the_text_and_texts_are_the_contents_words(statements):
    text = 'Berg said the deal is dead. "It is not," Holm said, "and never was."'
    found, _ = statements(text)
    assert [s.id for s in found] == ["s1", "s2"]
    assert found[1].text == '"It is not," … "and never was."'
    assert [s.kind for s in found] == ["indirect", "direct"]


@pytest.mark.model
def test_the_speaker_is_the_actor_behind_name_and_pronoun(statements):
    found, actors = statements(
        "Angela Merkel said the budget was sound. She added that taxes would not rise."
    )
    assert {actors[s.speaker].name for s in found} == {"Angela Merkel"}


@pytest.mark.model
def test_a_statement_reported_by_another_is_inside_it(statements):
    found, actors = statements(
        "Marco Rubio said that Vladimir Putin told him that the talks were useful."
    )
    outer, inner = found
    assert (outer.inside, inner.inside) == (None, outer.id)
    assert actors[inner.speaker].name == "Vladimir Putin"


@pytest.mark.model
def test_the_day_of_the_saying_is_not_a_day_that_is_spoken_of(statements):
    text = "Berg said on Sunday that the envoys would meet on Friday."
    found, _ = statements(text, published=MONDAY)
    assert found[0].said_on == Period(start=date(2025, 3, 2), end=date(2025, 3, 2))
    assert [s.of(text) for s in found[0].said_on_evidence] in (["Sunday"], ["on Sunday"])


@pytest.mark.model
def test_an_op_eds_day_dates_what_was_written_in_it(statements):
    found, _ = statements(
        "In an op-ed published in the Guardian on Sunday, Berg described the pact as a mistake, "
        'warning that farmers would pay. "We will regret this for years," she wrote.',
        published=MONDAY,
    )
    days = {s.said_on.start if s.said_on else None for s in found}
    assert days == {date(2025, 3, 2)}


@pytest.mark.model
def test_without_a_date_expression_the_day_is_not_known(statements):
    found, _ = statements("Berg said that the deal is dead.", published=MONDAY)
    assert found[0].said_on is None


@pytest.mark.model
def test_any_attributor_can_be_plugged_in_and_filtered(parse):
    text = "Berg: the deal is dead."

    def attribute(doc):
        low, high = (
            Attribution(source=(Span(0, 4),), cue=(), content=(span,), confidence=c)
            for span, c in ((Span(6, 14), 0.2), (Span(6, 22), 0.8))
        )
        return [low, high]

    found, _ = StatementReader(attribute=attribute, min_confidence=0.5).read(parse(text))
    assert [(s.text, s.confidence) for s in found] == [("the deal is dead", 0.8)]


PIECES = st.sampled_from(
    ["Berg", "said", "that", "he", "told", "Reuters", "in an interview", "on Sunday", "if", "may",
     "the deal", "is", "dead", '"', "“", "”", ",", ".", "\n\n", "denied", "According to", "wrote"]
)  # fmt: skip


@pytest.mark.model
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map(" ".join))
def test_any_text_makes_a_record_that_keeps_the_contract(parse, text):
    if not text.strip():
        return
    found, actors = StatementReader().read(parse(text, MONDAY))
    report = Report(id=report_id(text), text=text)
    record = Record(version="0", model="none", report=report, actors=actors, statements=found)
    again, _ = StatementReader().read(parse(text, MONDAY))
    assert record.statements == again


@pytest.mark.model
def test_contents_that_only_point_are_no_statements(parse):
    text = "Norway made an offer on Monday. Berg rejected it."
    start = text.index("Berg")
    only = Attribution(
        source=(Span(start, start + 4),),
        cue=(Span(start + 5, start + 13),),
        content=(Span(start + 14, start + 16),),
        confidence=0.9,
    )
    found, _ = StatementReader(attribute=lambda doc: [only]).read(parse(text))
    assert found == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("place", "kept"), [(0, True), (1, False)], ids=["headline", "heading between"]
)
def test_headings_between_paragraphs_name_and_do_not_report(parse, place, kept):
    blocks = ["Ministers met in Oslo on Monday and talked for three hours."] * 2
    blocks.insert(place, "Norway's Call for Talks")
    text = "\n\n".join(blocks)
    start = text.index("Norway")
    only = Attribution(
        source=(Span(start, start + 8),),
        cue=(Span(start + 9, start + 17),),
        content=(Span(start + 18, start + 23),),
        confidence=0.9,
    )
    found, _ = StatementReader(attribute=lambda doc: [only]).read(parse(text))
    assert bool(found) is kept
