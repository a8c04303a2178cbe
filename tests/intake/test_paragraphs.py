from onrecord.intake.paragraphs import LINE_BREAK, laid_out, without_reserved


def test_blocks_become_paragraphs_with_an_empty_line_between() -> None:
    assert laid_out(["One.", " ", "", "Two."]) == "One.\n\nTwo."


def test_white_space_is_what_a_browser_shows() -> None:
    assert laid_out([" The\n  prime\xa0\t minis\xadter\u200b said. "]) == "The prime minister said."


def test_a_line_break_stays_and_two_part_paragraphs() -> None:
    assert laid_out([f"A{LINE_BREAK} B {LINE_BREAK}\xa0{LINE_BREAK} C"]) == "A\nB\n\nC"


def test_the_reserved_code_point_cannot_be_smuggled_in() -> None:
    assert without_reserved(f"a{LINE_BREAK}b") == "a\ufffdb"
