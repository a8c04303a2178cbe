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
