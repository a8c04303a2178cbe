import os
from pathlib import Path

import pytest

from onrecord.errors import IntakeError, SourceMissing, SourceUnreadable
from onrecord.intake.sources import STDIN, expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.HTML",
        "sub/c.md",
        "sub/d.jsonl",
        ".hidden.txt",
        ".git/e.txt",
        "f.png",
        "README.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(found: list[str | IntakeError], folder: Path) -> list[str]:
    return [Path(item).relative_to(folder).as_posix() for item in found if isinstance(item, str)]


def test_a_folder_is_its_reports_at_any_depth_in_stable_order(folder: Path) -> None:
    assert names(expand([folder]), folder) == ["a.HTML", "b.txt", "sub/c.md", "sub/d.jsonl"]


def test_order_is_that_of_the_sources_and_nothing_comes_twice(folder: Path) -> None:
    sources = [folder / "sub", folder / "sub" / ".." / "b.txt", folder, folder / "b.txt"]
    found = names(expand(sources), folder)
    assert [Path(name).name for name in found] == ["c.md", "d.jsonl", "b.txt", "a.HTML"]


def test_a_pattern_the_shell_left_alone(folder: Path) -> None:
    assert names(expand([f"{folder}/*.txt"]), folder) == ["b.txt"]
    # As the shell would have it: what a pattern matches is named, a README too.
    assert names(expand([f"{folder}/**/*.md"]), folder) == ["README.md", "sub/c.md"]
    assert names(expand([f"{folder}/s*"]), folder) == ["sub/c.md", "sub/d.jsonl"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "what[1].txt"
    path.write_text("x")
    assert expand([path]) == [str(path)]


def test_a_named_file_of_any_suffix(folder: Path) -> None:
    assert expand([folder / "f.png"]) == [str(folder / "f.png")]


def test_standard_input_is_read_once() -> None:
    assert expand(["-", "-"]) == [STDIN]


def test_a_folder_without_reports_names_the_suffixes(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_text("x")
    (error,) = expand([tmp_path])
    assert isinstance(error, SourceMissing)
    assert "holds no report" in error.fault
    assert ".jsonl" in error.remedy and ".html" in error.remedy


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("absent.txt", "no such file"),
        ("absent/*.txt", "matches no file"),
        ("https://news.example/1", "no network"),
        ("nul\0.txt", "no such file"),
        ("x" * 5000, "no such file"),
    ],
)
def test_what_means_nothing_leaves_its_error_in_its_place(
    folder: Path, source: str, word: str
) -> None:
    first, error, last = expand([folder / "b.txt", source, folder / "a.HTML"])
    assert isinstance(error, SourceMissing)
    assert word in error.fault
    assert error.remedy
    assert len(str(error)) < 500
    assert (Path(str(first)).name, Path(str(last)).name) == ("b.txt", "a.HTML")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_closed_folder(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        assert any(isinstance(item, SourceUnreadable) for item in expand([folder]))
    finally:
        (folder / "sub").chmod(0o700)


def test_an_empty_name_is_not_the_folder_one_is_in() -> None:
    (found,) = expand([""])
    assert isinstance(found, SourceMissing) and "no source is named" in str(found)
