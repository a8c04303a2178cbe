"""Where people check entries: one entry with its words, what was said of it, and a form to say so.

Nothing is overwritten: a correction is added beside the machine's entry, which stays to be seen.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.archive import Correction
from onrecord.errors import ArchiveError, NotInArchive, SettingsError
from onrecord.publish import phrases
from onrecord.web.addresses import address, desk_address, report_address, who_address
from onrecord.web.asking import FORM, FormOf, Page, RulesOf, ShelfOf, Words
from onrecord.web.facts import around, facts, marked
from onrecord.web.fields import changed, fields
from onrecord.web.guard import Rules
from onrecord.web.held import Held, Name
from onrecord.web.kin import GROUPED, kin, merged_with, parted_from
from onrecord.web.shelf import Shelf
from onrecord.web.templates import render

pages = APIRouter(include_in_schema=False)
LONGEST_WHY: Final = 2_000
LONGEST_NAME: Final = 200
_SHOWN = 100


@pages.get("/entry/{short}/{kind}/{entry:path}")
def desk(shelf: ShelfOf, rules: RulesOf, short: str, kind: str, entry: str) -> HTMLResponse:
    """One entry: its words where they stand, how the machine read them, what people say."""
    return HTMLResponse(_desk(shelf, rules, short, (kind, entry)))


@pages.post("/entry/{short}/{kind}/{entry:path}")
def correct(
    *, shelf: ShelfOf, rules: RulesOf, form: FormOf, short: str, kind: str, entry: str
) -> Response:
    """Note what a person says of an entry."""
    shown = _shown(shelf, short, (kind, entry))
    identity = f"{shown.short}/{kind}/{entry}"
    try:
        verdict = form.get("verdict", "")
        note(shelf, identity, verdict, form, _changes(shelf, shown, (kind, entry), form))
    except NotInArchive:
        raise
    except (ArchiveError, SettingsError) as error:
        page = _desk(shelf, rules, short, (kind, entry), given=form, fault=str(error))
        return HTMLResponse(page, 400)
    return RedirectResponse(desk_address(identity), 303)


def _changes(shelf: Shelf, shown: Held, name: Name, form: dict[str, str]) -> dict[str, Any] | None:
    verdict = form.get("verdict", "")
    if verdict == "change":
        return changed(shelf, shown, name, form)
    if verdict == "merge":
        return merged_with(shown, name, form)
    return parted_from(name, form) if verdict == "split" else None


@pages.post("/who/{actor}")
def correct_actor(shelf: ShelfOf, form: FormOf, actor: str) -> Response:
    """Note that an actor is another one, is two, or that this was said wrongly."""
    verdict = form.get("verdict", "merge")
    changes: dict[str, Any] | None = None
    leads = actor
    if verdict == "merge":
        other = form.get("into", "").strip()
        found = shelf.archive.find(other) if other else ()
        wanted = [one for one in found if one.id != actor]
        if len(wanted) != 1:
            raise SettingsError(f"{other!r} means {len(wanted)} other actors; give the id of one")
        changes, leads = {"into": wanted[0].id}, wanted[0].id
    elif verdict == "split":
        reports = [key.removeprefix("report:") for key in form if key.startswith("report:")]
        if not reports:
            raise SettingsError("in which reports is it somebody else? Tick them")
        changes = {"reports": reports}
    # What is taken back may have been said under an id that leads here.
    said_of = form.get("of", actor) if verdict == "withdraw" else actor
    try:
        note(shelf, f"actor/{said_of}", verdict, form, changes)
    except NotInArchive:
        raise
    except ArchiveError as error:
        raise SettingsError(str(error)) from error
    return RedirectResponse(who_address(leads), 303)


@pages.get("/corrections")
def corrections(shelf: ShelfOf, report: Words = None, page: Page = 1) -> HTMLResponse:
    """What people have said of entries, of all reports or one, the latest first."""
    at = (page - 1) * _SHOWN
    found = shelf.archive.corrections(report, latest=True, limit=_SHOWN + 1, offset=at)
    more = len(found) > _SHOWN
    asked = {"report": report}
    return HTMLResponse(
        render(
            "corrections.html.j2",
            here="corrections",
            number=shelf.said(report),
            found=[(one, _address(one)) for one in found[:_SHOWN]],
            of=shelf.headline(report) if report is not None else None,
            report=report,
            before=address("/corrections", {**asked, "page": page - 1}) if page > 1 else None,
            after=address("/corrections", {**asked, "page": page + 1}) if more else None,
        )
    )


def note(
    shelf: Shelf,
    entry: str,
    verdict: str,
    form: dict[str, str],
    changes: dict[str, Any] | None,
) -> None:
    """Hand a correction to the archive; ``SettingsError`` where a text is too long."""
    by, why = form.get("by", "").strip(), form.get("why", "").strip()
    if len(by) > LONGEST_NAME or len(why) > LONGEST_WHY:
        raise SettingsError(
            f"a name has at most {LONGEST_NAME} characters, a reason at most {LONGEST_WHY:,}"
        )
    shelf.archive.correct(entry, verdict, by=by, why=why or None, changes=changes)


def _desk(
    shelf: Shelf,
    rules: Rules,
    short: str,
    name: Name,
    *,
    given: dict[str, str] | None = None,
    fault: str | None = None,
) -> str:
    machines, held = shelf.machines(short), shelf.held(short)
    if name not in machines.entries and name in held.entries:
        machines = held  # an actor that a person parted off
    if name not in machines.entries:
        raise NotInArchive(f"report {short!r} has no {name[0]} {name[1]!r}")
    kind, entry = name
    identity = f"{held.short}/{kind}/{entry}"
    text = machines.record.report.text
    spans = machines.evidence(name)
    said = [
        one
        for one in shelf.archive.corrections(machines.record.report.id)
        if identity == (one.current or one.entry) or identity in one.named
    ]
    read = facts(machines, name)
    now = facts(held, name) if name in held.entries else ()
    shown = _shown(shelf, short, name)
    return render(
        "entry.html.j2",
        here="reports",
        identity=identity,
        kind=kind,
        headline=phrases.headline(machines.record.report),
        dateline=phrases.dateline(machines.record.report),
        address=held.address(name),
        report=report_address(held.short),
        context=marked(text, around(text, spans), spans),
        facts=read,
        now=now if now != read else (),
        made_by=f"onrecord {machines.record.version}, {machines.record.model}",
        corrections=said,
        verdict=held.verdicts.get(name),
        parts_=fields(shown, name),
        grouped_kinds=GROUPED,
        kin=kin(shelf, shown, name),
        said=any(one.verdict != "withdraw" and one.standing != "withdrawn" for one in said),
        seal=rules.seal(FORM),
        given=defaultdict(str, given or {}),
        fault=fault,
    )


def _shown(shelf: Shelf, short: str, name: Name) -> Held:
    """Return the reading whose values the form shows: as corrected, the machine's if rejected."""
    held = shelf.held(short)
    if name in held.entries:
        return held
    machines = shelf.machines(short)
    if name not in machines.entries:
        raise NotInArchive(f"report {short!r} has no {name[0]} {name[1]!r}")
    return machines


def _address(one: Correction) -> str | None:
    """Return where a correction's entry is checked; ``None`` where the reading has it no more."""
    if one.current is None:
        return None
    kind, _, actor = one.current.partition("/")
    return who_address(actor) if kind == "actor" else desk_address(one.current)
