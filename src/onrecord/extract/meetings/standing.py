"""Whether an encounter took place, is planned, proposed, conditional or denied."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.record import Status, Time

_STEPS = 8
_MOST_OF_A_YEAR = 300  # days
_YEAR = re.compile(r"\d{4}|\b(?:last|ago|past)\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "acl", "csubj", "parataxis"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "'d"})
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must"})
_IF = frozenset({"if", "unless", "provided", "once"})
_ENDED = frozenset({"cancel", "scrap", "abandon", "shelve", "abort"})
_UNSURE = frozenset({"possible", "impossible", "unlikely", "likely", "uncertain", "doubtful"})
_AFTER = frozenset({"after", "following", "during", "since", "throughout", "amid"})
_BEFORE = frozenset({"before", "ahead", "until", "towards", "toward", "pending"})


def status_of(
    trigger: Token, *, time: Time | None, published: date | None, named: bool = False
) -> Status:
    """Return how an encounter stands, by its modifiers, its verbs, and its date.

    ``trigger`` is the verb or noun; ``time`` dates it (``named``: it is called by that day),
    ``published`` the report.
    """
    status = _by_words(trigger)
    time = forward(time, status, published=published, named=named)
    if time is None or time.start is None or published is None:
        return status
    if time.start > published and status in ("happened", "ongoing"):
        return "planned"
    past = time.end is not None and time.end < published
    if past and status in ("planned", "ongoing") and not _marked_ahead(trigger):
        return "happened"
    return status


def forward(
    time: Time | None, status: Status, *, published: date | None, named: bool = False
) -> Time | None:
    """Return the date of what lies ahead: a day without a year is the next, not the last one.

    So is a day but weeks ahead by which an encounter is ``named``, where it would otherwise be
    most of a year ago: "a June 12 summit" in a report of May.
    """
    if time is None or time.start is None or time.end is None or published is None:
        return time
    if time.end >= published or _YEAR.search(time.text) or not _MONTH.search(time.text):
        return time
    ago = (published - time.end).days
    ahead = status in ("planned", "proposed", "conditional")
    if ago > 366 or not (ahead or (named and ago > _MOST_OF_A_YEAR)):
        return time
    try:
        start = time.start.replace(year=time.start.year + 1)
        end = time.end.replace(year=time.end.year + 1)
    except ValueError:  # 29 February
        return time
    value = f"{start.year}{time.value[4:]}" if time.value and time.value[:4].isdigit() else None
    return replace(time, start=start, end=end, value=value)


def _by_words(trigger: Token) -> Status:
    if trigger.pos_ in ("NOUN", "PROPN", "ADJ"):
        return _of_noun(trigger)
    return _of_verb(trigger)


def _marked_ahead(trigger: Token) -> bool:
    """Whether the words say that it is still to come: will meet, is scheduled to meet."""
    up = trigger.head
    if any(c.lower_ in _FUTURE for c in trigger.children):
        return True
    if trigger.pos_ not in ("VERB", "AUX") or trigger.dep_ != "xcomp":
        return False
    present = up.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in up.children)
    return present and up.pos_ in ("VERB", "AUX", "ADJ")


def _of_noun(noun: Token) -> Status:
    marks = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "advmod")}
    if marks & words.CALLED_OFF:
        return "denied"
    if any(c.lower_ == "no" for c in noun.children):
        return "denied"
    around = _around(noun)
    if around == "denied":
        return around
    if marks & words.MAYBE:
        return "proposed"
    if marks & words.AHEAD:
        return "planned"
    if marks & words.BEHIND:
        return "happened"
    return around


def _around(noun: Token) -> Status:
    """By what governs a noun: plans for talks, after the talks, held talks."""
    at = noun
    for _ in range(_STEPS):
        parent = at.head
        if parent == at:
            break
        if at.dep_ == "conj" and parent.pos_ in ("NOUN", "PROPN"):
            at = parent
            continue
        if parent.dep_ in ("prep", "mark") or parent.pos_ == "ADP":
            if parent.lower_ in _AFTER:
                return "happened"
            if parent.lower_ in _BEFORE:
                return "planned"
            if parent.lower_ == "of" and parent.head.lower_ in ("ahead", "front"):
                return "planned"
        if parent.pos_ in ("VERB", "AUX"):
            return _governed(at, parent)
        if parent.pos_ in ("NOUN", "PROPN") and at.dep_ in ("prep", "pobj", "compound", "acl"):
            lemma = parent.lemma_.lower()
            if lemma in ("plan", "preparation", "agreement", "invitation", "expectation"):
                return "planned"
            if lemma in (
                "proposal",
                "call",
                "offer",
                "idea",
                "prospect",
                "possibility",
                "hope",
                "request",
                "suggestion",
                "appeal",
            ):
                return "proposed"
        at = parent
    return "happened"


def _governed(child: Token, verb: Token) -> Status:
    """The status of what a verb governs: the verb's own, unless it wants, plans or refuses it."""
    lemma = verb.lemma_.lower()
    own = _of_verb(verb)
    if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
        if lemma in ("seem", "appear", "look", "be", "become", "remain"):
            said = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "oprd", "attr")}
            if said & _UNSURE:
                return "hypothetical"
        if verb.dep_ == "ROOT" or own != "happened":
            if lemma in words.INTEND and verb.tag_ == "VBN" and own == "happened":
                return "planned"
            off = lemma == "call" and any(c.lower_ == "off" for c in verb.children)
            if (off or lemma in _ENDED) and own == "happened":
                return "denied"
            if lemma == "postpone":
                return "planned"
        return own
    if own in ("denied", "conditional", "hypothetical") or not _is_aim(child):
        return own
    if lemma in words.REFUSE:
        return "denied"
    if lemma in words.PURSUE:
        return "proposed"
    if lemma in words.INTEND or lemma == "postpone":
        return "planned"
    return own


def _is_aim(child: Token) -> bool:
    """Whether a verb is about what it governs, and not something done there: agreed at a summit."""
    return child.dep_ != "prep" or child.lower_ in ("for", "to", "on", "with", "about", "of")


def _of_verb(verb: Token) -> Status:
    """By auxiliaries, negation and the verbs above: will meet, did not meet, agreed to meet."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "mark")}
    if any(c.dep_ == "neg" and c.lower_ != "only" for c in verb.children):
        return "planned" if "yet" in marks else "denied"
    if marks & _IF:
        return "conditional"
    if "whether" in marks:
        return "hypothetical"
    if marks & _FUTURE:
        return "planned"
    if marks & _MAYBE:
        return "hypothetical"
    if "to" in marks:
        return _infinitive(verb)
    if verb.tag_ == "VBG":
        return _progressive(verb)
    if verb.tag_ in ("VBP", "VBZ") and verb.lemma_.lower() in words.MEET:
        return "ongoing"  # "as leaders meet in Vienna"
    up = verb.head
    if verb.dep_ == "ccomp" and up.lemma_.lower() in ("deny", "dismiss", "refute"):
        return "denied"
    shares = not any(c.dep_ == "nsubj" for c in verb.children)
    joined = verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN") and up.pos_ in ("VERB", "AUX")
    return _of_verb(up) if joined and shares else "happened"


def _infinitive(verb: Token) -> Status:
    up = verb.head
    if up == verb:
        return "planned"
    lemma = up.lemma_.lower()
    if lemma == "be" and verb.dep_ in ("xcomp", "ROOT", "ccomp"):
        return "planned"
    if up.pos_ in ("VERB", "AUX", "ADJ"):
        own = _of_verb(up) if up.pos_ != "ADJ" else "happened"
        if lemma in words.REFUSE or own == "denied":
            return "denied"
        if verb.dep_ in ("xcomp", "ccomp") and lemma in words.PURSUE:
            return "proposed"
        if verb.dep_ in ("xcomp", "ccomp", "acomp") and lemma in words.INTEND:
            return "planned"
        if verb.dep_ in ("advcl", "xcomp") or own != "happened":
            # "Flew to Oslo to meet": as the flight, so the meeting.
            return own
        return "planned"
    if up.pos_ in ("NOUN", "PROPN"):
        proposal = up.lemma_.lower() in ("proposal", "offer", "call", "request", "idea", "desire")
        return "proposed" if proposal else "planned"
    return "planned"


def _progressive(verb: Token) -> Status:
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if aux & {"is", "are", "'re", "’re", "am"}:
        return "ongoing"
    up = verb.head
    if verb.dep_ == "pcomp" or up.pos_ == "ADP":
        if up.lower_ in _BEFORE:  # "crossed the line before walking to the summit"
            return "happened" if up.head.tag_ == "VBD" else "planned"
        if up.lower_ in _AFTER:
            return "happened"
    if up.pos_ in ("VERB", "AUX") and up != verb and verb.dep_ in ("xcomp", "advcl", "pcomp"):
        lemma = up.lemma_.lower()
        if lemma in words.PURSUE and verb.dep_ == "xcomp":
            return "proposed"
        if lemma in words.REFUSE and verb.dep_ == "xcomp":
            return "denied"
        return _of_verb(up)
    return "happened"
