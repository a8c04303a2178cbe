import pytest

from onrecord.resolve.times.meanings_lengths import plain as length


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "D", "P3D"),
        (None, "D", "PXD"),
        (2, "DE", "P20Y"),
        (None, "DE", "PXDE"),
        (1.5, "Y", "P1Y6M"),
        (0.5, "H", "PT30M"),
        (1, "FN", "P2W"),
        (2, "Q", "P6M"),
    ],
)
def test_timex3_durations(count, unit, value):
    assert length(count, unit) == value


@pytest.mark.parametrize(
    ("text", "value", "first"),
    [
        ("the past couple of years", "P2Y", "2020-06-15"),
        ("the past 40 or so years", "P40Y", "1982-06-15"),
        ("the last year and a half", "P1Y6M", "2020-12-15"),
        ("the past decade", "P10Y", "2012-06-15"),
    ],
)
def test_lengths_up_to_publication(text, value, first, plain):
    (time,) = plain(f"Prices rose over {text}.", "2022-06-15")
    assert (time.value, time.start.isoformat(), time.end.isoformat()) == (
        value,
        first,
        "2022-06-15",
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet in four years.", "2026"),
        ("It will be the first visit by a minister in nearly four years.", "P4Y"),
        ("It will be their last meeting in four years.", "P4Y"),
    ],
)
def test_a_first_in_years_is_not_years_off(text, value, parsed):
    (time,) = parsed(text, "2022-06-15")
    assert time.value == value
