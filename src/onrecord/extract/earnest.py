"""Whether an undertaking binds its actor: an own deed, meant, ahead, and told by who may tell it.

What one side says another will do binds nobody; nor does what is asked of somebody, denied,
feared or merely supposed; nor do forecasts and dates of meetings.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.extract.clauses import (
    VERBAL,
    children,
    governors,
    is_negated,
    is_passive,
    standing,
)
from onrecord.extract.undertakings import Undertaking
from onrecord.extract.whom import Whom, may_act
from onrecord.language.layers import layers_of
from onrecord.record import Actor, Statement
from onrecord.resolve.lexicon import SPEECH_VERBS, word_set

_NO_ACTS = word_set(
    """be become win lose fall die suffer need have face remain know see regret grow shrink rise
    cost last arrive exist seem appear happen resume continue occur benefit fail succeed learn
    understand feel live survive want believe think hope like love prefer expect get turn look
    depend matter mean belong contain worry collapse prevail enjoy find remember wish manage fit
    overcome deserve struggle thank expire sit hear pray miss"""
)
"""What befalls somebody, or is no deed to be held to."""

_MEASURING = word_set(
    "average total exceed outpace surpass amount account contract recover rebound"
)
_REACHING = word_set("come reach stand hit top slow drop climb")
_COUNTS = frozenset(("PERCENT", "QUANTITY", "CARDINAL", "MONEY"))
_DATES = word_set(
    """meet visit travel fly speak address attend host arrive depart chair join head vote discuss
    debate"""
)
"""Verbs of appointments: "will meet", "is to travel" is a date in the diary."""

_COMMENT = word_set(
    """say comment answer speculate elaborate confirm disclose reveal identify name specify address
    respond reply characterise characterize discuss describe"""
)
"""Who declines to say something keeps silent, and rules nothing out."""

_TALK = word_set("say tell argue suggest claim add note call admit describe")
_POINTING = frozenset(("this", "that", "such", "these", "those", "any"))
_OFFERED = word_set(
    """aid support help assistance troop soldier officer force mediation ceasefire truce refuge
    asylum protection guarantee talk cooperation loan money fund weapon jet ship shelter training
    amnesty service dialogue negotiation mission relief grant credit"""
)
"""What an offer is an act of, said by a noun alone."""

_OF_OTHERS = word_set(
    """warned warns warning predicted predicts alleged alleges accused suspects feared believes
    claims"""
)
_OWN = ("our ", "his ", "her ", "its ", "their ", "my ")
_CROWDS = frozenset(("want", "willing", "ready", "prepared", "keen"))
_DECIDING = word_set(
    """minister leader official general rebel militant lawmaker party union government ally country
    nation power state negotiator mediator commander guerrilla insurgent authority senator
    republican democrat conservative elder"""
)
_STATES = word_set(
    """plan intend aim want prepare ready prepared willing keen eager consider weigh contemplate
    mull determined poised set"""
)
_MANY = frozenset(("a", "an", "another", "many", "some", "several", "most", "any", "every"))
_PUBLIC = frozenset(("state", "government", "organisation"))
_ACTING = word_set("elder guerrilla creditor tribe operator crew gang cartel clan separatist")
_OLD_YEARS = 2  # what was refused or offered in a year so long ago is history


def is_deed(found: Undertaking) -> bool:
    """Whether what is taken on is something to be done, not to be met with or felt."""
    act, trigger = found.act, found.trigger
    lemma = act.lemma_.lower()
    if act.pos_ not in VERBAL:
        if any(c.lower_ in _POINTING and c.dep_ in ("det", "predet", "amod") for c in act.children):
            return found.strength == "refuses" and not act.lower_.endswith("thing")
        if trigger.lemma_ == "offer" and act.ent_type_ != "MONEY":
            return lemma in _OFFERED
        return act.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "SYM")
    if found.strength == "refuses" and lemma in _COMMENT:
        return False
    if lemma in _NO_ACTS:
        return lemma == "remain" and not found.modal
    if found.modal:
        if _is_forecast(act) or _is_description(act):
            return False
        if lemma in _DATES and found.strength in ("intends", "has-begun"):
            return False
        if is_passive(act) and found.strength != "refuses":
            return False
        if any(c.lower_ == "have" for c in children(act, "aux")) or lemma in _TALK:
            return False  # "may have sent", "I would say"
    unsaid = lemma == "say" and trigger.lemma_ == "plan"  # words in store are no deed
    if found.strength == "has-begun" and (lemma in SPEECH_VERBS or _is_ahead(trigger)):
        return False
    if unsaid or (lemma in ("meet", "talk") and trigger.lemma_ == "agree"):
        return False
    return lemma not in ("do", "have", "start", "begin", "work", "go") or bool(
        children(act, "dobj", "prep", "ccomp", "xcomp", "dative")
    )


def _is_ahead(beginning: Token) -> bool:
    """ "Scheduled to begin", "before it began": not begun yet."""
    return any(c.tag_ == "TO" or c.lower_ == "before" for c in beginning.lefts)


def _is_forecast(act: Token) -> bool:
    """ "Output will average a million barrels", "growth will come in at two per cent"."""
    lemma = act.lemma_.lower()
    if lemma in _MEASURING:
        return True
    if lemma not in _REACHING:
        return False
    told = [
        *children(act, "dobj"),
        *(n for c in children(act, "prep") for n in children(c, "pobj")),
    ]
    counted = any(n.ent_type_ in _COUNTS for n in told)
    return counted or any(c.lower_ in ("in", "out") for c in children(act, "prt"))


def _is_description(act: Token) -> bool:
    """ "A cut which would weaken the army": what a thing does, told of it in passing."""
    if act.dep_ != "relcl":
        return False
    return any(c.lower_ in ("which", "that") for c in children(act, "nsubj"))


def _is_vague(found: Undertaking, whom: Whom) -> bool:
    """What may be decided, what was once planned, wanted or thought of, as the report tells it."""
    trigger = found.trigger
    lemma = trigger.lemma_.lower()
    governor = trigger.head if trigger.pos_ == "ADJ" and trigger.head.pos_ in VERBAL else trigger
    aux = [c for at in (trigger, governor) for c in children(at, "aux", "auxpass")]
    if not found.modal and any(c.lower_ in ("may", "might", "could") for c in aux):
        return found.strength != "considers"
    if lemma == "want" and (trigger.tag_ in ("VBD", "VBN") or is_negated(trigger)):
        return True
    if trigger.pos_ == "NOUN" or found.strength not in ("intends", "ready", "considers"):
        return False
    past = governor.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in aux)
    if not past or whom.inside(trigger.idx) is not None or is_negated(trigger):
        return False
    return lemma in _STATES and not _speakers(trigger, whom)


def is_meant(found: Undertaking, whom: Whom) -> bool:
    """Whether the undertaking is claimed to hold: not denied, asked, wished or long past."""
    trigger = found.trigger
    last = found.act.right_edge.i
    if any(token.text == "?" for token in trigger.doc[last : last + 3]):
        return False  # "What are we going to do?"
    how, why = standing(trigger)
    if how in ("denied", "hypothetical", "asked", "wished"):
        return False
    if how == "expected":
        subject = next(iter(children(why, "nsubj")), None) if why is not None else None
        if subject is None or whom.at(subject) != whom.at(found.holder or subject):
            return False
    if any(is_negated(h) for h in governors(trigger) if h.lemma_.lower() in SPEECH_VERBS):
        return False  # "has not said that it will"
    if any(c.lower_ == "yet" for c in trigger.head.children) and trigger.dep_ == "xcomp":
        return False  # "has yet to decide"
    if trigger.pos_ == "NOUN" and _supposed(trigger):
        return False
    if _is_vague(found, whom):
        return False
    return not _bygone(found)


def _supposed(noun: Token) -> bool:
    """ "A Chinese promise to buy soybeans would calm the markets"."""
    return noun.dep_ in ("nsubj", "nsubjpass") and any(
        c.tag_ == "MD" for c in children(noun.head, "aux")
    )


def _bygone(found: Undertaking) -> bool:
    """Refusals, offers and plans of a year printed with them, or of one who was "then" in office.

    A promise stays given; what somebody refused in 2013 is history.
    """
    holder, trigger = found.holder, found.trigger
    for part in children(holder, "appos") if holder is not None else ():
        if any(t.lower_ == "then" for t in part.lefts):
            return True
    if trigger.tag_ != "VBD":
        return False
    if trigger.dep_ == "relcl" and any(_year(t) for t in trigger.subtree):
        return True
    return found.strength != "promises" and any(
        _year(noun)
        for at in (trigger, found.act)
        for prep in children(at, "prep")
        if prep.lower_ in ("in", "since")
        for noun in children(prep, "pobj")
    )


def _year(token: Token) -> bool:
    published = layers_of(token.doc).published
    if len(token.text) != 4 or not token.text.isdigit() or not token.text.startswith(("19", "20")):
        return False
    return published is None or int(token.text) <= published.year - _OLD_YEARS


def binds(found: Undertaking, holder: Token, actor: str, whom: Whom) -> bool:
    """Whether those who report the undertaking may speak for its actor.

    A bare modal binds where the actor, or one who surely speaks for it, says so; in the report's
    own voice only "will" of a state or a body does.
    """
    who = whom.actors[actor]
    if not _acts(holder, who) or _mood(found, holder, who):
        return False
    if found.modal and any(c.lower_ in _MANY for c in children(holder, "det", "amod")):
        return False
    told = who.kind in ("state", "government") or _says_so(found.trigger, actor, whom)
    if found.modal and holder.lower_ == "it" and not told:
        return False  # what a bill, a plan or a deal will bring about
    vouched = False
    for statement in whom.chain(found.trigger.idx):
        if statement.certainty in ("denied", "feared"):
            return False
        speaker = statement.speaker
        if speaker is None:
            vouched |= who.kind in ("state", "government")
            continue
        if not whom.allied(speaker, actor, surely=_warns(statement, whom.doc)):
            return False
        vouched |= whom.allied(speaker, actor, surely=not _of_speaker(who))
        vouched |= whom.actors[speaker].kind in ("unnamed", "group")
        if found.modal and statement.kind == "direct" and _would(found) and speaker != actor:
            return False  # "this rule would require": a conditional, not reported speech
    if whom.inside(found.trigger.idx) is None:
        speakers = list(_speakers(found.trigger, whom))
        if any(not whom.allied(speaker, actor) for speaker in speakers):
            return False
        vouched = bool(speakers)
    if not found.modal or vouched:
        return True
    return who.kind in _PUBLIC and found.strength != "considers" and not _would(found)


def _says_so(token: Token, actor: str, whom: Whom) -> bool:
    """Whether the actor itself says what stands at a word."""
    statement = whom.inside(token.idx)
    return actor in ([statement.speaker] if statement is not None else _speakers(token, whom))


def _speakers(token: Token, whom: Whom) -> list[str]:
    """The subjects of speech verbs that govern a word, where no statement was read there."""
    out = []
    for head in governors(token):
        if head.lemma_.lower() in SPEECH_VERBS and head.pos_ in VERBAL:
            found = (whom.at(subject) for subject in children(head, "nsubj"))
            out += [speaker for speaker in found if speaker is not None]
    return out


def _of_speaker(actor: Actor) -> bool:
    """States, and bodies only described ("the country"), may be those of an unknown speaker."""
    if actor.kind in ("state", "government"):
        return True
    if actor.kind == "group" and actor.members == ():
        return any(m.text.lower().startswith(_OWN) for m in actor.mentions)
    return (
        actor.kind != "person"
        and all(m.form != "name" for m in actor.mentions)
        and not any(
            m.text.lower().startswith(("a ", "an ", "another ", "some ")) for m in actor.mentions
        )
    )


def _would(found: Undertaking) -> bool:
    return any(c.lower_ in ("would", "'d", "’d") for c in children(found.act, "aux"))


def _acts(holder: Token, actor: Actor) -> bool:
    """Whether a common noun is for those who act: "the engine refused" takes nothing on."""
    if holder.tag_ not in ("NN", "NNS") or any(m.form == "name" for m in actor.mentions):
        return True
    if holder.text[0].isupper() and not children(holder, "det", "poss", "amod"):
        return True  # a name the tagger took for a noun
    return may_act(holder) or holder.lemma_.lower() in _ACTING


def _mood(found: Undertaking, holder: Token, actor: Actor) -> bool:
    """What people at large want or would put up with is no act taken on."""
    crowd = holder.tag_ in ("NNS", "NNPS", "DT", "CD") and actor.kind in ("group", "unnamed")
    return crowd and found.trigger.lemma_ in _CROWDS and holder.lemma_.lower() not in _DECIDING


def _warns(statement: Statement, doc: Doc) -> bool:
    """Whether a statement's verb is one for what others do: "warned that", "claimed that"."""
    cues = (doc.char_span(*span, alignment_mode="expand") for span in statement.cue)
    return any(words is not None and words[-1].lower_ in _OF_OTHERS for words in cues)
