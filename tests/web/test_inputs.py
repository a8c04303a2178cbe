import pytest

from onrecord.errors import SettingsError
from onrecord.web.inputs import found_in, sent, where


@pytest.mark.parametrize(("near", "at"), [(0, 0), (9, 12), (30, 24)])
def test_the_nearest_of_equal_words_is_meant(near, at):
    body = "we will go; we will go; we will go"
    assert found_in(body, "we will", "words", near=near) == [[at, at + 7]]


def test_parts_follow_each_other():
    assert found_in("a b a c", "a … a", "words", near=0) == [[0, 1], [4, 5]]
    with pytest.raises(SettingsError, match="does not have the words 'z'"):
        found_in("a b a c", "a … z", "words", near=0)


def test_a_text_is_the_same_after_a_browser_had_it():
    assert sent("one\r\ntwo\0") == sent("onetwo\ufffd") == sent(" one\ntwo ")


def test_a_place_is_the_reports_own_before_the_gazetteers():
    assert where({"x-1": "Springfield"}, "springfield") == "x-1"
    assert where({}, "Helsinki") == where({}, "helsinki-fin") == "helsinki-fin"
