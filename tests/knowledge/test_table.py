"""Every packaged table: sourced rows, unique ids, values that are allowed, quick to load."""

from importlib.resources import files
from typing import get_args

import pytest

from onrecord import knowledge
from onrecord.errors import KnowledgeError
from onrecord.knowledge import table as table_module
from onrecord.knowledge.cues import CueCertainty, CueKind, CuePos, CueStance, Frame
from onrecord.knowledge.outlets import OutletKind
from onrecord.knowledge.words import OfficeRole

FILES = [table.file for table in knowledge.tables()]


def test_every_file_is_described() -> None:
    folder = files("onrecord.knowledge").joinpath("data")
    packaged = {entry.name for entry in folder.iterdir() if entry.name.endswith(".csv")}
    packaged |= {f"words/{entry.name}" for entry in folder.joinpath("words").iterdir()}
    assert packaged - {"sources.csv", "tables.csv"} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_every_row_names_known_sources(file: str) -> None:
    known = knowledge.sources()
    for row in table_module.rows(file):
        named = table_module.split(row["source"])
        assert named, row
        assert set(named) <= known.keys(), row


@pytest.mark.parametrize("file", FILES)
def test_no_cell_has_stray_space_or_empty_value(file: str) -> None:
    for row in table_module.rows(file):
        for cell in row.values():
            assert cell == cell.strip(), row
            assert "" not in table_module.split(cell), row


def test_wrong_number_of_cells_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bad.csv").write_text("id,name\nFRA,France,Paris\n", encoding="utf-8")
    monkeypatch.setattr(table_module, "files", lambda package: tmp_path)
    with pytest.raises(KnowledgeError, match=r"bad.csv, line 2: 3 cells under 2 columns"):
        list(table_module.rows("bad.csv"))


def test_same_id_twice_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="'FRA' stands twice"):
        table_module.check_ids("states.csv", ["FRA", "DEU", "FRA"])


def test_values_are_the_allowed_ones() -> None:
    assert {outlet.kind for outlet in knowledge.outlets()} <= set(get_args(OutletKind))
    for cue in knowledge.cues():
        assert cue.pos in get_args(CuePos)
        assert cue.kind in get_args(CueKind)
        assert cue.certainty in get_args(CueCertainty)
        assert cue.stance in get_args(CueStance)
        assert set(cue.frames) <= set(get_args(Frame))
    assert {title.role for title in knowledge.office_titles()} <= set(get_args(OfficeRole))


def test_tables_are_read_once() -> None:
    loaders = [
        knowledge.states,
        knowledge.state_groups,
        knowledge.regions,
        knowledge.seats,
        knowledge.organisations,
        knowledge.outlets,
        knowledge.cues,
        knowledge.cue_counts,
        knowledge.office_titles,
        knowledge.office_modifiers,
        knowledge.honorifics,
        knowledge.group_nouns,
        knowledge.name_particles,
        knowledge.ambiguities,
    ]
    for loader in loaders:
        first = loader()
        assert first and loader() is first


def test_the_public_names_are_all_there_and_sorted() -> None:
    assert all(hasattr(knowledge, name) for name in knowledge.__all__)
    assert list(knowledge.__all__) == sorted(knowledge.__all__)
