"""Reads the files of a ZIP archive within bounds, one at a time. Free of Firebase.

What the archive declares is held to the bounds before anything is unpacked, and is not believed:
each file is read up to its bound, and its checksum must agree. Names are never used as paths.
"""

import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from scans.gate.amounts import beyond_bytes
from scans.gate.archive_errors import UNREADABLE, ArchiveCode, ArchiveError, damaged, too_many_files
from scans.gate.limits import ArchiveLimits

_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LOCAL_HEADER: Final = 30  # bytes of the fixed part of the header before each file
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000  # bits of the flags: password, strong, masked headers
#: The end of the directory, with the longest comment: what `zipfile` searches for it.
_END_BYTES: Final = 22 + 65_536
#: What one file may take in the directory: a record of 46 bytes, and extra fields beside its name.
_RECORD_BYTES: Final = 46 + 512
#: What systems leave behind in archives, by the last part of a name in lower case.
_CLUTTER: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini", ""})


@dataclass(frozen=True)
class Entry:
    """One file of an archive. `index` counts from 1 in the order of the archive's directory.

    `name` may hold the patient's name: it is looked at and never kept. `byte_size` is declared.
    """

    index: int
    name: str
    byte_size: int
    info: zipfile.ZipInfo


class _Guarded(io.BytesIO):
    """Refuses to be read in one piece of more than so many bytes, while the directory is read.

    `zipfile` reads the directory whole, and makes an object of each record, before it can be asked
    how many there are: three million in 150 MB.
    """

    most: int | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        rest = self.getbuffer().nbytes - self.tell()
        asked = rest if size is None or size < 0 else min(size, rest)
        if self.most is not None and asked > self.most:
            raise too_many_files()
        return super().read(size)


class CaseArchive:
    """An archive whose directory was found to be within the bounds."""

    def __init__(self, data: bytes, limits: ArchiveLimits) -> None:
        """Read the directory.

        Raises:
            ArchiveError: it is no ZIP archive, damaged, or beyond a bound.
        """
        _refuse_others(data, limits)
        self._limits = limits
        self._left = limits.max_unpacked_bytes
        self._counted: set[int] = set()
        file = _Guarded(data)
        file.most = max(_END_BYTES, limits.max_entries * (_RECORD_BYTES + limits.max_name_bytes))
        with _told():
            self._zip = zipfile.ZipFile(file)
        file.most = None
        infos = self._zip.infolist()
        _check(infos, len(data), limits)
        self.entries = tuple(
            Entry(index, info.filename, info.file_size, info)
            for index, info in enumerate(infos, 1)
            if not _is_clutter(info)
        )
        if not self.entries:
            raise ArchiveError(ArchiveCode.EMPTY, "no-file")

    def head(self, entry: Entry, size: int) -> bytes:
        """Return the first bytes of a file, `size` at most; its checksum is not asked.

        Raises:
            ArchiveError: it is damaged.
        """
        with _told(), self._zip.open(entry.info) as file:
            return file.read(size)

    def read(self, entry: Entry) -> bytes:
        """Return a file. It counts towards the bound of all, once.

        Raises:
            ArchiveError: it is damaged, or beyond a bound.
        """
        if entry.index not in self._counted:
            self._counted.add(entry.index)
            self._left -= entry.byte_size
        if self._left < 0:
            raise _too_large(self._limits)
        with _told(), self._zip.open(entry.info) as file:
            data = file.read(entry.byte_size + 1)  # compares the checksum where it ends
        if len(data) != entry.byte_size:
            raise damaged()
        return data


def _refuse_others(data: bytes, limits: ArchiveLimits) -> None:
    if not data:
        raise ArchiveError(ArchiveCode.EMPTY)
    if len(data) > limits.max_bytes:
        raise ArchiveError(ArchiveCode.TOO_LARGE, "", **beyond_bytes(len(data), limits.max_bytes))
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise ArchiveError(ArchiveCode.NOT_ZIP)


def _check(infos: list[zipfile.ZipInfo], size: int, limits: ArchiveLimits) -> None:
    """Hold the directory to the bounds, and to itself: no two files lie in the same bytes."""
    if len(infos) > limits.max_entries:
        raise too_many_files()
    if any(len(info.filename.encode()) > limits.max_name_bytes for info in infos):
        raise ArchiveError(ArchiveCode.NAMES)
    for info in infos:
        _check_packing(info)
    unpacked = sum(info.file_size for info in infos)
    if unpacked > limits.max_ratio * max(sum(info.compress_size for info in infos), 1):
        raise ArchiveError(ArchiveCode.RATIO)
    ordered = sorted(infos, key=lambda info: info.header_offset)
    ends = [*(info.header_offset for info in ordered), size][1:]
    for info, end in zip(ordered, ends, strict=True):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > end:
            raise damaged()


def _check_packing(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise ArchiveError(ArchiveCode.ENCRYPTED)
    if info.compress_type not in _METHODS:
        raise ArchiveError(ArchiveCode.METHOD)


def _too_large(limits: ArchiveLimits) -> ArchiveError:
    most = limits.max_unpacked_bytes // 2**20
    return ArchiveError(ArchiveCode.TOO_LARGE, "unpacked", most_mb=most)


def _is_clutter(info: zipfile.ZipInfo) -> bool:
    """Tell what systems put there by themselves: folders, links, previews of macOS and Windows."""
    parts = info.filename.replace("\\", "/").split("/")
    return (
        info.is_dir()
        or stat.S_ISLNK(info.external_attr >> 16)
        or parts[0] == "__MACOSX"
        or parts[-1].startswith("._")
        or parts[-1].lower() in _CLUTTER
    )


@contextmanager
def _told() -> Iterator[None]:
    """Say in our words what `zipfile` finds wrong."""
    try:
        yield
    except ArchiveError:
        raise
    except NotImplementedError as err:  # a version, or a way of packing, that it does not know
        raise ArchiveError(ArchiveCode.METHOD) from err
    except UNREADABLE as err:
        raise damaged() from err
