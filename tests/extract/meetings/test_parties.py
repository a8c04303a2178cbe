"""Who takes part."""

import pytest

from tests.extract.meetings.conftest import parts, word


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        (
            "The talks drew leaders from Spain, Portugal, Greece and the Netherlands.",
            "leaders",
            {f"government-of-{c}": "attends" for c in ("esp", "prt", "grc", "nld")},
        ),
        ("Russian officials came.", "officials", {"government-of-rus": "represented"}),
        ("President Emmanuel Macron came.", "Macron", {"emmanuel-macron": "attends"}),
        (
            "They saw the President of Finland Alexander Stubb.",
            "President",
            {"alexander-stubb": "attends"},
        ),
        (
            "Union leaders from twelve towns came.",
            "leaders",
            {"union-leaders-from-twelve-towns": "attends"},
        ),
        ("A stone fell.", "stone", {}),
    ],
)
def test_parties(scene, text, head, expected):
    made = scene(text)
    found = made.parties.of(word(made.doc, head))
    for draft, _ in found:
        draft.published = True
    ids = made.parties.actors()[1]
    assert {ids[id(draft)]: role for draft, role in found} == expected


def test_a_government_only_named_here_has_a_mention(scene):
    made = scene("They met officials from Chad.")
    ((draft, _),) = made.parties.of(word(made.doc, "officials"))
    draft.published = True
    actors, _ = made.parties.actors()
    (chad,) = (a for a in actors if a.id == "government-of-tcd")
    assert [m.text for m in chad.mentions] == ["Chad"]


def test_two_surnames_and_a_hyphen(scene):
    made = scene("Kim Jong Un and Moon Jae-in met. The Kim-Moon summit went well.")
    pair = made.parties.surnamed("Kim", "Moon")
    assert made.parties.surnamed("Kim", "Nobody") == []
    assert [d.kind for d, _ in pair] in ([], ["person", "person"])


@pytest.mark.parametrize(
    ("text", "head", "names"),
    [
        ("They met his counterpart, Annalena Baerbock.", "counterpart", ["Annalena Baerbock"]),
        (
            "They met the Head of the Office of the President Andriy Yermak.",
            "Head",
            ["Andriy Yermak"],
        ),
    ],
)
def test_a_name_after_a_title_is_the_person(scene, text, head, names):
    made = scene(text)
    assert [d.name for d, _ in made.parties.of(word(made.doc, head))] == names


def test_a_title_to_whom_something_goes_is_not_the_one_it_comes_from(scene):
    made = scene("They had a letter from the President to Chancellor Olaf Scholz.")
    assert made.parties._titled(word(made.doc, "President")) is None


def test_two_words_name_the_state_of_officials(meetings):
    (meeting,) = meetings("South Korean officials met North Korean diplomats in Oslo on Monday.")
    assert parts(meeting) == {
        "government-of-kor": "represented",
        "government-of-prk": "represented",
    }


def test_leaders_of_people_at_home_speak_for_no_state(meetings):
    (meeting,) = meetings("Justin Trudeau met Asian American leaders in Ottawa on Monday.")
    assert "government-of-usa" not in parts(meeting)
    assert "asian-american-leaders" in parts(meeting)


def test_the_president_in_a_list_of_officers_takes_part(meetings):
    (meeting,) = meetings(
        "The President, Speaker Nancy Pelosi and Leader Chuck Schumer met at the White House today."
    )
    assert set(parts(meeting)) == {"donald-trump", "nancy-pelosi", "chuck-schumer"}


def test_a_list_behind_a_long_title_is_whole(meetings):
    (meeting,) = meetings(
        "Mark Rutte met Head of the Office of the President Andris Tamm, Defence Minister Jaan "
        "Kask and Mari Mets in Riga on Monday."
    )
    assert set(parts(meeting)) == {"mark-rutte", "andris-tamm", "jaan-kask", "mari-mets"}
