from onrecord.derive.copies import is_copy, shingles, weight

WORDS = [f"word{n}" for n in range(400)]


def copies(one, other, *, known=()):
    """Whether two texts are copies among themselves and the known ones."""
    kept = [shingles(one), shingles(other)]
    every = [*kept, *map(shingles, known)]

    def of(some):
        return sum(weight(sum(shingle in text for text in every)) for shingle in some)

    shared = kept[0] & kept[1]
    return is_copy(of(shared), *map(of, kept), number=len(shared))


def test_a_formula_of_many_reports_makes_no_copies():
    formula = " ".join(WORDS[:150])
    orders = [formula + " " + " ".join(f"x{n}y{k}" for k in range(100)) for n in range(40)]
    assert copies(orders[0], orders[1])
    assert not copies(orders[0], orders[1], known=orders[2:])
    reprints = [formula + f" end{n}" for n in range(40)]
    assert copies(reprints[0], reprints[1], known=reprints[2:])


def test_a_reprint_shares_what_it_has_and_another_report_nothing():
    whole = " ".join(WORDS)
    assert copies(whole, " ".join(WORDS[:250]) + " New end.")
    assert not copies(whole, " ".join(reversed(WORDS)))


def test_case_and_punctuation_do_not_matter_and_a_shared_quotation_is_no_copy():
    assert shingles("A, b! c d e f g h i j k l m n") == shingles("a b c d e f g h i j k l m n")
    quoting = " ".join(WORDS[:20]) + " " + " ".join(f"x{n}" for n in range(300))
    assert not copies(" ".join(WORDS), quoting)
