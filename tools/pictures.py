"""Make the pictures of the README: an example on the terminal and as a page, all as an archive.

Writes docs/pictures/terminal.svg, page.png, page-dark.png and archive.png. The pages are
photographed by a Chromium or Chrome through Playwright (``pip install playwright``).
"""

from __future__ import annotations

import io
import re
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, ViewportSize, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme

import onrecord
from onrecord import Archive, Coder
from onrecord.publish import arrangement, render_page
from onrecord.publish.terminal import view
from onrecord.record import Record
from onrecord.web import make_app

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples/riyadh-talks.txt"
EXAMPLES = ("paris-summit.html", "readout.md", "riyadh-talks.txt", "undated.txt", "batch.jsonl")
PICTURES = ROOT / "docs/pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LIMIT = 400_000  # bytes of one picture, so that the README stays quick to open
WINDOW = ViewportSize(width=1280, height=960)
Scheme = Literal["light", "dark"]
# A quiet paper-white: the pictures stand on white pages more often than on black ones.
COLOURS = [  # red, green, yellow, blue, magenta, cyan
    *((163, 36, 28), (40, 89, 40), (122, 82, 0)),
    *((28, 74, 128), (91, 54, 134), (12, 84, 79)),
]
THEME = TerminalTheme(
    (252, 251, 248),
    (29, 28, 26),
    [(29, 28, 26), *COLOURS, (90, 85, 77)],
    [(90, 85, 77), *COLOURS, (29, 28, 26)],
)


def main() -> int:
    """Read the example and write its pictures."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        print(f"pictures: none of {', '.join(BROWSERS)} is installed; the page needs one")
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    coder = onrecord.load()
    record = coder.read(EXAMPLE)
    (PICTURES / "terminal.svg").write_text(terminal(record), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        # Without the sandbox, so that it starts as root in a container; the page is our own.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = Path(folder) / "page.html"
        page.write_text(render_page(record), encoding="utf-8")
        address = f"{page.as_uri()}{fragment(record)}"
        photograph(browser, address, PICTURES / "page.png", "light")
        photograph(browser, address, PICTURES / "page-dark.png", "dark")
        with served(coder, f"{folder}/archive.db") as start:
            photograph(browser, start, PICTURES / "archive.png", "light")
        browser.close()
    too_large = [p.name for p in PICTURES.iterdir() if p.stat().st_size > LIMIT]
    if too_large:
        print(f"pictures: over {LIMIT:,} bytes: {', '.join(too_large)}")
    return 1 if too_large else 0


def terminal(record: Record) -> str:
    """Return the terminal view as SVG, without the web font Rich would fetch."""
    console = Console(record=True, width=92, file=io.StringIO(), force_terminal=True)
    console.print(view(record))
    title = f"onrecord read examples/{EXAMPLE.name}"
    svg = console.export_svg(title=title, theme=THEME, unique_id="onrecord")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")


def fragment(record: Record) -> str:
    """Return the address of the first quotation's words on the page, empty without one."""
    ordered = arrangement.in_text_order(record)
    numbers = (n for n, statement in enumerate(ordered, start=1) if statement.kind == "direct")
    number = next(numbers, None)
    return f"#r1-s{number}-w" if number else ""


@contextmanager
def served(coder: Coder, file: str) -> Iterator[str]:
    """Serve an archive of all examples on a free port; yield the start page's address."""
    with Archive(file) as archive, socket.socket() as ear:
        sources = [str(EXAMPLE.parent / name) for name in EXAMPLES]
        for found in coder.pipe(sources, failed=print):  # one row is broken on purpose
            archive.add(found)
        archive.merge()
        ear.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(archive), log_level="error"))
        thread = threading.Thread(target=server.run, args=([ear],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{ear.getsockname()[1]}/"
        server.should_exit = True
        thread.join()


def photograph(browser: Browser, address: str, picture: Path, scheme: Scheme) -> None:
    """Take a picture of a page's first screen, in light or in dark."""
    page = browser.new_page(viewport=WINDOW, color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=picture)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
