import re

import pytest
from lxml import html

from onrecord.web.templates import environment
from onrecord.web.timeline import Source
from tests.publish.samples import FULL
from tests.web.conftest import short

GAZETTE = short(FULL)


def text(answer) -> str:
    assert answer.status_code == 200, answer.text
    return " ".join(html.fromstring(answer.content).text_content().split())


def test_the_start_page_shows_days_queries_sayings_and_reports(client):
    page = text(client.get("/"))
    assert "The days to 5 March 2025" in page
    assert "Tomas Brandt left the foreign ministry on 1 February 2025." in page
    assert "coherent" in page and "Two reports quote one saying differently" in page
    assert "7 March 2025" in page  # the talks that lie ahead
    assert "Harbour talks resume" in page


def test_an_empty_archive_says_what_to_do(tmp_path):
    from fastapi.testclient import TestClient

    from onrecord import Archive
    from onrecord.web import make_app

    with Archive(str(tmp_path / "empty.db")) as archive:
        client = TestClient(make_app(archive), base_url="http://localhost")
        assert "onrecord add" in client.get("/").text
        for path in ("/timeline", "/search", "/search?q=x", "/reports", "/who", "/calendar"):
            assert client.get(path).status_code == 200, path


def test_the_timeline_can_be_filtered(client):
    planned = text(client.get("/timeline?status=planned&from=&to=&actor=&country=&type=&sure="))
    assert "planned" in planned and "proposed ·" not in planned
    assert "Nothing of that kind" in text(client.get("/timeline?actor=Nobody"))
    assert "Helsinki" in text(client.get("/timeline?country=FIN"))
    meetings = client.get("/timeline?kind=meeting&from=2025-03-07").text
    assert "<option selected>meeting</option>" in meetings
    assert client.get("/timeline?kind=summit").status_code == 400


def test_the_timeline_ends_with_the_last_report_and_says_what_lies_ahead(client):
    answer = client.get("/timeline")
    assert "Talks: Ilse Marrow" not in text(answer)  # planned for after it
    (ahead,) = html.fromstring(answer.content).xpath("//a[contains(., 'What lies ahead')]/@href")
    assert ahead == "/timeline?from=2025-03-06"
    later = text(client.get(ahead))
    assert "Talks: Ilse Marrow" in later and "the next first" in later


def test_an_outlets_further_reports_are_numbered():
    macros = environment().get_template("parts.html.j2").module
    names = ("The Courier", "The Herald", "The Courier")
    found = [Source(name=name, address=f"/report/{n}") for n, name in enumerate(names)]
    links = html.fromstring(macros.sources(found)).xpath("//a")
    assert [link.text for link in links] == ["The Courier", "The Herald", "2"]
    assert links[2].get("aria-label") == "The Courier, report 2"
    assert "and 1 more" in macros.sources(found, 2)


def test_the_brief_is_the_reports_sentences(client):
    page = text(client.get("/brief"))
    assert "27 February – 5 March 2025" in page and "We have waited long enough" in page
    assert "We have waited" not in text(client.get("/brief?from=2025-02-01&to=2025-02-20"))
    assert "Nothing was found" in text(client.get("/brief?to=2001-01-01"))


def test_search_marks_the_words_and_counts_by_speaker(client):
    answer = client.get("/search?q=winter")
    tree = html.fromstring(answer.content)
    assert {mark.text for mark in tree.iter("mark")} == {"winter"}
    assert "2 results" in text(answer)
    outlets = tree.xpath("//aside//a[contains(@href, 'outlet=')]")
    assert {link.text for link in outlets} == {"The Example Courier", "The Sample Herald"}
    narrowed = client.get(outlets[0].get("href"))
    assert "1 result" in text(narrowed)


def test_search_leads_to_the_words_in_their_report(client):
    tree = html.fromstring(client.get("/search?q=boats").content)
    link = tree.xpath("//li[contains(@class, 'hit')]//p[@class='words']/a/@href")[0]
    answer = client.get(link)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/report/{GAZETTE}#r1-s2-w")


def test_a_search_that_makes_no_sense_is_explained(client):
    answer = client.get("/search?q=-only")
    assert answer.status_code == 400
    assert "only excludes words" in answer.text
    assert client.get("/search?q=x&kind=nonsense").status_code == 400
    assert client.get("/search?from=yesterday").status_code == 422
    assert client.get(f"/search?q={'x' * 401}").status_code == 422


def test_reports_are_listed_and_paged(client):
    page = text(client.get("/reports?outlet=The+Kestrel+Gazette"))
    assert "Harbour talks resume" in page and "Elina" not in page
    assert "Before" in text(client.get("/reports?page=2"))


def test_a_name_leads_to_its_dossier_or_to_a_choice(client):
    assert client.get("/who?name=Brandt").headers["location"] == "/who/tomas-brandt"
    assert "Nobody of that name" in text(client.get("/who?name=Zzz"))
    assert "Ilse Marrow" in text(client.get("/who"))


def test_the_dossier(client):
    page = text(client.get("/who/ilse-marrow"))
    for words in ("Prime Minister … of Vessland", "sign a fishing accord", "We have waited"):
        assert words in page
    only = text(client.get("/who/ilse-marrow?q=boats"))
    assert "The boats can go out" in only and "nine months" not in only
    assert client.get("/who/nobody-at-all").status_code == 404


def test_the_calendar_has_the_meeting_on_its_day(client):
    tree = html.fromstring(client.get("/calendar?month=2025-03").content)
    squares = [cell for cell in tree.iter("td") if cell.xpath(".//li")]
    assert [cell.xpath(".//p/a")[0].text for cell in squares] == ["7"]
    planned = client.get("/calendar?month=2025-03&planned=true")
    assert "planned" in text(planned)
    assert client.get("/calendar?month=2025-13").status_code == 400


def test_what_to_query_is_sorted_by_gravity(client):
    page = text(client.get("/to-query"))
    at = [
        page.index(words) for words in ("one saying differently", "Tomas Brandt left", "Only one")
    ]
    assert at == sorted(at)
    assert "Tomas Brandt left" not in text(client.get("/to-query?severity=note"))


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/timeline", "/search?q=winter", "/reports", "/who", "/who/ilse-marrow"),
        *(
            "/calendar?month=2025-03",
            "/to-query",
            "/api",
            f"/report/{GAZETTE}",
            "/network",
            "/brief",
        ),
        *(f"/meeting/{GAZETTE}/m1", f"/entry/{GAZETTE}/statement/s1", f"/saying/{GAZETTE}/s1"),
    ],
)
def test_every_page_is_sound_and_leads_only_to_pages(client, path):
    answer = client.get(path)
    tree = html.fromstring(answer.content)
    assert len(tree.xpath("//h1")) == 1 and len(tree.xpath("//main")) == 1
    assert tree.xpath("//title/text()")
    assert tree.get("lang") == "en"
    ids = [one.get("id") for one in tree.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    for label in tree.xpath("//*[@aria-labelledby]/@aria-labelledby"):
        assert label in ids
    for field in tree.xpath("//input[not(@type='hidden')] | //select"):
        assert field.xpath("ancestor::label") or field.get("aria-label"), html.tostring(field)
    assert not tree.xpath("//@style | //*[starts-with(name(@*), 'on')]")
    for link in set(tree.xpath("//a/@href")):
        if link.startswith("/"):
            assert client.get(link).status_code in {200, 303}, link
        else:
            assert link.startswith(("#", "https://gazette.example/")), link
    assert not re.search(r"<(img|iframe|object|script(?! src=\"/static/))", answer.text)
