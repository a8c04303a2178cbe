"""Every example gives what examples/expected.json says it must: the core, not each detail."""

import json

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.model
EXPECTED = json.loads((ROOT / "examples/expected.json").read_text(encoding="utf8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_gives_what_it_must(coder, examples, name):
    expected, record = EXPECTED[name], coder.read(examples / name)
    assert str(record.report.published) == str(expected["published"])
    assert record.report.outlet == expected["outlet"]
    names = {actor.id: actor.name for actor in record.actors}
    said = [(names.get(s.speaker or ""), s.kind, s.text) for s in record.statements]
    for speaker, kind, words in expected["statements"]:
        assert any(who == speaker and how == kind and words in text for who, how, text in said), (
            speaker,
            kind,
            words,
            said,
        )
    assert sorted(f.kind for f in record.findings) == expected["findings"]
