import pytest

from onrecord.errors import SourceUnreadable
from onrecord.intake.formats import Format, check_agreement, format_of_content, format_of_name


def test_the_suffix_comes_first() -> None:
    assert format_of_name("a/b.HTM") == "html"
    assert format_of_name("report.ndjson") == "jsonl"
    assert format_of_name("report.log") is None
    assert format_of_name("standard input") is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("  <!DOCTYPE html><html>", "html"),
        ('<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="x">', "html"),
        ('{"text": "One."}\n{"text": "Two."}\n', "jsonl"),
        ('{"text": "One.\n{"text": "Two."}\n', "jsonl"),
        ('{\n "text": "One."\n}', "json"),
        ('[{"text": "One."}]', "json"),
        ("---\ntitle: One\n---\nText", "markdown"),
        ("---\n\nA rule above prose is no header.", "text"),
        ("[Editor's note: this was corrected.] He said no.", "text"),
        ("{sic} he wrote", "text"),
        ("<3 said the minister", "text"),
        ("Plain words.", "text"),
    ],
)
def test_the_content_tells_where_the_name_does_not(text: str, form: Format) -> None:
    assert format_of_content(text) == form


@pytest.mark.parametrize(
    ("named", "text", "suffix"),
    [
        ("html", '{"text": "One."}', ".json"),
        ("text", "<!DOCTYPE html><html><body>One</body></html>", ".html"),
        ("markdown", "<html><body>One</body></html>", ".html"),
        ("json", "<html><body>One</body></html>", ".html"),
        ("text", '{"text": "One."}\n{"text": "Two."}', ".jsonl"),
        ("text", '[{"text": "One."}]', ".json"),
    ],
)
def test_a_name_that_lies_is_named(named: Format, text: str, suffix: str) -> None:
    with pytest.raises(SourceUnreadable, match=f"its name says .* but its content is .*{suffix}"):
        check_agreement(named, text, "x")


@pytest.mark.parametrize("text", ['<?xml version="1.0"?><rss>', "<feed xmlns='x'>"])
def test_a_feed_is_no_report(text: str) -> None:
    with pytest.raises(SourceUnreadable, match="it is XML"):
        check_agreement("html", text, "x")
    with pytest.raises(SourceUnreadable, match="it is XML"):
        check_agreement("text", text, "x")


@pytest.mark.parametrize(
    ("named", "text"),
    [
        ("html", '<?xml version="1.0"?>\n<html xmlns="x">'),
        ("text", "---\ntitle: One\n---\nText"),
        ("text", '{"quoted"} at the start of prose'),
        ("html", '<script>{"a": 1}</script><p>One</p>'),
        ("markdown", "# One"),
    ],
)
def test_what_may_be_is_let_through(named: Format, text: str) -> None:
    check_agreement(named, text, "x")
