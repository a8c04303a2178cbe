import dataclasses
import signal
import subprocess
import sys
import threading
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.archive import Archive
from onrecord.errors import ArchiveError, NotInArchive
from onrecord.record import Report, report_id
from tests.archive.reports import record
from tests.record.samples import sample


def test_what_was_added_comes_back_exactly(archive):
    assert archive.add(sample())
    assert archive.get(sample().report.id) == sample()
    assert list(archive.records()) == [sample()]
    counts = archive.counts()
    assert (counts["reports"], counts["statements"], counts["meetings"]) == (1, 2, 1)
    assert (counts["events"], counts["commitments"], counts["actors"]) == (1, 1, 3)


def test_the_same_text_is_the_same_report(archive):
    assert archive.add(sample())
    assert not archive.add(sample())
    assert archive.counts()["reports"] == 1


def test_reading_anew_replaces_the_entries(archive):
    archive.add(sample())
    archive.add(sample(version="2", statements=sample().statements[:1]))
    assert archive.get(sample().report.id).version == "2"
    assert archive.counts()["statements"] == 1
    assert archive.search("done before") == ()


def test_a_report_printed_elsewhere_as_well_keeps_its_first_outlet(archive):
    first = record("Ann Lee: Talks go on.", outlet="First Post")
    report = dataclasses.replace(first.report, outlet="Second Post")
    archive.add(first)
    assert archive.add(dataclasses.replace(first, report=report))
    assert not archive.add(dataclasses.replace(first, report=report))
    assert archive.get(first.report.id).report.outlet == "First Post"
    archive.add(dataclasses.replace(first, report=report, version="2"))
    again = archive.get(first.report.id)
    assert (again.report.outlet, again.version) == ("First Post", "2")
    assert archive.counts()["reports"] == 1


def test_holds_says_what_need_not_be_read_again(archive):
    kept = record("Ann Lee: Talks go on.")
    archive.add(kept)
    assert archive.holds(kept.report, version="1", model="by hand")
    assert archive.holds(kept.report.id)
    assert not archive.holds(kept.report, version="2", model="by hand")
    assert not archive.holds(report_id("something else"))
    later = dataclasses.replace(kept.report, published=date(2025, 3, 1))
    assert not archive.holds(later, version="1", model="by hand")


def test_a_short_id_finds_the_report_and_an_unknown_one_is_refused(archive):
    archive.add(sample())
    assert archive.get(sample().report.id.removeprefix("sha256:")[:16]) == sample()
    with pytest.raises(NotInArchive, match="sha256:0"):
        archive.get("sha256:0")


def test_one_person_in_two_reports_is_one_identity_but_a_surname_alone_is_not(archive):
    held = {"Valtonen": ("Foreign Minister", "FIN"), "Elina Valtonen": ("Foreign Minister", "FIN")}
    archive.add(record("Elina Valtonen: Talks go on.", offices=held))
    archive.add(record("Valtonen: We are ready.", offices=held))
    archive.add(record("Valtonen: It is too late.", "Lee: It is not."))
    found = archive.find("Valtonen")
    assert [(one.local, one.statements) for one in found] == [(False, 2), (True, 1)]
    assert archive.counts()["actors"] == 1


def test_a_name_with_a_nul_is_known_again(archive):
    actors = tuple(
        dataclasses.replace(actor, name=f"Ann\0 {actor.name}") for actor in sample().actors
    )
    archive.add(sample(actors=actors))
    archive.add(sample(actors=actors, version="2"))
    assert archive.get(sample().report.id).actors == actors


def test_a_nul_in_what_is_known_of_a_report_makes_no_second_printing(archive):
    first = dataclasses.replace(sample().report, title="A\0", outlet="The\0Gull")
    elsewhere = dataclasses.replace(first, outlet="The\0Kite")
    for _ in range(2):
        archive.add(sample(report=first))
        archive.add(sample(report=elsewhere))
    assert archive.counts()["reports"] == 1
    assert archive.get(first.id).report == first
    assert archive.holds(first)
    assert not archive.holds(dataclasses.replace(first, title="B\0"))


def test_an_archive_of_a_newer_version_is_refused(url):
    with Archive(url) as archive, archive._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ArchiveError, match="newer"):
        Archive(url)


@pytest.mark.parametrize("url", ["mysql://host/news", "nonsense://", "/proc/none/archive.db"])
def test_an_address_that_makes_no_sense_is_refused_by_name(url):
    with pytest.raises(ArchiveError, match=url.partition(":")[0]):
        Archive(url)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, not a database. " * 100)
    with pytest.raises(ArchiveError, match=r"notes\.txt"):
        Archive(str(file))


def test_a_path_is_a_sqlite_file_and_the_class_is_exported(tmp_path):
    with onrecord.Archive(str(tmp_path / "new" / "news.db")) as archive:
        archive.add(sample())
    assert (tmp_path / "new" / "news.db").exists()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXT, title=st.none() | TEXT, outlet=st.none() | TEXT, published=st.none() | st.dates())
def test_any_report_comes_back_exactly(archive, text, title, outlet, published):
    report = Report(id=report_id(text), text=text, title=title, outlet=outlet, published=published)
    stored = sample(
        report=report,
        **dict.fromkeys(
            (
                *("actors", "statements", "events", "meetings", "commitments"),
                *("positions", "places", "times", "findings"),
            ),
            (),
        ),
    )
    if archive.add(stored) and archive.get(report.id).report.outlet == outlet:
        assert archive.get(report.id) == stored


def test_two_writers_do_not_lose_or_double_anything(url):
    with Archive(url):
        pass
    reports = [record(f"Ann Lee: Round {n} of the talks.", "Bo Ek: No.") for n in range(30)]
    faults: list[Exception] = []

    def write(part):
        try:
            with Archive(url) as archive:
                for one in part:
                    archive.add(one)
        except Exception as error:  # noqa: BLE001 - shown by the test's own thread
            faults.append(error)

    parts = (reports[:20], reports[10:][::-1])  # the middle third by both
    threads = [threading.Thread(target=write, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    with Archive(url) as archive:
        counts = archive.counts()
        assert (counts["reports"], counts["statements"], counts["actors"]) == (30, 60, 2)


ADDING = """
import sys
from onrecord.archive import Archive
from tests.archive.reports import record
archive = Archive(sys.argv[1])
for n in range(100_000):
    lines = [f"Ann Lee: Round {n} of the talks, item {i}." for i in range(20)]
    archive.add(record(*lines))
    print(n, flush=True)
"""


def test_a_process_killed_while_adding_loses_the_report_in_hand_at_most(url):
    command = [sys.executable, "-c", ADDING, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:
        assert adding.stdout is not None
        for line in adding.stdout:
            if int(line) >= 5:
                break
        time.sleep(0.013)  # somewhere in the middle of the next
        adding.send_signal(signal.SIGKILL)
        reported = 6 + len(adding.stdout.read().split())
    with Archive(url) as archive:
        counts = archive.counts()
        assert counts["reports"] in {reported, reported + 1}
        assert counts["statements"] == 20 * counts["reports"]
        assert len(list(archive.records())) == counts["reports"]
        assert archive.add(record("Ann Lee: One more."))


CORRECTING = """
import sys
from onrecord.archive import Archive
from tests.archive.reports import record
archive = Archive(sys.argv[1])
known = [record("Ann Lee: We will act in a coherent way on the harbour.", outlet="A")]
known += [record("Ann Lee: We shall act in a coherent way on the harbour.", outlet="B")]
for one in known:
    archive.add(one)
archive.merge()
one, other = (r.report.id.removeprefix("sha256:")[:16] + "/statement/s1" for r in known)
for n in range(100_000):
    archive.correct(one, "split", by="Eva")
    archive.correct(one, "merge", by="Bo", changes={"into": other})
    lines = [f"Ann Lee: Round {n} of the talks, item {i}." for i in range(20)]
    fresh = record(*lines)
    archive.add(fresh)
    at = fresh.report.id.removeprefix("sha256:")[:16]
    archive.correct(f"{at}/statement/s1", "reject", by="Eva")
    archive.add(record(*lines, version="2"))
    print(n, flush=True)
"""


def test_a_process_killed_while_correcting_loses_the_word_in_hand_at_most(url):
    command = [sys.executable, "-c", CORRECTING, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as correcting:
        assert correcting.stdout is not None
        for line in correcting.stdout:
            if int(line) >= 2:
                break
        time.sleep(0.021)  # somewhere in the middle of the next
        correcting.send_signal(signal.SIGKILL)
        rounds = 3 + len(correcting.stdout.read().split())
    with Archive(url) as archive:
        archive.merge()
        corrections = archive.corrections()
        assert 3 * rounds <= len(corrections) <= 3 * rounds + 3
        rejected = [one for one in corrections if one.verdict == "reject"]
        assert all(archive.entry(one.current).verdict == "reject" for one in rejected)
        assert archive.counts()["statements"] == 2 + 20 * (archive.counts()["reports"] - 2)
        last = [one for one in corrections if one.verdict in {"merge", "split"}][-1]
        together = len(archive.saying(last.current).variants) == 2
        assert together == (last.verdict == "merge") and last.standing == "stands"
