"""Is it English? Function words say so at no cost; a trained identifier decides the rest."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from onrecord.errors import NotEnglish

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE_CHARACTERS = 20_000
_MIN_WORDS = 25
"""Fewer words do not tell a language from a list of foreign names."""

_FUNCTION_WORDS = frozenset(
    {
        "the",
        "of",
        "to",
        "and",
        "a",
        "in",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "he",
        "as",
        "it",
        "at",
        "by",
        "from",
        "his",
        "her",
        "its",
        "their",
        "this",
        "have",
        "has",
        "had",
        "are",
        "were",
        "be",
        "been",
        "not",
        "but",
        "they",
        "who",
        "which",
        "will",
        "would",
        "said",
        "says",
    }
)
_ENOUGH = 0.2
"""Share of English function words above which nothing else is asked."""
_TOO_FEW = 0.1
_CERTAIN = 0.5
"""Probability the identifier must give another language before a text is refused."""


def check_english(text: str, source: str) -> None:
    """Raise ``NotEnglish`` where ``text`` is long enough to tell and plainly another language.

    A text with English function words in it passes, whatever else it quotes: mixed reports are
    read as far as they are English.
    """
    words = _WORD.findall(text[:_SAMPLE_CHARACTERS].lower())
    if english_share(words) >= _ENOUGH or len(text.split()) + len(words) < 2 * _MIN_WORDS:
        return
    language, probability = identify(text[:_SAMPLE_CHARACTERS])
    if language != "en" and english_share(words) < _TOO_FEW and probability >= _CERTAIN:
        raise NotEnglish(
            source,
            fault=f"the text is not English (its language seems to be {language!r})",
            remedy="onrecord reads English only; give an English translation.",
        )


def english_share(words: list[str]) -> float:
    """Return which part of ``words``, in lower case, are frequent English function words."""
    return sum(word in _FUNCTION_WORDS for word in words) / max(len(words), 1)


def identify(text: str) -> tuple[str, float]:
    """Return the ISO 639-1 code of the likeliest language, and its probability."""
    language, probability = _identifier().classify(text)
    return str(language), float(probability)


@cache
def _identifier() -> LanguageIdentifier:
    # Loading takes a second, so it waits until a text needs it.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
