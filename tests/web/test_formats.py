import pytest

from onrecord.web.formats import accepted


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("text/*;q=0.9, */*;q=0.1", "csv"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "json"),
        ("application/vnd.apache.parquet", "parquet"),
        ("application/json;q=0.5, text/csv;q=0.8", "csv"),
        ("text/csv;q=0, application/json", "json"),
        ("text/csv;q=never", "json"),
        ("image/png", "json"),
    ],
)
def test_the_best_liked_format_is_answered(header, form):
    assert accepted(header) == form


def test_a_table_is_a_file_to_save_and_caches_know_what_it_hangs_on(client):
    sheet = client.get("/api/search?q=winter&format=csv")
    assert sheet.headers["content-disposition"] == 'attachment; filename="hits.csv"'
    assert sheet.headers["vary"] == "Accept"
    head = client.head("/api/search?q=winter&format=csv")
    assert head.headers == sheet.headers and head.content == b""
    again = client.get("/api/search?q=winter", headers={"if-none-match": sheet.headers["etag"]})
    assert again.status_code == 200  # another format is another answer
