from datetime import date

import pytest
from lxml import html

from onrecord.intake.known import Known
from onrecord.intake.page_metadata import PageMetadata, read_metadata


def metadata(head: str = "", body: str = "<p>Text.</p>") -> PageMetadata:
    return read_metadata(
        html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    )


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


DAY = date(2025, 2, 17)


def test_structured_data_of_an_article() -> None:
    found = metadata(
        json_ld('{"@type": "Organization", "name": "Not it"}')
        + json_ld(
            '{"@graph": [{"@type": ["NewsArticle"], "headline": "Talks\n resume | The Gazette",'
            '"datePublished": "2025-02-17T08:00:00Z", "dateModified": "2025-03-01",'
            '"author": {"name": "Ana Lima"}, "publisher": [{"name": "The Gazette"}],'
            '"url": "https://g.example/1", "isAccessibleForFree": "False"}]}'
        )
    )
    assert found == PageMetadata(
        known=Known(
            title="Talks resume",
            outlet="The Gazette",
            url="https://g.example/1",
            authors=("Ana Lima",),
            published=DAY,
        ),
        locked=True,
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-02-17T08:00:00+01:00">',
        '<meta name="DC.date.issued" content="2025-02-17">',
        '<meta itemprop="datePublished" content="17 February 2025">',
        '<link rel="canonical" href="https://g.example/world/2025/feb/17/talks">',
        '<link rel="canonical" href="https://g.example/2025/2/17/talks">',
    ],
)
def test_publication_dates_in_the_head(head: str) -> None:
    assert metadata(head).known.published == DAY


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<span itemprop="datePublished" content="2025-02-17">Monday</span>', DAY),
        ("<time pubdate>17 February 2025</time>", DAY),
        ('<time datetime="2025-02-17T10:00">Mon</time><time datetime="2025-02-17">x</time>', DAY),
        ('<time datetime="2025-02-17">Mon</time><time datetime="2025-02-18">Tue</time>', None),
        ('<time datetime="10:00">ten</time>', None),
        ("<p>© 2025. On 17 February 2025 they met.</p>", None),
    ],
)
def test_publication_dates_in_the_body_only_where_one_is_marked(
    body: str, day: date | None
) -> None:
    assert metadata(body=body).known.published == day


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2025-02-17">',
        '<meta property="article:published_time" content="soon">',
        '<link rel="canonical" href="https://g.example/2025/02/30/talks">',
        '<link rel="canonical" href="https://g.example/2025/02/talks">',
        json_ld("[" * 100_000),
        json_ld('{"@type": "NewsArticle", "datePublished": ["2025-02-17"'),
        json_ld('{"@type": "NewsArticle", "datePublished": 5, "author": [[[]]], "headline": {}}'),
    ],
)
def test_what_does_not_say_so_stays_unknown(head: str) -> None:
    assert metadata(head).known == Known(url=metadata(head).known.url)
