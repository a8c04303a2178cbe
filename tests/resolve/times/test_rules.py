import pytest

from onrecord.errors import KnowledgeError
from onrecord.resolve.times import rules
from onrecord.resolve.times.meanings import MEANINGS
from onrecord.resolve.times.words import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize("example", rules.examples(), ids=lambda example: example.rule)
def test_every_rule_gives_what_its_example_promises(example, parsed):
    start, end = example.sentence.index("["), example.sentence.index("]") - 1
    text = example.sentence.replace("[", "").replace("]", "")
    found = {tuple(t.span): t for t in parsed(text, example.published.isoformat())}
    assert (start, end) in found, (
        f"{text[start:end]!r} not among {[t.text for t in found.values()]}"
    )
    time = found[start, end]
    assert (time.type, time.value) == (example.type, example.value)


@pytest.mark.parametrize(("pattern", "sentence"), rows("names.tsv", columns=2))
def test_no_name_holds_a_calendar_expression(pattern, sentence, parsed):
    start, end = sentence.index("["), sentence.index("]") - 1
    times = parsed(sentence.replace("[", "").replace("]", ""), "2022-03-16")
    assert [t.text for t in times if t.span.start < end and start < t.span.end] == []


def test_rules_have_names_of_their_own_and_meanings_that_exist():
    names = [rule.name for rule in rules.rules()]
    assert len(set(names)) == len(names)
    assert {rule.meaning for rule in rules.rules()} == set(MEANINGS)


def test_every_rule_waits_for_a_word_of_the_vocabulary():
    known = rules.vocabulary()
    for rule in rules.rules():
        assert rule.needs
        assert all(rule in known[word] for word in rule.needs)


@pytest.mark.parametrize("pattern", ["the {fortnightish}", "next ? week"])
def test_a_malformed_pattern_is_named(pattern):
    with pytest.raises(KnowledgeError, match=r"fortnightish|means nothing"):
        rules._compiled("broken", pattern)
