"""Archives are read within bounds: what they declare is not believed."""

from __future__ import annotations

import random
import tracemalloc
import zipfile
from dataclasses import replace

import pytest

from scans.gate.archive import CaseArchive
from scans.gate.archive_errors import ArchiveError
from scans.gate.limits import ArchiveLimits
from tests.support.case_archives import encrypted, packed, with_directory

LIMITS = ArchiveLimits()
#: Bytes that no packing makes smaller.
NOISE = random.Random(20).randbytes(5000)
FILES = {"upper.stl": NOISE, "folder/lower.stl": b"solid lower " * 20, "notes.txt": b"by hand"}

# Offsets in a record of the directory (APPNOTE 6.3, section 4.3.12).
METHOD, CRC, PACKED_SIZE, SIZE, HEADER_AT = 10, 16, 20, 24, 42


def read(data: bytes, limits: ArchiveLimits = LIMITS) -> dict[str, bytes]:
    """All that is in an archive, by its names."""
    archive = CaseArchive(data, limits)
    return {entry.name: archive.read(entry) for entry in archive.entries}


def code(data: bytes, limits: ArchiveLimits = LIMITS) -> str:
    """Why an archive is refused."""
    with pytest.raises(ArchiveError) as refused:
        read(data, limits)
    sentence = refused.value.sentence
    assert sentence.endswith(".")
    assert not any(name in sentence for name in FILES)
    return refused.value.code


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_sound_archive_is_read_as_it_was_packed(method: int) -> None:
    assert read(packed(FILES, method)) == FILES


def test_files_are_counted_in_the_order_of_the_directory() -> None:
    archive = CaseArchive(packed({"a/": b"", **FILES}), LIMITS)
    assert [(entry.index, entry.name) for entry in archive.entries] == [
        (2, "upper.stl"), (3, "folder/lower.stl"), (4, "notes.txt"),
    ]  # fmt: skip


def test_what_systems_leave_behind_is_passed_over() -> None:
    clutter = ["__MACOSX/._upper.stl", "x/.DS_Store", "Thumbs.db", "a\\desktop.ini", "._b", "dir/"]
    assert read(packed({**dict.fromkeys(clutter, b"left"), **FILES})) == FILES
    assert code(packed({"dir/": b""})) == "archive-empty"


def test_a_link_is_no_file() -> None:
    data = packed({"upper.stl": b"/etc/hostname", "lower.stl": b"twin"})
    linked = with_directory(data, 38, (0o120777 << 16).to_bytes(4, "little"))
    assert list(read(linked)) == ["lower.stl"]


@pytest.mark.parametrize("name", ["/etc/upper.stl", "../../upper.stl", "C:\\upper.stl", "a/../b"])
def test_a_name_is_no_path(name: str) -> None:
    """What it says is looked at; nothing is opened under it."""
    assert read(packed({name: NOISE})) == {name: NOISE}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_two_files() -> None:
    data = packed({"upper.stl": NOISE, "lower.stl": b"other"}).replace(b"lower.stl", b"upper.stl")
    archive = CaseArchive(data, LIMITS)
    assert [archive.read(entry) for entry in archive.entries] == [NOISE, b"other"]


def test_what_is_no_zip() -> None:
    assert code(b"") == "archive-empty"
    assert code(packed({})) == "archive-empty"
    for start in (b"Rar!\x1a\x07\0", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"MZ", b"solid"):
        assert code(start + packed(FILES)) == "archive-not-zip"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_torn_archive(share: float) -> None:
    data = packed(FILES)
    assert code(data[: int(len(data) * share)]) == "archive-damaged"


@pytest.mark.parametrize(
    ("offset", "value", "said"),
    [
        pytest.param(SIZE, 4_999, "archive-damaged", id="smaller than it is"),
        pytest.param(SIZE, 5_001, "archive-damaged", id="larger than it is"),
        pytest.param(PACKED_SIZE, 4_999, "archive-damaged", id="packed smaller"),
        pytest.param(PACKED_SIZE, 2**31, "archive-damaged", id="packed beyond the end"),
        pytest.param(CRC, 1, "archive-damaged", id="another checksum"),
        pytest.param(HEADER_AT, 40, "archive-damaged", id="no header there"),
        pytest.param(SIZE, 2**31, "archive-packed-too-tightly", id="far larger"),
    ],
)
def test_a_directory_that_lies(offset: int, value: int, said: str) -> None:
    data = packed(FILES)
    assert read(data) == FILES
    assert code(with_directory(data, offset, value.to_bytes(4, "little"))) == said


def test_files_that_lie_in_the_same_bytes() -> None:
    """As in archives that unpack to far more than they hold."""
    data = packed({"upper.stl": NOISE, "lower.stl": NOISE})
    assert code(with_directory(data, HEADER_AT, bytes(4), record=1)) == "archive-damaged"


def test_passwords_and_other_ways_of_packing() -> None:
    data = packed(FILES)
    assert encrypted(data) != data
    assert code(encrypted(data)) == "archive-encrypted"
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert code(packed(FILES, method)) == "archive-packing-not-supported"
    for method in (9, 93):  # Deflate64 and Zstandard
        told = with_directory(data, METHOD, method.to_bytes(2, "little"))
        assert code(told) == "archive-packing-not-supported"


SIZES = sum(map(len, FILES.values()))


@pytest.mark.parametrize(
    ("name", "at", "said"),
    [
        ("max_bytes", len(packed(FILES)), "archive-too-large"),
        ("max_entries", 3, "archive-too-many-files"),
        ("max_unpacked_bytes", SIZES, "archive-too-large"),
        ("max_name_bytes", len("folder/lower.stl"), "archive-names-too-long"),
    ],
)
def test_each_bound_holds_and_not_before(name: str, at: int, said: str) -> None:
    data = packed(FILES)
    assert read(data, replace(LIMITS, **{name: at})) == FILES
    assert code(data, replace(LIMITS, **{name: at - 1})) == said


def test_the_ratio_of_all_is_bound() -> None:
    """Blank bytes shrink a hundred times and more. No scan does; a file beside it may."""
    data = packed({"upper.stl": bytes(20_000)})
    assert read(data, replace(LIMITS, max_ratio=1100)) == {"upper.stl": bytes(20_000)}
    assert code(data) == "archive-packed-too-tightly"
    assert read(packed({"upper.stl": NOISE, "blank.bmp": bytes(20_000)}))


def test_a_directory_of_very_many_files_is_not_read() -> None:
    """Each takes 46 bytes at least: what is refused before any is made an object of."""
    data = packed({f"{number}": b"" for number in range(9000)})
    tracemalloc.start()
    assert code(data, replace(LIMITS, max_name_bytes=100)) == "archive-too-many-files"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000, "9,000 records take five times as much"
    assert len(read(packed({f"{number}": b"" for number in range(200)}))) == 200


def test_a_file_that_is_read_again_counts_once() -> None:
    archive = CaseArchive(packed(FILES), replace(LIMITS, max_unpacked_bytes=SIZES))
    for _ in range(2):
        assert [archive.read(entry) for entry in archive.entries] == list(FILES.values())


def test_the_head_of_a_file_is_read_alone() -> None:
    archive = CaseArchive(packed(FILES), replace(LIMITS, max_unpacked_bytes=0))
    assert archive.head(archive.entries[0], 100) == NOISE[:100]


def test_bytes_that_are_changed_at_random_are_refused_or_read_as_they_were() -> None:
    """The checksums hold: whatever is read is what was packed."""
    chance, data = random.Random(2000), packed(FILES)
    for _ in range(600):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            found = read(bytes(changed))
        except ArchiveError:
            continue
        assert set(found.values()) <= set(FILES.values())
