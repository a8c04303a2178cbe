"""What can be asked of an archive: every question is a method, every answer a plain data class.

The same questions, filters and answers are the commands of ``onrecord`` and the paths under
``/api``. Answers have ``row()``, plain values as JSON has them; ``onrecord.publish`` makes data
frames, CSV and Parquet of them::

    from datetime import date
    from onrecord import Archive
    from onrecord.publish import to_frame, write_parquet

    with Archive("news.db") as archive:
        hits = archive.search("grain corridor", speaker="Guterres", since=date(2025, 2, 1))
        print(hits[0].speaker, hits[0].text, hits[0].id)
        frame = to_frame(hits, "hits")
        write_parquet(archive.who("Sergey Lavrov"), "promises.parquet", table="promises")
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import Engine, func, select

from onrecord.archive import names, tables
from onrecord.archive import search as searching
from onrecord.archive import timeline as following
from onrecord.archive.brief import Brief, brief
from onrecord.archive.dossier import Dossier, dossier
from onrecord.archive.engine import reading
from onrecord.archive.following import Followed
from onrecord.archive.matching import Asked
from onrecord.archive.names import Identity
from onrecord.archive.sayings import Conflict, SayingFound, conflicts, saying
from onrecord.archive.search import Hit
from onrecord.archive.tally import Tally, tally
from onrecord.archive.timeline import Happening


class Filters(TypedDict, total=False):
    """The filters of a search; :meth:`Asking.search` says what each means."""

    speaker: str | None
    about: str | None
    since: date | None
    until: date | None
    outlet: str | None
    kind: str
    rejected: bool


class Asking:
    """The questions; :class:`onrecord.Archive` has them.

    Names are those of actors: an id of the archive (``sergey-lavrov``), a Wikidata id, a whole
    name, or words of a name, which then mean every actor that has them all. A name that nobody
    has finds nothing. Days are included.
    """

    _engine: Engine

    def search(
        self,
        words: str = "",
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        kind: str = "statement",
        rejected: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[Hit, ...]:
        """Return entries with ``words``, the best first; without words the latest first.

        All words must occur, in any of their forms; ``"two words"`` stand together, ``-word`` must
        not occur, ``OR`` joins alternatives. Every filter that is given must hold:

        * ``speaker``: who says it, or acts in it;
        * ``about``: whom it names or is addressed to;
        * ``since``, ``until``: first and last day of saying or happening, else of publication;
        * ``outlet``: words of the name of the outlet that reports it;
        * ``kind``: ``statement``, ``direct``, ``indirect``, ``mixed`` (statements so quoted),
          ``event``, ``meeting``, ``commitment``, ``position``, ``finding``, ``report`` (title and
          text), or ``all`` but reports;
        * ``rejected``: with those that a person rejected.

        ``limit`` and ``offset`` cut a page out of the results. Of more than 20,000 matches to
        words (``matching.MOST``) the last added are ranked. Raises ``SettingsError`` for a kind
        there is not, words that only exclude, or a first day after the last.
        """
        asked = Asked(
            words=words,
            speaker=speaker,
            about=about,
            since=since,
            until=until,
            outlet=outlet,
            kind=kind,
            rejected=rejected,
        )
        with reading(self._engine) as connection:
            return searching.search(connection, asked, limit=limit, offset=offset)

    def tally(self, words: str = "", **filters: Unpack[Filters]) -> Tally:
        """Count what :meth:`search` would find with these words and filters, however much it is.

        How many, and how they divide by speaker, outlet, kind and year.
        """
        with reading(self._engine) as connection:
            return tally(connection, Asked(words=words, **filters))

    def find(self, name: str) -> tuple[Identity, ...]:
        """Return the actors ``name`` can mean, those with most statements first."""
        with reading(self._engine) as connection:
            return names.find(connection, name)

    def timeline(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        kind: str | None = None,
        actor: str | None = None,
        country: str | None = None,
        type: str | None = None,
        status: str | None = None,
        min_confidence: float = 0.0,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[Happening, ...]:
        """Return meetings and events by day, each once with every report's version of it.

        The latest ``limit`` of them, ``offset`` of the latest left out; those without a day count
        as the earliest. Every filter that is given must hold:

        * ``since``, ``until``: a happening of several days is in if any of its days is;
        * ``kind``: ``meeting`` or ``event``;
        * ``actor``: who takes part;
        * ``country`` (ISO 3166-1 alpha-3): where it is, or whose actors take part;
        * ``type``: a PLOVER type (``CONSULT``) or a meeting's form (``talks``);
        * ``status``: ``happened``, ``ongoing``, ``planned``, ``proposed``, ``conditional``,
          ``denied``, ``hypothetical``;
        * ``min_confidence``: 0 to 1; versions less sure are not looked at.

        Raises ``SettingsError`` for a kind or a status there is not, a country that is no code, or
        a first day after the last.
        """
        asked = Followed(
            since=since,
            until=until,
            kind=kind,
            actor=actor,
            country=country,
            type=type,
            status=status,
            min_confidence=min_confidence,
        )
        with reading(self._engine) as connection:
            return following.timeline(connection, asked, limit=limit, offset=offset)

    def who(self, name: str) -> Dossier:
        """Return what the archive holds of the likeliest bearer of ``name``.

        Offices as reports gave them, the latest 200 statements, whom those were about, whom they
        met, what they promised; and who else the name could mean. Raises ``NotInArchive``.
        """
        with reading(self._engine) as connection:
            return dossier(connection, name)

    def brief(self, since: date | None = None, until: date | None = None) -> Brief:
        """Return one page on the days from ``since`` to ``until``: what happened, who said what,
        what lies ahead, eight sentences each, as reports print them and with their sources.

        Without ``since`` and ``until`` it is on the last seven days up to the latest report's;
        the answer names its days. With one of them it is open on the other side, and weighs the
        latest 400 happenings and 20,000 quotations there.
        """
        with reading(self._engine) as connection:
            return brief(connection, since, until)

    def entry(self, entry: str) -> Hit:
        """Return the entry of that id (``<report>/statement/s1``); raises ``NotInArchive``."""
        with reading(self._engine) as connection:
            return searching.hits(connection, [searching.entry_key(connection, entry)], {})[0]

    def happening(self, entry: str) -> Happening:
        """Return the meeting or event that this entry's id is a version of, with all versions.

        Raises ``NotInArchive``.
        """
        with reading(self._engine) as connection:
            return following.happening(connection, searching.entry_key(connection, entry))

    def saying(self, entry: str) -> SayingFound:
        """Return the saying that this statement's id is a variant of, with all its variants.

        Raises ``NotInArchive``.
        """
        with reading(self._engine) as connection:
            return saying(connection, searching.entry_key(connection, entry))

    def conflicts(
        self,
        since: date | None = None,
        until: date | None = None,
        *,
        limit: int = 100,
        offset: int = 0,
    ) -> tuple[Conflict, ...]:
        """Return what reports tell differently of one thing, the latest first."""
        with reading(self._engine) as connection:
            return conflicts(connection, since, until, limit=limit, offset=offset)

    def counts(self) -> dict[str, int]:
        """Return how much the archive holds: ``reports``, ``statements``, ``actors`` and so on.

        ``actors`` are identities: one man in ten reports counts once. ``copies`` are reports that
        reprint another.
        """
        entries, reports, said = tables.entries, tables.reports, tables.statements.c
        with reading(self._engine) as connection:
            found: dict[str, int] = dict(
                connection.execute(
                    select(entries.c.kind, func.count()).group_by(entries.c.kind)
                ).all()
            )
            total = connection.execute(select(func.count()).select_from(reports)).scalar_one()
            copies = connection.execute(select(func.count(reports.c.copy_of))).scalar_one()
            sayings = connection.execute(
                select(func.count(func.coalesce(said.saying, said.key).distinct()))
            ).scalar_one()
            actors = connection.execute(
                select(func.count()).where(
                    tables.identities.c.local.is_(False), tables.identities.c.into.is_(None)
                )
            ).scalar_one()
            whole = {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in (
                    ("corrections", tables.corrections),
                    ("conflicts", tables.conflicts),
                )
            }
        kinds = {f"{kind}s": found.get(kind, 0) for kind in tables.KINDS if kind != "actor"}
        return {
            "reports": total,
            **kinds,
            "actors": actors,
            "sayings": sayings,
            "copies": copies,
            **whole,
        }
