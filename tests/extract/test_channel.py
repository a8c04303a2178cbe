import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "evidence"),
    [
        ("In a statement, Berg said that the deal is dead.", "statement", "In a statement"),
        ("Berg said in a speech that the deal is dead.", "speech", "in a speech"),
        ("Berg said at a news conference that the deal is dead.", "press-conference",
         "at a news conference"),
        ('"The deal is dead," Berg wrote on Twitter.', "social-media", "on Twitter"),
        ("Berg tweeted that the deal is dead.", "social-media", "tweeted"),
        ("In a letter to parliament, Berg said that the deal is dead.", "letter",
         "In a letter to parliament"),
        ("According to a statement from the ministry, the deal is dead.", "statement",
         "a statement from the ministry"),
        ("According to leaked documents, the deal is dead.", "leak", None),
        ("In an op-ed, Berg argued that the deal is dead.", "op-ed", "In an op-ed"),
    ],
)  # fmt: skip
def test_the_way_is_read_from_the_words_around(statements, text, kind, evidence):
    found, _ = statements(text)
    channel = next((s.channel for s in found if s.channel is not None), None)
    assert channel is not None
    assert channel.kind == kind
    if evidence is not None:
        assert [s.of(text) for s in channel.evidence] == [evidence]


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        ("Anna Berg told Reuters that the deal is dead.", "interview", "Reuters"),
        ("Anna Berg said in a CBS interview that the deal is dead.", "interview", "CBS"),
        ("In an interview with the BBC, Anna Berg said that the deal is dead.", "interview", "BBC"),
        ("In an op-ed published in the Guardian, Anna Berg said that the deal is dead.", "op-ed",
         "Guardian"),
    ],
)  # fmt: skip
def test_the_outlet_is_an_actor(statements, text, kind, outlet):
    found, actors = statements(text)
    channel = next(s.channel for s in found if s.channel is not None)
    assert channel.kind == kind
    assert actors[channel.outlet].kind == "outlet"
    assert outlet in actors[channel.outlet].name


def test_a_channel_inside_the_content_is_not_the_statements(statements):
    found, _ = statements("Berg said that the minister resigned in a letter.")
    assert found[0].channel is None


def test_the_same_speaker_goes_on_in_the_channel(statements):
    found, _ = statements(
        'In an op-ed, Berg called the pact a "historic mistake." '
        '"It will ruin the farmers of this country," she wrote.'
    )
    assert [s.channel.kind for s in found if s.channel] == ["op-ed"] * len(found)


def test_another_speaker_does_not(statements):
    found, _ = statements(
        "In an interview, Berg said that the pact was a mistake. Holm said that it was needed."
    )
    assert found[-1].channel is None
