import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came on June 3. That evening he left.", "2022-06-03TEV"),
        ("He came on June 3. The next morning he left.", "2022-06-04TMO"),
        ("He came on June 3. The night before, he had sung.", "2022-06-02TNI"),
        ("He came on June 3. Earlier in the day he sang.", "2022-06-03"),
        ("Earlier in the day he sang.", "2022-06-15"),
        ("He came on June 3, 2019. A year earlier he was ill.", "2018"),
        ("He sang. The next day he left.", "XXXX-XX-XX"),
        ("He came in 2015 and again two years later. That year he left.", "2017"),
    ],
)
def test_what_counts_from_what_was_told(text, value, plain):
    assert plain(text, "2022-06-15")[-1].value == value


def test_that_day_without_a_day_is_left_out(plain):
    assert plain("He sang that day.", "2022-06-15") == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He called hours before the summit.", "2022-06-15"),
        ("He called on June 3, hours before the summit.", "2022-06-03"),
        ("He called 15 hours before the summit.", None),
    ],
)
def test_hours_before_belong_to_the_day_of_the_news(text, day, plain):
    start = plain(text, "2022-06-15")[-1].start
    assert (start and start.isoformat()) == day


def test_hours_before_far_down_the_report_have_no_day(plain):
    text = "It is said. " * 90 + "He called hours before the summit."
    assert plain(text, "2022-06-15")[-1].start is None
