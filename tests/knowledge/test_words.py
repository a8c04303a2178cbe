from onrecord.knowledge import (
    cues,
    group_nouns,
    honorifics,
    name_particles,
    office_modifiers,
    office_titles,
)

CUES = {(cue.lemma, cue.pos): cue for cue in cues()}


def test_no_word_stands_twice() -> None:
    for words in (
        [(cue.lemma, cue.pos) for cue in cues()],
        [title.title for title in office_titles()],
        [modifier.word for modifier in office_modifiers()],
        [honorific.word for honorific in honorifics()],
        [noun.word for noun in group_nouns()],
        [particle.word for particle in name_particles()],
    ):
        assert len(words) == len(set(words))


def test_cues_know_their_frames() -> None:
    assert {"that", "quote"} <= set(CUES["say", "verb"].frames)
    assert "addressee" in CUES["tell", "verb"].frames
    assert CUES["deny", "verb"].certainty == "denied"
    assert CUES["fear", "verb"].certainty == "feared"
    assert CUES["expect", "verb"].certainty == "expected"
    assert CUES["claim", "verb"].stance == "distancing"
    assert CUES["admit", "verb"].stance == "factive"
    assert "by" in CUES["statement", "noun"].prepositions
    assert CUES["according to", "phrase"].frames == ("source",)


def test_cues_with_prepositions_say_so_and_the_reverse() -> None:
    for cue in cues():
        assert bool(cue.prepositions) == ("preposition" in cue.frames), cue


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
