"""What the raw tables say, as rows of (office, name, start, end), for building and for checking."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

HERE = Path(__file__).parent
# The last snapshot of the World Factbook; later dates in the file are its download's.
FACTBOOK_LAST = date(2026, 1, 22)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One statement of a raw source; dates as printed there, empty where it has none."""

    office: str
    name: str
    start: str
    end: str
    wikidata: str
    seen: date


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a comma-separated file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def wikidata(folder: Path) -> Iterator[RawRow]:
    """Yield the cabinet rows of the posts listed in ``data/wikidata_posts.csv``."""
    posts = {
        (row["file"], row["position"]): row["office"]
        for row in table(HERE / "data" / "wikidata_posts.csv")
    }
    for file in sorted({file for file, _ in posts}):
        for row in table(folder / f"cabinet-{file}-wikidata-2022.csv"):
            office = posts.get((file, row["position"]))
            if office and (not row["end"] or row["end"] >= "2010") and row["start"] >= "1990":
                yield RawRow(
                    office=office,
                    name=re.sub(r" \([^)]*\)$", "", row["person"]),
                    start=row["start"],
                    end=row["end"],
                    wikidata=row["personID"],
                    seen=date(2022, 6, 30),
                )


COUNTRIES = {
    "Burma": "MMR",
    "Cabo Verde": "CPV",
    "C&ocirc;te d'Ivoire": "CIV",
    "Cote d'Ivoire": "CIV",
    "Czechia": "CZE",
    "DRC": "COD",
    "Holy See (Vatican City)": "VAT",
    "Holy See": "VAT",
    "Korea, North": "PRK",
    "Korea, South": "KOR",
    "North Korea": "PRK",
    "South Korea": "KOR",
    "Micronesia": "FSM",
    "Republic of the Congo": "COG",
    "Congo, Republic of the": "COG",
    "The Bahamas": "BHS",
    "The Gambia": "GMB",
    "Timor-Leste": "TLS",
    "Turkey (Turkiye)": "TUR",
    "T&uuml;rkiye": "TUR",
    "Sao Tome and Principe": "STP",
}
_RANK = re.compile(
    r"^(?:(?:Interim|Acting|Transition(?:al)?|Prime|Minister|President|Premier|Chancellor|King|Queen"
    r"|Emperor|Sultan|Amir|Emir|Grand|Duke|Prince|Pope|Taoiseach|Gen\.?|Col\.?|Lt\.?|Capt\.?"
    r"|Maj\.?|Gov\.?|Sheikh|Sir|Dr\.?|Supreme|Leader|State|of|the|Swiss|Confederation|Republic"
    r"|Vice Admiral|Co-prince|Cardinal|Secretary|Council|Ministers|Chairman|Federal|Chief"
    r"|Executive|Senior|Army|Brig\.?|Presidency|Government|Council)\s+)+"
)
_DEPUTY = re.compile(r"vice |deputy|governor|co-prince|first vice|administrator", re.I)


def factbook(folder: Path, codes: dict[str, str]) -> Iterator[RawRow]:
    """Yield heads of state and government; ``office`` is ``CODE chief of state`` and the like."""
    for row in table(folder / "factbook-offices-2021-2026.csv"):
        code = COUNTRIES.get(row["country"]) or codes.get(row["country"])
        if code is None or _DEPUTY.search(row["holder"].split("(")[0]):
            continue
        name = _RANK.sub("", row["holder"].split(",")[0]).strip()
        last = min(date.fromisoformat(row["last_snapshot"]), FACTBOOK_LAST)
        yield RawRow(
            office=f"{code} {row['office']}",
            name=name,
            start=_day(row["since"]),
            end="",
            wikidata="",
            seen=last,
        )


def _day(text: str) -> str:
    for form, kept in (("%d %B %Y", 10), ("%B %Y", 7), ("%Y", 4)):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()[:kept]
        except ValueError:
            continue
    return ""


_SEEN_AS = (
    (
        re.compile(r"^(?:President|Prime [Mm]inister|Chancellor|King|Pope) of (?:the )?(.+)$"),
        "head",
    ),
    (re.compile(r"^Minister (?:of|for) Foreign Affairs (?:\((.+)\)|of (?:the )?.+)$"), "foreign"),
    (re.compile(r"^Foreign Minister of (?:the )?(.+)$"), "foreign"),
    (
        re.compile(r"^Minister (?:of|for) (?:National )?Defen[cs]e \((.+)\)$"),
        "defence",
    ),
    (re.compile(r"^Minister of the Armed Forces \((.+)\)$"), "defence"),
    (re.compile(r"^Minister of (?:the Interior|Home Affairs) \((.+)\)$"), "interior"),
)
_GOVERNOR = re.compile(r"^Governor of ([A-Z][A-Za-z ]+)$")
_SEEN_EXACT = {
    "Pope": "pope-of-vat",
    "Home Secretary": "home-secretary-of-gbr",
    "Secretary of State for Defence": "defence-secretary-of-gbr",
    "Chancellor of the Exchequer": "chancellor-of-the-exchequer-of-gbr",
    "United States Secretary of State": "secretary-of-state-of-usa",
    "U.S. Secretary of State": "secretary-of-state-of-usa",
    "United States Secretary of Defense": "secretary-of-defense-of-usa",
    "United States Secretary of the Treasury": "secretary-of-the-treasury-of-usa",
    "United States Secretary of Homeland Security": "secretary-of-homeland-security-of-usa",
    "United States Secretary of Health and Human Services": (
        "secretary-of-health-and-human-services-of-usa"
    ),
    "United States Trade Representative": "trade-representative-of-usa",
    "Vice President of the United States": "vice-president-of-usa",
    "White House Press Secretary": "white-house-press-secretary-of-usa",
    "Director of the Federal Bureau of Investigation": "director-of-the-fbi-of-usa",
    "Director of the Central Intelligence Agency": "director-of-the-cia",
    "Secretary General of NATO": "secretary-general-of-nato",
    "Secretary-General of the United Nations": "secretary-general-of-united-nations",
    "President of the European Commission": "president-of-european-commission",
    "Director-General of the World Health Organization": "director-general-of-who",
    "Speaker of the Knesset": "speaker-of-the-knesset-of-isr",
    "Chairman of the State Duma": "speaker-of-the-state-duma-of-rus",
    "Secretary-General of Hezbollah": "secretary-general-of-hezbollah",
    "Vice President of the Philippines": "vice-president-of-phl",
    "Secretary of National Defense (Philippines)": "defense-secretary-of-phl",
    "United States President": "president-of-usa",
    "Argentine President": "president-of-arg",
    "Pakistan Prime Minister": "prime-minister-of-pak",
    "Monarchy of the United Kingdom": "monarch-of-gbr",
    "President of the Republic of China": "president-of-twn",
    "Assistant to the Secretary of Defense for Public Affairs": ("pentagon-press-secretary-of-usa"),
    "First Minister of Wales": "first-minister-of-wales",
    "First Secretary of the Communist Party of Cuba": (
        "first-secretary-of-the-communist-party-of-cub"
    ),
    "General Secretary of the Communist Party of Vietnam": (
        "general-secretary-of-the-communist-party-of-vnm"
    ),
    "Premier of Alberta": "premier-of-alberta",
    "Premier of Victoria": "premier-of-victoria-aus",
    "President of the Kurdistan Region": "president-of-iraqi-kurdistan",
    "Prime Minister of the Kurdistan Region": "prime-minister-of-iraqi-kurdistan",
    "Secretary General of the Arab League": "secretary-general-of-arab-league",
    "Secretary of the Supreme National Security Council": (
        "secretary-of-the-supreme-national-security-council-of-irn"
    ),
    "Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator": (
        "under-secretary-general-for-humanitarian-affairs-of-ocha"
    ),
    "Governor of Georgia": "governor-of-georgia-usa",
    "Office of the United Nations High Commissioner for Human Rights": (
        "high-commissioner-for-human-rights-of-ohchr"
    ),
}


def seen(folder: Path, codes: dict[str, str]) -> Iterator[RawRow]:
    """Yield office and person pairs seen in daily summaries: ``office`` is an id or CODE role."""
    for row in table(folder / "current-events-offices.csv"):
        office = _SEEN_EXACT.get(row["office"], "")
        if not office and (state := _GOVERNOR.match(row["office"])):
            office = f"governor-of-{state.group(1).lower().replace(' ', '-')}"
        for pattern, role in () if office else _SEEN_AS:
            match = pattern.match(row["office"])
            if match and match.groups():
                name = match.group(1) or ""
                code = COUNTRIES.get(name) or codes.get(name)
                office = f"{code} {role}" if code else ""
                break
        if office:
            yield RawRow(
                office=office,
                name=re.sub(r" \([^)]*\)$", "", row["person"]),
                start=row["first_seen"],
                end="",
                wikidata="",
                seen=date.fromisoformat(row["last_seen"]),
            )
