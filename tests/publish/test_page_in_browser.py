"""The page in a real browser; skipped where Playwright or a Chromium is not at hand."""

import pytest

from onrecord.publish import render_page
from tests.publish.samples import BARE, FULL, TEXT, TODAY
from tests.publish.test_page import hostile_record


@pytest.fixture
def visit(watched, tmp_path):
    """Open a page of records."""

    def opened(records, *, fragment="", **options):
        path = tmp_path / "page.html"
        path.write_text(render_page(records), encoding="utf-8")
        return watched(f"{path.as_uri()}{fragment}", within="file:", **options)

    return opened


def lit(page) -> list[str]:
    """Return the runs of text shown on the highlight's ground."""
    return page.evaluate(
        """() => {
          const probe = document.createElement("i");
          probe.className = "lit"; document.body.append(probe);
          const ground = getComputedStyle(probe).backgroundColor;
          probe.remove();
          return [...document.querySelectorAll(".text [data-e]")]
            .filter((e) => getComputedStyle(e).backgroundColor === ground)
            .map((e) => e.textContent);
        }"""
    )


WORDS = ['"We have waited long enough,"', "she", "told", '"The boats can go out again by May."']


@pytest.mark.parametrize("script", [True, False])
def test_a_click_on_an_entry_lights_all_its_words(visit, script):
    page = visit(FULL, java_script_enabled=script)
    page.click("#r1-s2 a.jump")
    if script:
        assert lit(page) == WORDS
        assert page.get_attribute("#r1-s2 a.jump", "aria-current") == "true"
    else:
        # Scripts are off for the page, not for the test's own questions to it.
        assert page.url.endswith("#r1-s2-w")
        assert lit(page) == WORDS


def test_the_words_come_into_view(visit):
    page = visit([FULL, TODAY, BARE], width=500)
    page.click("#r2-s8 a.jump")
    box = page.locator("[data-e~='r2-s8']").first.bounding_box()
    assert 0 < box["y"] < 800


@pytest.mark.parametrize("script", [True, False])
def test_the_number_after_the_words_leads_back_to_the_entry(visit, script):
    page = visit(FULL, java_script_enabled=script)
    page.click("a.ref[href='#r1-s2']")
    assert page.locator("#r1-s2").bounding_box()["y"] < 800
    assert lit(page) == WORDS


def test_marked_words_can_be_clicked_and_escape_clears(visit):
    page = visit(FULL)
    page.click(".text [data-e~='r1-s1'] >> nth=-1")
    assert any("fishing accord" in words for words in lit(page))
    page.keyboard.press("Escape")
    assert lit(page) == []
    assert "#" not in page.url


def test_folded_actors_open_when_their_words_are_clicked(visit):
    page = visit(FULL)
    assert not page.is_visible("#r1-a8")
    page.click(".text [data-e~='r1-a8']")
    assert page.is_visible("#r1-a8")


def test_a_link_to_an_entry_lights_its_words_when_the_page_is_opened(visit):
    assert lit(visit(FULL, fragment="#r1-s2-w")) == WORDS


def test_everything_can_be_reached_by_keyboard(visit):
    page = visit(FULL)
    seen = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.getAttribute('href')"))
    assert {"#r1-f1-w", "#r1-s2-w", "#r1-s2", "#r1-h1-w", "#r1-t1-w"} <= seen
    page.focus("#r1-s2 a.jump")
    page.keyboard.press("Enter")
    assert lit(page) == WORDS


def test_layers_can_be_switched_off_and_on(visit):
    page = visit(FULL)
    ground = "e => getComputedStyle(e).backgroundColor"
    first = page.locator(".text .c").first
    before = first.evaluate(ground)
    page.uncheck(".show-statements")
    assert first.evaluate(ground) == "rgba(0, 0, 0, 0)" != before
    page.check(".show-statements")
    assert first.evaluate(ground) == before


def test_the_text_is_the_reports(visit):
    page = visit(FULL)
    assert page.evaluate("document.querySelector('.text').textContent") == TEXT


def test_a_hostile_report_runs_nothing(visit):
    page = visit([hostile_record(), FULL])
    page.click("#r1-s1 a.jump")
    assert page.evaluate("document.scripts.length") == 1


@pytest.mark.parametrize("width", [320, 500, 900, 1280, 1900])
def test_no_width_scrolls_sideways(visit, width):
    page = visit([FULL, hostile_record()], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_and_light_differ(visit):
    ground = "getComputedStyle(document.body).backgroundColor"
    light = visit(FULL, color_scheme="light").evaluate(ground)
    assert light != visit(FULL, color_scheme="dark").evaluate(ground)
