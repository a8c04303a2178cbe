from onrecord.web.facets import facets


def made(archive, words, **asked):
    return {
        facet.title: facet
        for facet in facets(archive.tally(words, **asked), {"q": words, **asked, "page": 2})
    }


def test_results_are_counted_by_outlet_and_year(archive):
    found = made(archive, "winter")
    assert {(choice.words, choice.number) for choice in found["Outlet"].choices} == {
        ("The Sample Herald", 1),
        ("The Example Courier", 1),
    }
    assert all("page" not in choice.address for choice in found["Outlet"].choices)
    assert "Year" not in found  # one year is no choice


def test_a_chosen_value_can_be_let_go(archive):
    outlet = made(archive, "winter", outlet="The Sample Herald")["Outlet"]
    assert [(c.chosen, c.address) for c in outlet.choices] == [(True, "/search?q=winter")]


def test_kinds_of_statement_are_a_choice(archive):
    kinds = made(archive, "", speaker="ilse-marrow")["Kind"]
    assert len(kinds.choices) > 1
    assert all(f"kind={choice.words}" in choice.address for choice in kinds.choices)
