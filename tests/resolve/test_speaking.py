from datetime import date

import pytest

from onrecord.language.layers import layers_of
from onrecord.record import Report, Span, report_id
from onrecord.resolve.actors import read_actors
from onrecord.resolve.sources import resolve_sources
from onrecord.resolve.speaking import read_label


@pytest.mark.parametrize(
    ("label", "title", "name", "gender"),
    [
        ("MS. JEAN-PIERRE", "", "jean-pierre", "f"),
        ("THE PRESIDENT", "president", "", None),
        ("SECRETARY GENERAL RUTTE", "secretary general", "rutte", None),
        ("NINA TOTENBERG, BYLINE", "", "nina totenberg", None),
    ],
)
def test_a_label_taken_apart(label, title, name, gender):
    read = read_label(label)
    assert (read.title, read.name, read.gender) == (title, name, gender)


@pytest.fixture
def speakers(nlp):
    """The name of the actor behind each of some words, each a source of its own."""

    def found(text, *sources, title=None, day="2025-02-20"):
        doc = nlp(text)
        layers_of(doc).report = Report(
            id=report_id(text),
            text=text,
            title=title,
            title_from="given" if title else None,
            published=date.fromisoformat(day),
            published_from="given",
        )
        spans = [(Span(at := text.index(s), at + len(s)),) for s in sources]
        actors, ids = resolve_sources(doc, read_actors(doc), spans)
        names = {actor.id: actor.name for actor in actors}
        return [names[one] if one is not None else None for one in ids]

    return found


def test_a_label_means_whom_the_text_or_the_title_names_in_full(speakers):
    text = (
        "MS. HOLM: The Senate has voted. Ivar Berg is here.\n\n"
        "MR. BERG: Thank you.\n\nMS. HOLM: Go on.\n\nMR. BERG: I am glad of it.\n"
    )
    title = "Press Briefing by Press Secretary Anna Holm and Ivar Berg"
    assert speakers(text, "MS. HOLM", "MR. BERG", title=title) == ["Anna Holm", "Ivar Berg"]


def test_the_president_is_whom_the_title_names_and_never_a_guest(speakers):
    text = (
        "THE PRESIDENT: I called President Zelenskyy and Congress today.\n\n"
        "Q And President Zelenskyy agreed?\n\nTHE PRESIDENT: He did.\n"
    )
    title = "Remarks by President Biden Before Marine One Departure"
    assert speakers(text, "THE PRESIDENT", title=title, day="2025-01-09") == ["Joe Biden"]


def test_an_office_the_title_does_not_name_is_its_holders_on_the_day(speakers):
    text = (
        "THE VICE PRESIDENT: The Senate and Congress will vote.\n\n"
        "Q When?\n\nTHE VICE PRESIDENT: Soon.\n"
    )
    assert speakers(text, "THE VICE PRESIDENT", day="2025-02-20") == ["JD Vance"]
    assert speakers(text, "THE VICE PRESIDENT", day="2024-12-20") == ["Kamala Harris"]


def test_the_first_person_is_the_turns_speaker(actors_of):
    text = (
        "MR. BERG: Ivar Berg it is. I told them so.\n\n"
        "Q I doubt it.\n\nMR. BERG: Doubt my word?\n\nQ No.\n"
    )
    mentions = actors_of(text)["ivar-berg"].mentions
    assert [(m.text, m.form) for m in mentions] == [
        *(("MR. BERG", "name"), ("Ivar Berg", "name"), ("I", "pronoun")),
        *(("MR. BERG", "name"), ("my", "pronoun")),
    ]


def test_namesakes_whom_nothing_tells_apart_leave_the_label_open(speakers):
    text = "MR. BERG: We came with Ivar Berg and Odd Berg.\n\nQ Both?\n\nMR. BERG: Both.\n"
    assert speakers(text, "MR. BERG") == [None]


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Statement from President Joe Biden on the Vote in Riga", "Joe Biden"),
        ("Statement from President Biden on the Vote in Riga", "Joe Biden"),
        ("Statement from President Joe Biden Announcing New Ships", "Joe Biden"),
        ("Statement by Foreign Ministry Spokesperson Anna Holm on Trade", "Anna Holm"),
        ("Statement from President Biden and Prime Minister Berg", None),
        ("Statement from the Press Secretary", None),
        ("President Biden Leaves for Riga", None),
    ],
)
def test_who_signs_a_text_is_its_first_person(speakers, title, author):
    text = "Congress voted today. I welcome it.\n\n“I am glad,” Ivar Berg said.\n"
    assert speakers(text, "I", title=title, day="2025-01-09") == [author]


def test_an_order_speaks_in_the_name_of_who_holds_the_office(speakers):
    text = (
        "By the authority vested in me as President by the laws of the United States and by "
        "Congress, it is hereby ordered. I have determined that it is needed.\n"
    )
    assert speakers(text, "I", day="2025-02-20") == ["Donald Trump"]
    assert speakers(text, "I", day="2025-01-10") == ["Joe Biden"]


def test_the_president_of_a_transcript_is_its_own_countrys(actors_on):
    text = (
        "MS. HOLM: President Volodymyr Zelenskyy met Congress. Then the president left, and the "
        "president of France came.\n\nQ Has the president called?\n\nMS. HOLM: Not yet.\n"
    )
    found = actors_on(text, "2025-01-09")
    said = [m.text for a in found.values() if a.name == "Joe Biden" for m in a.mentions]
    assert said == ["the president", "the president"]


def test_who_shares_a_name_is_another_and_a_label_unknown_is_no_description(speakers):
    text = "THE PRESIDENT: We begin.\n\nTHE FIRST LADY: I am glad.\n\nTHE PRESIDENT: So am I.\n"
    title = "Remarks by President Trump Before a Dinner"
    found = speakers(text, "THE PRESIDENT", "THE FIRST LADY", title=title)
    assert found == ["Donald Trump", "Melania Trump"]
    text = "THE PRESIDENT: We begin.\n\nTHE SPEAKER: I am glad.\n\nTHE PRESIDENT: So am I.\n"
    assert speakers(text, "THE SPEAKER", title="Remarks of President Berg") == [None]


def test_the_title_tells_whose_offices_the_labels_are(speakers):
    text = "THE PRESIDENT: We begin.\n\nTHE VICE PRESIDENT: I am glad.\n\nTHE PRESIDENT: Good.\n"
    title = "Remarks by President Trump Before a Dinner"
    assert speakers(text, "THE VICE PRESIDENT", title=title) == ["JD Vance"]


def test_father_and_son_of_one_name_and_the_title_means_the_son(speakers):
    text = (
        "MR. BERG: Robert F. Berg was my father, and Odd Berg my uncle.\n\nQ He was?\n\n"
        "MR. BERG: He was.\n"
    )
    title = "Remarks by Robert F. Berg, Jr., at a Ceremony"
    assert speakers(text, "MR. BERG", title=title) == ["Robert F. Berg"]
