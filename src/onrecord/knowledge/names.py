"""Personal names across spellings: one key for Zelensky and Zelenskyy, Erdogan and Erdoğan."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that carry no combining mark, hence survive decomposition.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ə": "a",
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʼ": "'",
        "`": "'",
    }
)
_INITIAL = re.compile(r"^[a-z]$")
# The Arabic article, assimilated or not; before a name it is written el-, al-, Al, as-, ash- ...
_ARTICLE = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
# Spellings of one name, folded before the rules below; the rules alone would keep them apart.
_SAME = {
    "muhammad": "mohamed",
    "mohammad": "mohamed",
    "mohammed": "mohamed",
    "muhammed": "mohamed",
    "mohamad": "mohamed",
    "mohamud": "mohamed",
    "mahmud": "mahmoud",
    "hussain": "hussein",
    "husayn": "hussein",
    "hossein": "hussein",
    "hosein": "hussein",
    "abdul": "abdel",
    "abdal": "abdel",
    "abd": "abdel",
    "said": "saeed",
    "saied": "saeed",
    "sayed": "sayyid",
    "yousef": "yusuf",
    "youssef": "yusuf",
    "yousuf": "yusuf",
    "ahmad": "ahmed",
    "khaled": "khalid",
    "omer": "omar",
    "umar": "omar",
    "nasir": "nasser",
    "faysal": "faisal",
    "feisal": "faisal",
    "moammar": "muammar",
    "gadhafi": "gaddafi",
    "qaddafi": "gaddafi",
    "kadafi": "gaddafi",
    "qadhafi": "gaddafi",
    "gadaffi": "gaddafi",
    "serhiy": "sergei",
    "serhii": "sergei",
    "oleksandr": "alexander",
    "aleksandr": "alexander",
    "alexandr": "alexander",
    "aleksander": "alexander",
    "aleksandar": "alexander",
    "aliaksandr": "alexander",
    "volodymyr": "vladimir",
    "wladimir": "vladimir",
    "mykola": "nikolai",
    "mykhailo": "mikhail",
    "dmytro": "dmitri",
    "andriy": "andrei",
    "andrii": "andrei",
    "yulia": "julia",
    "yuliya": "julia",
    "iulia": "julia",
    "lukashenka": "lukashenko",
    "poroshenka": "poroshenko",
    "binyamin": "benjamin",
    "bibi": "benjamin",
    "katherine": "catherine",
}


def _plain(name: str) -> str:
    lowered = name.casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _folded(word: str) -> str:
    word = _SAME.get(word, word)
    word = re.sub(r"(?:skyy|skiy|skyi|skij|skii|sky|ski)$", "ski", word)
    word = re.sub(r"(?:ey|ei|iy|ii|yy|yi|ij|y)$", "i", word)
    word = word.replace("kh", "h").replace("ph", "f").replace("iy", "i").replace("yo", "io")
    return re.sub(r"([a-z])\1", r"\1", word)


def _without_middle_initials(words: list[str]) -> list[str]:
    """Join the initials a name begins with (J. D. Vance); drop those inside it."""
    first = next((n for n, word in enumerate(words) if not _INITIAL.match(word)), len(words))
    rest = [word for word in words[first:] if not _INITIAL.match(word)]
    return ["".join(words[:first]), *rest] if first else rest


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """Return a key that the usual spellings of one personal name share.

    Case, accents, hyphens, apostrophes, middle initials and the Arabic article fall away; the
    common romanisations of Slavic endings and of the most frequent Arabic and East Slavic names
    are folded. "Jr." and numbers stay: they tell fathers from sons. The key tells spellings apart
    no better than a reader of Latin script would: use it to find candidates, not to prove identity.
    """
    words = re.sub(r"[-–,.]", " ", _plain(name).replace("'", "")).split()
    words = _without_middle_initials(words)
    kept = [word for word in words if word not in _ARTICLE] or words
    return " ".join(_folded(word) for word in kept)


@lru_cache(maxsize=16384)
def joined_key(name: str) -> str:
    """Return the key without its spaces: Kim Jong-un, Kim Jong Un and Kim Jongun agree."""
    return name_key(name).replace(" ", "")


def initials(name: str) -> str:
    """Return the initials inside a name, "hw" for George H. W. Bush."""
    words = re.sub(r"[-–,.]", " ", _plain(name)).split()
    return "".join(word for word in words[1:] if _INITIAL.match(word))
