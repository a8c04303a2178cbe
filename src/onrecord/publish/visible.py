"""Making the unseen seen: control characters, terminal escapes and bidirectional overrides.

A report is untrusted. Shown raw, its text could colour the screen, move the cursor, rewrite
the window's title, or print words in an order they do not have (Boucher and Anderson, "Trojan
Source: Invisible Vulnerabilities", USENIX Security 2023). What is stored is never changed;
only what is shown.
"""

from __future__ import annotations

import re
import unicodedata

_C0, _DELETE, _PICTURES = 0x20, 0x7F, 0x2400
# C0 and C1 controls, line separators, bidirectional embeddings, overrides and isolates,
# interlinear annotation, tag characters (invisible copies of ASCII) and lone surrogates. Zero
# width spaces, joiners, direction marks and soft hyphens move no other character: they stay.
_UNSEEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_ONE = re.compile(_UNSEEN)
_CUT = re.compile(f"({_UNSEEN})")


def cut_unseen(text: str) -> list[str]:
    """Return ``text`` in pieces, of which every second is one unseen character."""
    return _CUT.split(text)


def code_point(char: str) -> str:
    """Return the conventional notation of a character: ``U+202E``."""
    return f"U+{ord(char):04X}"


def name(char: str) -> str:
    """Return the notation and, where Unicode has one, the name: ``U+202E RIGHT-TO-LEFT ...``."""
    return f"{code_point(char)} {unicodedata.name(char, '')}".rstrip()


def visible(text: str) -> str:
    """Return ``text`` with every unseen character replaced by a visible stand-in.

    Line ends and tabs stay. The result can be printed on a terminal.
    """
    return _ONE.sub(_stand_in, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return ``text`` made visible, its white space folded to single spaces."""
    return " ".join(visible(text).split())


def _stand_in(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if code < _C0:
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "\u2421"
    if char in "\u2028\u2029\x85":
        return "\n"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"⟨{code_point(char)}⟩"
