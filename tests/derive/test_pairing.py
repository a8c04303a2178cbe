from dataclasses import dataclass

from onrecord.derive.pairing import pairs


@dataclass(frozen=True)
class Entry:
    key: int
    signs: tuple[str, ...]
    words: str = "same"


def found(fresh, known=()):
    """Return the keys of the pairs, and those that were compared at all."""
    compared = []

    def likeness(one, other):
        compared.append({one.key, other.key})
        return float(one.words == other.words)

    yielded = pairs(fresh, known, signs=lambda entry: entry.signs, likeness=likeness)
    return [(earlier.key, later.key) for _, earlier, later in yielded], compared


def test_the_fresh_are_held_against_the_known_and_each_other():
    alike, _ = found([Entry(2, ("a",)), Entry(3, ("a",))], [Entry(0, ("a",)), Entry(1, ("a",))])
    assert alike == [(0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]


def test_only_those_with_a_sign_in_common_are_compared_and_once():
    alike, compared = found([Entry(1, ("a", "b")), Entry(2, ("a", "b")), Entry(3, ("c",))])
    assert alike == [(1, 2)]
    assert compared == [{1, 2}]


def test_what_is_not_alike_is_no_pair():
    assert found([Entry(1, ("a",)), Entry(2, ("a",), "other")]) == ([], [{1, 2}])
