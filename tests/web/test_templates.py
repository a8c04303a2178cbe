from onrecord.web.templates import country, icon, render, script, style


def test_nothing_is_fetched_from_elsewhere():
    for text in (style(), script()):
        assert "http" not in text and "@import" not in text and "url(" not in text
    assert icon().startswith("<svg")


def test_what_is_given_is_escaped_and_made_visible():
    page = render("fault.html.j2", here="", status=400, why="<script>\u202e")
    assert "&lt;script&gt;" in page and "<script>" not in page
    assert 'data-code="U+202E"' in page


def test_a_country_is_named_and_an_unknown_code_stays():
    assert country("FRA") == "France"
    assert country("<b>") == "<b>"
