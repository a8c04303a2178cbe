"""The words by which somebody takes an act on, or rules it out, with their strength."""

from __future__ import annotations

from onrecord.record import Strength
from onrecord.resolve.lexicon import word_set

VERBS: dict[str, Strength] = {
    **dict.fromkeys(
        ("pledge", "vow", "promise", "swear", "undertake", "commit", "guarantee", "assure",
         "agree", "consent"), "promises"),
    **dict.fromkeys(("offer", "volunteer", "propose"), "ready"),
    **dict.fromkeys(
        ("plan", "intend", "aim", "decide", "resolve", "threaten", "want", "prepare"),
        "intends"),
    **dict.fromkeys(
        ("consider", "weigh", "mull", "contemplate", "float", "explore", "examine", "study",
         "debate", "ponder", "imagine", "discuss"), "considers"),
    **dict.fromkeys(("refuse", "decline", "exclude"), "refuses"),
    **dict.fromkeys(("begin", "start", "commence"), "has-begun"),
}  # fmt: skip
PARTICLES: dict[tuple[str, str], Strength] = {
    ("rule", "out"): "refuses",
    ("think", "about"): "considers",
    ("look", "into"): "considers",
    ("look", "at"): "considers",
    ("lean", "towards"): "considers",
    ("lean", "toward"): "considers",
    ("toy", "with"): "considers",
    ("commit", "to"): "promises",
    ("agree", "to"): "promises",
    ("agree", "on"): "promises",
    ("consent", "to"): "promises",
    ("hint", "at"): "considers",
    ("plan", "on"): "intends",
    ("opt", "for"): "intends",
    ("decide", "on"): "intends",
    ("decide", "against"): "refuses",
}
ADJECTIVES: dict[str, Strength] = {
    **dict.fromkeys(("ready", "prepared", "willing", "happy", "glad", "eager", "keen"), "ready"),
    **dict.fromkeys(("unwilling", "unprepared", "loath"), "refuses"),
    **dict.fromkeys(("determined", "set", "resolved", "poised"), "intends"),
    **dict.fromkeys(("committed",), "promises"),
    "open": "considers",
}
PARTICIPLES: dict[str, Strength] = {
    "prepare": "ready",
    "determine": "intends",
    "resolve": "intends",
    "set": "intends",
    "poise": "intends",
    "commit": "promises",
}
"""Adjectives that are printed like, and often parsed as, passive verbs: "is prepared to"."""

NOUNS: dict[str, Strength] = {
    **dict.fromkeys(("readiness", "willingness", "preparedness", "offer"), "ready"),
    **dict.fromkeys(
        ("pledge", "promise", "vow", "commitment", "guarantee", "word", "oath", "undertaking",
         "assurance"), "promises"),
    **dict.fromkeys(("plan", "intention", "decision", "intent", "determination", "threat",
                     "resolve"), "intends"),
    "refusal": "refuses",
}  # fmt: skip
GIVING = word_set(
    """make give issue announce declare express signal signalize signalise renew reiterate reaffirm
    have repeat voice confirm present unveil outline state show indicate swear underline underscore
    take stress demonstrate emphasize emphasise reconfirm restate affirm"""
)
"""Verbs whose subject takes on what their object names: "expressed readiness to"."""

UNDOING = word_set(
    """keep fulfil fulfill honour honor break drop abandon deliver meet betray breach forget doubt
    scrap withdraw reverse shelve suspend freeze cancel postpone bury"""
)
"""What ends a promise or a plan, by being done or undone."""

CALLS = word_set("call demand request appeal pressure invitation plea")
RESISTING = word_set("reject resist refuse decline rebuff dismiss ignore")
"""Who resists a call to do something refuses to do it."""

IDEAS = word_set("idea possibility prospect option way proposal question scenario")
OPENERS = word_set("launch open start begin initiate")
PROJECTS = word_set("programme program campaign operation project effort drive mission scheme")
MEANS = word_set(
    "troop soldier fund money resource force support aid assistance weapon billion million euro"
    " dollar pound ship aircraft jet"
)
DEVOTED = word_set("earmark allocate")
NOMINAL = frozenset(
    ("pledge", "promise", "offer", "commit", "consider", "weigh", "mull", "contemplate", "float",
     "exclude", "rule", "plan", "earmark", "guarantee", "explore")
)  # fmt: skip
PENDING = frozenset(("consider", "weigh", "mull", "contemplate", "explore", "examine", "study"))
"""Verbs that mean a plan while they go on, and else a thought: "considered the evidence"."""

THINKING = frozenset(("study", "examine", "discuss", "debate", "explore", "ponder"))
"""Verbs that with "will" are acts of their own: "would study the offer"."""

TURNED: dict[Strength, Strength | None] = {
    "promises": None,
    "ready": "refuses",
    "intends": "refuses",
    "considers": "refuses",
    "refuses": "considers",
    "has-begun": None,
}
"""What a negation makes of each; ``None`` where nothing is left to record."""
