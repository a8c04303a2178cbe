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
