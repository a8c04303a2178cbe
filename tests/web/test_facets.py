from onrecord.web.facets import facets


def test_results_are_counted_by_outlet_and_year(archive):
    found = archive.search("winter")
    made = {facet.title: facet for facet in facets(found, {"q": "winter", "page": 2})}
    assert {(choice.words, choice.number) for choice in made["Outlet"].choices} == {
        ("The Sample Herald", 1),
        ("The Example Courier", 1),
    }
    assert all("page" not in choice.address for choice in made["Outlet"].choices)
    assert "Year" not in made  # one year is no choice


def test_a_chosen_value_can_be_let_go(archive):
    asked = {"q": "winter", "outlet": "The Sample Herald"}
    found = archive.search("winter", outlet="The Sample Herald")
    (outlet,) = [facet for facet in facets(found, asked) if facet.title == "Outlet"]
    assert [(c.chosen, c.address) for c in outlet.choices] == [(True, "/search?q=winter")]
