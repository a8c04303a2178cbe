import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceUnreadable
from onrecord.intake.encoding import check_characters, decode

TEXT = (
    "“We won’t leave Orbán’s café,” the minister said – and added: ‘Not before the São Paulo"
    " summit…’ She paid £5 (€6) for the crème brûlée.\r\nŽižek was there — twice.\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_decodes_english_print(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


def test_tells_mac_roman_from_windows() -> None:
    text = TEXT.replace("Ž", "Z").replace("ž", "z")
    assert decode(text.encode("mac_roman"), "x") == text


def test_a_page_declares_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><p>Wałęsa’s talks</p>'.replace("’", "'")
    assert decode(page.encode("iso-8859-2"), "x", declared=True) == page


def test_a_page_that_declares_nonsense_falls_back() -> None:
    page = '<html><head><meta charset="rot13"></head><p>“Yes”</p>'
    assert decode(page.encode("cp1252"), "x", declared=True) == page


def test_refuses_bytes_it_cannot_explain() -> None:
    with pytest.raises(SourceUnreadable, match=r"no UTF-8 \(byte 10 is 0x81\).*Save it as UTF-8"):
        decode(b"He said x \x81\x8d and left \xff\xfe\x98 them.", "x")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "doc"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"From: <Saved by Blink>\r\n", "MHTML"),
        (b"text\x00with\x00\x00nul", "NUL"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_names_what_is_not_text(data: bytes, word: str) -> None:
    with pytest.raises(SourceUnreadable, match=word) as caught:
        decode(data, "report.txt")
    assert caught.value.source == "report.txt"
    assert caught.value.remedy


def test_refuses_text_saved_after_a_wrong_decoding() -> None:
    damaged = "“We go,” she said. “It’s late.”".encode().decode("cp1252", "replace")
    with pytest.raises(SourceUnreadable, match="decoded wrongly"):
        check_characters(damaged, "x")


def test_lets_a_stray_sign_and_sound_quotation_marks_pass() -> None:
    check_characters("“We go,” she said. “Itâ€™s late.” Such â€œmojibake” is rare – we hope.", "x")


@pytest.mark.parametrize("text", ["a\x00b", "half \ud83d of a pair", "\x01\x02\x03\x04 bytes"])
def test_refuses_characters_no_report_prints(text: str) -> None:
    with pytest.raises(SourceUnreadable):
        check_characters(text, "x")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_refusal(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "x", declared=True), str)
    except SourceUnreadable as error:
        assert error.remedy


@given(st.text(max_size=200).filter(lambda text: "\x00" not in text and text[:1] != "\ufeff"))
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    try:
        assert decode(text.encode(), "x") == text
    except SourceUnreadable as error:
        assert "not text" in error.fault  # begins like an archive or a document
