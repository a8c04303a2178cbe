import pytest

from onrecord.archive.references import Cast, actors_named, with_actors
from onrecord.errors import ArchiveError
from tests.record.samples import sample

FIELDS = {
    "speaker": "a",
    "addressees": ["b", 3],
    "participants": [{"actor": "c", "role": "attends"}, "odd"],
    "channel": {"kind": "speech", "outlet": "d"},
    "kind": "direct",
    "host": None,
}
KIM = {"kind": "person", "name": "Kim", "country": None, "known_as": None}


def test_actors_are_named_in_every_field_that_has_some():
    assert actors_named(FIELDS) == {"a", "b", "c", "d"}
    renamed = with_actors(FIELDS, str.upper)
    assert (renamed["speaker"], renamed["addressees"]) == ("A", ["B", 3])
    assert renamed["participants"] == [{"actor": "C", "role": "attends"}, "odd"]
    assert renamed["channel"]["outlet"] == "D"


def resolved(name, remembered, own=()):
    tree = sample().to_builtins()
    cast = Cast(tree, dict(own))
    known = {"actors": {name: remembered}} if remembered is not None else {}
    return cast.resolved({"speaker": name}, known)["speaker"], cast


def test_an_actor_of_the_record_is_itself_under_whatever_id():
    assert resolved("yle", None)[0] == "yle"
    assert resolved("old-yle", KIM | {"name": "Yle", "own": True, "identity": "gone"})[0] == "yle"
    assert resolved("radio", KIM | {"identity": "yle-3"}, own={"yle": "yle-3"})[0] == "yle"


def test_whom_the_record_lacks_is_added_and_a_namesake_is_not_him():
    name, cast = resolved("kim", KIM | {"identity": "kim-7"})
    assert (name, cast.added) == ("kim", {"kim": "kim-7"})
    assert cast.tree["actors"][-1]["name"] == "Kim"
    other, cast = resolved("yle", KIM | {"name": "Yle Ltd", "identity": "yle-ltd"})
    assert (other, cast.added) == ("yle-2", {"yle-2": "yle-ltd"})


def test_what_nobody_remembers_is_refused():
    with pytest.raises(ArchiveError, match="nobody"):
        resolved("nobody", None)
    with pytest.raises(ArchiveError, match="atlantis"):
        Cast(sample().to_builtins(), {}).resolved({"place": "atlantis"}, {})
