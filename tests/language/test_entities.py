from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from onrecord.language.entities import MatrixEntityRecognizer

TEXTS = [
    "Foreign Minister Baiba Roe met U.N. envoys in Riga, Tallinn and New York on Monday, Jan. 5.",
    "The European Union pledged 3.5 billion euros ($4 billion) over two years, Reuters reported.",
    "Kim Jong Un\n\nNORTH KOREA SAID ON TUESDAY IT HAD TESTED A MISSILE.",
    "",
    " \n\n ",
    "one",
    "Mr. Lee , Mr. Roe . Mr. Poe\tof The Washington Post",
]

pytestmark = pytest.mark.model


def parsed(base: Language, text: str) -> Doc:
    doc = base.make_doc(text)
    for name in ("onrecord_quotations", "tok2vec", "tagger", "parser"):
        doc = base.get_pipe(name)(doc)
    return doc


def entities(doc: Doc) -> list[tuple[int, int, str]]:
    return [(entity.start, entity.end, entity.label_) for entity in doc.ents]


@pytest.mark.parametrize("text", TEXTS)
def test_the_search_by_matrix_finds_what_spacys_finds(base: Language, text: str) -> None:
    ours = base.get_pipe("ner")
    assert isinstance(ours, MatrixEntityRecognizer)
    doc, other = parsed(base, text), parsed(base, text)
    ours.set_annotations([doc], ours.predict([doc]))
    EntityRecognizer.set_annotations(ours, [other], EntityRecognizer.predict(ours, [other]))
    assert entities(doc) == entities(other)
    assert [token.ent_iob for token in doc] == [token.ent_iob for token in other]


def test_a_batch_is_read_text_by_text(base: Language) -> None:
    ours = base.get_pipe("ner")
    batch = list(ours.pipe([parsed(base, text) for text in TEXTS]))  # type: ignore[attr-defined]
    assert [entities(doc) for doc in batch] == [entities(ours(parsed(base, t))) for t in TEXTS]
    assert sum(len(doc.ents) for doc in batch) > 10


def test_entities_that_are_there_are_kept(base: Language) -> None:
    doc = parsed(base, "The Acme Riga deal was signed in Tallinn.")
    doc.set_ents([Span(doc, 1, 4, label="LAW")], default="missing")
    assert (1, 4, "LAW") in entities(base.get_pipe("ner")(doc))


def test_no_entity_crosses_a_sentence(base: Language) -> None:
    doc = base("He met Ann Lee\n\nRoe Poe left New\n\nYork City grew.")
    crossing = [e for e in doc.ents if any(token.is_sent_start for token in e[1:])]
    assert crossing == []
    assert np.all(np.diff([e.start for e in doc.ents]) > 0)
