"""Who an actor of a report is in the archive."""

import pytest

from onrecord.archive import identities
from onrecord.archive.engine import writing
from onrecord.archive.identities import identify, known
from onrecord.record import Actor, Office

MINISTER = Office(title="Foreign Minister", of="NOR", as_written="Foreign Minister")


def person(name, *, id="p", country=None, offices=(), known_as=None):
    return Actor(
        id=id, kind="person", name=name, country=country, offices=offices, known_as=known_as
    )


@pytest.fixture
def connection(archive):
    with writing(archive._engine) as opened:
        yield opened


def met(connection, *actors, report="r1", **more):
    """The ids in the archive of a report's actors, by their ids in the report."""
    return called(connection, identify(connection, actors, report=report, **more))


def called(connection, found):
    names = {one.key: one.id for one in identities.rows_by_key(connection, found.values())}
    return {actor: names[key] for actor, key in found.items()}


def test_a_full_name_is_known_again_and_a_bare_surname_is_the_reports_own(connection):
    actors = (person("Ann Lee", id="a"), person("Lee", id="b"))
    assert met(connection, *actors) == {"a": "ann-lee", "b": "lee"}
    assert met(connection, *actors) == {"a": "ann-lee", "b": "lee"}
    other = met(connection, *actors, report="r2")
    assert other["a"] == "ann-lee"
    assert other["b"] != "lee" and other["b"].startswith("lee-")
    assert identities.row(connection, "lee").local
    assert not identities.row(connection, "ann-lee").local


def test_a_surname_with_an_office_leads_to_whom_a_report_named_in_full(connection):
    met(connection, person("Ann Berg", offices=(MINISTER,)))
    assert met(connection, person("Berg", offices=(MINISTER,)), report="r2") == {"p": "ann-berg"}
    form = person("Ann K. Berg", offices=(MINISTER,))
    assert met(connection, form, report="r3") == {"p": "ann-berg"}
    other = person("Tor Berg", offices=(MINISTER,))
    assert met(connection, other, report="r4") == {"p": "tor-berg"}


def test_the_tables_identity_settles_it_whatever_the_name(connection):
    met(connection, person("Ann Lee", known_as="Q1"))
    assert met(connection, person("Anna Leigh", known_as="Q1"), report="r2") == {"p": "ann-lee"}


def test_namesakes_of_two_countries_get_ids_of_their_own(connection):
    one = met(connection, person("Ann Lee", country="NOR"))
    other = met(connection, person("Ann Lee", country="FIN"), report="r2")
    assert one == {"p": "ann-lee"}
    assert other["p"] not in {"ann-lee", "p"}
    assert met(connection, person("Ann Lee", country="NOR"), report="r3") == one


def test_a_namesake_never_gets_an_id_that_a_person_has_given(connection):
    met(connection, person("Ann Lee", country="NOR"))
    first = identities.row(connection, "ann-lee")
    # What the next namesake would be called by its key.
    identities.make_apart(connection, first, f"ann-lee-{first.key + 2}", ["in:r0:x"])
    other = met(connection, person("Ann Lee", country="FIN"), report="r2")
    assert len({"ann-lee", f"ann-lee-{first.key + 2}", other["p"]}) == 3


def test_nothing_is_made_of_who_is_only_asked_for(connection):
    ann, bo = person("Ann Lee", id="a"), person("Bo Ek", id="b")
    met(connection, ann)
    assert called(connection, known(connection, [ann, bo], report="r2")) == {"a": "ann-lee"}
    assert identities.row(connection, "bo-ek") is None


def test_who_has_no_name_is_nobody_of_the_archive(connection):
    unnamed = Actor(id="u", kind="unnamed", name="an official")
    assert met(connection, unnamed) == {}


def test_an_actor_known_otherwise_is_whom_people_say(connection):
    met(connection, person("Ann Lee"))
    assert met(connection, person("Bo Ek"), report="r2", fixed={"p": "ann-lee"}) == {"p": "ann-lee"}
    # Said of that report alone: his name is still his own.
    assert met(connection, person("Bo Ek"), report="r3") == {"p": "bo-ek"}


def test_who_is_parted_off_in_a_report_is_known_there_by_id_or_name(connection):
    ann = person("Ann Lee")
    met(connection, ann)
    first = identities.row(connection, "ann-lee")
    assert identities.free_id(connection, "ann-lee") == "ann-lee-2"
    signs = identities.apart("p", "Ann Lee", "r2")
    identities.make_apart(connection, first, "ann-lee-2", signs)
    assert identities.free_id(connection, "ann-lee") == "ann-lee-3"
    assert met(connection, ann, report="r2") == {"p": "ann-lee-2"}
    assert met(connection, person("Ann Lee", id="x"), report="r2") == {"x": "ann-lee-2"}
    assert met(connection, ann, report="r3") == {"p": "ann-lee"}


def test_one_leads_to_another_through_any_number_of_steps(connection):
    actors = [person(name, id=name) for name in ("Ann Lee", "Bo Ek", "Cy Oz")]
    a, b, c = identify(connection, actors, report="r1").values()
    table = identities.tables.identities
    for one, into in ((a, b), (b, c)):
        connection.execute(table.update().where(table.c.key == one).values(into=into))
    assert identities.leads(connection, [a, b, c]) == {a: c, b: c, c: c}
    assert set(identities.leading_to(connection, c)) == {"ann-lee", "bo-ek"}
    assert identities.leading_to(connection, a) == ()
    assert set(identify(connection, actors, report="r2").values()) == {c}


def test_what_a_correction_remembers_finds_the_actor_and_no_namesake(connection):
    met(connection, person("Ann Lee", country="NOR"))
    row = identities.row(connection, "ann-lee")
    memory = identities.remembered(connection, row)
    assert identities.found_again(connection, memory | {"identity": "ann-lee-9"}).key == row.key
    bare = memory | {"aliases": []}
    assert identities.found_again(connection, bare).key == row.key
    assert identities.found_again(connection, bare | {"name": "Another Lee"}) is None


def test_an_id_of_an_older_version_still_leads_to_its_actor(connection):
    met(connection, person("Ann Lee"), person("Bo Ek", id="b"))
    ann = identities.row(connection, "ann-lee")
    identities.move_signs(connection, [f"{identities.MOVED}lee-7", f"{identities.MOVED}bo-ek"], 1)
    identities.move_signs(connection, [f"{identities.MOVED}lee-7"], ann.key)
    assert identities.row(connection, "lee-7").key == ann.key
    assert identities.row(connection, "bo-ek").name == "Bo Ek"  # an id of today goes first
    assert identities.row(connection, "zed") is None
