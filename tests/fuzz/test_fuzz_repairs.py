"""The repairs: nothing changes in a sound file, and a changed one is sound again."""

import pytest

from scans.gate import admission
from scans.gate.models import FileKind
from tests.fuzz.repairs import repaired
from tests.hostile import canary, picture_files, scan_files

SOUND = [
    (FileKind.STL, scan_files.WHOLE),
    (FileKind.STL, scan_files.TEXT),
    (FileKind.IMAGE, picture_files.JPEG),
    (FileKind.IMAGE, picture_files.PNG),
    (FileKind.IMAGE, picture_files.WEBP),
]
SPOILED = [
    (FileKind.STL, scan_files.with_count(7)),
    (FileKind.IMAGE, picture_files.PNG.replace(b"IEND\xaeB`\x82", b"IEND\0\0\0\0")),
    (FileKind.IMAGE, picture_files.WEBP[:4] + bytes(4) + picture_files.WEBP[8:]),
]


@pytest.mark.parametrize(("kind", "data"), SOUND)
def test_sound_file_stays_as_it_is(kind: FileKind, data: bytes) -> None:
    assert repaired(data) == data
    assert isinstance(canary.check(kind, data), admission.Passed)


@pytest.mark.parametrize(("kind", "data"), SPOILED)
def test_spoiled_file_is_made_sound(kind: FileKind, data: bytes) -> None:
    assert isinstance(canary.check(kind, repaired(data)), admission.Passed)
    assert repaired(data) != data
