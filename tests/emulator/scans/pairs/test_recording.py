"""What is recorded of scans beside each other: once, whatever stops or repeats it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.blobs import Blobs
from core.units import UnitOfWork
from scans import service
from scans.cases.models import File
from scans.checks.models import JawRelation, ScanFeatures
from scans.gate.models import FileKind
from scans.pairs.models import PairCheck
from scans.uploads.models import Jaw
from tests.emulator.scans.intake.landing_steps import Dock, Instance
from tests.emulator.scans.pairs.filed_scans import Shelves, bite, lower, upper
from tests.support.crashes import CrashError

#: What an instance does where both jaws are there.
STEPS = ["read", "read", "occlusion", "transaction"]


@pytest.fixture(scope="module")
def shelves() -> Shelves:
    return Shelves()


def both(shelves: Shelves) -> tuple[File, File]:
    """File both jaws of a case of their own."""
    case_id = shelves.practice.case()
    return (
        shelves.file(case_id, Jaw.UPPER, upper()),
        shelves.file(case_id, Jaw.LOWER, lower()),
    )


def plain(pair: PairCheck | None) -> dict[str, Any]:
    """What is recorded, without ids, times and generations."""
    assert pair is not None
    return {
        "jaws": (pair.first_jaw, pair.second_jaw),
        "figures": pair.figures,
        "picture": pair.occlusion and pair.occlusion.crc32c,
        "bites": [check.figures for check in pair.bites],
    }


def test_an_upload_that_completes_the_jaws_is_measured(shelves: Shelves) -> None:
    """From the slot on: each jaw's upload is judged, filed, and seen beside the other."""
    dock = Dock(shelves.practice, shelves.bucket)
    case_id = shelves.practice.case()
    first = dock.arrive(lower(), case_id=case_id, jaw="lower")
    first.receive()
    second = dock.arrive(upper(), case_id=case_id, jaw="upper")
    instance = Instance()
    _, store = second.costing(instance)
    assert instance.steps[-6:] == ["marked", "transaction", *STEPS]
    lower_file, upper_file = (
        shelves.practice.ctx().store.get(File, case_id, each.upload.id) for each in (first, second)
    )
    assert lower_file is not None
    assert upper_file is not None
    for file in (lower_file, upper_file):
        assert file.features is not None
        assert file.features.arch is not None
        assert file.fingerprints is not None
    pair = shelves.pair(upper_file, lower_file)
    assert pair is not None
    assert (pair.figures.relation, pair.figures.gap_mm) == (JawRelation.OCCLUDING, 0)
    assert pair.occlusion is not None
    picture = Blobs(shelves.bucket).read(
        pair.occlusion.name, pair.occlusion.generation, most=pair.occlusion.byte_size
    )
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    # Beside the upload's own 3 and 6: the file, and case and file as it is drawn; the other file
    # and the pair; in the transaction case and pair.
    assert (store.tally.reads, store.tally.writes) == (3 + 3 + 4, 6 + 1 + 1)
    again, store = second.costing(later=timedelta(days=1))
    assert again == "ready"
    assert (store.tally.reads, store.tally.writes) == (1 + 4, 0)
    assert shelves.pair(upper_file, lower_file) == pair


@pytest.fixture(scope="module")
def smooth(shelves: Shelves) -> dict[str, Any]:
    """How it ends when nothing crashes."""
    one, other = both(shelves)
    instance = Instance()
    shelves.record(other, instance)
    assert instance.steps == STEPS
    return plain(shelves.pair(one, other))


@pytest.mark.parametrize(
    ("at", "after"),
    [(0, False), (2, False), (2, True), (3, False), (3, True)],
    ids=lambda value: STEPS[value] if type(value) is int else "after" if value else "before",
)
def test_a_crash_and_a_retry_end_where_no_crash_does(
    shelves: Shelves, smooth: dict[str, Any], at: int, after: bool
) -> None:
    one, other = both(shelves)
    with pytest.raises(CrashError):
        shelves.record(other, Instance(at=at, after=after))
    there = at == STEPS.index("transaction") and after
    assert (shelves.pair(one, other) is not None) is there
    shelves.record(other)
    assert plain(shelves.pair(one, other)) == smooth
    assert len(shelves.pictures(one.ids[0])) == 1


def test_two_instances_record_one_pair(shelves: Shelves, smooth: dict[str, Any]) -> None:
    """Both jaws become ready at once, and each of their events sees the other scan."""
    one, other = both(shelves)
    shelves.record(one, Instance(between={"occlusion": lambda: shelves.record(other)}))
    assert plain(shelves.pair(one, other)) == smooth
    assert len(shelves.pictures(one.ids[0])) == 1


@pytest.mark.parametrize("gone", ["withdrawn", "erased"])
def test_nothing_is_made_of_a_case_that_may_not_be_used(shelves: Shelves, gone: str) -> None:
    named = shelves.practice.consented()
    case_id = shelves.practice.case(**named)
    one = shelves.file(case_id, Jaw.UPPER, upper())
    other = shelves.file(case_id, Jaw.LOWER, lower())

    def end() -> None:
        if gone == "withdrawn":
            shelves.practice.withdraw(named["consent_id"])
        else:
            store = shelves.practice.ctx().store
            store.run(lambda unit: unit.delete(shelves.case(case_id)))

    shelves.record(other, Instance(between={"occlusion": end}))
    assert shelves.pair(one, other) is None
    assert shelves.pictures(case_id) == []
    instance = Instance()
    shelves.record(other, instance)
    assert instance.steps == []


def test_a_bite_is_looked_at_whenever_it_comes(shelves: Shelves) -> None:
    """Before the jaws are complete, or after; the same figures are recorded of it."""
    found = []
    for late in (False, True):
        case_id = shelves.practice.case()
        kinds = [(Jaw.UPPER, upper()), (Jaw.BITE, bite()), (Jaw.LOWER, lower())]
        kinds = [kinds[0], kinds[2], kinds[1]] if late else kinds
        files = {}
        for jaw, data in kinds:
            plainly = {"features": None} if jaw is Jaw.BITE else {}
            files[jaw] = shelves.file(case_id, jaw, data, **plainly)
            shelves.record(files[jaw])
        pair = shelves.pair(files[Jaw.UPPER], files[Jaw.LOWER])
        assert pair is not None
        assert [check.file_id for check in pair.bites] == [files[Jaw.BITE].id]
        found.append(plain(pair))
        store = shelves.record(files[Jaw.BITE])
        assert (store.tally.reads, store.tally.writes) == (5, 0)
        assert shelves.pair(files[Jaw.UPPER], files[Jaw.LOWER]) == pair
    side = shelves.file(case_id, Jaw.BITE_LEFT, bite(), features=None)
    shelves.record(side)
    pair = shelves.pair(files[Jaw.UPPER], files[Jaw.LOWER])
    assert pair is not None
    assert [check.file_id for check in pair.bites] == [files[Jaw.BITE].id, side.id]
    assert found[0] == found[1]
    (figures,) = found[0]["bites"]
    assert min(figures.on_upper, figures.on_lower) > 0.2


def test_what_is_no_row_of_teeth_is_left_alone(shelves: Shelves) -> None:
    """A single tooth, and files from before: no scan is read for them, and nothing is recorded."""
    for features in (None, ScanFeatures()):
        case_id = shelves.practice.case()
        one = shelves.file(case_id, Jaw.UPPER, upper(), features=features)
        other = shelves.file(case_id, Jaw.LOWER, lower())
        for file, reads in ((one, 2), (other, 3)):
            instance = Instance()
            store = shelves.record(file, instance)
            assert (instance.steps, store.tally.reads, store.tally.writes) == ([], reads, 0)
        assert shelves.pair(one, other) is None


def test_a_scan_is_compared_with_the_one_whose_place_it_takes(shelves: Shelves) -> None:
    """A lower jaw that is filed as another upper one faces what was there; a rescan does not."""
    for data, faces in ((lower(), True), (upper(), False)):
        case_id = shelves.practice.case()
        older = shelves.file(case_id, Jaw.UPPER, upper())
        newer = shelves.file(case_id, Jaw.UPPER, data)
        shelves.record(newer)
        pair = shelves.pair(newer, older)
        assert pair is not None
        assert (pair.first_jaw, pair.second_jaw) == (Jaw.UPPER, Jaw.UPPER)
        assert (pair.figures.relation is not JawRelation.UNRELATED) is faces
        assert (pair.occlusion, pair.bites) == (None, [])


def test_one_that_was_superseded_before_it_was_drawn_is_compared_once_it_is(
    shelves: Shelves,
) -> None:
    """The newer scan found nothing to be compared with; the older one has its turn."""
    case_id = shelves.practice.case()
    drawn = shelves.file(case_id, Jaw.UPPER, upper())

    def becomes(**changes: Any) -> File:
        file = File.model_validate({**dict(drawn), **changes}).placed(*drawn.ids)
        shelves.practice.tenants.seed(file)
        return file

    becomes(features=None, pictures=None)
    newer = shelves.file(case_id, Jaw.UPPER, lower())
    becomes(features=None, pictures=None, superseded_by=newer.id)
    shelves.record(newer)
    assert shelves.pair(newer, drawn) is None
    shelves.record(becomes(superseded_by=newer.id))
    pair = shelves.pair(newer, drawn)
    assert pair is not None
    assert pair.figures.relation is not JawRelation.UNRELATED


def test_most_that_is_recorded_costs_so_much_and_no_more(shelves: Shelves) -> None:
    """A rescan of a jaw beside the other one and three bites."""
    case_id = shelves.practice.case()
    shelves.file(case_id, Jaw.LOWER, lower())
    shelves.file(case_id, Jaw.UPPER, upper())
    for jaw in (Jaw.BITE, Jaw.BITE_RIGHT, Jaw.BITE_LEFT):
        shelves.file(case_id, jaw, bite(), features=None)
    newer = shelves.file(case_id, Jaw.UPPER, upper())
    store = shelves.record(newer)
    assert (store.tally.reads, store.tally.writes) == (13, 2)


def test_a_lab_is_given_what_was_recorded_of_the_files_asked_for(shelves: Shelves) -> None:
    """Of the pair and the bite, if all their scans are among them."""
    case_id = shelves.practice.case()
    one = shelves.file(case_id, Jaw.UPPER, upper())
    other = shelves.file(case_id, Jaw.LOWER, lower())
    closed = shelves.file(case_id, Jaw.BITE, bite(), features=None)
    photo = shelves.file(case_id, Jaw.BITE_LEFT, kind=FileKind.IMAGE, features=None)
    shelves.record(closed)

    def asked(*files: File) -> tuple[list[str], int, int]:
        ctx = shelves.practice.ctx()

        def work(unit: UnitOfWork) -> service.CheckedCase:
            return service.case_for_lab(unit, ctx, case_id, [file.id for file in files]).checked

        checked = ctx.store.run(work)
        assert checked.case_id == case_id
        return [s.file_id for s in checked.scans], len(checked.pairs), len(checked.bites)

    assert asked(one, other, closed, photo) == ([one.id, other.id, closed.id], 1, 1)
    assert asked(one, other) == ([one.id, other.id], 1, 0)
    assert asked(one, closed) == ([one.id, closed.id], 0, 0)
