from typing import get_args

import pytest

from onrecord.publish.cameo import cameo_root
from onrecord.record import Event, EventType


@pytest.mark.parametrize(
    ("kind", "mode", "contexts", "words", "root"),
    [
        ("AGREE", None, (), "agreed", "03"),
        ("ACCUSE", "INVESTIGATE", (), "probe", "09"),
        ("ACCUSE", "DISAPPROVE", (), "condemned", "11"),
        ("SANCTION", "CONVICT", ("legal",), "found guilty", "11"),
        ("SANCTION", "EXPEL", (), "expelled", "16"),
        ("REQUEST", None, (), "demanded", "10"),
        ("REQUEST", None, (), "called on", "02"),
        ("ASSAULT", "AERIAL", (), "bombed", "19"),
        ("ASSAULT", "TORTURE", ("military",), "tortured", "18"),
        ("ASSAULT", "DESTROY", (), "razed", "17"),
        ("ASSAULT", "CROWD-CONTROL", (), "teargassed", "17"),
        ("ASSAULT", "MASSACRE", (), "massacred", "20"),
        ("ASSAULT", None, (), "attacked", "18"),
        ("ASSAULT", None, ("legal", "military"), "attacked", "19"),
        ("COERCE", "SEIZE", ("legal",), "confiscated", "17"),
        ("COERCE", "SEIZE", ("military",), "seized", "19"),
    ],
)
def test_roots(kind, mode, contexts, words, root):
    assert cameo_root(Event(id="e1", type=kind, mode=mode, contexts=contexts), words) == root


def test_every_type_has_a_root():
    roots = {cameo_root(Event(id="e1", type=kind)) for kind in get_args(EventType)}
    assert roots == {f"{n:02d}" for n in (*range(3, 9), *range(10, 19))}
