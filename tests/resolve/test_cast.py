import spacy
from spacy.tokens import Doc

from onrecord.record import Office
from onrecord.resolve.cast import Cast, Draft, group, slug
from onrecord.resolve.reading import read


def cast_of(words):
    return Cast(read(Doc(spacy.blank("en").vocab, words=words)))


def test_slug():
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"
    assert slug("北") == "unnamed"


def test_namesakes_get_ids_of_their_own():
    cast = cast_of(["Kim", "met", "Kim"])
    for at in (0, 2):
        cast.note(cast.add(Draft(kind="person", name="Kim")), at, at + 1, "name")
    assert [actor.id for actor in cast.freeze()] == ["kim", "kim-2"]


def test_a_group_has_one_draft_and_takes_its_members_along():
    cast = cast_of(["A", "B"])
    a, b = (cast.add(Draft(kind="person", name=name)) for name in "AB")
    assert group(cast, [a, b]) is group(cast, [b, a])
    cast.note(group(cast, [a, b]), 0, 2, "nominal")
    assert {actor.id for actor in cast.freeze()} == {"a", "b", "a-and-b"}


def test_what_merges_keeps_its_mentions():
    cast = cast_of(["A", "B"])
    a, b = (cast.add(Draft(kind="person", name=name)) for name in "AB")
    cast.note(a, 0, 1, "name")
    cast.note(b, 1, 2, "name")
    cast.merge(b, a)
    assert cast.at(1) is a
    assert [m.text for actor in cast.freeze() for m in actor.mentions] == ["A", "B"]


def test_whom_one_stands_for_comes_along_with_whom_that_one_stands_for():
    cast = cast_of(["A"])
    state = cast.add(Draft(kind="government", name="C", published=False))
    ministry = cast.add(Draft(kind="organisation", name="B", published=False, represents=state))
    envoy = cast.add(Draft(kind="person", name="A", represents=ministry))
    cast.note(envoy, 0, 1, "name")
    assert {actor.id: actor.represents for actor in cast.freeze()} == {
        "a": "b",
        "b": "c",
        "c": None,
    }


def test_the_officer_is_who_holds_the_office_printed():
    doc = Doc(spacy.blank("en").vocab, words=["Minister", "for", "Trade", "Doe", "met", "Roe"])
    cast = Cast(read(doc))
    span = cast.reading.span(0, 3)
    office = Office(
        title="Minister",
        of=None,
        as_written="Minister for Trade",
        claimed="current",
        evidence=(span,),
    )
    doe = cast.add(Draft(kind="person", name="Doe", offices=[office]))
    assert cast.officer(2) is doe
    assert cast.officer(3) is None
