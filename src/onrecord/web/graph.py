"""The ties between actors as a picture: those who meet often stand together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import altair as alt
import networkx
import numpy
from markupsafe import Markup

from onrecord.publish import wording
from onrecord.web.addresses import who_address
from onrecord.web.drawing import AMBER, BLUE, INK, WORDS, data, drawn, label, link
from onrecord.web.network import Tie

WIDTH, HEIGHT = 980, 600
_NAME: Final = 34
"""Letters of a name in the picture; the list under it has it whole."""
SAYING: Final = ("saying to the other", "sayings to the other")
_OFTEN: Final = 16
"""Weight from which on a tie is as strong as can be drawn, where none is stronger."""
_ROUND = 4
_SEED = 7


@lru_cache(maxsize=64)
def picture(ties: tuple[Tie, ...]) -> Markup:
    """Return ties as an SVG element; the same ties give the same picture."""
    actors = {who.key: who for tie in ties for who in (tie.one, tie.other)}
    places = _places(ties)
    weight = {
        key: sum(_weight(tie) for tie in ties if key in (tie.one.key, tie.other.key))
        for key in actors
    }
    points = [
        {
            "x": places[key][0],
            "y": places[key][1],
            "name": label(who.name, _NAME),
            "whole": label(who.name),
            "weight": weight[key],
            "link": link(number),
            "above": _is_above(key, ties, places),
        }
        for number, (key, who) in enumerate(actors.items())
    ]
    chart = alt.layer(_lines(ties, places), *_points(points)).resolve_scale(size="independent")
    return drawn(
        chart,
        width=WIDTH,
        height=HEIGHT,
        title="Network of who met and addressed whom",
        about=f"{len(actors)} actors and {len(ties)} ties between them; the list has them all.",
        links=[who_address(who.id) for who in actors.values()],
    )


def _weight(tie: Tie) -> int:
    return 2 * tie.met + tie.addressed


def _places(ties: Sequence[Tie]) -> dict[int, tuple[float, float]]:
    """Return where actors stand, from 0 to 1 each way.

    By ForceAtlas2 (Jacomy et al., PLOS ONE 9(6), 2014) with LinLog attraction, which sets
    clusters apart, and gravity that keeps those with ties to nobody else in the picture.
    """
    graph = networkx.Graph()
    for tie in ties:
        graph.add_edge(tie.one.key, tie.other.key, weight=_weight(tie) ** 0.5)
    # It divides each actor's distance to itself by nothing, then sets what comes of it to 0.
    with numpy.errstate(invalid="ignore"):
        found = networkx.forceatlas2_layout(
            graph, seed=_SEED, weight="weight", max_iter=500, linlog=True, strong_gravity=True
        )
    columns = [sorted(float(place[axis]) for place in found.values()) for axis in (0, 1)]
    return {
        key: (_share(columns[0], float(place[0])), _share(columns[1], float(place[1])))
        for key, place in found.items()
    }


def _share(column: Sequence[float], value: float) -> float:
    low, high = column[0], column[-1]
    return round((value - low) / (high - low), _ROUND) if high > low else 0.5


def _is_above(key: int, ties: Sequence[Tie], places: Mapping[int, tuple[float, float]]) -> bool:
    """Return whether an actor stands above those tied to: there the name is over the point."""
    tied = [
        tie.other.key if tie.one.key == key else tie.one.key
        for tie in ties
        if key in (tie.one.key, tie.other.key)
    ]
    return places[key][1] >= sum(places[other][1] for other in tied) / len(tied)


def _axes() -> dict[str, Any]:
    return {
        "x": alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.11, 1.11])),
        "y": alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.06, 1.06])),
    }


def _lines(ties: Sequence[Tie], places: Mapping[int, tuple[float, float]]) -> alt.Chart:
    rows = []
    for tie in ties:
        (x, y), (x2, y2) = places[tie.one.key], places[tie.other.key]
        often = [wording.count(tie.met, "meeting")] if tie.met else []
        often += [wording.count(tie.addressed, *SAYING)] if tie.addressed else []
        words = f"{label(tie.one.name)} and {label(tie.other.name)}: {', '.join(often)}"
        kind = "met" if tie.met else "addressed"
        rows.append(
            {
                "x": x,
                "y": y,
                "x2": x2,
                "y2": y2,
                "times": _weight(tie),
                "words": words,
                "kind": kind,
            }
        )
    kinds = ["met", "addressed"]
    # Wide is often, not most often: two who met once are a thin line in any network.
    most = max(_OFTEN, *(_weight(tie) for tie in ties))
    width = alt.Scale(type="sqrt", domain=[1, most], range=[1.5, 9])
    colours = alt.Scale(domain=kinds, range=[BLUE, AMBER])
    dashes = alt.Scale(domain=kinds, range=[[1, 0], [2, 5]])
    lines: alt.Chart = alt.Chart(data(rows)).mark_rule(strokeOpacity=0.55, strokeCap="round")
    return lines.encode(
        **_axes(),
        x2="x2:Q",
        y2="y2:Q",
        size=alt.Size("times:Q", scale=width, legend=None),
        color=alt.Color("kind:N", scale=colours, legend=None),
        strokeDash=alt.StrokeDash("kind:N", scale=dashes, legend=None),
        description="words:N",
    )


def _points(rows: Sequence[dict[str, Any]]) -> list[alt.Chart]:
    base = alt.Chart(data(rows)).encode(**_axes(), href="link:N")
    most = max(2 * _OFTEN, *(row["weight"] for row in rows))
    size = alt.Size("weight:Q", scale=alt.Scale(domain=[0, most], range=[40, 420]), legend=None)
    return [
        base.mark_circle(color=INK, opacity=1).encode(size=size, description="whole:N"),
        *(
            base.mark_text(dy=-15 if above else 16, fontSize=WORDS, color=INK, aria=False)
            .encode(text="name:N")
            .transform_filter(alt.datum.above == above)
            for above in (True, False)
        ),
    ]
