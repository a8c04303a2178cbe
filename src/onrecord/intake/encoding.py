"""From bytes to text: UTF-8 first, then what can be told with certainty, else a refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from onrecord.errors import SourceUnreadable

_REMEDY = "Save it as UTF-8 and read it again."

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, odt, epub)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls, msg)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP, WAV or AVI file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"bplist00", "a binary property list or web archive"),
    (b"From: <Saved by", "a web archive (MHTML)"),
    (b"MIME-Version:", "a web archive (MHTML) or a message"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    # UTF-32's little-endian mark begins with UTF-16's: the longer one first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)

_SINGLE_BYTE = ("cp1252", "mac_roman")
_SIGNS = frozenset("‘’“”‚„‹›«»–—…•·†‡™®©°£€¥¢§¶½¼¾²³´¡¿ªº\xa0\xad")
_MAC_QUOTES = frozenset("ÒÔÕ")
"""What Mac Roman's quotation marks are in Windows-1252; words with these capitals are rare."""
_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšž")
_MIN_COHERENCE = 0.9
_MAX_CHAOS = 0.02


def decode(data: bytes, source: str, *, declared: bool = False) -> str:
    """Return ``data`` as text; a byte order mark is taken off, nothing else is changed.

    Tried are the byte order mark, UTF-8, the encoding an HTML page declares (where ``declared``),
    Windows-1252 and Mac Roman where exactly the signs of English print come out, and at last
    charset-normalizer where it is sure. Raises ``SourceUnreadable`` for binary content and for
    bytes none of these explains.
    """
    _refuse_magic(data, source)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, encoding, source)
    if b"\x00" in data:
        return _unmarked_utf16(data, source)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fallback = _fallback(data, declared=declared)
        if fallback is not None:
            return fallback
        guess = _guess(data)
        hint = f"; its best guess is {guess}, too unsure to use" if guess else ""
        raise SourceUnreadable(
            source,
            fault=f"the bytes are no UTF-8 (byte {error.start} is 0x{data[error.start]:02x}), and "
            f"Windows-1252, Mac Roman and charset-normalizer do not explain them{hint}",
            remedy=_REMEDY,
        ) from error


def check_characters(text: str, source: str) -> None:
    """Raise ``SourceUnreadable`` where ``text`` holds what no report prints.

    That is: NUL, many control characters, lone surrogates, and quotation marks destroyed by a
    wrong decoding before the text was saved (three or more, and more than there are sound ones).
    """
    if "\x00" in text:
        raise SourceUnreadable(
            source, fault="it holds NUL characters: binary data", remedy=_AS_TEXT
        )
    if not text.isascii():
        _check_surrogates(text, source)
        _check_mojibake(text, source)
    controls = sum(map(text.count, _CONTROLS))
    if controls > 3 and controls > len(text) / 100:
        fault = f"{controls} of its {len(text)} characters are control characters: binary data"
        raise SourceUnreadable(source, fault=fault, remedy=_AS_TEXT)


_AS_TEXT = "Give the report as plain text, HTML, Markdown or JSON."
_CONTROLS = [chr(c) for c in range(1, 32) if chr(c) not in "\t\n\r\f\v\x1c\x1d\x1e\x1f"] + ["\x7f"]
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile(
    "â€[œ™˜“”\x9d¦\x93\x94\x99\x9c\x98]|â\x80[\x90-\xa6]|[\x80-\x9f]|Ã[¡-¿©]|Â[£«»\xa0]"
)
_SOUND = re.compile("[‘’“”–—]")


def _check_surrogates(text: str, source: str) -> None:
    if match := _SURROGATE.search(text):
        raise SourceUnreadable(
            source,
            fault=f"character {match.start()} is half of a surrogate pair, which is no character",
            remedy="Write the whole character, or replace it by U+FFFD.",
        )


def _check_mojibake(text: str, source: str) -> None:
    damaged = _MOJIBAKE.findall(text)
    if len(damaged) >= 3 and len(damaged) > len(_SOUND.findall(text)) - len(damaged):
        raise SourceUnreadable(
            source,
            fault=f"it was decoded wrongly before it was saved: {damaged[0]!r} and the like stand "
            f"in {len(damaged)} places where quotation marks, dashes or letters should",
            remedy="Save it again from the original, as UTF-8.",
        )


def _refuse_magic(data: bytes, source: str) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SourceUnreadable(source, fault=f"it is {kind}, not text", remedy=_AS_TEXT)


def _decode_as(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        fault = f"it begins as {encoding.upper()}, but byte {error.start} breaks it"
        raise SourceUnreadable(source, fault=fault, remedy=_REMEDY) from error


def _unmarked_utf16(data: bytes, source: str) -> str:
    """Decode UTF-16 without its mark, which shows by ASCII letters with NULs on one side."""
    for encoding, low in (("utf-16-le", 0), ("utf-16-be", 1)):
        sample = data[:4000]
        zeros = sample[1 - low :: 2].count(0)
        if len(data) % 2 == 0 and zeros > 0.7 * (len(sample) // 2) and 0 not in sample[low::2]:
            return _decode_as(data, encoding, source)
    raise SourceUnreadable(source, fault="it holds NUL bytes: binary data", remedy=_AS_TEXT)


def _fallback(data: bytes, *, declared: bool) -> str | None:
    if declared and (match := _DECLARED.search(data[:4096])):
        text = _known_decoding(data, match[1].decode("ascii"))
        if text is not None:
            return text
    for encoding in _SINGLE_BYTE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text):
            return text
    best = from_bytes(data[:200_000]).best()
    if best and best.coherence >= _MIN_COHERENCE and best.chaos <= _MAX_CHAOS:
        return _known_decoding(data, best.encoding)
    return None


def _known_decoding(data: bytes, encoding: str) -> str | None:
    # What pages call Latin-1 is Windows-1252 (WHATWG Encoding Standard, section 4.2).
    latin = encoding.lower().replace("_", "-") in ("iso-8859-1", "latin-1", "latin1", "us-ascii")
    try:
        return data.decode("cp1252" if latin else encoding)
    except (LookupError, ValueError):
        # An unknown or a non-text codec, or bytes that are not in it.
        return None


def _plausible(text: str) -> bool:
    """Whether every character beyond ASCII is one that English print uses, where it uses it.

    An accented capital inside a word, an accented letter on its own, and an opening mark behind a
    letter betray a wrong code page.
    """
    for match in re.finditer(r"[^\x00-\x7f]", text):
        char, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char in _SIGNS:
            if unicodedata.category(char) in ("Pi", "Ps") and before.isalpha() and char != "‘":
                return False
        elif char.lower() in _LETTERS and char not in _MAC_QUOTES:
            lonely = not before.isalpha() and not after.isalpha()
            capital_inside = char != char.lower() and (before.islower() or not after.isalpha())
            if capital_inside or (lonely and char not in "àèéóýÀÈÉ"):
                return False
        else:
            return False
    return True


def _guess(data: bytes) -> str | None:
    best = from_bytes(data[:200_000]).best()
    return best.encoding if best else None
