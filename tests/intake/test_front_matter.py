from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadDate, IntakeError, SourceUnreadable
from onrecord.intake.front_matter import split_front_matter
from onrecord.intake.known import Known


def header(text: str) -> Known:
    known, body = split_front_matter(f"---\n{text}\n---\n\nBody.", "x.md")
    assert body == "Body."
    return known


def test_reads_what_generators_write() -> None:
    known = header(
        "date: '2025-02-10'\nmodified_time: 2025-02-12 20:47:35-05:00\n"
        "published_time: 2025-02-09 23:05:00-05:00\n"
        "source_url: https://gov.example/1/\ntags: articles\n"
        'title: "The Bank Isn\\u2019t\n  a Street"\nauthors: [Ana Lima, Tom Adeyemi]\n'
        "outlet: Gazette"
    )
    assert known == Known(
        title="The Bank Isn’t a Street",
        outlet="Gazette",
        url="https://gov.example/1/",
        authors=("Ana Lima", "Tom Adeyemi"),
        published=date(2025, 2, 9),  # the day where it was published, as written
    )


def test_flags_and_nulls_are_no_facts() -> None:
    known = header("published: true\ndate: 2025-01-01\nauthor: ~\ntitle: null\nlink: about.html")
    assert known == Known(published=date(2025, 1, 1))


def test_a_title_that_looks_like_a_number_stays_as_written() -> None:
    assert header("title: 1984").title == "1984"


@pytest.mark.parametrize("text", ["", "Body.", "---\n\nA rule above prose.\n\n---\nMore.", "--- a"])
def test_a_text_without_a_header_is_its_own_body(text: str) -> None:
    assert split_front_matter(text, "x.md") == (Known(), text)


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    known, body = split_front_matter("\ufeff---\r\ntitle: One\r\n---\r\n\r\nBody.", "x.md")
    assert (known.title, body) == ("One", "Body.")


def test_a_header_that_is_no_yaml_names_the_line() -> None:
    with pytest.raises(SourceUnreadable, match=r"x\.md, line 3: the header is no YAML"):
        split_front_matter("---\ntitle: One\nurl: a: b\n---\nBody.", "x.md")


def test_a_header_never_closed() -> None:
    with pytest.raises(SourceUnreadable, match="never closed"):
        split_front_matter("---\ntitle: One\n\nBody.", "x.md")


def test_a_date_that_is_none_unless_it_is_overruled() -> None:
    text = "---\ndate: 03/04/2025\n---\nBody."
    with pytest.raises(BadDate):
        split_front_matter(text, "x.md")
    assert split_front_matter(text, "x.md", dated=True)[0].published is None


def test_yaml_makes_no_objects() -> None:
    assert header("title: !!python/object/apply:os.system ['true']").title is None


@given(st.text(max_size=300))
def test_any_header_is_read_or_refused(text: str) -> None:
    try:
        split_front_matter(f"---\ntitle: {text}\n---\nBody.", "x.md")
    except IntakeError as error:
        assert error.source.startswith("x.md")
