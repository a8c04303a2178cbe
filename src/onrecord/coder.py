"""The whole way from report to record, on one screen.

    intake -> language -> resolve -> extract -> derive -> Record

The rooms from language to extract are components of one spaCy pipeline, in that order; each
writes its layer on the Doc. What leaves here is a Record, and nothing of spaCy's with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc

from onrecord import workers
from onrecord.derive.findings import findings
from onrecord.errors import OnrecordError, ReadingFailed, SettingsError, SourceUnreadable
from onrecord.extract.components import Attributor, Statements
from onrecord.extract.events.confidence import FLOOR
from onrecord.intake import read_source, report_from_text
from onrecord.language.layers import layers_of
from onrecord.language.pipeline import load as load_language
from onrecord.record import Record, Report
from onrecord.version import __version__
from onrecord.workers import Load

# Reports in one pass of the pipeline: more saves little time and costs memory.
BATCH = 16
ATTRIBUTORS = get_args(Attributor)

Source = Report | str | Path
Failed = Callable[[OnrecordError], None]


class Coder:
    """Reads reports into records. Make one with :func:`load` and keep it: loading takes seconds."""

    def __init__(self, nlp: Language, *, model: str, again: Load) -> None:
        self._nlp = nlp
        self._again = again
        self.model = model

    def read(
        self, source: Source, *, published: str | date | None = None, outlet: str | None = None
    ) -> Record:
        """Read one report: a file (``str`` or ``Path``) or a ``Report``.

        ``published`` and ``outlet`` overrule what the file says of itself. Raises ``IntakeError``
        where the file cannot become a report, or holds more than one.
        """
        report = _one_report(source, published=published, outlet=outlet)
        return self._finish(self._nlp(self._start(report)), report)

    def read_text(
        self, text: str, *, published: str | date | None = None, outlet: str | None = None
    ) -> Record:
        """Read a report given as plain text; offsets in the record refer to just this text."""
        return self.read(report_from_text(text, published=published, outlet=outlet))

    def pipe(
        self,
        sources: Iterable[Source | OnrecordError],
        *,
        processes: int = 1,
        failed: Failed | None = None,
    ) -> Iterator[Record]:
        """Read many reports, in their order; faster than :meth:`read` one by one.

        A report that fails is given to ``failed`` and the rest goes on; without ``failed`` the
        error is raised. Errors among ``sources`` (as intake yields them) are passed on likewise.
        """
        outcomes = self.outcomes(sources, processes=processes)
        for outcome in outcomes:
            if isinstance(outcome, Record):
                yield outcome
            elif failed is not None:
                failed(outcome)
            else:
                raise outcome

    def outcomes(
        self, sources: Iterable[Source | OnrecordError], *, processes: int = 1
    ) -> Iterator[Record | OnrecordError]:
        """Read many reports; yield for each, in order, its record or the error it met."""
        items = chain.from_iterable(map(_reports, sources))
        if processes > 1:
            yield from workers.outcomes(self._again, items, processes=processes, batch=BATCH)
            return
        while batch := list(islice(items, BATCH)):
            yield from self.batch(batch)

    def batch(self, items: list[Report | OnrecordError]) -> list[Record | OnrecordError]:
        """Read a batch in one pass of the pipeline; its results stand in the same order."""
        reports = [item for item in items if isinstance(item, Report)]
        try:
            docs = self._nlp.pipe((self._start(report) for report in reports), batch_size=BATCH)
            records: Iterator[Record | OnrecordError] = iter(
                [self._finish(doc, report) for doc, report in zip(docs, reports, strict=True)]
            )
        except Exception:  # noqa: BLE001 - one by one, so that each error meets its own report
            records = map(self._alone, reports)
        return [next(records) if isinstance(item, Report) else item for item in items]

    def _alone(self, report: Report) -> Record | OnrecordError:
        try:
            return self._finish(self._nlp(self._start(report)), report)
        except OnrecordError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a fault of ours must not cost the neighbours
            failure = ReadingFailed(report.title or report.given_id or report.id, cause=error)
            failure.__cause__ = error
            return failure

    def _start(self, report: Report) -> Doc:
        doc = self._nlp.make_doc(report.text)
        layers_of(doc).report = report
        return doc

    def _finish(self, doc: Doc, report: Report) -> Record:
        layers = layers_of(doc)
        statements = layers.statements or ()
        return Record(
            version=__version__,
            model=self.model,
            report=report,
            actors=layers.actors or (),
            statements=statements,
            meetings=layers.meetings or (),
            places=layers.places or (),
            events=layers.events or (),
            commitments=layers.commitments or (),
            times=layers.times or (),
            findings=findings(
                report,
                statements,
                layers.quotations or (),
                layers.claims or (),
                named={actor.id for actor in layers.actors or ()},
            ),
        )


def load(*, attributor: str = "auto", min_confidence: float = 0.0) -> Coder:
    """Return a coder: the base pipeline with onrecord's components.

    ``attributor`` finds the statements: ``"model"`` (the trained one), ``"rules"``, or ``"auto"``,
    the model where its package is installed. Statements and events under ``min_confidence`` (0..1)
    are left out; events under their own floor always. Raises ``ModelError`` where a model package
    is missing, ``SettingsError`` for another ``attributor`` or confidence.
    """
    if attributor not in ATTRIBUTORS:
        choices = ", ".join(ATTRIBUTORS)
        raise SettingsError(f"attributor is {attributor!r}; the choices are {choices}")
    if not 0.0 <= min_confidence <= 1.0:
        raise SettingsError(f"min_confidence is {min_confidence}; it must lie in 0..1")
    nlp = load_language()
    for name, config in components(attributor, min_confidence).items():
        nlp.add_pipe(name, config=config)
    base = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    again = partial(load, attributor=attributor, min_confidence=min_confidence)
    statements = nlp.get_pipe("onrecord_statements")
    assert isinstance(statements, Statements), type(statements)
    return Coder(nlp, model=f"{base} + {statements.model}", again=again)


def components(attributor: str, min_confidence: float) -> dict[str, dict[str, object]]:
    """onrecord's own spaCy components after the base pipeline, in their order, with settings."""
    return {
        "onrecord_times": {},
        "onrecord_actors": {},
        "onrecord_places": {},
        "onrecord_statements": {"attributor": attributor, "min_confidence": min_confidence},
        "onrecord_events": {"min_confidence": max(min_confidence, FLOOR)},
        "onrecord_commitments": {},
        "onrecord_meetings": {},
    }


def _one_report(source: Source, *, published: str | date | None, outlet: str | None) -> Report:
    if isinstance(source, Report):
        return source
    found = list(islice(read_source(source, published=published, outlet=outlet), 2))
    if len(found) > 1:
        raise SourceUnreadable(
            str(source),
            fault="it holds several reports, not one",
            remedy="Read it with Coder.pipe, or `onrecord read`.",
        )
    (item,) = found
    if isinstance(item, OnrecordError):
        raise item
    return item


def _reports(source: Source | OnrecordError) -> Iterator[Report | OnrecordError]:
    if isinstance(source, Report | OnrecordError):
        yield source
    else:
        yield from read_source(source)
