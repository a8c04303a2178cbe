from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from onrecord import Archive
from onrecord.record import Participant
from onrecord.web.network import network
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL

BOTH = (Participant(actor="ilse-marrow"), Participant(actor="tomas-brandt"))


@pytest.fixture
def tied(tmp_path):
    """An archive in which two met, and one addressed a third."""
    met = replace(FULL.meetings[0], status="happened", participants=BOTH)
    told = replace(FULL.statements[0], addressees=("ministry-of-ostrava-bay",))
    with Archive(str(tmp_path / "a.db")) as archive:
        archive.add(replace(FULL, meetings=(met,), statements=(told, *FULL.statements[1:])))
        shelf = Shelf(archive)
        yield shelf
        shelf.close()


def ties(found):
    return {(frozenset((t.one.id, t.other.id)), t.met, t.addressed) for t in found}


def test_who_met_and_who_was_addressed(tied):
    found = network(tied)
    assert ties(found) == {
        (frozenset(("ilse-marrow", "tomas-brandt")), 1, 0),
        (frozenset(("ilse-marrow", "ministry-of-ostrava-bay")), 0, 1),
    }
    assert [tie.met for tie in found] == [1, 0]  # the strongest first


def test_by_days_and_by_actor(tied):
    assert ties(network(tied, since=date(2025, 3, 7))) == {
        (frozenset(("ilse-marrow", "tomas-brandt")), 1, 0)
    }
    assert network(tied, until=date(2025, 3, 1)) == ()
    assert len(network(tied, who="Tomas Brandt")) == 1
    assert network(tied, who="Nobody") == ()


def test_a_planned_meeting_is_no_tie(shelf):
    assert all(tie.met == 0 for tie in network(shelf))


def test_the_page_has_a_picture_and_the_same_as_a_list(client, tied):
    from fastapi.testclient import TestClient

    from onrecord.web import make_app

    app = TestClient(make_app(tied.archive), base_url="http://localhost")
    tree = html.fromstring(app.get("/network").content)
    assert len(tree.xpath("//svg//text")) == 3 and len(tree.xpath("//svg//line")) == 2
    assert "1 meeting" in tree.text_content() and "1 saying to the other" in tree.text_content()
    assert "No two known actors" in client.get("/network?who=Nobody").text
