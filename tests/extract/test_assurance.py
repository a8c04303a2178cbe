import pytest

from onrecord.extract.assurance import confidence


def test_each_strength_stands_between_its_own_share_and_that_of_all():
    seen = {"promises": (8, 8), "considers": (0, 8)}
    assert confidence("promises", seen=seen) == pytest.approx((8 + 4 * 0.5) / 12, abs=1e-3)
    assert confidence("considers", seen=seen) == pytest.approx(4 * 0.5 / 12, abs=1e-3)


def test_a_strength_never_seen_has_the_share_of_all():
    assert confidence("ready", seen={"promises": (3, 4)}) == 0.75


def test_a_promise_is_surer_than_what_is_considered():
    assert confidence("promises") > confidence("refuses") > confidence("considers")
