import pytest

from onrecord.derive.identities import aliases, folded, held_offices, one_name
from onrecord.record import Actor, Mention, Office, Span

MINISTER = Office(title="Foreign Minister", of="FIN", as_written="Foreign Minister")


def actor(name, kind="person", **fields):
    return Actor(id="x", kind=kind, name=name, **fields)


def test_the_tables_identity_comes_first():
    assert aliases(actor("Sergey Lavrov", known_as="Q58217", country="RUS")) == (
        "known:Q58217",
        "person:sergey lavrov:RUS",
    )


def test_a_surname_alone_is_no_identity_but_with_an_office_of_one_holder_it_is():
    assert aliases(actor("Valtonen")) == ()
    full = held_offices(actor("Elina Valtonen", offices=(MINISTER,)))
    assert set(aliases(actor("Valtonen", offices=(MINISTER,)))) & set(full)
    nowhere = Office(title="Spokesman", of=None, as_written="spokesman")
    assert aliases(actor("Lee", offices=(nowhere,))) == ()


@pytest.mark.parametrize("title", ["Senator", "Representative", "Justice", "Minister", "Director"])
def test_offices_that_many_hold_tell_no_surname_apart(title):
    office = Office(title=title, of="USA", as_written=title)
    assert aliases(actor("Johnson", offices=(office,))) == ()
    assert held_offices(actor("Ron Johnson", offices=(office,))) != ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pat Toomey", "Patrick J. Toomey", True),
        ("Jack Lew", "Lew", True),
        ("Chris Collins", "Doug Collins", False),
        ("Donald Trump", "Lara Trump", False),
    ],
)
def test_forms_of_one_name(one, other, same):
    assert one_name(one, other) is same


def test_namesakes_of_two_countries_stay_apart():
    one, two = actor("John Smith", country="USA"), actor("John Smith", country="GBR")
    assert not set(aliases(one)) & set(aliases(two))


def test_states_and_governments_are_known_by_their_country():
    assert aliases(actor("Seoul", "government", country="KOR")) == ("government:KOR",)
    assert aliases(actor("South Korea", "state", country="KOR")) == ("state:KOR",)


def test_the_unnamed_and_the_merely_described_are_nobody_elsewhere():
    assert aliases(actor("a senior official", "unnamed")) == ()
    assert aliases(actor("the pair", "group")) == ()
    described = Mention(span=Span(0, 10), text="The agency", form="nominal")
    assert aliases(actor("agency", "organisation", mentions=(described,))) == ()
    mention = Mention(span=Span(0, 9), text="Hezbollah", form="name")
    assert aliases(actor("Hezbollah", "group", mentions=(mention,))) == ("group:hezbollah",)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("José Ángel Gurría", "jose angel gurria"), ("Kim Jong-un", "kim jong un"), ("—", "")],
)
def test_folding(name, plain):
    assert folded(name) == plain
