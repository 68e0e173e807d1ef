"""What is said of a case's archive: stable codes, and the error that carries one.

A sentence names no entry: scanners write the patient's name into the names of their files.
"""

import struct
import zipfile
import zlib
from enum import StrEnum
from typing import Final

from scans.gate.said import RefusedFileError

#: What `zipfile` raises on bytes that it cannot read: its own error, and what reading records,
#: names, offsets and packed data of malformed archives lets through.
UNREADABLE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
    IndexError, OverflowError,
)  # fmt: skip


class ArchiveCode(StrEnum):
    """Stable, machine-readable names of what is said of an archive and of its parts."""

    EMPTY = "archive-empty"  # there is no byte in it, or no file
    NOT_ZIP = "archive-not-zip"  # another archive, or no archive at all
    TOO_LARGE = "archive-too-large"  # more bytes than accepted, packed or unpacked
    TOO_MANY = "archive-too-many-files"  # more files, scans or photographs than accepted
    RATIO = "archive-packed-too-tightly"  # its files are far larger than they are packed
    NAMES = "archive-names-too-long"  # a file's name, with its folders, is too long
    ENCRYPTED = "archive-encrypted"  # packed with a password
    METHOD = "archive-packing-not-supported"  # packed in another way than ZIP's usual ones
    DAMAGED = "archive-damaged"  # cut short, or its list of files does not agree with them
    WITHOUT_SCANS = "archive-without-scans"  # there is no STL file in it
    NOTHING_FILED = "archive-nothing-filed"  # none of its parts was let in
    LEFT_OUT = "archive-files-left-out"  # project files, documents and others were not kept
    OTHER_FORMAT = "archive-scans-of-other-format"  # scans as PLY, OBJ or in a maker's own format
    NESTED = "archive-in-archive"  # an archive in it, which was not opened
    JAW_UNKNOWN = "archive-jaw-unknown"  # a scan of which nobody can tell the jaw
    JAW_TWICE = "archive-jaw-twice"  # several scans that may be the one of a jaw
    BITE_SIDE = "archive-bite-side"  # a bite whose side was told by where it lies on the jaws
    VARIANT = "archive-other-scan-of-jaw"  # a further scan, such as one before the preparation
    DUPLICATE = "archive-same-file-twice"  # a part with the same bytes as another
    NO_CONSENT = "archive-photographs-not-consented"  # photographs that the consent does not cover


class ArchiveError(RefusedFileError):
    """The archive is refused."""

    code: ArchiveCode


def damaged() -> ArchiveError:
    """Return the refusal of an archive that is cut short, or of which the parts disagree."""
    return ArchiveError(ArchiveCode.DAMAGED)


def too_many_files() -> ArchiveError:
    """Return the refusal of an archive with more files than a case has."""
    return ArchiveError(ArchiveCode.TOO_MANY)
