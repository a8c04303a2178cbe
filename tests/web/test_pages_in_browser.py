"""The pages in a real browser; skipped where Playwright or a Chromium is not at hand."""

import socket
import threading
import time

import pytest
import uvicorn

from onrecord import Archive
from onrecord.web import Rules, make_app
from tests.publish.samples import FULL
from tests.publish.test_page import hostile_record
from tests.web.conftest import FIRST, SECOND, short

GAZETTE = short(FULL)
PATHS = (
    *("/", "/timeline", "/search?q=winter", "/reports", "/who", "/who/ilse-marrow"),
    *(
        "/calendar?month=2025-03",
        "/calendar?month=2025-03&planned=true",
        "/to-query",
        "/api",
        f"/report/{GAZETTE}",
        "/network",
        "/brief",
    ),
    *(f"/meeting/{GAZETTE}/m1", f"/saying/{short(FIRST)}/s1", f"/report/{short(hostile_record())}"),
    f"/entry/{short(hostile_record())}/finding/f1",
)


@pytest.fixture(scope="module")
def serve(file):
    """Start servers on free ports; they stop after the module."""
    running = []

    default = file

    def started(token=None, file=default):
        ear = socket.socket()
        ear.bind(("127.0.0.1", 0))
        archive = Archive(file)
        config = uvicorn.Config(make_app(archive, Rules(token=token)), log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([ear],), daemon=True)
        thread.start()
        running.append((server, thread, archive, ear))
        while not server.started:
            time.sleep(0.02)
        return f"http://127.0.0.1:{ear.getsockname()[1]}"

    yield started
    for server, thread, archive, ear in running:
        server.should_exit = True
        thread.join(10)
        archive.close()
        ear.close()


@pytest.fixture(scope="module")
def base(serve):
    return serve()


@pytest.fixture
def visit(watched, base):
    """Open a page of a server."""

    def opened(path, *, at=None, **options):
        at = at or base
        return watched(f"{at}{path}", within=at, **options)

    return opened


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_fit_and_nothing_is_complained_of(visit, path, width):
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"  # the style is there


@pytest.mark.parametrize("script", [True, False])
def test_a_click_on_an_entry_shows_its_words(visit, script):
    page = visit(f"/report/{GAZETTE}", java_script_enabled=script)
    page.click("#r1-s2 a.jump")
    grounds = page.eval_on_selector_all(
        ".text [data-e~='r1-s2']", "all => all.map(e => getComputedStyle(e).backgroundColor)"
    )
    other = page.eval_on_selector(
        ".text [data-e~='r1-s3']", "e => getComputedStyle(e).backgroundColor"
    )
    assert len(set(grounds)) == 1 and grounds[0] != other


def test_a_search_is_typed_and_followed_to_the_words_by_keyboard(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.focus("input[type=search]")
    page.keyboard.type("boats")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=boats")
    page.focus(".hit a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/report/{GAZETTE}#r1-s2-w")
    assert page.wait_for_selector("#r1-s2")


def test_everything_reads_without_script(visit):
    page = visit("/", java_script_enabled=False)
    page.click("text=Timeline")
    page.fill("input[name=actor]", "Brandt")
    page.click("main button")
    assert page.wait_for_selector(".what:has-text('meets or talks')")


def test_dark_and_light_differ(visit):
    ground = "getComputedStyle(document.body).backgroundColor"
    assert visit("/", color_scheme="light").evaluate(ground) != visit(
        "/", color_scheme="dark"
    ).evaluate(ground)


def test_a_bar_of_the_calendar_leads_to_its_meeting(visit):
    page = visit("/calendar?month=2025-03&planned=true", java_script_enabled=False)
    page.click("svg a text:has-text('Talks')")
    page.wait_for_url(f"**/meeting/{GAZETTE}/m1")


def test_a_picture_has_the_colours_of_its_page(visit):
    bar = "getComputedStyle(document.querySelector('svg path[fill]:has(title)')).fill"
    fills = {
        visit("/calendar?month=2025-03&planned=true", color_scheme=scheme).evaluate(bar)
        for scheme in ("light", "dark")
    }
    assert len(fills) == 2 and all(fill.startswith("rgb(") for fill in fills)


def test_signing_in_by_the_form(visit, serve):
    token = "a-token-of-some-length"
    page = visit("/who", at=serve(token))
    assert page.is_visible("text=Sign in")
    page.fill("input[name=token]", token)
    page.click("main button")
    page.wait_for_url("**/who")
    assert page.wait_for_selector("text=Who speaks")


def test_an_entry_is_corrected_in_the_page(visit, tmp_path, serve):
    file = str(tmp_path / "own.db")
    with Archive(file) as archive:
        archive.add(FULL)
    page = visit(f"/report/{GAZETTE}", at=serve(file=file), java_script_enabled=False)
    page.click("#r1-s7 .links a")
    page.check("input[value=reject]")
    page.fill("input[name=by]", "A. Reader")
    page.click("main button")
    assert page.wait_for_selector(".verdict.reject")
    assert page.wait_for_selector("text=A. Reader")


def fill(tmp_path, *records):
    file = str(tmp_path / "own.db")
    with Archive(file) as archive:
        for one in records:
            archive.add(one)
        archive.merge()
    return file


def test_a_saying_is_parted_merged_and_taken_back_without_script(visit, tmp_path, serve):
    base = serve(file=fill(tmp_path, FIRST, SECOND))
    page = visit(f"/saying/{short(FIRST)}/s1", at=base, java_script_enabled=False)
    page.click("text=check, merge or set apart >> nth=0")
    page.check("input[value=split]")
    page.fill("input[name=by]", "A. Reader")
    page.click("main button")
    page.wait_for_selector(".verdict:has-text('set apart')")
    page.check("input[value=merge]")
    page.click("summary:has-text('The same as in another report')")
    page.select_option("select[name=into]", f"{short(SECOND)}/statement/s1")
    page.fill("input[name=by]", "B. Reader")
    page.click("main button")
    page.wait_for_selector("text=overruled by a later word")
    page.check("input[value=withdraw]")
    page.fill("input[name=by]", "C. Reader")
    page.click("main button")
    page.wait_for_selector("text=taken back since")
    assert page.is_visible("text=In other reports")


def test_an_actor_is_parted_and_put_together_again_by_keyboard(visit, tmp_path, serve):
    page = visit("/who/orla-fenn", at=serve(file=fill(tmp_path, FIRST, SECOND)))

    def note(summary, tick=None):
        page.focus(f"summary:has-text('{summary}')")
        page.keyboard.press("Enter")
        form = f"details:has(> summary:has-text('{summary}')) form"
        if tick is not None:
            page.focus(f"{form} input[name='{tick}']")
            page.keyboard.press("Space")
        page.focus(f"{form} input[name=by]")
        page.keyboard.type("A. Reader")
        page.keyboard.press("Enter")

    note("In some reports this is somebody else", f"report:{short(SECOND)}")
    page.wait_for_selector("text=orla-fenn-2")
    note("Take back: that orla-fenn-2 is somebody else")
    assert page.wait_for_selector("text=taken back since")


def test_every_field_of_a_form_has_a_name_and_fits(visit, tmp_path, serve):
    base = serve(file=fill(tmp_path, FULL, FIRST, SECOND))
    entries = ("statement/s1", "actor/ilse-marrow", "event/e1", "meeting/m1", "commitment/c1")
    for entry in entries:
        page = visit(f"/entry/{GAZETTE}/{entry}", at=base, width=390)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        unnamed = page.eval_on_selector_all(
            "main :is(input:not([type=hidden]), select, textarea)",
            "all => all.filter(e => ![...e.labels].some(l => l.textContent.trim())).length",
        )
        assert unnamed == 0
