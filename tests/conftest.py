"""Shared by all tests: one loaded coder, the examples, the gold data where it is at hand."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def coder():
    """One coder for the whole run: loading takes seconds."""
    import onrecord

    return onrecord.load()


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the repository; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the repository: gold data not at hand")
    return SHARED


@pytest.fixture(scope="module")  # Playwright's event loop must not outlive the browser tests
def browser():
    """A real browser; the tests that ask for it skip where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        # Without the sandbox, so that it starts as root in a container; the pages are our own.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def watched(browser):
    """Open an address; what the browser complains about, or asks elsewhere, fails the test."""
    contexts, complaints = [], []

    def opened(address, *, within, width=1280, **options):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on(
            "request",
            lambda request: request.url.startswith(within) or complaints.append(request.url),
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
