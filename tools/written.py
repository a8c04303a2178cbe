"""What the scripts that write a committed file share: ``--write`` it, or ``--check`` it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def write_or_check(
    argv: list[str], path: Path, make: Callable[[], str], *, usage: str | None, stale: str
) -> int:
    """Write ``path``, or check that it is what ``make`` gives; return the exit code.

    Printed are ``usage`` where ``argv`` is neither, and ``stale`` where the file is another.
    """
    if argv not in (["--write"], ["--check"]):
        print(usage)
        return 2
    wanted = make()
    if argv == ["--write"]:
        path.parent.mkdir(exist_ok=True)
        path.write_text(wanted, encoding="utf8")
        return 0
    if not path.exists() or path.read_text(encoding="utf8") != wanted:
        print(stale)
        return 1
    return 0
