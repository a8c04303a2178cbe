import pytest


@pytest.mark.parametrize("asked", ["", "from=&to=&outlet=", "from=2025-03-01&to=2025-03-09&page=1"])
def test_fields_left_empty_ask_nothing(client, asked):
    assert "Harbour talks resume" in client.get(f"/reports?{asked}").text


@pytest.mark.parametrize("asked", ["page=0", "page=x", "from=2025-02-30", "outlet=" + "x" * 401])
def test_what_makes_no_sense_is_refused_with_a_reason(client, asked):
    answer = client.get(f"/reports?{asked}")
    assert answer.status_code == 422
    assert asked.partition("=")[0] in answer.text
