import itertools
from datetime import date, timedelta

import pytest

from onrecord.knowledge import (
    held_by,
    holders,
    holders_of,
    name_key,
    office_named,
    offices,
    offices_titled,
    organisation_by_id,
    persons,
    persons_named,
    persons_surnamed,
    regions,
    sources,
    state_by_id,
    state_groups,
)

FEBRUARY_2025 = date(2025, 2, 17)


def in_office(office: str, day: date) -> list[str]:
    return [
        persons()[holder.person].name
        for holder in holders_of()[office]
        if holder.holds_on(day) is not False
    ]


def test_every_row_refers_to_an_office_and_a_person_and_is_sourced() -> None:
    for holder in holders():
        assert holder.office in offices(), holder
        assert holder.person in persons(), holder
        assert set(holder.source) | set(holder.checked) <= sources().keys(), holder
        assert holder.source, holder
        assert not set(holder.source) & set(holder.checked), holder


def test_offices_belong_to_a_state_a_region_or_an_organisation() -> None:
    known = state_by_id().keys() | organisation_by_id().keys() | {r.id for r in regions()}
    for office in offices().values():
        assert office.of in known, office
        assert office.title.lower() in office.titles


def test_every_office_was_held_by_somebody() -> None:
    assert offices().keys() == holders_of().keys()


def test_no_end_before_the_start() -> None:
    for holder in holders():
        assert holder.end is None or holder.end.last >= holder.start.first, holder


def test_one_holder_at_a_time_where_the_office_has_one() -> None:
    for office, rows in holders_of().items():
        full = [holder for holder in rows if not holder.acting]
        if offices()[office].single:
            for one, other in itertools.pairwise(full):
                assert one.end is not None, (one, other)
                assert one.end.first <= other.start.last + timedelta(days=1), (one, other)


def test_no_two_persons_share_a_name_key_but_the_known_namesakes() -> None:
    by_key: dict[str, set[str]] = {}
    for person in persons().values():
        by_key.setdefault(name_key(person.name), set()).add(person.name)
    shared = [names for names in by_key.values() if len(names) > 1]
    namesakes = [
        {"Amina Mohamed", "Amina Mohammed"},
        {"George H. W. Bush", "George W. Bush"},
        {"John F. Kennedy", "John Kennedy"},
    ]
    assert sorted(shared, key=min) == namesakes


@pytest.mark.parametrize(
    ("office", "name", "start"),
    [
        ("president-of-usa", "Donald Trump", "2025-01-20"),
        ("secretary-of-state-of-usa", "Marco Rubio", "2025-01-21"),
        ("secretary-of-defense-of-usa", "Pete Hegseth", "2025-01-25"),
        ("prime-minister-of-gbr", "Keir Starmer", "2024-07-05"),
        ("president-of-fra", "Emmanuel Macron", "2017-05-14"),
        ("secretary-general-of-nato", "Mark Rutte", "2024-10-01"),
        ("president-of-european-council", "António Costa", "2024-12-01"),
        ("president-of-european-commission", "Ursula von der Leyen", "2019-12-01"),
        ("president-of-ukr", "Volodymyr Zelenskyy", "2019-05-20"),
        ("president-of-rus", "Vladimir Putin", "2012-05-07"),
    ],
)
def test_who_held_office_in_february_2025(office: str, name: str, start: str) -> None:
    assert in_office(office, FEBRUARY_2025) == [name]
    (row,) = [h for h in holders_of()[office] if h.holds_on(FEBRUARY_2025)]
    assert str(row.start) == start


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("interior-minister-of-nld", "Judith Uitermark"),
        ("interior-minister-of-prt", "Margarida Blasco"),
        ("interior-minister-of-svk", "Matúš Šutaj Eštok"),
        ("home-affairs-minister-of-mlt", "Byron Camilleri"),
        ("finance-minister-of-rou", "Tánczos Barna"),
    ],
)
def test_ministers_of_smaller_states_in_february_2025(office: str, name: str) -> None:
    assert in_office(office, FEBRUARY_2025) == [name]


@pytest.mark.parametrize(("role", "lacking"), [("interior", {"IRL"}), ("finance", set())])
def test_the_european_union_s_members_have_their_ministers(role: str, lacking: set[str]) -> None:
    """Ireland has no interior minister: what the post does is its justice minister's."""
    (union,) = (group for group in state_groups() if group.id == "european-union")
    held = {office.of for office in offices().values() if office.role == role}
    assert set(union.members_on(FEBRUARY_2025)) - held == lacking


def test_on_inauguration_day_the_departments_had_acting_secretaries() -> None:
    for office in ("secretary-of-state-of-usa", "secretary-of-defense-of-usa"):
        acting = [h for h in holders_of()[office] if h.acting and h.holds_on(date(2025, 1, 20))]
        assert len(acting) == 1


def test_two_terms_of_one_person_are_two_rows() -> None:
    rows = [h for h in held_by()["donald-trump"] if h.office == "president-of-usa"]
    assert [(str(h.start), str(h.end) if h.end else None) for h in rows] == [
        ("2017-01-20", "2021-01-20"),
        ("2025-01-20", None),
    ]
    assert [h.holds_on(date(2022, 6, 1)) for h in rows] == [False, False]


def test_what_the_table_cannot_know_is_none() -> None:
    open_row = next(h for h in holders_of()["foreign-minister-of-ita"] if h.end is None)
    assert open_row.holds_on(open_row.as_of) is True
    assert open_row.holds_on(open_row.as_of + timedelta(days=1)) is None
    by_month = next(h for h in holders() if h.start.precision == "month" and h.end is not None)
    assert by_month.holds_on(by_month.start.first) is None
    assert by_month.holds_on(by_month.start.first - timedelta(days=1)) is False


@pytest.mark.parametrize(
    ("title", "of", "office"),
    [
        ("Foreign Minister", "GBR", "foreign-secretary-of-gbr"),
        ("Minister of Internal Administration", "PRT", "interior-minister-of-prt"),
        ("interior minister", "MLT", "home-affairs-minister-of-mlt"),
        ("top diplomat", "RUS", "foreign-minister-of-rus"),
        ("defense secretary", "USA", "secretary-of-defense-of-usa"),
        ("Secretary of War", "USA", "secretary-of-defense-of-usa"),
        ("chancellor", "DEU", "chancellor-of-deu"),
        ("premier", "GBR", "prime-minister-of-gbr"),
        ("taoiseach", "IRL", "taoiseach-of-irl"),
        ("foreign policy chief", "european-union", None),
    ],
)
def test_titles_as_reports_print_them(title: str, of: str, office: str | None) -> None:
    found = [o.id for o in offices_titled(title, of=of)]
    if office is None:
        assert found == ["high-representative-for-foreign-affairs-of-european-union"]
    else:
        assert office in found


def test_persons_by_name_and_by_surname_in_any_spelling() -> None:
    assert [p.id for p in persons_named("Volodymyr Zelenskiy")] == ["volodymyr-zelenskyy"]
    assert [p.id for p in persons_named("Kim Jong-un")] == ["kim-jong-un"]
    assert [p.id for p in persons_named("Jim Mattis")] == ["jim-mattis"]
    assert [p.id for p in persons_named("James Mattis")] == ["jim-mattis"]
    assert "recep-tayyip-erdogan" in {p.id for p in persons_surnamed("Erdogan")}
    assert {"hillary-clinton"} <= {p.id for p in persons_surnamed("Clinton")}
    assert "ursula-von-der-leyen" in {p.id for p in persons_surnamed("von der Leyen")}
    assert [p.id for p in persons_named("George W. Bush")] == ["george-w-bush"]
    assert [p.id for p in persons_named("George H.W. Bush")] == ["george-h-w-bush"]
    assert len(persons_named("George Bush")) == 2
    assert [p.id for p in persons_named("Barna Tanczos")] == ["tanczos-barna"]
    assert [p.id for p in persons_surnamed("Bruins Slot")] == ["hanke-bruins-slot"]
    assert persons_named("Donald Trump Jr.") == ()
    assert persons_named("Nobody Atall") == ()


@pytest.mark.parametrize("year", range(2010, 2025))
def test_heads_and_chief_ministers_are_covered_in_every_year(year: int) -> None:
    for role, floor in (
        ("head-of-state", 0.97),
        ("head-of-government", 0.93),
        ("foreign", 0.95),
        ("defence", 0.95),
        ("finance", 0.95),
        ("interior", 0.95),
    ):
        ids = [office.id for office in offices().values() if office.role == role]
        held = [o for o in ids if any(h.holds_on(date(year, 7, 1)) for h in holders_of()[o])]
        assert len(held) / len(ids) >= floor - 0.12, (role, year, sorted(set(ids) - set(held)))


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("President of the European Council", "president-of-european-council"),
        ("secretary general of NATO", "secretary-general-of-nato"),
        ("Secretary-General of the United Nations", "secretary-general-of-united-nations"),
    ],
)
def test_an_organisation_s_office_by_its_full_name(name: str, office: str) -> None:
    found = office_named(name)
    assert found is not None
    assert found.id == office


def test_a_state_s_office_has_no_full_name() -> None:
    assert office_named("President of France") is None
