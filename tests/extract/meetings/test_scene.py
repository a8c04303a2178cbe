from datetime import date

from onrecord.extract.meetings.scene import alike
from onrecord.resolve.cast import Draft
from tests.extract.meetings.conftest import word


def test_a_person_and_the_government_behind_are_one_side():
    government = Draft(kind="government", name="Government of France", country="FRA")
    president = Draft(kind="person", name="Emmanuel Macron", country="FRA")
    minister = Draft(kind="person", name="Jean-Noël Barrot", country="FRA")
    assert alike(government, president)
    assert not alike(president, minister)
    assert not alike(government, Draft(kind="person", name="Anna"))


def test_the_first_person_is_the_speaker(scene):
    made = scene('"I spoke with Giorgia Meloni," Olaf Scholz said.')
    ((draft, role),) = made.party(word(made.doc, "I"))
    assert (draft.name, role) == ("Olaf Scholz", "attends")


def test_an_encounter_gathers_what_hangs_on_its_words(scene):
    made = scene("The ministers met in Vienna on Monday to discuss trade.")
    encounter = made.encounter(word(made.doc, "met"), "meeting")
    assert encounter.place.id == "vienna-aut"
    assert encounter.time.text == "Monday"
    assert [span.of(made.doc.text) for span in encounter.agenda] == ["trade"]


def test_what_follows_something_of_today_is_of_today(scene):
    made = scene("Following her speech in Rome today, Prime Minister Giorgia Meloni met Edi Rama.")
    time = made.encounter(word(made.doc, "met"), "meeting").time
    assert time.start == time.end == date(2025, 3, 12)
    made = scene("After yesterday's vote, Giorgia Meloni met Edi Rama.")
    time = made.encounter(word(made.doc, "met"), "meeting").time
    assert (time.start, time.end, time.value) == (date(2025, 3, 11), date(2025, 3, 12), None)


def test_what_follows_something_long_past_has_no_day(scene):
    made = scene("After the March 3 vote, Giorgia Meloni met Edi Rama.")
    assert made.encounter(word(made.doc, "met"), "meeting").time is None
