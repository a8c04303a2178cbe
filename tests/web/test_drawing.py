import subprocess
import sys

import altair as alt
import pytest
from lxml import etree

from onrecord.web.drawing import data, drawn, label, link
from tests.publish.test_page import HOSTILE

ALLOWED = {"svg", "desc", "title", "g", "path", "line", "rect", "text", "tspan", "a"}


def picture(*words, links=("/who/a",)):
    """Return a picture of one bar and one word for each of ``words``."""
    rows = [{"x": n, "words": label(w), "link": link(0)} for n, w in enumerate(words)]
    base = alt.Chart(data(rows)).encode(x="x:Q", href="link:N", description="words:N")
    chart = alt.layer(
        base.mark_bar(color="var(--ink)"), base.mark_text(aria=False).encode(text="words:N")
    )
    return drawn(chart, width=300, height=100, title="Bars", about="Some bars.", links=links)


def test_a_picture_has_a_name_and_links_and_no_style():
    root = etree.fromstring(picture("Ilse Marrow"))
    assert root.get("aria-label") == "Bars" and root.get("viewBox").startswith("0 0 ")
    assert {etree.QName(e).localname for e in root.iter()} <= ALLOWED
    links = root.findall(".//{*}a")
    assert {a.get("href") for a in links} == {"/who/a"}
    assert not root.xpath("//@style | //@class | //@id | //@*[starts-with(name(), 'on')]")
    assert root.findtext(".//{*}a//{*}title") == "Ilse Marrow"
    assert 'fill="var(--ink)"' in picture("Ilse Marrow")  # the page's colours, light or dark


@pytest.mark.parametrize(
    "words",
    [
        HOSTILE,
        "</text></svg><script>alert(1)</script>",
        '" onload="alert(1)',
        "&lt;b&gt; &amp; ]]> <!-- --> <?xml?>",
        "\u202emoc.elpmaxe\u202c",
        "nul \x00 bell \x07 escape \x1b and \ufffe\uffff \ud800 end",
        "datum.words + 'x'",
        "two\nlines",
    ],
)
def test_hostile_words_stay_words(words):
    root = etree.fromstring(picture(words))
    assert {etree.QName(e).localname for e in root.iter()} <= ALLOWED
    assert not root.xpath("//@*[starts-with(name(), 'on')]")
    assert root.findtext(".//{*}a//{*}title") == label(words)
    assert "\u202e" not in label(words) and "\x00" not in label(words)


def test_a_link_leads_where_it_was_told_to():
    root = etree.fromstring(picture("a", links=('/who/x"><script>',)))
    assert {a.get("href") for a in root.findall(".//{*}a")} == {'/who/x"><script>'}


def test_long_words_are_cut_and_say_so():
    assert label("a" * 50, 10) == "a" * 9 + "…"
    assert label("short", 10) == "short"


def test_the_chart_libraries_are_loaded_by_who_asks_for_a_picture():
    asked = (
        "import sys, onrecord.web; print(*{'altair', 'vl_convert', 'networkx'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert loaded.stdout.split() == []
