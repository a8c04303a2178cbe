from lxml import etree

from onrecord.archive.names import Identity
from onrecord.web.graph import HEIGHT, WIDTH, picture
from onrecord.web.network import Tie
from tests.publish.test_page import HOSTILE


def who(key, name):
    return Identity(
        id=f"actor-{key}",
        kind="person",
        name=name,
        country=None,
        known_as=None,
        local=False,
        statements=0,
        key=key,
    )


ILSE, TOMAS, ORLA, EVIL = (
    who(number, name)
    for number, name in enumerate(("Ilse Marrow", "Tomas Brandt", "Orla Fenn", HOSTILE))
)
TIES = (
    Tie(one=ILSE, other=TOMAS, met=3, addressed=1),
    Tie(one=TOMAS, other=ORLA, met=1, addressed=0),
    Tie(one=ILSE, other=EVIL, met=0, addressed=2),
)


def lines(root):
    return {line.findtext("{*}title"): line for line in root.iter("{*}line")}


def test_every_actor_is_a_point_with_a_name_that_leads_to_its_page():
    root = etree.fromstring(picture(TIES))
    assert {a.get("href") for a in root.iter("{*}a")} == {f"/who/actor-{n}" for n in range(4)}
    assert {"Ilse Marrow", "Tomas Brandt", "Orla Fenn"} < {
        "".join(text.itertext()) for text in root.iter("{*}text")
    }


def test_who_met_often_is_tied_by_a_thicker_line_and_words_alone_by_a_broken_one():
    found = lines(etree.fromstring(picture(TIES)))
    often = found["Ilse Marrow and Tomas Brandt: 3 meetings, 1 saying to the other"]
    once = found["Tomas Brandt and Orla Fenn: 1 meeting"]
    (spoke,) = (line for name, line in found.items() if line not in (often, once))
    assert float(often.get("stroke-width")) > float(once.get("stroke-width"))
    assert often.get("stroke") == once.get("stroke") != spoke.get("stroke")
    assert spoke.get("stroke-dasharray") == "2,5"


def test_all_points_are_within_the_picture_and_apart():
    root = etree.fromstring(picture(TIES))
    moved = [
        path.get("transform") for path in root.iter("{*}path") if path.find("{*}title") is not None
    ]
    at = [tuple(map(float, one[len("translate(") : -1].split(","))) for one in moved]
    assert len(set(at)) == 4
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in at)


def test_the_same_ties_give_the_same_picture():
    first = picture(TIES)
    picture.cache_clear()
    assert picture(TIES) == first


def test_two_actors_alone():
    root = etree.fromstring(picture(TIES[:1]))
    assert len(lines(root)) == 1


def test_a_hostile_name_stays_a_name():
    root = etree.fromstring(picture(TIES))
    assert not list(root.iter("{*}script", "{*}img"))
    assert any("<script>" in "".join(t.itertext()) for t in root.iter("{*}title"))
