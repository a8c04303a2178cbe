import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from onrecord.errors import RecordError
from onrecord.record import Mention, Record, Span, Statement
from tests.record.samples import TEXT, sample, span


def test_a_whole_record_goes_to_json_and_back_unchanged():
    record = sample()
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(record.to_json(indent=2)) == record


def test_json_keeps_the_names_of_the_contract():
    tree = sample().to_builtins()
    assert tree["schema"] == "onrecord/1"
    assert tree["positions"][0]["from"] == ["s1", "c1"]
    assert "grounds" not in tree["positions"][0]
    assert tree["statements"][0]["cue"] == [list(span("said"))]
    assert tree["statements"][0]["said_on"] == {"start": "2025-02-17", "end": "2025-02-17"}
    assert tree["report"]["published"] == "2025-02-18"
    assert tree["report"]["outlet"] is None


def test_the_generated_schema_accepts_what_the_record_prints():
    jsonschema.validate(sample().to_builtins(), Record.json_schema())


def test_the_generated_schema_refuses_a_broken_record():
    tree = sample().to_builtins()
    tree["statements"][0]["kind"] = "shouted"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tree, Record.json_schema())


def test_a_span_outside_the_text_is_refused():
    size = len(TEXT)
    late = replace(sample().statements[0], cue=(Span(size - 1, size + 1),))
    with pytest.raises(RecordError, match="leaves the text"):
        sample(statements=(late,), events=(), commitments=())


def test_a_substring_that_differs_from_the_text_is_refused():
    actor = sample().actors[0]
    wrong = replace(actor, mentions=(Mention(span=Span(0, 7), text="Ministr", form="name"),))
    with pytest.raises(RecordError, match="claims 'Ministr'"):
        sample(actors=(wrong, *sample().actors[1:]))


def test_a_statement_whose_text_was_edited_is_refused():
    edited = replace(sample().statements[1], text="“We did it before,”")
    with pytest.raises(RecordError, match="differs from its content"):
        sample(statements=(sample().statements[0], edited))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"speaker": "nobody"}, "actor 'nobody'"),
        ({"addressees": ("somebody",)}, "actor 'somebody'"),
        ({"inside": "s9"}, "statement 's9'"),
    ],
)
def test_references_to_what_is_not_there_are_refused(change, message):
    first, second = sample().statements
    with pytest.raises(RecordError, match=message):
        sample(statements=(first, replace(second, **change)))


def test_two_actors_of_one_id_are_refused():
    actors = sample().actors
    with pytest.raises(RecordError, match="twice: yle"):
        sample(actors=(*actors, actors[-1]))


def test_actor_finds_by_id():
    assert sample().actor("yle").kind == "outlet"
    with pytest.raises(KeyError):
        sample().actor("bbc")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "Expected `object`"),
        ("{", "truncated"),
        ('{"schema": "onrecord/9"}', "onrecord/9"),
        ('{"schema": "onrecord/1", "version": "0", "model": "x"}', "report"),
    ],
)
def test_json_that_is_no_record_names_the_fault(text, message):
    with pytest.raises(RecordError, match=message):
        Record.from_json(text)


def test_json_with_a_bad_span_names_the_path():
    tree = sample().to_json().replace(f'"cue":[[{span("said").start}', '"cue":[[99999', 1)
    with pytest.raises(RecordError, match="half-open"):
        Record.from_json(tree)


def test_confidence_lies_in_0_to_1():
    with pytest.raises(RecordError, match=r"1\.5"):
        Statement(
            id="s1", kind="direct", speaker=None, source=(), cue=(), content=(), text="",
            confidence=1.5,
        )  # fmt: skip


def test_the_committed_schema_is_the_one_the_classes_give():
    path = Path(__file__).parents[2] / "schema/onrecord-1.json"
    assert json.loads(path.read_text(encoding="utf8")) == json.loads(
        json.dumps(Record.json_schema())
    )


def test_a_record_gives_its_tables_as_frames():
    pytest.importorskip("pandas")
    frame = sample().to_frame("statements")
    assert list(frame["id"]) == ["s1", "s2"]


def test_a_meeting_at_a_place_that_is_not_there_is_refused():
    meeting = replace(sample().meetings[0], place="atlantis")
    with pytest.raises(RecordError, match="place 'atlantis'"):
        sample(meetings=(meeting,))
