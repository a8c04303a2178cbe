import pytest

from onrecord.extract.whom import Whom, joined
from onrecord.language.layers import layers_of
from onrecord.resolve.actors import read_actors

pytestmark = pytest.mark.model


def _whom(parse, text):
    doc = parse(text)
    return doc, Whom(doc, read_actors(doc))


def _token(doc, word):
    return next(token for token in doc if token.text == word)


def test_all_that_is_joined(parse):
    doc, whom = _whom(parse, "Spain, Italy and Greece signed the treaty.")
    assert [t.text for t in joined(_token(doc, "Spain"))] == ["Spain", "Italy", "Greece"]
    names = {whom.actors[a].name for a in whom.several(_token(doc, "Spain"))}
    assert names == {"Government of Spain", "Government of Italy", "Government of Greece"}


def test_the_owner_named_before_a_noun(parse):
    doc, whom = _whom(parse, "Spain criticised Italy's decision on Tuesday.")
    owner = whom.owner(_token(doc, "decision"))
    assert owner is not None
    assert whom.actors[owner].country == "ITA"


def test_people_nobody_has_named_are_made_actors(parse):
    doc, whom = _whom(parse, "Spain freed forty prisoners on Tuesday.")
    prisoners = _token(doc, "prisoners")
    assert whom.at(prisoners) is None
    whom.introduce([prisoners])
    made = whom.at(prisoners)
    assert made is not None
    assert whom.actors[made].kind in ("unnamed", "group")


def test_things_are_not(parse):
    doc, whom = _whom(parse, "Spain opened the bridge on Tuesday.")
    whom.introduce([_token(doc, "bridge")])
    assert whom.at(_token(doc, "bridge")) is None


def test_one_government_does_not_speak_for_another(statements, parse):
    found, actors = statements("Spain said Italy would leave. Spain's minister said Spain stays.")
    doc = parse("Spain said Italy would leave. Spain's minister said Spain stays.")
    whom = Whom(doc, tuple(actors.values()), found)
    by = {a.country: a.id for a in actors.values() if a.kind == "government"}
    assert not whom.allied(by["ESP"], by["ITA"])
    assert whom.allied(by["ESP"], by["ESP"])
    assert layers_of(doc).statements is None


def test_a_town_is_nobody(parse):
    doc, whom = _whom(parse, "Russian forces shelled Kharkiv overnight.")
    whom.introduce([_token(doc, "Kharkiv")])
    assert whom.at(_token(doc, "Kharkiv")) is None


def test_a_place_of_two_words_keeps_both(parse):
    doc, whom = _whom(parse, "Spain sent money to South Ossetia on Tuesday.")
    whom.introduce([_token(doc, "Ossetia")])
    made = whom.at(_token(doc, "Ossetia"))
    assert made is not None
    assert whom.actors[made].name == "South Ossetia"


def test_nobody_speaks_for_a_party_by_his_country_alone(parse):
    doc, whom = _whom(
        parse, "Donald Trump, the US president, said the Democratic Party wants to shut it down."
    )
    trump, party = (whom.at(_token(doc, word)) for word in ("Trump", "Party"))
    assert trump is not None and party is not None
    assert not whom.allied(trump, party)
