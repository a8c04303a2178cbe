"""Which files the words on a command line mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import IntakeError, SourceMissing, SourceUnreadable
from onrecord.intake.formats import SUFFIXES

STDIN = "-"

_MAGIC = frozenset("*?[")
_NO_REPORTS = frozenset({"readme", "license", "licence", "changelog", "contributing"})
"""Names of files that speak of a folder; given singly they are read."""


def expand(sources: Iterable[str | Path]) -> list[str | IntakeError]:
    """Return the files that ``sources`` mean, each once, in the order given.

    A folder stands for all its files with a suffix of ``SUFFIXES``, at any depth, sorted by path;
    hidden files and a README are left out. A pattern is resolved where the shell has not done it.
    ``-`` is standard input. A source that means nothing leaves its error in its place.
    """
    out: list[str | IntakeError] = []
    seen: set[str] = set()
    for source in sources:
        for found in _expand(str(source)):
            key = found if found == STDIN or isinstance(found, IntakeError) else _identity(found)
            if isinstance(key, str):
                if key in seen:
                    continue
                seen.add(key)
            out.append(found)
    return out


def _expand(source: str) -> Iterator[str | IntakeError]:
    if source == STDIN:
        yield source
        return
    if not source.strip():
        # Path("") is the folder one is in, which nobody names so.
        yield SourceMissing("''", fault="no source is named", remedy="Name a file or a folder.")
        return
    try:
        path = Path(source)
        if path.is_dir():
            yield from _of_folder(path)
        elif path.exists():
            yield source
        elif _MAGIC & set(source):
            yield from _of_pattern(source)
        else:
            yield _missing(source)
    except OSError as error:
        # A name too long for the system, say; its message would repeat the name.
        fault = f"no such file ({error.strerror or type(error).__name__})"
        yield SourceMissing(_shown(source), fault=fault, remedy=_CHECK)
    except ValueError as error:
        # A NUL in the name.
        yield SourceMissing(_shown(source), fault=f"no such file ({error})", remedy=_CHECK)


_CHECK = "Check the spelling and the folder you are in."


def _missing(source: str) -> IntakeError:
    if source.startswith(("http://", "https://")):
        return SourceMissing(
            source,
            fault="this is an address, and onrecord reads no network",
            remedy="Save the page to a file and give that file.",
        )
    return SourceMissing(_shown(source), fault="no such file, folder or pattern", remedy=_CHECK)


def _of_pattern(pattern: str) -> Iterator[str | IntakeError]:
    # Path.glob takes no absolute pattern, and no folder part of its own.
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not matches:
        yield SourceMissing(_shown(pattern), fault="the pattern matches no file", remedy=_CHECK)
    for match in matches:
        yield from _of_folder(Path(match)) if Path(match).is_dir() else [match]


def _of_folder(folder: Path) -> Iterator[str | IntakeError]:
    errors: list[OSError] = []
    found: list[str] = []
    for here, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(here, name)
            if _may_be_report(path) and path.is_file():
                found.append(str(path))
    yield from sorted(found)
    for error in errors:
        yield SourceUnreadable(
            str(error.filename),
            fault=f"the folder cannot be opened ({error.strerror})",
            remedy="Give yourself the right to read it.",
        )
    if not found and not errors:
        yield SourceMissing(
            str(folder),
            fault="the folder holds no report",
            remedy=f"Looked for files ending in {', '.join(SUFFIXES)}; name other files singly.",
        )


def _may_be_report(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return not hidden and path.suffix.lower() in SUFFIXES and path.stem.lower() not in _NO_REPORTS


def _identity(path: str) -> str:
    return str(Path(path).resolve())


def _shown(source: str) -> str:
    return source if len(source) <= 200 else source[:200] + "…"
