import pytest

from onrecord.knowledge import Reading, ambiguities, known_names, reading_key, readings

BESIDE_THE_TABLES = {"word", "place", "person"}


def entries(name: str) -> set[str]:
    return {f"{reading.table}:{reading.id}" for reading in readings(name)}


def test_a_name_with_several_entries_is_listed_with_all_of_them() -> None:
    for name in known_names():
        if len({reading.id for reading in readings(name)}) > 1:
            assert name in ambiguities(), name
            assert set(ambiguities()[name].readings) - BESIDE_THE_TABLES == entries(name), name


def test_the_list_holds_nothing_else() -> None:
    for name, ambiguity in ambiguities().items():
        assert len(ambiguity.readings) > 1, name
        assert set(ambiguity.readings) - BESIDE_THE_TABLES == entries(name), name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Netherlands", Reading("state", "NLD", "name")),
        ("Britons", Reading("state", "GBR", "people")),
        ("Kiev", Reading("state", "UKR", "capital")),
        ("Quai d’Orsay", Reading("seat", "quai-dorsay", "name")),
        ("Holyrood", Reading("region", "scotland", "capital")),
    ],
)
def test_readings(name: str, expected: Reading) -> None:
    assert expected in readings(name)


def test_case_matters_and_strangers_have_no_reading() -> None:
    assert entries("UN security council") == {"organisation:un-security-council"}
    assert readings("us") == ()
    assert readings("Ruritania") == ()
    assert reading_key("The Hague") == reading_key("the Hague") == "Hague"
