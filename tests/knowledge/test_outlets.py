from onrecord.knowledge import outlet_by_domain, outlets, state_by_id


def test_enough_outlets_and_each_domain_once() -> None:
    assert len(outlets()) >= 150
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert not any(domain.startswith(("www.", "http")) for domain in domains)


def test_countries_exist() -> None:
    assert all(o.country is None or o.country in state_by_id() for o in outlets())


def test_by_domain_and_by_kind() -> None:
    assert outlet_by_domain()["telegraph.co.uk"].id == "daily-telegraph"
    networks = {outlet.id for outlet in outlets() if outlet.social_network}
    assert {"x", "truth-social", "telegram"} <= networks
    assert "reuters" not in networks
