import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.datelines import dateline_end


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("OSLO, March 4 (Agency) - ", "Norway waits."),
        ("OSLO/BERGEN (Agency) - ", "Norway waits."),
        ("OSLO, Norway (AP) — ", "Norway waits."),
        ("OSLO — ", "“We wait,” she said."),
        ("OSLO -- ", "Norway waits."),
        ("Oslo (CNN)", "Norway waits."),
        ("Oslo, Norway (AFP) – ", "Norway waits."),
        ("(Reuters) - ", "Norway waits."),
        ("NEW YORK, Nov 3 – ", "Norway waits."),
        ("", "Norway - a member - waits."),
        ("", "US - Russian talks begin."),
        ("", "EU-wide rules — a draft — are due."),
        ("", "NATO said so."),
        ("", "Lind (who is ill) — was not there."),
        ("", "The party (a small one) - lost."),
    ],
)
def test_a_dateline_ends_where_the_report_begins(line, rest):
    text = f"Before.\n{line}{rest}\nAfter."
    start = len("Before.\n")
    end = dateline_end(text, start, start + len(line) + len(rest))
    assert text[start:end] == line


@given(st.text(alphabet="AB c,.-–—()\n/", max_size=40), st.integers(0, 40))
def test_the_end_lies_within_the_paragraph(text, start):
    start = min(start, len(text))
    assert start <= dateline_end(text, start, len(text)) <= len(text)
