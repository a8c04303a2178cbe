from dataclasses import replace
from datetime import date

from onrecord.archive.dossier import HeldOffice
from onrecord.web import people
from tests.publish.samples import FULL
from tests.web.conftest import short


def test_who_speaks_most_comes_first(shelf):
    numbers = [one.statements for one in people.speakers(shelf)]
    assert numbers == sorted(numbers, reverse=True) and numbers[0] >= 2


def test_a_reports_actors_have_identities(shelf):
    known = people.of_report(shelf, short(FULL))
    assert known["ilse-marrow"] == "ilse-marrow"
    assert "senior-official" not in known


def test_meetings_of_a_dossier(shelf):
    dossier = shelf.archive.who("tomas-brandt")
    assert [line.when for line in people.meetings(shelf, dossier)] == ["7 March 2025"]


def test_offices_that_differ_in_capitals_alone_are_one(shelf):
    office = HeldOffice(
        title="president",
        of=None,
        as_written="President",
        claimed="current",
        first=date(2025, 2, 1),
        last=date(2025, 3, 1),
        reports=3,
    )
    loud = replace(office, as_written="PRESIDENT", first=None, last=date(2025, 4, 1), reports=1)
    former = replace(office, claimed="former", reports=1)
    dossier = replace(shelf.archive.who("tomas-brandt"), offices=(loud, office, former))
    first, second = people.offices(dossier)
    assert (first.as_written, first.reports) == ("President", 4)
    assert (first.first, first.last) == (date(2025, 2, 1), date(2025, 4, 1))
    assert second.claimed == "former"
