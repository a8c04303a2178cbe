import pytest

from onrecord.web.held import Held
from tests.publish.samples import FULL

HELD = Held(FULL, short="abc")


def test_every_entry_has_a_key_and_every_key_an_entry():
    assert set(HELD.keys) == set(HELD.entries)
    assert {HELD.names[key] for key in HELD.keys.values()} == set(HELD.entries)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (("statement", "s2"), "/report/abc#r1-s2-w"),
        (("actor", "ilse-marrow"), "/report/abc#r1-a1-w"),
        # The gravest finding is shown first.
        (("finding", "f2"), "/report/abc#r1-f1-w"),
        # What rests on no words is shown in the panel alone.
        (("finding", "f3"), "/report/abc#r1-f3"),
    ],
)
def test_addresses(name, address):
    assert HELD.address(name) == address
