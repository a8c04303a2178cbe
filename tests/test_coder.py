from datetime import date

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import OnrecordError, Record, Report
from onrecord.errors import IntakeError, ReadingFailed, RecordError, SettingsError, SourceEmpty
from onrecord.record import report_id

pytestmark = pytest.mark.model

# Pieces that news is made of and that readers trip over, beside any text at all.
PIECES = st.sampled_from(
    [
        '"', "“", "”", "''", "’", "\n\n", "\n", " ", "—", "the minister", "said", "Kyiv", "U.S.",
        "on Monday", "that", "told reporters", "according to", "Mr. Šefčovič", "\u202e", "😀",
        "\x00", "\r\n", "he", "Feb. 17, 2025", "1990s", "(AP)", "...", "wants to", "'90s",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


def make(text: str, **fields: object) -> Report:
    return Report(id=report_id(text), text=text, **fields)


def test_reading_a_file_gives_its_statements_actors_and_dates(coder, examples):
    record = coder.read(examples / "riyadh-talks.txt")
    assert record.report.published == date(2025, 2, 18)
    assert record.report.published_from == "text"
    names = {actor.name for actor in record.actors}
    assert {"Marco Rubio", "Sergey Lavrov", "Volodymyr Zelenskyy", "Keir Starmer"} <= names
    said = {(s.speaker, s.kind) for s in record.statements}
    assert ("marco-rubio", "indirect") in said
    assert ("volodymyr-zelenskyy", "indirect") in said


def test_the_caller_overrules_what_the_file_says(coder, examples):
    page = examples / "paris-summit.html"
    own = coder.read(page)
    assert (own.report.outlet, own.report.outlet_from) == ("The Example Courier", "metadata")
    given = coder.read(page, published="2025-02-20", outlet="Elsewhere")
    assert (given.report.published, given.report.published_from) == (date(2025, 2, 20), "given")
    assert (given.report.outlet, given.report.outlet_from) == ("Elsewhere", "given")


def test_a_file_with_several_reports_is_not_one_report(coder, examples):
    with pytest.raises(IntakeError, match="several"):
        coder.read(examples / "batch.jsonl")


def test_text_is_never_rewritten(coder):
    text = "  “We’re ready,”\r\n\r\nsaid\tMs. Kallas  in\u00a0Tallinn.\n\n\n"
    assert coder.read_text(text).report.text == text


def test_pipe_keeps_the_order_and_hands_failures_over(coder, examples):
    broken = SourceEmpty("x.txt", fault="it is empty", remedy="Give another.")
    failures: list[OnrecordError] = []
    sources = [make("First, he said."), broken, examples / "batch.jsonl", make("Last, she said.")]
    records = list(coder.pipe(sources, failed=failures.append))
    assert [r.report.given_id or r.report.text for r in records] == [
        "First, he said.", "row-1", "row-2", "row-4", "row-5", "Last, she said."
    ]  # fmt: skip
    assert failures[0] is broken
    assert len(failures) == 2
    assert "line 3" in str(failures[1])


def test_without_a_taker_the_first_failure_is_raised(coder):
    broken = SourceEmpty("x.txt", fault="it is empty", remedy="Give another.")
    with pytest.raises(SourceEmpty):
        list(coder.pipe([broken]))


def test_a_fault_of_ours_costs_one_report_and_not_its_neighbours(coder, monkeypatch):
    finish = coder._finish

    def faulty(doc, report):
        if "poison" in report.text:
            raise IndexError("a fault of ours")
        return finish(doc, report)

    monkeypatch.setattr(coder, "_finish", faulty)
    outcomes = list(coder.outcomes([make("Fine."), make("poison"), make("Also fine.")]))
    assert [type(o) for o in outcomes] == [Record, ReadingFailed, Record]
    assert "a fault of ours" in str(outcomes[1])


def test_alone_or_in_a_batch_a_report_gives_the_same_record(coder, examples):
    paths = [examples / name for name in ("riyadh-talks.txt", "undated.txt", "readout.md")]
    assert [coder.read(path) for path in paths] == list(coder.pipe(paths))


def test_worker_processes_give_the_same_records(coder, examples):
    paths = [examples / "riyadh-talks.txt", examples / "undated.txt"]
    assert list(coder.pipe(paths, processes=2)) == list(coder.pipe(paths))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS.filter(str.strip))
def test_any_text_gives_a_sound_record_and_always_the_same(coder, text):
    # Record itself refuses spans out of bounds and substrings that differ from the text.
    record = coder.read(make(text))
    assert record == coder.read(make(text))
    assert Record.from_json(record.to_json()) == record
    jsonschema.validate(record.to_builtins(), Record.json_schema())


def test_a_text_with_half_a_character_is_refused_and_costs_no_neighbour(coder):
    with pytest.raises(RecordError, match="surrogate"):
        make("Talks \ud800 go on.")


@pytest.mark.gold
def test_the_first_report_of_all_is_read_with_its_main_statement(coder, shared):
    record = coder.read(shared / "seed/text/seed.txt", published="2025-02-17")
    speakers = {s.speaker for s in record.statements}
    assert {"keir-starmer", "marco-rubio"} <= speakers


def test_the_public_names_are_complete():
    assert sorted(onrecord.__all__) == onrecord.__all__
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = onrecord.nonsense


@pytest.mark.parametrize("wrong", [{"attributor": "magic"}, {"min_confidence": 1.5}])
def test_settings_there_are_not_are_named_before_anything_is_loaded(wrong):
    with pytest.raises(SettingsError, match=r"magic.*auto|1\.5"):
        onrecord.load(**wrong)
