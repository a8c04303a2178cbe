"""Contrast of the page's colours, WCAG 2.2: 4.5 to 1 for text, 3 to 1 for signs and frames."""

import re
from importlib import resources
from itertools import product

import pytest

CSS = resources.files("onrecord.publish").joinpath("templates/page.css").read_text("utf-8")


def palettes() -> dict[str, dict[str, str]]:
    light, dark = (
        dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, flags=re.DOTALL)[:2]
    )
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.fixture(params=["light", "dark"])
def palette(request):
    return palettes()[request.param]


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_both_palettes_define_the_same_colours():
    light, dark = (
        set(re.findall(r"--([a-z0-9-]+): #", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, flags=re.DOTALL)[:2]
    )
    assert light == dark and len(light) > 25


def test_text_reads_on_every_ground(palette):
    grounds = ["paper", "panel", "lit", *(f"t{n}" for n in range(9))]
    for ground in grounds:
        assert contrast(palette["ink"], palette[ground]) >= 7, ground


def test_small_print_and_links_read_on_paper_and_panel(palette):
    for words, ground in product(("soft", "link", "error", "warning", "note"), ("paper", "panel")):
        assert contrast(palette[words], palette[ground]) >= 4.5, (words, ground)


def test_a_speakers_ink_reads_on_any_speakers_tint(palette):
    inks = [f"i{n}" for n in range(9)]
    for ink, ground in product(inks, ["paper", "panel", "lit", *(f"t{n}" for n in range(9))]):
        assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)


def test_findings_and_focus_stand_out_from_any_tint(palette):
    for ground in ("paper", "panel", *(f"t{n}" for n in range(9))):
        for sign in ("error", "warning", "note", "focus"):
            assert contrast(palette[sign], palette[ground]) >= 3, (sign, ground)
