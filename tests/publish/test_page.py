import base64
import hashlib
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.publish import render_page, write_html
from onrecord.publish.page import shown, web_address
from onrecord.record import Actor, Finding, Mention, Office, Span
from tests.publish.pages import classed, parsed
from tests.publish.samples import BARE, FULL, TEXT, TODAY, report

PAGE = render_page(FULL)
TREE = parsed(PAGE)

HOSTILE = """</p><script>alert(1)</script> <img src=x onerror=alert(2)> "' onmouseover='alert(3)
{{ 7*7 }} {% raw %} &lt; &amp; ]]> --> <!-- \u202eevil\u202c \x1b[31m \x00 <base href=//x>
"""


def test_the_reports_text_stands_there_unaltered():
    assert classed(TREE, "text")[0].text_content() == TEXT


def test_every_entry_is_in_the_panel_and_every_jump_lands():
    ids = TREE.xpath("//@id")
    assert len(set(ids)) == len(ids)
    targets = [href for href in TREE.xpath("//a/@href") if href.startswith("#")]
    assert len(targets) > 40
    assert {target[1:] for target in targets} <= set(ids)


def test_the_words_of_an_entry_bear_its_key():
    words = [e.text_content() for e in TREE.xpath("//*[@data-e]") if "r1-s2" in e.get("data-e")]
    assert words == [
        '"We have waited long enough,"',
        "she",
        "told",
        '"The boats can go out again by May."',
    ]


def test_landmarks_headings_and_labels_are_there():
    assert len(TREE.xpath("//main")) == len(TREE.xpath("//h1")) == 1
    assert TREE.xpath("//aside/@aria-label") == ["Record of the report"]
    assert all(TREE.xpath("//section/@aria-labelledby | //section/@aria-label"))
    for reference in classed(TREE, "ref"):
        assert reference.get("aria-label")
    assert TREE.get("lang") == "en"


def test_nothing_is_asked_of_the_network():
    assert not re.findall(r"(?:src|srcset|action|data|poster)=", PAGE.replace("data-", ""))
    assert not TREE.xpath("//link | //img | //iframe | //object | //script[@src]")
    assert "@import" not in PAGE and "url(" not in PAGE


def test_the_policy_allows_its_own_style_and_script_only():
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        blocks = re.findall(f"<{kind}>(.*?)</{kind}>", PAGE, flags=re.DOTALL)
        for block in blocks:
            digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
    assert not TREE.xpath("//@style | //@onclick | //@onload | //@onerror")


def hostile_record():
    text = HOSTILE * 2
    words = "<img src=x onerror=alert(2)>"
    at = text.index(words)
    span = Span(at, at + len(words))
    actor = Actor(
        id='"><script>',
        kind="person",
        name=HOSTILE,
        country=HOSTILE,
        offices=(Office(title=HOSTILE, of=None, as_written=HOSTILE, evidence=(span,)),),
        mentions=(Mention(span=span, text=words, form="name"),),
    )
    statement = replace(
        FULL.statements[2],
        id="'><b>",
        speaker=actor.id,
        source=(),
        cue=(),
        content=(span,),
        text=words,
        certainty_evidence=(),
    )
    finding = Finding(kind="x", severity="error", message=HOSTILE, evidence=(span,))
    return replace(
        BARE,
        version=HOSTILE,
        model=HOSTILE,
        report=report(
            text,
            title=HOSTILE,
            outlet=HOSTILE,
            url="javascript:alert(1)",
            authors=(HOSTILE,),
        ),
        actors=(actor,),
        statements=(statement,),
        findings=(finding,),
    )


@pytest.mark.parametrize("records", [hostile_record(), [hostile_record(), FULL]])
def test_a_hostile_report_stays_text(records):
    page = render_page(records)
    tree = parsed(page)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //base")
    assert not [name for e in tree.iter() for name in e.attrib if name.startswith("on")]
    assert "49" not in classed(tree, "text")[0].text_content()
    assert classed(tree, "text")[0].text_content() == (HOSTILE * 2).replace("\0", "\ufffd")
    page.encode("utf-8")


def test_direction_overrides_are_named_and_shut_in():
    label = 'data-code="U+202E" title="U+202E RIGHT-TO-LEFT OVERRIDE"'
    assert shown("a\u202eb") == f'a<bdi class="unseen" {label}>\u202e</bdi>b'
    page = render_page(hostile_record())
    assert not re.search("\u202e(?!</bdi>)", page)


def test_carriage_returns_survive_the_parser():
    text = "One line.\r\nAnother line.\r\n"
    tree = parsed(render_page(replace(BARE, report=report(text))))
    assert classed(tree, "text")[0].text_content() == text


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("file:///etc/passwd", False),
        ("//example.org/", False),
        ("https:", False),
        ("https://[bad", False),
        ("https://example.org/\u202egnp", False),
        ("ftp://example.org", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(url, followed):
    assert (web_address(url) == url) is (followed or url is None)
    tree = parsed(render_page(replace(BARE, report=report(url=url))))
    links = [a for a in tree.xpath("//a") if not a.get("href").startswith("#")]
    assert [link.get("href") for link in links] == ([url] if followed else [])
    assert all("noopener" in link.get("rel") for link in links)


def test_several_reports_have_contents_and_keys_of_their_own():
    tree = parsed(render_page([FULL, TODAY, BARE]))
    assert tree.xpath("//nav[@class='contents']//a/@href") == ["#r1", "#r2", "#r3"]
    assert tree.xpath("//article/@id") == ["r1", "r2", "r3"]
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)


def test_undated_and_untitled_reports_say_so():
    page = render_page(TODAY)
    assert "undated" in page and "no title" in page


def test_a_report_without_entries_says_so():
    assert "No statements found." in render_page(BARE)


def test_no_reports_are_still_a_page():
    assert "0 reports" in render_page([])


def test_a_very_large_page_leaves_out_the_rules_for_single_entries(monkeypatch):
    monkeypatch.setattr("onrecord.publish.page._TARGETS", 3)
    assert ":has(#r1-s1" not in render_page(FULL)
    assert ":has(#r1-s1" in PAGE


def test_write_html_counts_what_it_wrote():
    stream = io.StringIO()
    assert write_html(iter([FULL, BARE]), stream) == 2
    assert stream.getvalue().startswith("<!doctype html>")


def test_the_same_record_gives_the_same_page():
    assert render_page(FULL) == PAGE


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_makes_a_page_that_can_be_written(text):
    page = render_page(replace(BARE, report=report(text, title=text, outlet=text, url=text)))
    page.encode("utf-8")
    assert page.count("<script>") == 1
