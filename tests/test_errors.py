import pickle

import pytest

from onrecord import errors
from onrecord.errors import IntakeError, OnrecordError, ReadingFailed


def every_kind(root: type) -> set[type]:
    return {root, *(k for sub in root.__subclasses__() for k in every_kind(sub))}


@pytest.mark.parametrize("kind", sorted(every_kind(IntakeError), key=lambda k: k.__name__))
def test_intake_errors_say_source_fault_and_remedy_and_survive_pickling(kind):
    error = kind("a.txt", fault="it is empty", remedy="Give another file.")
    assert str(error) == "a.txt: it is empty. Give another file."
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.source, again.fault, again.remedy) == (error.source, error.fault, error.remedy)


def test_a_failed_reading_names_report_and_cause_and_survives_pickling():
    error = ReadingFailed("a.txt", cause=IndexError("list index"))
    assert "IndexError: list index" in str(error)
    assert pickle.loads(pickle.dumps(error)).source == "a.txt"


def test_the_tree_at_the_top_of_the_module_names_every_error():
    for kind in every_kind(OnrecordError):
        assert kind.__name__ in (errors.__doc__ or ""), f"{kind.__name__} is not drawn"
