"""The pages' templates: those of this room, and the report's own from ``publish``.

Everything a report or a person wrote is escaped, and printed by ``shown``, which also makes
unseen characters visible.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from onrecord.knowledge.states import state_by_id
from onrecord.publish import wording
from onrecord.publish.page import asset, shown, web_address
from onrecord.publish.visible import one_line
from onrecord.version import __version__
from onrecord.web import addresses

VERDICTS = {
    "accept": "accepted",
    "change": "corrected",
    "reject": "rejected",
    "merge": "merged",
    "split": "set apart",
    "withdraw": "taken back",
}
_UNSHOWN = frozenset({"evidence", "as_written", "span"})
STANDINGS = {
    "stands": None,
    "overruled": "overruled by a later word",
    "withdrawn": "taken back since",
    "gone": "the present reading has no such entry",
    "misfit": "does not fit the present reading",
}


def country(code: str) -> str:
    """Return a state's name by its code; the code where no state has it."""
    state = state_by_id().get(code)
    return state.name if state else code


@cache
def environment() -> Environment:
    """Return the environment, made once."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("onrecord.web"), PackageLoader("onrecord.publish")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "shown": shown,
        "one_line": one_line,
        "day": wording.day,
        "value": value,
        "month": wording.month,
        "weekday": wording.weekday,
        "country": country,
    }
    made.globals |= {
        "address": addresses.address,
        "report_address": addresses.report_address,
        "entry_address": addresses.entry_address,
        "desk_address": addresses.desk_address,
        "meeting_address": addresses.meeting_address,
        "saying_address": addresses.saying_address,
        "who_address": addresses.who_address,
        "count": wording.count,
        "days": wording.days,
        "signs": wording.SIGNS,
        "style": f"/static/onrecord.css?v={_digest(style())}",
        "script": f"/static/onrecord.js?v={_digest(script())}",
        "verdicts": VERDICTS,
        "standings": STANDINGS,
        "version": __version__,
        "web_address": web_address,
    }
    return made


def value(given: Any) -> str:
    """Return a value of the contract in a line a reader understands."""
    if given in (None, [], ""):
        return "not known"
    if isinstance(given, dict):
        if given.keys() == {"start", "end"}:
            days = [day or "?" for day in (given["start"], given["end"])]
            return " to ".join(dict.fromkeys(days))
        shown = (one for name, one in given.items() if name not in _UNSHOWN and one is not None)
        return ", ".join(value(one) for one in shown)
    if isinstance(given, list):
        return "; ".join(value(one) for one in given)
    return str(given)


def render(template: str, **values: Any) -> str:
    """Return a page."""
    return environment().get_template(template).render(**values)


@cache
def style() -> str:
    """Return the style of all pages: the report's, then what only the application has."""
    return asset("page.css") + _own("web.css")


@cache
def script() -> str:
    """Return the script of the report's page; no other needs one."""
    return asset("page.js")


def icon() -> str:
    """Return the picture that browsers show beside the title."""
    return _own("icon.svg")


def _own(name: str) -> str:
    return resources.files("onrecord.web").joinpath("templates", name).read_text("utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
