import pytest

from onrecord.extract.commitments import read_commitments
from onrecord.extract.statements import StatementReader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def strengths(parse):
    def read(text):
        doc = parse(text)
        statements, actors = StatementReader().read(doc)
        found, _ = read_commitments(doc, actors=actors, statements=statements)
        return [commitment.strength for commitment in found]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "It is unlikely that Norway will open the port.",
        "Norway may decide to open the port.",
        "Norway has yet to decide to open the port.",
        "Norway has never considered opening the port.",
        "The mayor of Bergen warned that Russia would open the port.",
        "Many voters want to open the port.",
        "The engine refused to start the boat.",
        "Norway might have opened the port.",
        "Norway will suffer losses.",
        "Another country would open the port.",
        "Norway declined to say whether the port would open.",
        "“What are we going to open?” Norway’s minister said.",
        "Norway refused to comment on the port.",
        "OPEC said that its output would average 30 million barrels a day.",
        "Norway said growth would come in at two per cent.",
        "Norway has not said that it will open the port.",
        "Norway is scheduled to begin opening the port in May.",
        "Norway criticised a cut which would close the port.",
        "Prime Minister Olga Novak said: “Our history will help the port.”",
        "Ministers were worried that Norway would open the port.",
        "Prime Minister Olga Novak urged residents to stay. “They will leave the port on our "
        "terms,” she said.",
    ],
)
def test_what_binds_nobody(strengths, text):
    assert strengths(text) == []


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Norway said it would open the port.", "intends"),
        ("Its minister said Norway would open the port.", "intends"),
        ("Norway will open the port.", "intends"),
        ("Norway said it was ready to open the port.", "ready"),
        ("The rebels are willing to open the port.", "ready"),
    ],
)
def test_what_binds(strengths, text, strength):
    assert strengths(text) == [strength]
