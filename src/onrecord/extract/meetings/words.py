"""The words by which reports speak of encounters: lemmas, by what they say."""

from __future__ import annotations

from typing import Literal, TypeAlias

Form: TypeAlias = Literal["summit", "meeting", "talks", "call", "visit", "session", "conference"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOUNS: dict[str, Form] = {
    "summit": "summit",
    "meeting": "meeting",
    "encounter": "meeting",
    "gathering": "meeting",
    "audience": "meeting",
    "tete": "meeting",
    "roundtable": "meeting",
    "bilateral": "meeting",
    "trilateral": "meeting",
    "dinner": "meeting",
    "lunch": "meeting",
    "luncheon": "meeting",
    "breakfast": "meeting",
    "talk": "talks",
    "talks": "talks",
    "negotiation": "talks",
    "negotiations": "talks",
    "discussion": "talks",
    "discussions": "talks",
    "consultation": "talks",
    "consultations": "talks",
    "dialogue": "talks",
    "round": "talks",
    "conversation": "talks",
    "call": "call",
    "videoconference": "call",
    "teleconference": "call",
    "visit": "visit",
    "trip": "visit",
    "session": "session",
    "conference": "conference",
    "forum": "conference",
}
"""Nouns of encounters and their form; ``round`` is one only of talks."""

LOOSE = _words(
    """encounter gathering audience dinner lunch luncheon breakfast talk discussion
    discussions consultation consultations dialogue round session conference forum
    negotiation conversation call visit trip bilateral trilateral"""
)
"""Nouns that also mean other things: an encounter only where somebody takes part in it."""

PHONE = _words("phone telephone video videoconference videolink teleconference zoom line secure")
"""What makes a talk or conference a call."""

NOT_OF = _words("news press party media town-hall earnings conference")
"""Compounds before ``conference`` and ``meeting`` that make no encounter of actors."""
SITTINGS = _words(
    "legislative congressional parliamentary lame-duck court trading training photo jam"
)
"""What makes a session a time of sitting, or a lesson, and no encounter of actors."""

MEET = _words("meet confer huddle dine lunch convene gather assemble reconvene negotiate")
SPEAK = _words("speak talk converse")
PHONED = _words("call phone telephone ring")
RECEIVE = _words("host welcome receive greet")
VISIT = _words("visit tour")
TRAVEL = _words("travel fly go head arrive return")
JOIN = _words("join")

GATHERED = _words("convene gather assemble reconvene")
"""Said of many: their subject is plural, and they need no partner."""

PARTAKE = _words(
    """hold have host attend join chair cochair co-chair begin open start resume continue conclude
    end finish leave enter conduct enjoy lead address convene enter wrap skip cohost co-host do
    travel fly head arrive return go come participate engage take prepare emerge complete make
    plan seek want pay undertake embark kick schedule meet sit discuss use arrange get depart
    initiate launch agree announce cancel postpone set receive accept pursue welcome request
    share take"""
)
"""Verbs whose subject takes part in the encounter that is their object."""

HOSTING = _words("host cohost co-host convene chair organise organize stage summon call")
"""Verbs whose subject gives the encounter its house or its chair."""

PURSUE = _words(
    """propose suggest offer advocate urge request seek want demand call push press favour favor
    plead appeal ask hope wish consider discuss float mull suggest explore envisage back support
    recommend insist pursue"""
)
"""Verbs under which an encounter is but proposed."""

OCCUR = _words(
    """be hold take begin start open end conclude finish last convene happen occur run resume
    continue come kick schedule set plan slate expect postpone wrap break collapse coincide"""
)
"""Verbs whose subject an encounter is when they tell of its course: their date is its date."""

INTEND = _words(
    """plan schedule expect set prepare agree intend arrange announce anticipate await confirm
    slate due promise decide vow aim accept look pave poise ready organise organize"""
)
"""Verbs and adjectives under which it is planned."""

REFUSE = _words("refuse reject decline cancel scrap abort deny oppose dismiss exclude boycott rule")
"""Verbs under which it is not to be, or denied."""

AHEAD = _words(
    """upcoming planned impending forthcoming scheduled next future expected much-anticipated
    anticipated long-awaited looming coming prospective eventual awaited imminent following"""
)
MAYBE = _words("possible potential proposed prospective hypothetical would-be suggested any")
BEHIND = _words("previous last recent earlier past prior preceding former")
CALLED_OFF = _words("cancelled canceled aborted scrapped abortive")
ANOTHER = _words(
    "another first second third fourth fifth sixth further new next previous follow-up earlier "
    "last prior other separate"
)
"""Modifiers that tell an encounter from the one spoken of before."""

LEADERS = _words(
    """leader head president minister monarch chief king counterpart premier chancellor
    prime-minister secretary"""
)
ENVOYS = _words(
    """official diplomat envoy negotiator delegate delegation representative team adviser advisor
    ambassador lawmaker commander general expert aide mediator minister emissary side"""
)
"""Plural nouns for those who speak for their states."""

AGENDA_VERBS = _words(
    """discuss address review cover examine tackle debate consider focus center centre concentrate
    dwell explore"""
)
TOUCH_PREPS = _words("on about over regarding concerning")

PLACE_PREPS = _words("in at near inside outside aboard")
MARGINS = _words("sidelines sideline margins margin fringes border")
"""What one can meet on."""
LISTENERS = _words(
    """reporter journalist press media crowd audience supporter parliament congress lawmaker
    nation public rally voter correspondent student worker soldier troop camera newspaper"""
)
"""Whom one speaks to without meeting them."""

WITH = ("with", "alongside")
PHONE_LINKS = ("by", "over", "via", "on", "through", "in")
"""Prepositions between a verb of talk and the telephone."""
