import pytest

from onrecord.record import Span
from onrecord.resolve.actors import read_actors
from onrecord.resolve.sources import resolve_sources

pytestmark = pytest.mark.model


def speakers(nlp, text, *sources):
    doc = nlp(text)
    spans = [(Span(text.index(s), text.index(s) + len(s)),) if s else () for s in sources]
    actors, ids = resolve_sources(doc, read_actors(doc), spans)
    by_id = {actor.id: actor for actor in actors}
    return [by_id[found] if found is not None else None for found in ids]


def test_an_adviser_first_and_later(nlp):
    text = (
        "A senior adviser to Finnish President Matti Virtanen called for calm. "
        "“We must wait,” the adviser said."
    )
    first, later = speakers(
        nlp, text, "A senior adviser to Finnish President Matti Virtanen", "the adviser"
    )
    assert first is not None and first.kind == "unnamed"
    assert first.name == "senior adviser to Matti Virtanen"
    assert first.represents == "government-of-fin"
    assert later is not None and later.id == first.id


def test_a_document_is_whose_it_is(nlp):
    text = "According to a statement from the Dutch foreign ministry, the talks will go on."
    (found,) = speakers(nlp, text, "a statement from the Dutch foreign ministry")
    assert found is not None and found.name == "Foreign Ministry of the Netherlands"


def test_two_speak_as_a_group(nlp):
    text = "Anna Kowalska and Jan Novak said on Monday that they would meet again."
    (found,) = speakers(nlp, text, "Anna Kowalska and Jan Novak")
    assert found is not None and found.kind == "group"
    assert found.members == ("anna-kowalska", "jan-novak")


@pytest.mark.parametrize(
    ("text", "source", "kind", "name"),
    [
        ("European leaders fear a long war.", "European leaders", "group", "European leaders"),
        ("A US official said no.", "A US official", "unnamed", "US official"),
    ],
)
def test_sources_without_a_name(nlp, text, source, kind, name):
    (found,) = speakers(nlp, text, source)
    assert found is not None
    assert (found.kind, found.name) == (kind, name)


def test_a_us_official_represents_the_government(nlp):
    (found,) = speakers(nlp, "A US official said no.", "A US official")
    assert found is not None and found.represents == "government-of-usa"


def test_no_source_no_speaker(nlp):
    assert speakers(nlp, "Nothing was said.", "") == [None]


def test_a_poll_is_of_whoever_took_it(nlp):
    text = "The Reuters poll found no change. Reuters printed it."
    (found,) = speakers(nlp, text, "The Reuters poll")
    assert found is not None and found.id == "reuters"


def test_several_printed_with_a_capital_are_a_group(nlp):
    text = "On Friday Lutherans rejected the plan."
    (found,) = speakers(nlp, text, "Lutherans")
    assert found is not None and found.kind == "group"


@pytest.mark.parametrize(
    ("text", "source", "members"),
    [
        ("China and Russia announced talks.", "China and Russia",
         ("government-of-chn", "government-of-rus")),
        ("Jana Novak met Olga Tamm. The leaders agreed.", "The leaders",
         None),
    ],
)  # fmt: skip
def test_states_that_speak_are_governments(nlp, text, source, members):
    (found,) = speakers(nlp, text, source)
    assert found is not None and found.kind == "group"
    assert members is None or found.members == members


def test_who_holds_an_office_before_a_name_not_made_out(nlp):
    text = "Former Director of National Intelligence Olga Novak said so. Novak left."
    (found,) = speakers(nlp, text, "Former Director of National Intelligence Olga Novak")
    assert found is not None and found.name == "Olga Novak"


def test_she_is_not_a_man_also_among_sources(nlp):
    text = "President Donald Trump left. Aides said that she was tired."
    (found,) = speakers(nlp, text, "she")
    assert found is None


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The bank struck. The Harbour Council met. On Monday they warned of delays.", "they",
         "Harbour Council"),
        ("China’s Ministry of Finance said no.", "China’s Ministry of Finance",
         "Ministry of Finance of China"),
    ],
)  # fmt: skip
def test_bodies_that_speak(nlp, text, source, name):
    (found,) = speakers(nlp, text, source)
    assert found is not None and found.name == name


def test_an_office_with_capitals_is_no_body(nlp):
    text = "The Secretary-General said no."
    (found,) = speakers(nlp, text, "The Secretary-General")
    assert found is not None and found.kind == "unnamed"


def test_what_a_clause_adds_names_nobody_else(nlp):
    text = (
        "Olga Berg, who remained in office because Jan Novak, her rival, was ill, "
        "said she would go."
    )
    (found,) = speakers(
        nlp, text, "Olga Berg, who remained in office because Jan Novak, her rival, was ill"
    )
    assert found is not None and found.name == "Olga Berg"


def test_a_place_before_who_speaks_does_not_speak(nlp):
    text = "In Port-au-Prince, gang leader Jimmy Roe, known as Soap, urged residents to rise."
    doc = nlp(text)
    start = text.index("-Prince")
    source = (Span(start, text.index(" urged")),)
    actors, ids = resolve_sources(doc, read_actors(doc), [source])
    assert [a.name for a in actors if a.id == ids[0]] == ["Jimmy Roe"]


def test_an_office_asked_for_is_its_holders_mention(nlp):
    doc = nlp("Kenya’s foreign minister, Olga Novak, discussed the truce with the envoys.")
    at = doc.text.index("minister")
    actors, ids = resolve_sources(doc, read_actors(doc), [(Span(at, at + len("minister")),)])
    (novak,) = [actor for actor in actors if actor.id == ids[0]]
    assert "Kenya’s foreign minister" in [m.text for m in novak.mentions]


def test_a_name_in_a_heading_is_cut_off_its_office(nlp):
    text = "What They Said\n\nAttorney General Anna Tamm on Sunday: “We will win.”"
    (speaker,) = speakers(nlp, text, "Attorney General Anna Tamm")
    assert speaker is not None and speaker.name == "Anna Tamm"
    assert [office.as_written for office in speaker.offices] == ["Attorney General"]
