from functools import partial

import pytest

from onrecord import workers
from onrecord.errors import OnrecordError, SourceEmpty
from onrecord.record import Record, Report


class Clerk:
    """Reads without a model: the record's model field repeats the text."""

    def batch(self, items):
        return [self.read(item) if isinstance(item, Report) else item for item in items]

    def read(self, report):
        if report.text == "trouble":
            raise RuntimeError("the clerk fell ill")
        return Record(version="0", model=report.text, report=report)


def reports(*texts):
    return [Report(id=text, text=text) for text in texts]


def test_results_come_in_the_order_of_the_reports_with_errors_in_their_place():
    items = reports(*(f"report {i}" for i in range(9)))
    items.insert(4, SourceEmpty("x.txt", fault="it is empty", remedy="Give another."))
    outcomes = list(workers.outcomes(Clerk, items, processes=2, batch=2))
    shown = [o.model if isinstance(o, Record) else type(o).__name__ for o in outcomes]
    expected = [f"report {i}" for i in range(9)]
    expected.insert(4, "SourceEmpty")
    assert shown == expected


def test_a_caller_may_stop_early():
    stream = workers.outcomes(Clerk, iter(reports(*"abcdefgh")), processes=1, batch=1)
    assert next(stream).model == "a"
    stream.close()


def test_a_reader_that_breaks_its_word_is_no_silent_loss():
    with pytest.raises(RuntimeError, match="fell ill"):
        list(workers.outcomes(Clerk, reports("fine", "trouble"), processes=1, batch=1))


def test_load_is_called_in_the_worker_with_its_arguments():
    failing = partial(_refuse, "no model here")
    with pytest.raises(Exception, match=r"terminated|abruptly|model"):
        list(workers.outcomes(failing, reports("a"), processes=1, batch=1))


def _refuse(message):
    raise OnrecordError(message)
