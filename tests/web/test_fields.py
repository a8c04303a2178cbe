import pytest

from onrecord.errors import SettingsError
from onrecord.web.fields import changed, fields
from onrecord.web.held import Held
from tests.publish.samples import FULL
from tests.publish.test_page import hostile_record
from tests.record.samples import sample

HELD = Held(FULL, short="abc")


def sent(held, name):
    """Return what a browser sends of an entry's form as it is shown, as HTML has it."""
    shown = (field for part in fields(held, name) for field in part.fields)
    ends = {"text": "", "area": "\r\n"}
    return {
        field.name: field.value.replace("\n", ends.get(field.kind, "\n")).replace("\0", "\ufffd")
        for field in shown
        if field.value or field.kind != "check"
    }


@pytest.mark.parametrize("record", [FULL, sample(), hostile_record()], ids=["full", "s", "hostile"])
def test_a_form_sent_as_it_is_shown_changes_nothing(shelf, record):
    held = Held(record, short="abc")
    for name in held.entries:
        for field in (field for part in fields(held, name) for field in part.fields):
            assert not field.choices or field.value in {value for value, _ in field.choices}
        assert changed(shelf, held, name, sent(held, name)) == {}, name


@pytest.mark.parametrize(
    ("name", "given", "changes"),
    [
        (("statement", "s1"), {"speaker": "tomas-brandt"}, {"speaker": "tomas-brandt"}),
        (("statement", "s1"), {"speaker_named": "Tomas Brandt"}, {"speaker": "tomas-brandt"}),
        (("statement", "s1"), {"speaker_named": "Orla Fenn"}, {"speaker": "orla-fenn"}),
        (
            ("statement", "s1"),
            {"said_on:start": "2025-03-01", "said_on:end": "2025-03-02"},
            {"said_on": {"start": "2025-03-01", "end": "2025-03-02"}},
        ),
        (("statement", "s1"), {"channel": "speech"}, {"channel": {"kind": "speech"}}),
        (
            ("statement", "s1"),
            {"addressees_named": "Tomas Brandt; orla-fenn"},
            {"addressees": ["tomas-brandt", "orla-fenn"]},
        ),
        (("meeting", "m1"), {"place": "Oslo"}, {"place": "oslo-nor"}),
        (("meeting", "m1"), {"form": " "}, {"form": None}),
        (("event", "e1"), {"type": "AID"}, {"type": "AID"}),
        (("commitment", "c1"), {"strength": "refuses"}, {"strength": "refuses"}),
        (("finding", "f1"), {"severity": "note"}, {"severity": "note"}),
        (("actor", "ilse-marrow"), {"kind": "group"}, {"kind": "group"}),
    ],
)
def test_what_differs_is_a_change(shelf, name, given, changes):
    form = sent(HELD, name) | given
    found = changed(shelf, HELD, name, form)
    assert found.keys() == changes.keys()
    for field, value in changes.items():
        if isinstance(value, dict):
            assert value.items() <= found[field].items()
        else:
            assert found[field] == value


def test_participants_are_left_out_added_and_given_another_part(shelf):
    name = ("meeting", "m1")
    there = [one.actor for one in HELD.entries[name].participants]
    form = sent(HELD, name) | {
        "participants:0": "absent",
        "participants:1": "",
        "participants_named": "Orla Fenn",
        "participants_role": "excluded",
    }
    found = changed(shelf, HELD, name, form)["participants"]
    assert found[0] == {"actor": there[0], "role": "absent"}
    assert there[1] not in {one["actor"] for one in found}
    assert found[-1] == {"actor": "orla-fenn", "role": "excluded"}


def test_offices_are_changed_taken_away_and_added(shelf):
    held = Held(sample(), short="abc")
    name = ("actor", "elina-valtonen")
    form = sent(held, name)
    office = {"offices:0:title": "President", "offices:0:claimed": "former"}
    (changed_one,) = changed(shelf, held, name, form | office)["offices"]
    assert (changed_one["title"], changed_one["claimed"]) == ("President", "former")
    assert changed_one["as_written"] == "Foreign Minister"
    assert changed(shelf, held, name, form | {"offices:0:title": ""})["offices"] == []
    more = {"offices:more:title": "Speaker", "offices:more:of": "FIN"}
    assert [one["title"] for one in changed(shelf, held, name, form | more)["offices"]] == [
        *("Foreign Minister", "Speaker")
    ]


def test_an_unticked_actor_is_left_out(shelf):
    held = Held(sample(), short="abc")
    name = ("statement", "s2")
    form = sent(held, name)
    del form["addressees:yle"]
    assert changed(shelf, held, name, form) == {"addressees": []}


def test_words_are_found_where_the_report_has_them_nearest(shelf):
    held = Held(sample(), short="abc")
    name = ("statement", "s1")
    form = sent(held, name) | {"content": "Finland was ready … Helsinki"}
    ((a, b), (c, d)) = changed(shelf, held, name, form)["content"]
    text = sample().report.text
    assert (text[a:b], text[c:d]) == ("Finland was ready", "Helsinki")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"content": "words of nobody"}, "does not have the words"),
        ({"speaker_named": "Nobody"}, "0 actors"),
        ({"said_on:start": "Monday"}, "no day"),
        ({"addressees_named": "x" * 2001}, "longer than"),
    ],
)
def test_what_makes_no_sense_is_named(shelf, given, why):
    name = ("statement", "s1")
    with pytest.raises(SettingsError, match=why):
        changed(shelf, HELD, name, sent(HELD, name) | given)


def test_a_place_that_is_many_or_none_is_asked_about(shelf):
    name = ("meeting", "m1")
    for given, why in (("Nowhere Town", "no place"), ("Georgia", "several")):
        with pytest.raises(SettingsError, match=why):
            changed(shelf, HELD, name, sent(HELD, name) | {"place": given})
