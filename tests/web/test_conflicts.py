from onrecord.web import conflicts
from tests.web.conftest import FIRST, short


def test_only_conflicts_between_the_entries_are_shown(shelf):
    saying = shelf.archive.saying(f"{short(FIRST)}/statement/s1")
    hits = [variant.hit for variant in saying.variants]
    assert [one.kind for one in conflicts.of(shelf, hits)] == ["wording-differs"]
    assert conflicts.of(shelf, hits[:1]) == ()
