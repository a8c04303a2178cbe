from onrecord.publish.brat import standoff, write_brat
from onrecord.record import Record, Report, Span, Statement, report_id
from tests.record.samples import TEXT, sample


def test_each_statement_is_an_attribution_with_its_roles(tmp_path):
    assert write_brat([sample()], tmp_path) == 1
    (text,), (marks,) = tmp_path.glob("*.txt"), tmp_path.glob("*.ann")
    assert text.read_bytes().decode() == TEXT
    lines = marks.read_text("utf-8").splitlines()
    assert lines[-1] == "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7"
    for line in lines:
        if line.startswith("T"):
            _, where, words = line.split("\t")
            _, start, end = where.split(" ")
            assert TEXT[int(start) : int(end)] == words


def test_a_span_over_lines_is_written_in_parts():
    text = "He said: one\n\ntwo."
    statement = Statement(
        id="s1",
        kind="indirect",
        speaker=None,
        source=(Span(0, 2),),
        cue=(Span(3, 7),),
        content=(Span(9, 18),),
        text=text[9:18],
    )
    report = Report(id=report_id(text), text=text)
    record = Record(version="1", model="by hand", report=report, statements=(statement,))
    assert "T3\tContent 9 12;14 18\tone two." in list(standoff(record))
