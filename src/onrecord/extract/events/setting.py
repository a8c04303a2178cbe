"""Modes and contexts, the finer terms of the PLOVER manual, by the words around a trigger."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.clauses import children
from onrecord.extract.events import words
from onrecord.extract.events.trigger import Trigger, chain
from onrecord.resolve.lexicon import word_set

_MODES: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "ASSAULT": (
        ("SUICIDE-ATTACK", word_set("suicide")),
        ("DRONE", word_set("drone")),
        ("UNCONVENTIONAL", word_set("chemical biological nuclear sarin chlorine nerve")),
        ("AERIAL", word_set("airstrike warplane aircraft jet helicopter bomber air aerial")),
        ("HEAVY-WEAPONS", word_set("missile rocket mortar artillery tank shelling cruise")),
        ("EXPLOSIVES", word_set("explosive explosion bomb bombing grenade blast mine")),
        ("FIREARMS", word_set("gunman gunfire gun rifle shoot shooting shot sniper gunbattle")),
        ("PRIMITIVE", word_set("machete knife stone stick")),
        ("CROWD-CONTROL", word_set("tear teargas baton rubber")),
    ),
    "CONSULT": (
        ("PHONE", word_set("phone telephone call phone_call")),
        ("THIRD-PARTY", word_set("mediate mediation mediator")),
        ("VISIT", word_set("visit trip tour travel arrive")),
        ("MULTILATERAL", word_set("summit conference")),
    ),
    "PROTEST": (
        ("HUNGER", word_set("hunger")),
        ("STRIKE", word_set("strike walkout")),
        ("RIOT", word_set("riot rioter loot")),
        ("OBSTRUCT", word_set("road roadblock blockade barricade block")),
        ("BOYCOTT", word_set("boycott")),
    ),
    "MOBILIZE": (
        ("POLICE", word_set("police policeman")),
        ("MILITIA", word_set("militia rebel")),
        ("WEAPONS", word_set("missile weapon nuclear warhead uranium enrichment launch")),
        ("TROOPS", word_set("troop soldier army force")),
    ),
    "RETREAT": (
        ("CEASEFIRE", word_set("ceasefire cease-fire truce armistice")),
        ("WITHDRAW", word_set("withdraw withdrawal pull pullout")),
        ("RELEASE", word_set("release free")),
        ("DISARM", word_set("disarm demobilize demobilise")),
        ("RESIGN", word_set("resign resignation")),
        ("RETURN", word_set("return")),
        ("ACCESS", word_set("access inspector observer")),
    ),
    "COERCE": (
        ("CURFEW", word_set("curfew")),
        ("MARTIAL-LAW", word_set("martial emergency")),
        ("CENSOR", word_set("newspaper broadcaster website publication")),
        ("DEPORT", word_set("deport deportation")),
        ("ARREST", word_set("arrest detain jail")),
        ("CYBER", word_set("hack hacker cyberattack")),
        ("RESTRICT", word_set("restriction lockdown siege blockade")),
        ("BAN", word_set("ban outlaw")),
        ("SEIZE", word_set("seize confiscate")),
    ),
    "SANCTION": (
        ("EXPEL", word_set("expel expulsion")),
        ("WITHDRAW", word_set("withdraw withdrawal recall")),
        ("CONVICT", word_set("convict sentence")),
    ),
    "ACCUSE": (
        ("INVESTIGATE", word_set("investigate investigation probe inquiry audit")),
        ("ALLEGE", word_set("charge indict sue lawsuit allege")),
    ),
}
"""Words that speak for a mode, the most telling first."""

_DEFAULTS = {"ACCUSE": "DISAPPROVE", "PROTEST": "DEMO"}
_ASKED = {
    "AID": "ASSIST",
    "CONSULT": "MEET",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "COOPERATE": "ASSIST",
}
"""What is asked for or refused, by the type of the act asked for; anything else is CHANGE."""

_THREATENED = {
    "ASSAULT": "VIOLENCE",
    "MOBILIZE": "VIOLENCE",
    "SANCTION": "RELATIONS",
    "COERCE": "RESTRICT",
    "PROTEST": "RESTRICT",
}
_THREATENED_SO = {
    "COERCE.arrest": "ARREST",
    "COERCE.ban": "BAN",
    "COERCE.deport": "EXPEL",
    "SANCTION.expel": "EXPEL",
}
"""Threats that the manual keeps apart from others of their type."""

_FORCE = word_set("blow force war offensive attack strike terror terrorism violence retaliation")
"""What is dealt, used, waged or launched in violence."""

_TAKING = word_set("occupy annex conquer")
"""What is done to territory alone."""

_CONTEXTS: dict[str, frozenset[str]] = {
    "military": word_set(
        """military army troop soldier force weapon missile defence defense war naval navy airstrike
        tank warplane drone artillery ceasefire battalion peacekeeper combat"""
    ),
    "diplomatic": word_set(
        "diplomat diplomatic ambassador embassy envoy consulate tie relation treaty summit minister"
    ),
    "economic": word_set(
        """economic economy trade tariff sanction bank loan investment export import financial
        currency debt tax market budget"""
    ),
    "legal": word_set(
        "court law judge trial lawsuit prosecutor charge convict sentence legal extradition justice"
    ),
    "election": word_set("election vote poll ballot referendum candidate electoral voter"),
    "legislative": word_set("parliament senate congress bill legislation lawmaker"),
    "terrorism": word_set("terrorist terrorism terror jihadist extremist suicide isis al-qaeda"),
    "refugee": word_set("refugee asylum migrant displaced"),
    "cbrn": word_set("nuclear chemical biological radiological sarin uranium denuclearization"),
    "rights": word_set("rights human dissident journalist censorship"),
    "cyber": word_set("cyber cyberattack hacker hack malware"),
    "territory": word_set("border territory annex annexation occupied sovereignty"),
    "resource": word_set("oil gas energy water pipeline mineral"),
    "environment": word_set("climate emission environment environmental pollution"),
    "disaster": word_set("earthquake flood hurricane cyclone drought famine tsunami"),
    "disease": word_set("pandemic coronavirus covid-19 virus vaccine epidemic ebola cholera"),
    "crime": word_set("drug smuggling trafficking murder corruption fraud bribery"),
}
_WINDOW = 14


def mode_of(kind: str, trigger: Trigger, sides: int) -> str | None:
    """Return the mode, ``None`` where the words leave it open or the type has none."""
    around = {token.lemma_.lower() for token in _around(trigger)}
    own = {trigger.word.lemma_.lower(), trigger.verb.lemma_.lower()}
    own |= {c.lemma_.lower() for c in children(trigger.word, "compound", "amod")}
    label_kind, label_mode = words.kind_of(trigger.label)
    if label_kind == kind and label_mode is not None and label_mode.upper() != "MUST":
        return label_mode.upper()
    if kind == "COERCE" and trigger.word.lemma_ == "siege" and _is_state_of(trigger.word):
        return "MARTIAL-LAW"
    if kind in ("REQUEST", "REJECT", "THREATEN"):
        return _of_act(kind, trigger)
    for telling in (own, around):
        for mode, keys in _MODES.get(kind, ()):
            if telling & keys:
                return mode
        if kind in ("CONSULT", "COERCE", "ACCUSE", "RETREAT", "SANCTION"):
            break
    if kind == "CONSULT" and sides > 2:
        return "MULTILATERAL"
    return _DEFAULTS.get(kind)


def _is_state_of(noun: Token) -> bool:
    """ "A state of siege": martial law, where a siege alone shuts people in."""
    return noun.head.lower_ == "of" and noun.head.head.lemma_.lower() == "state"


def _of_act(kind: str, trigger: Trigger) -> str | None:
    """The mode of a demand, a refusal or a threat is that of the act it is about."""
    acts = list(chain(trigger))
    things = {t.lemma_.lower() for at in acts for t in children(at, "dobj")}
    if kind == "THREATEN" and things & _FORCE:
        return "VIOLENCE"
    own = [trigger.verb] if trigger.word is trigger.verb else [trigger.word]
    label = next((found for at in (*acts, *own) if (found := _act(at, at in acts))), None)
    if label is None:
        return "CHANGE" if kind != "THREATEN" and acts else None
    act = label.partition(".")[0]
    if kind != "THREATEN":
        return _ASKED.get(act, "CHANGE")
    if {at.lemma_.lower() for at in acts} & _TAKING:
        return "TERRITORY"
    return _THREATENED_SO.get(label, _THREATENED.get(act))


def _act(at: Token, inner: bool) -> str | None:
    """What the dictionary says of an act: by its object where that says more than its verb."""
    verbs, nouns = words.verbs(), words.nouns()
    lemma = at.lemma_.lower()
    things = [thing.lemma_.lower() for thing in children(at, "dobj")]
    if lemma in words.CUTTING and words.BONDS.intersection(things):
        return "SANCTION"
    found = next((nouns[thing] for thing in things if thing in nouns), None)
    if found is not None and (lemma in words.LIGHT or lemma not in verbs or not inner):
        return found
    return verbs.get(lemma) if inner else None


def contexts_of(trigger: Trigger) -> tuple[str, ...]:
    """Return the contexts the words around a trigger speak for."""
    around = {token.lemma_.lower() for token in _around(trigger)}
    return tuple(name for name, keys in _CONTEXTS.items() if around & keys)


def _around(trigger: Trigger) -> list[Token]:
    """The words of the trigger's clause, near by."""
    verb = trigger.verb
    return [
        token
        for token in verb.subtree
        if abs(token.i - trigger.word.i) <= _WINDOW
        and token.pos_ in ("NOUN", "VERB", "ADJ", "PROPN")
    ]
