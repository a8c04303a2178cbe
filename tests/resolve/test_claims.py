from datetime import date

import pytest

from onrecord.language.layers import layers_of
from onrecord.record import Report, report_id
from onrecord.resolve.actors import read_actors
from onrecord.resolve.claims import read_claims

pytestmark = pytest.mark.model


@pytest.fixture
def claims_of(nlp):
    def claims(text, published=date(2025, 2, 17)):
        doc = nlp.make_doc(text)
        layers_of(doc).report = Report(id=report_id(text), text=text, published=published)
        doc = nlp(doc)
        return read_claims(doc, read_actors(doc))

    return claims


def test_a_title_before_a_name_is_a_claim_with_both_words(claims_of):
    text = "French President Emmanuel Macron spoke in Lyon."
    (claim,) = claims_of(text)
    assert claim.person == "emmanuel-macron"
    assert claim.span.of(text) == "French President Emmanuel Macron"
    assert claim.placed and claim.before


def test_a_title_alone_is_not_placed(claims_of):
    (claim,) = claims_of("President Emmanuel Macron spoke in Lyon.")
    assert not claim.placed


def test_the_state_that_matters_is_the_office_s(claims_of):
    (claim,) = claims_of("Ohio Attorney General Jane Roe sued the government.")
    assert not claim.placed


def test_a_title_in_apposition_is_a_claim(claims_of):
    text = "Sergei Lavrov, the Russian foreign minister, flew home."
    (claim,) = claims_of(text)
    assert (claim.person, claim.before) == ("sergey-lavrov", False)


def test_a_name_that_describes_another_makes_no_claim(claims_of):
    claims = claims_of("Former President Barack Obama aide Ann Lee resigned.")
    assert [claim.name for claim in claims if claim.office is not None] == []


def test_a_person_the_tables_do_not_know_has_no_id(claims_of):
    (claim,) = claims_of("Polish Foreign Minister Anna Kowalska flew home.")
    assert claim.person is None


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("UK Prime Minister Rishi Sunak has asked for help.", "live"),
        ("UK Prime Minister Rishi Sunak will attend.", "live"),
        ("UK Prime Minister Rishi Sunak said on Monday that talks would follow.", "live"),
        ("UK Prime Minister Rishi Sunak resigned on Monday.", "now"),
        ("They met UK Prime Minister Rishi Sunak.", "now"),
        ("UK Prime Minister Rishi Sunak is expected in Rome.", "live"),
        ("In 2023 UK Prime Minister Rishi Sunak met them.", "past"),
        ("UK Prime Minister Rishi Sunak had asked for help.", "past"),
        ("UK Prime Minister Rishi Sunak could attend.", "open"),
        ("“UK Prime Minister Rishi Sunak wants more,” she said.", "open"),
    ],
)
def test_the_time_the_words_around_tell(claims_of, text, setting):
    assert [claim.setting for claim in claims_of(text)] == [setting]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("The Biden administration has changed its mind.", "live"),
        ("The Biden administration's shift leaves allies guessing.", "live"),
        ("The Biden administration changed its mind.", "past"),
        ("Under the Biden administration trade grew.", "past"),
        ("Many blame the Biden administration.", "now"),
        ("She says the Biden administration is to blame.", "now"),
        ("A Biden administration would do more.", "open"),
        ("The former Biden administration is to blame.", "past"),
    ],
)
def test_a_government_named_after_its_leader(claims_of, text, setting):
    (claim,) = claims_of(text)
    assert (claim.person, claim.office, claim.setting) == ("joe-biden", None, setting)


def test_the_article_belongs_to_a_government_s_words(claims_of):
    text = "The Biden administration has changed its mind."
    assert claims_of(text)[0].span.of(text) == "The Biden administration"


def test_a_word_that_is_also_a_leader_s_name_names_no_government(claims_of):
    assert claims_of("The Christian government has changed its mind.") == ()
