from onrecord import Archive
from onrecord.web import front as module
from onrecord.web.front import front
from onrecord.web.shelf import Shelf
from tests.publish.samples import FULL
from tests.record.samples import sample
from tests.web.conftest import short


def test_the_page_is_kept_until_the_archive_changes(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(module, "render", lambda *_, **values: made.append(values) or "page")
    with Archive(str(tmp_path / "a.db")) as archive:
        shelf = Shelf(archive)
        for change, pages in (
            (lambda: None, 1),
            (lambda: None, 1),
            (lambda: archive.add(FULL), 2),
            (lambda: archive.add(FULL), 2),
            (archive.merge, 3),
            (lambda: archive.add(sample()), 4),
            (lambda: archive.correct(f"{short(FULL)}/statement/s1", "accept", by="x"), 5),
        ):
            change()
            assert front(shelf) == "page"
            assert len(made) == pages
        monkeypatch.setattr(module, "KEPT_FOR", -1.0)
        front(shelf)
        assert len(made) == 6
        shelf.close()


def test_unlikely_events_are_left_to_the_timeline(tmp_path):
    from dataclasses import replace

    doubtful = replace(FULL.events[1], confidence=0.2)
    with Archive(str(tmp_path / "a.db")) as archive:
        archive.add(replace(FULL, events=(doubtful,), meetings=()))
        shelf = Shelf(archive)
        assert "retreats" not in front(shelf)
        shelf.close()


def test_notes_are_shown_only_where_nothing_is_graver(tmp_path):
    from dataclasses import replace

    error, note = FULL.findings[1], replace(FULL.findings[2], message="Only a note.")
    for findings, shown in (((error, note), False), ((note,), True)):
        with Archive(str(tmp_path / f"{len(findings)}.db")) as archive:
            archive.add(replace(FULL, findings=findings))
            shelf = Shelf(archive)
            assert ("Only a note." in front(shelf)) is shown
            shelf.close()
