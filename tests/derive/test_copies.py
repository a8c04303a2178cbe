from onrecord.derive.copies import is_copy, shingles

WORDS = [f"word{n}" for n in range(400)]


def test_a_reprint_shares_what_it_has_and_another_report_nothing():
    whole, part = shingles(" ".join(WORDS)), shingles(" ".join(WORDS[:250]) + " New end.")
    assert is_copy(len(whole & part), len(whole), len(part))
    other = shingles(" ".join(reversed(WORDS)))
    assert not is_copy(len(whole & other), len(whole), len(other))


def test_case_and_punctuation_do_not_matter_and_a_shared_quotation_is_no_copy():
    assert shingles("A, b! c d e f g h i j k l m n") == shingles("a b c d e f g h i j k l m n")
    quoting = shingles(" ".join(WORDS[:20]) + " " + " ".join(f"x{n}" for n in range(300)))
    whole = shingles(" ".join(WORDS))
    assert not is_copy(len(whole & quoting), len(whole), len(quoting))
