import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "certainty", "evidence"),
    [
        ("Berg said that the deal is dead.", "asserted", []),
        ("Berg denied that she had signed the paper.", "denied", ["denied"]),
        ("Berg suggested that the deal was dead.", "hedged", ["suggested"]),
        ("Diplomats fear that the deal is dead.", "feared", ["fear"]),
        ("Diplomats expect that the deal will be signed.", "expected", ["expect"]),
        ("Berg said that the deal may be dead.", "hedged", ["may"]),
        ("Berg said that the deal was possibly dead.", "hedged", ["possibly"]),
        (
            "Berg said Norway would send troops if Sweden agreed.",
            "conditional",
            ["if Sweden agreed"],
        ),
        ("Berg said that the deal could not be saved.", "asserted", []),
        ("Berg said Norway would not sign unless Oslo paid.", "conditional", ["unless Oslo paid"]),
        ("Berg asked if the deal was dead.", "asserted", []),
    ],
)
def test_the_cue_first_then_the_contents_own_words(statements, text, certainty, evidence):
    found, _ = statements(text)
    assert (found[0].certainty, [s.of(text) for s in found[0].certainty_evidence]) == (
        certainty,
        evidence,
    )


def test_rejecting_a_plan_denies_nothing_but_rejecting_a_claim_does(statements):
    plan, _ = statements("Berg rejected the proposal.")
    claim, _ = statements("Berg rejected claims that she had lied.")
    assert {s.certainty for s in plan} <= {"asserted"}
    assert claim[0].certainty == "denied"


def test_a_noun_of_expectation_under_another_verb_expects_nothing(statements):
    found, _ = statements("Marco Rubio has tempered expectations about the talks with Iran.")
    assert all(s.certainty != "expected" for s in found)


def test_denying_a_request_disputes_nothing(statements):
    found, _ = statements("The judge denied the petition.")
    assert all(s.certainty == "asserted" for s in found)
