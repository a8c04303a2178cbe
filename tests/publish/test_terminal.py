import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from onrecord.publish import write_terminal
from onrecord.publish.terminal import MEASURE, show, view
from onrecord.record import Finding
from tests.publish.samples import BARE, FULL, TODAY, report


def printed(*records, width: int = 80, **settings: object) -> str:
    stream = io.StringIO()
    show(records, Console(file=stream, width=width, highlight=False, **settings))
    return stream.getvalue()


def test_findings_come_before_anything_else_the_gravest_first():
    out = printed(FULL)
    places = [out.index(w) for w in ("✖ error", "▲ warning", "• note", "WHO IS WHO", "WHO SAID")]
    assert places == sorted(places)


def test_statements_stand_under_their_speaker_with_kind_and_day():
    lines = [line.strip() for line in printed(FULL, width=120).splitlines()]
    at = lines.index("Ilse Marrow  Prime Minister … of Vessland")
    assert lines[at + 1].startswith(">~ that her government was “ready to sign”")
    assert "said · partly quoted · 4 March 2025" in lines[at + 2 : at + 4]


def test_unresolved_sources_are_shown_as_printed_and_marked():
    assert "Harbour unions  (as printed; not resolved)" in printed(FULL)
    assert "No source named" in printed(FULL)


def test_doubt_is_told_in_words():
    assert "unsure (41%)" in printed(FULL)


def test_those_who_only_occur_are_folded():
    assert "and 2 more: Government of Vessland, Kestrel" in printed(FULL)


def test_an_undated_untitled_report_says_so():
    out = printed(TODAY)
    assert "outlet unknown · undated" in out
    assert "The report has no title" in out


def test_what_is_empty_is_not_shown():
    out = printed(BARE)
    assert "No statements found." in out
    for title in ("TO QUERY", "WHO IS WHO", "WHO SAID", "STAND", "HAPPENED", "AHEAD"):
        assert title not in out


def test_the_course_of_things_is_shown_where_there_is_one():
    out = printed(FULL, width=120)
    assert out.index("WHAT HAPPENED") < out.index("WHAT LIES AHEAD") < out.index("on quotas")
    assert "WHAT LIES AHEAD" not in printed(TODAY)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_lines_keep_to_the_terminal_and_to_the_measure(width):
    lines = printed(FULL, BARE, width=width).splitlines()
    text = [line.rstrip() for line in lines if not set(line) <= set("─━")]
    assert max(map(cell_len, text)) <= min(width, MEASURE)


def test_nothing_is_said_by_colour_alone():
    plain = printed(FULL, force_terminal=True, no_color=True, color_system="truecolor")
    assert "\x1b[3" not in plain.replace("\x1b[3m", "")  # italics stay, colours go
    assert "✖" in plain and "error" in plain


def test_markup_and_escapes_in_a_report_have_no_power():
    text = "[bold red]no[/bold red] [/] :smile: \x1b[31mred\x1b]0;title\x07 \u202eabc [link=x]y"
    finding = Finding(kind="x", severity="note", message=text)
    record = replace(
        BARE, report=report(text, title=text, outlet=text, url=text), findings=(finding,)
    )
    out = printed(record, width=200, force_terminal=True, color_system=None)
    assert "[bold red]no[/bold red] [/] :smile: ␛[31mred␛]0;title␇ ⟨U+202E⟩abc" in out
    assert "\x1b[31m" not in out and "\x1b]" not in out and "\u202e" not in out


def test_wide_characters_keep_to_the_width():
    record = replace(BARE, report=report("会談は火曜日に再開された。" * 20))
    assert max(cell_len(line.rstrip()) for line in printed(record, width=60).splitlines()) <= 60


def test_several_reports_end_in_a_summary_and_one_does_not():
    assert "3 reports · 259 words" in printed(FULL, TODAY, BARE).replace("\n", " ")
    assert "1 report" not in printed(FULL)


def test_reports_are_printed_as_they_come():
    stream = io.StringIO()

    def records():
        yield BARE
        assert "Nothing was said." in stream.getvalue()
        yield FULL

    assert write_terminal(records(), stream) == 2
    assert "\x1b" not in stream.getvalue()


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_any_text_can_be_shown(text):
    console = Console(file=io.StringIO(), width=80)
    console.print(view(replace(BARE, report=report(text, title=text, outlet=text))))
    console.file.getvalue().encode("utf-8")
