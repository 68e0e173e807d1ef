"""Which files of an archive are judged, and what is said of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scans.archives.survey import Survey, survey
from scans.gate.archive import CaseArchive
from scans.gate.archive_errors import ArchiveError
from scans.gate.limits import DEFAULT_LIMITS, ArchiveLimits, Limits
from tests.support.case_archives import PROJECT, Files, exported, packed
from tools import samples

UPPER, LOWER = samples.arch("upper", 1000), samples.arch("lower", 1000)
OTHER = samples.arch("upper", 1100)
PHOTO = samples.photo_with_gps()


def surveyed(files: Files, limits: Limits = DEFAULT_LIMITS, *, photographs: bool = True) -> Survey:
    """Survey an archive of these files."""
    return survey(CaseArchive(packed(files), limits.archives), limits, photographs=photographs)


def taken(found: Survey) -> dict[int, str]:
    """The jaw of each part that is judged, by its place."""
    return {part.entry.index: str(part.jaw) for part in found.found if part.left_out is None}


def left(found: Survey) -> dict[int, str]:
    """Why each other part is not judged."""
    return {part.entry.index: part.left_out.code for part in found.found if part.left_out}


def test_a_case_as_it_is_exported() -> None:
    found = surveyed(exported())
    assert taken(found) == {1: "upper", 2: "lower", 3: "bite_right", 4: "mouth"}
    assert left(found) == {}
    assert [(each.code, each.severity) for each in found.findings()] == [
        ("archive-files-left-out", "note")
    ]


def test_files_are_told_by_their_bytes_and_not_by_their_endings() -> None:
    """A scan that is cut to nothing, and a web page under a scan's name, are scans that fail."""
    found = surveyed(
        {"upper.jpg": UPPER, "front.stl": PHOTO, "lower.stl": b"", "bite.stl": b"<html>", "a": b"?"}
    )
    kinds = [(part.entry.index, part.kind.value) for part in found.found]
    assert kinds == [(1, "stl"), (2, "image"), (3, "stl"), (4, "stl")]
    assert found.others == {"archive-files-left-out": 1}


def test_other_files_are_counted_by_what_they_are() -> None:
    others = {
        "a.dentalProject": PROJECT.encode(), "b.pdf": b"%PDF-1.7", "c.html": b"<html>",
        "d.json": b"{}", "e.dicom": bytes(128) + b"DICM", "f.ply": b"ply\nformat ascii 1.0\n",
        "g.dcm": b"<HPS version='1.1'>", "h.zip": packed({"upper.stl": UPPER}), "i.txt": b"by hand",
    }  # fmt: skip
    found = surveyed({"upper.stl": UPPER, **others})
    assert found.others == {
        "archive-files-left-out": 6,
        "archive-scans-of-other-format": 2,
        "archive-in-archive": 1,
    }
    assert all(str(count) in said.sentence for said, count in zip(
        found.findings(), (6, 1, 2), strict=True))  # fmt: skip


def test_a_scan_of_which_nobody_can_tell_the_jaw_is_not_taken() -> None:
    found = surveyed({"scan1.stl": UPPER, "lower.stl": LOWER})
    assert (taken(found), left(found)) == ({2: "lower"}, {1: "archive-jaw-unknown"})


def test_of_two_scans_that_may_be_one_jaws_none_is_taken() -> None:
    found = surveyed({"a-upper.stl": UPPER, "b-upper.stl": OTHER, "lower.stl": LOWER})
    assert taken(found) == {3: "lower"}
    assert left(found) == {1: "archive-jaw-twice", 2: "archive-jaw-twice"}


def test_a_further_scan_gives_way_to_the_one_to_work_on() -> None:
    both = {"upper-preop.stl": OTHER, "upper.stl": UPPER, "lower.stl": LOWER}
    found = surveyed(both)
    assert taken(found) == {2: "upper", 3: "lower"}
    assert left(found) == {1: "archive-other-scan-of-jaw"}
    del both["upper.stl"]
    assert taken(surveyed(both)) == {1: "upper", 2: "lower"}, "alone it is the scan of its jaw"


def test_a_word_that_all_files_of_a_case_have_says_nothing() -> None:
    """The case is called `Crown 26`."""
    found = surveyed({"Crown 26-upper.stl": UPPER, "Crown 26-upper-preop.stl": OTHER})
    assert taken(found) == {1: "upper"}


def test_the_same_bytes_are_taken_once() -> None:
    found = surveyed({"upper.stl": UPPER, "b/upper.stl": UPPER, "a.jpg": PHOTO, "b.jpg": PHOTO})
    assert taken(found) == {1: "upper", 3: "mouth"}
    assert left(found) == {2: "archive-same-file-twice", 4: "archive-same-file-twice"}


def test_the_same_bytes_as_two_jaws_are_taken_as_both() -> None:
    """Which of the names is wrong nobody can tell here; the case check says that they are one."""
    assert taken(surveyed({"upper.stl": UPPER, "lower.stl": UPPER})) == {1: "upper", 2: "lower"}


def test_photographs_are_taken_where_the_consent_covers_them() -> None:
    files = {"upper.stl": UPPER, "upper.jpg": PHOTO}
    assert taken(surveyed(files)) == {1: "upper", 2: "upper"}
    found = surveyed(files, photographs=False)
    assert taken(found) == {1: "upper"}
    assert left(found) == {2: "archive-photographs-not-consented"}


def test_so_many_parts_and_no_more() -> None:
    files = {f"{n}.jpg": PHOTO + bytes(n) for n in range(4)} | {"upper.stl": UPPER}
    limits = Limits(archives=ArchiveLimits(max_parts=5))
    assert len(surveyed(files, limits).found) == 5
    with pytest.raises(ArchiveError) as refused:
        surveyed(files, Limits(archives=ArchiveLimits(max_parts=4)))
    assert refused.value.code == "archive-too-many-files"


def test_what_is_larger_than_any_part_may_be_is_looked_at_and_not_read() -> None:
    """Of a scan that is said; of another file, such as a tomography, nothing is to be said."""
    small = replace(DEFAULT_LIMITS.stl, max_bytes=len(UPPER) - 1)
    limits = Limits(small, replace(DEFAULT_LIMITS.images, max_bytes=100), ArchiveLimits())
    found = surveyed({"upper.stl": UPPER, "ct.bin": bytes(range(256)) * 100}, limits)
    assert [(part.jaw, part.too_large) for part in found.found] == [("upper", True)]
    assert found.others == {"archive-files-left-out": 1}
