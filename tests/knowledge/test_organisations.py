from typing import get_args

from onrecord.knowledge import organisation_by_id, organisations, state_by_id
from onrecord.knowledge.organisations import OrganisationKind


def test_kinds_countries_and_parents_exist() -> None:
    for organisation in organisations():
        assert organisation.kind in get_args(OrganisationKind), organisation
        assert organisation.country is None or organisation.country in state_by_id(), organisation
        assert organisation.part_of is None or organisation.part_of in organisation_by_id()


def test_no_wikidata_id_serves_two() -> None:
    ids = [organisation.wikidata for organisation in organisations() if organisation.wikidata]
    assert len(ids) == len(set(ids))


def test_names_reports_use() -> None:
    by_name = {name: o.id for o in organisations() for name in o.names}
    assert by_name["GOP"] == by_name["Republican Party"] == "us-republican-party"
    assert by_name["Daesh"] == by_name["ISIS"] == "islamic-state"
    assert by_name["UN Security Council"] == "un-security-council"
    assert organisation_by_id()["un-security-council"].part_of == "united-nations"
    assert by_name["Tories"] == "conservative-gbr"
