from onrecord.knowledge import (
    group_nouns,
    honorifics,
    name_particles,
    office_modifiers,
    office_titles,
)


def test_no_word_stands_twice() -> None:
    for words in (
        [title.title for title in office_titles()],
        [modifier.word for modifier in office_modifiers()],
        [honorific.word for honorific in honorifics()],
        [noun.word for noun in group_nouns()],
        [particle.word for particle in name_particles()],
    ):
        assert len(words) == len(set(words))


def test_titles_have_roles() -> None:
    roles = {form: title.role for title in office_titles() for form in title.forms}
    assert roles["prime minister"] == roles["premier"] == "head-of-government"
    assert roles["top diplomat"] == "minister"
    assert roles["spokeswoman"] == "spokesperson"


def test_modifiers_say_when() -> None:
    claimed = {modifier.word: modifier.claimed for modifier in office_modifiers()}
    assert claimed["former"] == claimed["then-"] == "former"
    assert claimed["-elect"] == claimed["incoming"] == "future"
    assert claimed["acting"] == claimed["outgoing"] == "current"


def test_a_minister_s_longer_titles_are_read_as_one_office() -> None:
    titles = {form.lower(): title.title for title in office_titles() for form in title.forms}
    assert titles["minister for the interior"] == "interior minister"
    assert titles["minister of internal administration"] == "interior minister"
    assert titles["minister for home affairs"] == "home minister"
