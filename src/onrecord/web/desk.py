"""Where people check entries: one entry with its words, what was said of it, and a form to say so.

Nothing is overwritten: a correction is added beside the machine's entry, which stays to be seen.
"""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.archive.sayings import SayingFound
from onrecord.errors import ArchiveError, NotInArchive, SettingsError
from onrecord.publish import phrases
from onrecord.web.addresses import desk_address, report_address, who_address
from onrecord.web.asking import FORM, FormOf, RulesOf, ShelfOf
from onrecord.web.facts import around, facts, marked
from onrecord.web.fields import changed, fields
from onrecord.web.guard import Rules
from onrecord.web.held import Held, Name
from onrecord.web.shelf import Shelf
from onrecord.web.templates import render

pages = APIRouter(include_in_schema=False)
LONGEST_WHY: Final = 2_000
LONGEST_NAME: Final = 200
_SHOWN = 200


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
        changes = changed(shelf, shown, (kind, entry), form) if verdict == "change" else None
        note(shelf, identity, verdict, form, changes)
    except NotInArchive:
        raise
    except (ArchiveError, SettingsError) as error:
        page = _desk(shelf, rules, short, (kind, entry), given=form, fault=str(error))
        return HTMLResponse(page, 400)
    return RedirectResponse(desk_address(identity), 303)


@pages.post("/who/{actor}")
def merge(shelf: ShelfOf, form: FormOf, actor: str) -> Response:
    """Note that an actor is another one: both are one from then on."""
    other = form.get("into", "").strip()
    found = shelf.archive.find(other) if other else ()
    wanted = [one for one in found if one.id != actor]
    if len(wanted) != 1:
        raise SettingsError(f"{other!r} means {len(wanted)} other actors; give the id of one")
    note(shelf, f"actor/{actor}", "merge", form, {"into": wanted[0].id})
    return RedirectResponse(who_address(wanted[0].id), 303)


@pages.get("/corrections")
def corrections(shelf: ShelfOf) -> HTMLResponse:
    """What people have said of entries, the latest first."""
    found = shelf.archive.corrections()
    page = render(
        "corrections.html.j2",
        here="corrections",
        number=len(found),
        found=[(one, _address(one.current or one.entry)) for one in found[: -_SHOWN - 1 : -1]],
    )
    return HTMLResponse(page)


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
    if name not in machines.entries:
        raise NotInArchive(f"report {short!r} has no {name[0]} {name[1]!r}")
    kind, entry = name
    identity = f"{held.short}/{kind}/{entry}"
    text = machines.record.report.text
    spans = machines.evidence(name)
    said = [
        one
        for one in shelf.archive.corrections(machines.record.report.id)
        if identity in {one.current, one.entry}
    ]
    now = facts(held, name) if held.verdicts.get(name) == "change" else ()
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
        facts=facts(machines, name),
        now=now,
        made_by=f"onrecord {machines.record.version}, {machines.record.model}",
        corrections=said,
        verdict=held.verdicts.get(name),
        fields=fields(_shown(shelf, short, name), name),
        grouped=_is_grouped(shelf, identity, kind),
        seal=rules.seal(FORM),
        given=given or {},
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


def _is_grouped(shelf: Shelf, identity: str, kind: str) -> bool:
    """Whether the archive holds an entry for one with those of other reports."""
    try:
        if kind == "statement":
            found: SayingFound = shelf.archive.saying(identity)
            return len(found.variants) > 1
        return kind in {"meeting", "event"} and shelf.archive.happening(identity).reports > 1
    except NotInArchive:
        return False


def _address(entry: str) -> str:
    kind, _, actor = entry.partition("/")
    return who_address(actor) if kind == "actor" else desk_address(entry)
