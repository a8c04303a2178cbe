"""A run's settings: its own over its parents' over the defaults, and the paths."""

from __future__ import annotations

import json
import platform
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import tokenizers
import torch

Settings = dict[str, Any]


def settings_of(config_path: str, name: str) -> tuple[Settings, Settings]:
    """The settings of run `name`, and the paths."""
    config = tomllib.loads(Path(config_path).read_text(encoding="utf8"))
    runs = config["run"]
    if name not in runs:
        raise SystemExit(f"{config_path}: no run {name!r}; there are {', '.join(sorted(runs))}")
    run = runs[name]
    while (parent := run.get("like")) and not set(runs[parent]) <= set(run):
        run = {**runs[parent], **run}
    return {**config["defaults"], **run, "name": name}, config["paths"]


class Log:
    """Writes lines with the time to a file and the terminal; versions first."""

    def __init__(self, folder: Path, run: Settings) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / "log.txt").open("a", encoding="utf8")
        where = torch.cuda.get_device_name() if torch.cuda.is_available() else platform.machine()
        versions = f"python {sys.version.split()[0]} torch {torch.__version__}"
        self(json.dumps(run), versions, f"tokenizers {tokenizers.__version__}", where)

    def __call__(self, *words: object) -> None:
        line = " ".join(map(str, (time.strftime("%H:%M:%S"), *words)))
        print(line, file=self._file, flush=True)
        print(line, flush=True)
