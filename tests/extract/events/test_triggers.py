import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Oslo condemned the vote in Riga.", "condemned", "ACCUSE"),
        ("Oslo launched an attack on Riga.", "attack", "ASSAULT"),
        ("Oslo held talks with Riga.", "talks", "CONSULT"),
        ("Oslo lifted the embargo on Riga.", "lifted", "CONCEDE"),
        ("Oslo suspended aid to Riga.", "suspended", "SANCTION"),
        ("Oslo called on Riga to disarm.", "called", "REQUEST"),
        ("Oslo will not lift the embargo on Riga.", "lift", "REJECT"),
        ("Oslo is willing to withdraw its troops.", "willing", "AGREE"),
        ("Oslo said that Riga must withdraw.", "withdraw", "REQUEST"),
        ("Biden called Putin on Monday.", "called", "CONSULT"),
    ],
)
def test_a_word_that_reports_a_happening(triggered, text, word, kind):
    found = {t.word.text: t.label.partition(".")[0] for t in triggered(text)}
    assert found[word] == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo refused to meet the envoy.", ["refused"]),
        ("Oslo agreed to release the prisoners.", ["agreed"]),
        ("Oslo demanded that Riga release the prisoners.", ["demanded"]),
        ("Oslo condemned the attack.", ["condemned"]),
        ("Oslo is a quiet town.", []),
    ],
)
def test_what_is_refused_or_demanded_has_not_happened(triggered, text, words):
    assert [t.word.text for t in triggered(text)] == words
