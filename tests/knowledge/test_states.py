import re

from onrecord.knowledge import state_by_id, states


def test_all_un_members_and_the_two_observers_are_there() -> None:
    by_status: dict[str, set[str]] = {}
    for state in states():
        by_status.setdefault(state.status, set()).add(state.id)
    assert len(by_status["un-member"]) == 193
    assert by_status["observer"] == {"VAT", "PSE"}
    assert {"TWN", "XKX"} <= by_status["partly-recognised"]


def test_codes_and_ids_have_their_form_and_are_unique() -> None:
    assert all(re.fullmatch("[A-Z]{3}", state.id) for state in states())
    alpha2 = [state.alpha2 for state in states()]
    assert len(set(alpha2)) == len(alpha2)
    wikidata = [state.wikidata for state in states() if state.wikidata]
    assert len(set(wikidata)) == len(wikidata)
    assert all(re.fullmatch("Q[1-9][0-9]*", id_) for id_ in wikidata)


def test_codes_agree_with_the_locale_data_of_babel() -> None:
    from babel import Locale

    territories = Locale("en").territories
    assert all(state.alpha2 in territories for state in states())


def test_territories_belong_to_a_state() -> None:
    for state in states():
        assert (state.part_of in state_by_id()) == (state.status == "territory"), state.id


def test_every_un_member_has_capital_adjective_and_people() -> None:
    for state in states():
        if state.status == "un-member":
            assert state.capitals and state.adjectives and state.person and state.people, state.id


def test_names_reports_use() -> None:
    assert {"Britain", "U.K.", "Great Britain"} <= set(state_by_id()["GBR"].names)
    assert "Burma" in state_by_id()["MMR"].names
    assert "DPRK" in state_by_id()["PRK"].names
    assert {"Kyiv", "Kiev"} <= set(state_by_id()["UKR"].capitals)
    assert "Briton" in state_by_id()["GBR"].person
    assert state_by_id()["USA"].government_name == "Government of the United States"
    assert state_by_id()["FRA"].government_id == "government-of-fra"
