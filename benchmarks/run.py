"""Speed and memory: the whole read as a multiple of the bare parse, measured in one run.

    python benchmarks/run.py [--reports N] [--repeats R] [--attributor rules|model]
                             [--out benchmarks/results/NAME.json]

Four passes over the same reports take turns, so that a busy machine slows all of them alike, and
the ratio is the median over the turns:

* bare      spaCy's base model as `spacy.load` gives it: default pipeline, matrices and batches
* bare-ops  the same pipeline with its matrix products done as ours are (the stricter baseline)
* parse     our base pipeline: tuned, with paragraphs, quotations and sentence boundaries
* read      the whole way from report to record

Words are spaCy's tokens, white space left out. Start-up and peak memory come from fresh processes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from spacy.language import Language

import onrecord
from onrecord.coder import components
from onrecord.intake import report_from_text
from onrecord.language.pipeline import BASE_MODEL, use_openblas
from onrecord.language.pipeline import load as load_language
from onrecord.record import Report

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "news-2000.jsonl"
PACKAGES = ("spacy", "thinc", "blis", "numpy", BASE_MODEL)
SEED = 20250217
LIMITS = {"rules": 1.6, "model": 3.0}
"""What a whole read may cost, as a multiple of the bare parse."""

STARTUP = {
    "python": "pass",
    "bare": f"import {BASE_MODEL} as m; m.load()",
    "onrecord": "import onrecord; onrecord.load(attributor={attributor!r})",
}


def reports(count: int) -> tuple[str, list[Report]]:
    """Return where the reports come from and ``count`` of them, the same in every run."""
    if CORPUS.exists():
        with CORPUS.open(encoding="utf-8") as lines:
            texts = [str(json.loads(line)["text"]) for line in lines]
        random.Random(SEED).shuffle(texts)
        source = "../shared/corpus/news-2000.jsonl"
    else:
        files = sorted((ROOT / "examples").glob("*.txt"))
        texts = [path.read_text(encoding="utf-8") for path in files]
        texts = (texts * (count // max(len(texts), 1) + 1)) if texts else []
        source = "examples/*.txt"
    return source, [report_from_text(text) for text in texts[:count] if text.strip()]


def bare() -> Language:
    """Return the base model exactly as spaCy loads it."""
    nlp: Language = importlib.import_module(BASE_MODEL).load()
    return nlp


def passes(chosen: list[Report], attributor: str) -> dict[str, Callable[[], object]]:
    """Return the passes to time, loaded and warm."""
    texts = [report.text for report in chosen]
    plain, same_ops, ours = bare(), bare(), load_language()
    use_openblas(same_ops)
    coder = onrecord.load(attributor=attributor)
    found: dict[str, Callable[[], object]] = {
        "bare": lambda: list(plain.pipe(texts)),
        "bare-ops": lambda: list(same_ops.pipe(texts)),
        "parse": lambda: list(ours.pipe(texts)),
        "read": lambda: list(coder.outcomes(chosen)),
    }
    warm = chosen[:8]
    for nlp in (plain, same_ops, ours):
        list(nlp.pipe(report.text for report in warm))
    list(coder.outcomes(warm))
    return found


def timed(
    chosen: list[Report], *, attributor: str, repeats: int
) -> dict[str, dict[str, list[float]]]:
    """Return seconds of wall and processor time for each pass and turn."""
    found: dict[str, dict[str, list[float]]] = {}
    todo = passes(chosen, attributor)
    for turn in range(repeats):
        names = list(todo) if turn % 2 == 0 else list(todo)[::-1]
        for name in names:
            wall, cpu = time.perf_counter(), time.process_time()
            todo[name]()
            row = found.setdefault(name, {"wall": [], "cpu": []})
            row["wall"].append(time.perf_counter() - wall)
            row["cpu"].append(time.process_time() - cpu)
    return found


def shares(chosen: list[Report], attributor: str) -> dict[str, float]:
    """Return each component's share of the processor time of a whole read, in per cent."""
    nlp = load_language()
    for name, config in components(attributor, 0.0).items():
        nlp.add_pipe(name, config=config)
    spent = {"tokenizer": 0.0, **dict.fromkeys(nlp.pipe_names, 0.0)}
    for start in range(0, len(chosen), nlp.batch_size):
        batch = chosen[start : start + nlp.batch_size]
        began = time.process_time()
        docs: Iterable[Any] = [nlp.make_doc(report.text) for report in batch]
        spent["tokenizer"] += time.process_time() - began
        for name, pipe in nlp.pipeline:
            began = time.process_time()
            if hasattr(pipe, "pipe"):
                docs = list(pipe.pipe(docs, batch_size=nlp.batch_size))
            else:
                docs = [pipe(doc) for doc in docs]
            spent[name] += time.process_time() - began
    total = sum(spent.values()) or 1.0
    return {name: round(100 * seconds / total, 1) for name, seconds in spent.items()}


def startup(*, attributor: str, repeats: int) -> dict[str, float]:
    """Return seconds until a fresh process has loaded everything, median of ``repeats``."""
    found = {}
    for name, code in STARTUP.items():
        spent = []
        for _ in range(repeats):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", code.format(attributor=attributor)], check=True)
            spent.append(time.perf_counter() - began)
        found[name] = round(statistics.median(spent), 2)
    return found


def peak(kind: str, count: int, attributor: str) -> float:
    """Return the peak memory, in MiB, of a fresh process that reads ``count`` reports."""
    command = [sys.executable, __file__, "--reports", str(count), "--peak-of", kind]
    command += ["--attributor", attributor]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.strip().splitlines()[-1])


def print_peak(kind: str, count: int, attributor: str) -> None:
    """Read the reports one way and print this process's peak memory in MiB."""
    _, chosen = reports(count)
    if kind == "bare":
        for _doc in bare().pipe(report.text for report in chosen):
            pass
    else:
        for _record in onrecord.load(attributor=attributor).outcomes(chosen):
            pass
    print(_peak_rss())


def _peak_rss() -> float:
    """Return this process's peak resident memory in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: ru_maxrss would count the parent's memory too, from before exec
        rows = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(rows["VmHWM"].split()[0]) / 1024
    kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kib / (1024 * 1024 if sys.platform == "darwin" else 1024)


def machine() -> dict[str, object]:
    """Return what the figures depend on: machine, versions, settings."""
    cpu = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        cpu = names[0].split(":", 1)[1].strip() if names else cpu
    threads = {name: os.environ[name] for name in sorted(os.environ) if "NUM_THREADS" in name}
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "usable_cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
        "load_average": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "onrecord": onrecord.__version__,
        "threads": threads,
    }


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Return every figure of one run."""
    source, chosen = reports(options.reports)
    tokenise = bare().tokenizer
    words = sum(not t.is_space for report in chosen for t in tokenise(report.text))
    spent = timed(chosen, attributor=options.attributor, repeats=options.repeats)
    base = spent["bare"], spent["bare-ops"]
    rows = {
        name: {
            "words_per_second": round(words / statistics.median(row["wall"])),
            "words_per_cpu_second": round(words / statistics.median(row["cpu"])),
            "seconds": [round(s, 3) for s in row["wall"]],
            "cpu_seconds": [round(s, 3) for s in row["cpu"]],
            **{
                f"{kind}_over_{label}": round(
                    statistics.median(a / b for a, b in zip(row[kind], over[kind], strict=True)), 3
                )
                for kind in ("wall", "cpu")
                for label, over in zip(("bare", "bare_ops"), base, strict=True)
            },
        }
        for name, row in spent.items()
    }
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "settings": {
            "reports": len(chosen),
            "source": source,
            "words": words,
            "characters": sum(len(report.text) for report in chosen),
            "attributor": options.attributor,
            "repeats": options.repeats,
            "limits": LIMITS,
        },
        "passes": rows,
        "shares_percent": shares(chosen, options.attributor),
        "startup_seconds": startup(attributor=options.attributor, repeats=options.repeats),
        "peak_mib": {
            kind: round(peak(kind, len(chosen), options.attributor))
            for kind in ("bare", "onrecord")
        },
    }


def table(result: dict[str, Any]) -> str:
    """Return the figures as a few lines for the terminal."""
    lines = [
        "{reports} reports, {words} words from {source}; attributor: {attributor}".format(
            **result["settings"]
        ),
        f"{'':10}{'words/s':>9}{'x bare':>9}{'x bare-ops':>12}   (wall; cpu time in brackets)",
    ]
    for name, row in result["passes"].items():
        lines.append(
            f"{name:10}{row['words_per_second']:>9}{row['wall_over_bare']:>9.2f}"
            f"{row['wall_over_bare_ops']:>12.2f}   ({row['cpu_over_bare']:.2f}, "
            f"{row['cpu_over_bare_ops']:.2f})"
        )
    lines.append(
        "start-up   " + ", ".join(f"{k} {v} s" for k, v in result["startup_seconds"].items())
    )
    lines.append("peak       " + ", ".join(f"{k} {v} MiB" for k, v in result["peak_mib"].items()))
    by_size = sorted(result["shares_percent"].items(), key=lambda item: -item[1])
    lines.append("share      " + ", ".join(f"{name} {share} %" for name, share in by_size))
    return "\n".join(lines)


def main() -> None:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--attributor", choices=["auto", "rules", "model"], default="auto")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--peak-of", choices=["bare", "onrecord"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak_of:
        print_peak(options.peak_of, options.reports, options.attributor)
        return
    result = measure(options)
    print(table(result))
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        print(f"written to {options.out}")


if __name__ == "__main__":
    main()
