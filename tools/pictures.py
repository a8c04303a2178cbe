"""Make the pictures of the README: an example on the terminal and as a page, many as an archive.

Writes docs/pictures/terminal.svg, page.png and page-dark.png, and of an archive's pages
archive.png, person.png, wordings.png, network.png and calendar.png. The archive is one of the
reports in examples/, or the one given::

    python tools/pictures.py [--archive FILE] [--person NAME] [--month 2025-02]

Give only an archive of texts that may be shown. The pages are photographed by a Chromium or
Chrome through Playwright (``pip install playwright``).
"""

from __future__ import annotations

import argparse
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
from onrecord.web.addresses import address, saying_address, who_address
from onrecord.web.people import speakers
from onrecord.web.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples/riyadh-talks.txt"
EXAMPLES = ("paris-summit.html", "readout.md", "riyadh-talks.txt", "undated.txt", "batch.jsonl")
PICTURES = ROOT / "docs/pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LIMIT = 300_000  # bytes of one picture, so that the README stays quick to open
WIDTH, HEIGHT = 1280, 960
HEIGHTS = {"network.png": 1060, "wordings.png": 600}  # where the first screen is more, or less
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
    """Read the examples and write the pictures."""
    given = argparse.ArgumentParser(description="Make the pictures of the README.")
    given.add_argument("--archive", help="photograph this archive, not one of the examples")
    given.add_argument("--person", help="whose page is shown (default: who says most)")
    given.add_argument("--month", help="which month's calendar is shown (default: the last)")
    asked = given.parse_args()
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
        own = f"{folder}/archive.db"
        if asked.archive is None:
            add_examples(coder, own)
        with Archive(asked.archive or own) as archive, served(archive) as start:
            for name, path in addresses(archive, person=asked.person, month=asked.month).items():
                photograph(browser, f"{start}{path}", PICTURES / name, "light")
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


def add_examples(coder: Coder, file: str) -> None:
    """Make an archive of all examples."""
    with Archive(file) as archive:
        sources = [str(EXAMPLE.parent / name) for name in EXAMPLES]
        for found in coder.pipe(sources, failed=print):  # one row is broken on purpose
            archive.add(found)
        archive.merge()


def addresses(archive: Archive, *, person: str | None, month: str | None) -> dict[str, str]:
    """Return the paths of the pages that are shown, by picture."""
    shelf = Shelf(archive)
    who = archive.find(person)[0] if person else speakers(shelf)[0]
    shelf.close()
    found = {
        "archive.png": "/",
        "person.png": who_address(who.id),
        "network.png": "/network",
        "calendar.png": address("/calendar", month=month, planned="true"),
    }
    told = [one.first for one in archive.conflicts(limit=50) if one.first.kind == "statement"]
    if told:
        found["wordings.png"] = saying_address(told[0].id)
    else:
        print("pictures: no saying is quoted differently; wordings.png stays as it was")
    return found


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """Serve an archive on a free port; yield its address."""
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(archive), log_level="error"))
        thread = threading.Thread(target=server.run, args=([ear],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{ear.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def photograph(browser: Browser, address: str, picture: Path, scheme: Scheme) -> None:
    """Take a picture of a page's first screen, in light or in dark."""
    window = ViewportSize(width=WIDTH, height=HEIGHTS.get(picture.name, HEIGHT))
    page = browser.new_page(viewport=window, color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=picture)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
