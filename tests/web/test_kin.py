"""What an entry could be merged with or parted from, and how a form says so."""

from datetime import date

import pytest

from onrecord import Archive
from onrecord.errors import SettingsError
from onrecord.web.held import Held
from onrecord.web.kin import Kin, kin, merged_with, parted_from
from onrecord.web.shelf import Shelf
from tests.archive.reports import record
from tests.publish.samples import FULL
from tests.web.conftest import FIRST, SECOND, WORDS, short

HELD = Held(FULL, short="0123456789abcdef")


def held(one):
    return Held(one, short=short(one))


def entry(one, name="s1", kind="statement"):
    return f"{short(one)}/{kind}/{name}"


def test_the_other_wordings_of_a_saying_are_ticked_by_outlet_and_day(shelf):
    found = kin(shelf, held(FIRST), ("statement", "s1"))
    (box,) = found.same
    assert (box.name, box.kind, box.value) == (f"from:{entry(SECOND)}", "check", "")
    assert box.label.startswith("The Sample Herald, 2025-02-18: ")
    assert "coordinated" in box.label
    assert found.others == ()  # what it is one with already is not offered again


def test_what_the_speaker_says_in_other_reports_of_the_days_around_is_offered(tmp_path):
    said = "Orla Fenn: {} is what the towns need."
    day = date(2025, 2, 18)
    near, far = (
        record(said.format(what), outlet=outlet, published=when)
        for what, outlet, when in (
            ("Salt", "The Sample Post", day.replace(day=24)),
            ("Sand", "The Sample Times", day.replace(month=4)),
        )
    )
    own = record(WORDS.format("coherent"), said.format("Slate"), outlet="The Example Courier")
    other = record("Pia Holt: Gravel is dear.", outlet="The Sample Sun")
    with Archive(str(tmp_path / "archive.db")) as archive:
        for one in (own, near, far, other):
            archive.add(one)
        archive.merge()
        shelf = Shelf(archive)
        found = kin(shelf, held(own), ("statement", "s1"))
        shelf.close()
    assert found.same == ()
    assert [name for name, _ in found.others] == [entry(near)]


def test_an_actor_is_parted_by_his_mentions_and_merged_with_the_reports_others(shelf):
    found = kin(shelf, HELD, ("actor", "ilse-marrow"))
    first = HELD.record.actor("ilse-marrow").mentions[0].span
    assert len(found.same) == 3
    assert found.same[0].name == f"mention:{first.start}-{first.end}"
    assert "Prime Minister Ilse Marrow of Vessland" in found.same[0].label
    assert ("0123456789abcdef/actor/tomas-brandt", "Tomas Brandt") in found.others
    assert "ilse-marrow" not in {name.rpartition("/")[2] for name, _ in found.others}
    assert kin(shelf, HELD, ("actor", "vessland")).same == ()  # one mention cannot be parted


@pytest.mark.parametrize("name", [("commitment", "c1"), ("finding", "f1"), ("statement", "s1")])
def test_what_cannot_be_merged_or_is_not_in_the_archive_has_no_kin(shelf, name):
    assert kin(shelf, HELD, name) == Kin()


@pytest.mark.parametrize(
    ("form", "into"),
    [
        ({"into": "00ff00ff00ff00ff/statement/s2"}, "00ff00ff00ff00ff/statement/s2"),
        (
            {"into_named": "http://localhost/entry/00ff00ff00ff00ff/statement/s2 "},
            "00ff00ff00ff00ff/statement/s2",
        ),
        ({"into_named": "/statement/00ff00ff00ff00ff/s2"}, "00ff00ff00ff00ff/statement/s2"),
        (
            {"into": "00ff00ff00ff00ff/statement/s2", "into_named": "11ff00ff00ff00ff/s4"},
            "11ff00ff00ff00ff/statement/s4",
        ),
    ],
)
def test_what_is_merged_is_named_by_choice_or_address(form, into):
    assert merged_with(HELD, ("statement", "s1"), form) == {"into": into}


@pytest.mark.parametrize("form", [{}, {"into": " "}, {"into_named": "the other one"}])
def test_a_form_that_names_nothing_to_merge_with_is_refused(form):
    with pytest.raises(SettingsError, match="with what is it to be merged"):
        merged_with(HELD, ("statement", "s1"), form)


def test_a_group_is_parted_from_what_is_ticked_or_from_all():
    name = ("statement", "s1")
    ticked = {f"from:{entry(SECOND)}": "on", "by": "Eva"}
    assert parted_from(name, ticked) == {"from": [entry(SECOND)]}
    assert parted_from(name, {"by": "Eva"}) == {}


def test_an_actor_is_parted_from_the_mentions_ticked():
    name = ("actor", "ilse-marrow")
    form = {"mention:4-9": "on", "mention:20-23": "on"}
    assert parted_from(name, form | {"parted_name": "  "}) == {"mentions": [[4, 9], [20, 23]]}
    assert parted_from(name, form | {"parted_name": "An aide"})["name"] == "An aide"
    for wrong, fault in (({}, "which mentions"), ({"mention:a-b": "on"}, "one number to another")):
        with pytest.raises(SettingsError, match=fault):
            parted_from(name, wrong)
