"""The tree of errors onrecord raises.

* OnrecordError
  + IntakeError            a source could not become a report
    - SourceMissing        no such file, folder or pattern
    - SourceEmpty          nothing but white space
    - SourceUnreadable     binary, broken encoding, not the format its name says
    - NoArticle            HTML without an article, or only a paywall stub
    - NotEnglish           the text is in another language
    - BadDate              a date that is none
    - FetchFailed          an address that could not, or may not, be fetched
      . NeverFetched       it is no http or https address, or its host is an internal one
      . HostFailed         its host failed, or asks for patience
      . NotYet             it, or its host, failed before and is left alone for a while
  + ReadingFailed          a fault of ours met a report that intake had accepted
  + RecordError            a record or entry breaks its own contract
  + KnowledgeError         a knowledge table is malformed
  + ModelError             a model package is missing or damaged
  + ExtraMissing           a library that comes with an extra is not installed
  + SettingsError          a setting at a door makes no sense
  + ArchiveError           an archive cannot be opened, or refused what was asked of it
    - NotInArchive         no such report, entry or actor

Every message says what was wrong, where, and what to do about it.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Root of every error this package raises on purpose."""


class IntakeError(OnrecordError):
    """A source could not become a report.

    ``source`` names the file (with line or entry where there is one), ``fault`` says what was
    wrong with it and ``remedy`` what the reader can do; ``str()`` joins the three.
    """

    def __init__(self, source: str, *, fault: str, remedy: str) -> None:
        self.source = source
        self.fault = fault
        self.remedy = remedy
        super().__init__(f"{source}: {fault}. {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling that worker processes use.
        return (_rebuild, (type(self), self.source, self.fault, self.remedy))


def _rebuild(kind: type[IntakeError], source: str, fault: str, remedy: str) -> IntakeError:
    return kind(source, fault=fault, remedy=remedy)


class SourceMissing(IntakeError):
    """No such file, folder or pattern."""


class SourceEmpty(IntakeError):
    """The source holds nothing but white space."""


class SourceUnreadable(IntakeError):
    """Binary content, a broken encoding, or not the format its name says."""


class NoArticle(IntakeError):
    """HTML without an article in it, or only a paywall stub."""


class NotEnglish(IntakeError):
    """The text is in a language onrecord does not read."""


class BadDate(IntakeError):
    """A publication date that is none."""


class FetchFailed(IntakeError):
    """An address that could not be fetched, or may not be."""


class NeverFetched(FetchFailed):
    """An address that is asked for at no time: no http or https address, or an internal host."""


class HostFailed(FetchFailed):
    """The host failed or asks for patience: it is left alone, whatever is wanted of it."""


class NotYet(FetchFailed):
    """An address not asked for now: it, or its host, failed before and is left alone a while."""


class ReadingFailed(OnrecordError):
    """A fault of ours met a report that intake had accepted; the cause is chained to it."""

    def __init__(self, source: str, *, cause: BaseException) -> None:
        self.source = source
        self.cause = cause
        super().__init__(
            f"{source}: reading failed with {type(cause).__name__}: {cause}. "
            "This is a fault of onrecord, not of the report; please send it to us."
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (_refailed, (self.source, repr(self.cause)))


def _refailed(source: str, cause: str) -> ReadingFailed:
    return ReadingFailed(source, cause=RuntimeError(cause))


class RecordError(OnrecordError, ValueError):
    """A record or one of its entries breaks the contract (a span out of bounds, say)."""


class KnowledgeError(OnrecordError):
    """A knowledge table is malformed: names file, row and fault."""


class ModelError(OnrecordError):
    """A model package is missing or damaged: names the package and how to install it."""


class ExtraMissing(OnrecordError, ModuleNotFoundError):
    """A library that comes with an extra is not installed: names both."""

    def __init__(self, library: str, *, extra: str, what: str) -> None:
        super().__init__(
            f"{what} needs {library}, which is not installed: pip install 'onrecord[{extra}]'",
            name=library,
        )


class SettingsError(OnrecordError):
    """A setting given at a door makes no sense: names it, its value and the choices."""


class ArchiveError(OnrecordError):
    """An archive cannot be opened, or refused what was asked of it: names it and the fault."""


class NotInArchive(ArchiveError):
    """The archive holds no such report, entry or actor."""
