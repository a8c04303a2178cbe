"""Given names that tell a person's gender, for pronouns that must agree with it."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from onrecord.knowledge.offices import persons
from onrecord.knowledge.table import rows

Gender: TypeAlias = Literal["male", "female"]


@cache
def given_names() -> dict[str, Gender]:
    """Return given names in lower case with the gender of those who bear them.

    From the 1990 census of the United States, names ten times as common with one gender as with
    the other; and the first names of the persons in the tables where all who share one agree.
    A name that is not here, or is here by a custom other than its bearer's, tells nothing.
    """
    found: dict[str, Gender] = {}
    seen: dict[str, set[str | None]] = {}
    for person in persons().values():
        words = person.name.split()
        if len(words) > 1 and len(words[0].strip(".")) > 1:
            seen.setdefault(words[0].lower(), set()).add(person.gender)
    for name, genders in seen.items():
        if genders == {"male"}:
            found[name] = "male"
        elif genders == {"female"}:
            found[name] = "female"
    for row in rows("words/given_names.csv"):
        found[row["name"]] = "male" if row["gender"] == "male" else "female"
    return found
