from onrecord.extract.holding import holders
from onrecord.extract.shape import Attribution
from onrecord.record import Span


def attribution(content, cue=None):
    spans = () if cue is None else (Span(*cue),)
    return Attribution(source=(), cue=spans, content=(Span(*content),), confidence=1.0)


def test_the_closest_content_holds():
    outer = attribution((10, 100), (0, 4))
    middle = attribution((30, 90), (20, 24))
    inner = attribution((50, 80), (40, 44))
    assert holders([outer, middle, inner]) == [None, 0, 1]
    assert holders([inner, outer, middle]) == [2, None, 1]


def test_what_is_only_partly_inside_is_not_held():
    outer = attribution((10, 60), (0, 4))
    assert holders([outer, attribution((30, 70), (20, 24))]) == [None, None]
    assert holders([outer, attribution((20, 50), (5, 9))]) == [None, None]


def test_a_quotation_without_a_cue_is_the_speakers_own():
    assert holders([attribution((10, 60), (0, 4)), attribution((20, 50))]) == [None, None]
