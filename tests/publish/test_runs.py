from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.numbering import Numbering
from onrecord.publish.runs import Run, TextLayout
from onrecord.record import Finding, Span, Statement, Time
from tests.publish.samples import BARE, FULL, TEXT, report


def runs(record) -> list[Run]:
    layout = TextLayout(Numbering(record, number=1))
    return [run for paragraph in layout.paragraphs() for run in paragraph.runs]


def whole(record) -> str:
    layout = TextLayout(Numbering(record, number=1))
    return "".join(
        "".join(run.text for run in paragraph.runs) + paragraph.after
        for paragraph in layout.paragraphs()
    )


def run_of(words: str) -> Run:
    return next(run for run in runs(FULL) if run.text == words)


def test_joined_the_runs_are_the_text():
    assert whole(FULL) == TEXT


def test_source_cue_and_content_look_different():
    assert run_of("Ilse Marrow").classes == "s i1 a"
    assert run_of("told").classes == "q i1"
    assert run_of('"We have waited long enough,"').classes == "c k1"


def test_a_statement_inside_another_shows_both():
    inner = run_of(" is bluffing.”")
    assert inner.classes == "c k2 o4"
    assert len(inner.entries.split()) == 2


def test_a_source_inside_anothers_words_keeps_both_colours():
    assert run_of("Brandt").classes == "c k4 s i2 a"


def test_the_gravest_finding_colours_the_words():
    note = Finding(kind="n", severity="note", message="n", evidence=FULL.findings[0].evidence)
    record = replace(FULL, findings=(note, *FULL.findings))
    assert {r.classes for r in runs(record) if "Nobody" in r.text} == {"c k0 f f-warning"}


def test_each_entry_with_words_has_one_anchor_at_its_first():
    numbering = Numbering(FULL, number=1)
    anchors = [anchor for run in runs(FULL) for anchor in run.anchors]
    without_words = {key for key, finding in numbering.findings.items() if not finding.evidence}
    assert sorted(anchors) == sorted(f"{k}-w" for k in {*numbering.keys()} - without_words)
    first = next(run for run in runs(FULL) if "r1-s2-w" in run.anchors)
    assert first.text == '"We have waited long enough,"'


def test_the_way_back_stands_after_the_last_words():
    last = next(run for run in runs(FULL) if any(r.sign == "2" for r in run.references))
    assert last.text.endswith('by May."')
    assert [r.label for r in last.references] == ["Statement 2, quoted"]


texts = st.text(alphabet="ab \n\r\t.\u2028é😀", min_size=1, max_size=50).filter(str.strip)


@given(texts, st.data())
def test_any_text_with_any_marks_comes_out_whole(text, data):
    places = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end))
    )
    found = data.draw(st.lists(places, max_size=6))
    record = replace(
        BARE,
        report=report(text),
        statements=tuple(
            Statement(
                id=f"s{n}",
                kind="direct",
                speaker=None,
                source=(),
                cue=(),
                content=(span,),
                text=span.of(text),
            )
            for n, span in enumerate(found)
        ),
        times=tuple(Time(span=span, text=span.of(text), type="date", value=None) for span in found),
    )
    assert whole(record) == text
    worded = [span for span in found if span.of(text).strip()]
    assert sum(len(run.references) for run in runs(record)) >= len(worded)
    assert sum(len(run.anchors) for run in runs(record)) >= 2 * len(worded)
