"""A text and what is known of it become a report, or a clear refusal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.errors import SourceEmpty, SourceUnreadable
from onrecord.intake.dateline import printed_date
from onrecord.intake.dates import parse_date
from onrecord.intake.encoding import check_characters
from onrecord.intake.known import Known, tidy, tidy_authors
from onrecord.intake.language import check_english
from onrecord.intake.limits import Limits
from onrecord.intake.stub import check_not_stub
from onrecord.record import Origin, Report, report_id

_NOTHING = Known()


def report_from_text(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    authors: Sequence[str] | str | None = None,
    given_id: str | None = None,
    source: str = "text",
    limits: Limits | None = None,
) -> Report:
    """Return the report of a text at hand; ``report.text`` is ``text``, unchanged.

    Raises the ``IntakeError`` that a file with this content would give, naming ``source``.
    """
    day = parse_date(published, source) if isinstance(published, str) else published
    given = Known(
        title=tidy(title),
        outlet=tidy(outlet),
        url=tidy(url),
        authors=tidy_authors(authors),
        published=day,
        given_id=given_id,
    )
    return make_report(text, source, given=given, limits=limits or Limits())


def make_report(
    text: str,
    source: str,
    *,
    given: Known = _NOTHING,
    metadata: Known = _NOTHING,
    printed: Known = _NOTHING,
    limits: Limits,
    locked: bool = False,
) -> Report:
    """Return the report of ``text``.

    What the caller gave goes before the file's ``metadata``, and that before what the text
    prints: ``printed`` holds what the format showed of it (a Markdown heading), and a dateline
    is looked for where no date is known.
    """
    check_text(text, source, limits)
    check_not_stub(text, source, locked=locked)
    check_english(text, source)
    if not (given.published or metadata.published or printed.published):
        printed = printed.filled_from(Known(published=printed_date(text)))
    origins: tuple[tuple[Origin, Known], ...] = (
        ("given", given),
        ("metadata", metadata),
        ("text", printed),
    )
    known = given.filled_from(metadata).filled_from(printed)

    def origin_of(fact: str) -> Origin | None:
        return next((origin for origin, facts in origins if getattr(facts, fact)), None)

    return Report(
        id=report_id(text),
        text=text,
        title=known.title,
        title_from=origin_of("title"),
        outlet=known.outlet,
        outlet_from=origin_of("outlet"),
        url=known.url,
        url_from=origin_of("url"),
        authors=known.authors,
        authors_from=origin_of("authors"),
        published=known.published,
        published_from=origin_of("published"),
        given_id=known.given_id,
    )


def check_text(text: str, source: str, limits: Limits) -> None:
    """Raise where ``text`` is empty, too long, or not made of characters a report prints."""
    if len(text) > limits.max_characters:
        raise SourceUnreadable(
            source,
            fault=f"its text has {len(text):,} characters, more than the "
            f"{limits.max_characters:,} a report may have",
            remedy=TOO_LONG,
        )
    if not text.strip():
        fault = "it holds nothing but white space" if text else "it is empty"
        raise SourceEmpty(source, fault=fault, remedy="Give a file with a report in it.")
    check_characters(text, source)


TOO_LONG = "Cut it into single reports, or raise the limit (--max-characters)."
