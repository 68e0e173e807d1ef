"""What can be said about an STL file: stable codes and severities.

Its sentences are in `scans.gate.sentences`: headers and solid names hold patient names, so no byte
of the file's text is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from scans.gate.said import FileSentence, RefusedFileError, said

if TYPE_CHECKING:
    from scans.gate.models import Figure

PADDING_BYTES: Final = 4096
"""Bytes after the scan that count as padding where nothing is in them: a block of the disk or
transport."""


class StlVerdict(StrEnum):
    """What becomes of the upload."""

    READY = "ready"
    READY_WITH_WARNINGS = "ready_with_warnings"
    REJECTED = "rejected"


class Severity(StrEnum):
    """Whether a finding refuses the file or only informs."""

    REJECTED = "rejected"
    WARNING = "warning"


class StlCode(StrEnum):
    """Stable, machine-readable names of the findings, each with what was found."""

    EMPTY = "stl-empty"  # there is no byte in the file
    TOO_LARGE = "stl-too-large"  # more bytes than accepted; a text is told to become binary
    NOT_STL = "stl-not-stl"  # none of the formats that can be told apart
    IS_ARCHIVE = "stl-is-archive"  # a ZIP, gzip, 7z or RAR archive
    IS_WEB_PAGE = "stl-is-web-page"  # HTML, as of a portal that wanted a sign-in
    IS_IMAGE = "stl-is-image"  # a picture under the name of a scan
    IS_DOCUMENT = "stl-is-document"  # a PDF
    IS_OTHER_3D = "stl-is-other-3d-format"  # PLY, OBJ or DICOM
    TRUNCATED = "stl-truncated"  # fewer triangles than declared, or a text without its last line
    COUNT = "stl-count-wrong"  # a declared number that no file has, or in the other byte order
    SURPLUS = "stl-more-than-declared"  # more bytes follow than a rest that cannot be triangles
    TRAILING = "stl-trailing-bytes"  # bytes behind the scan that are nothing, and were removed
    ASCII_STRUCTURE = "stl-ascii-structure"  # a text whose facets or solids are not whole
    ASCII_NUMBER = "stl-ascii-number"  # a coordinate that is no number, or has a decimal comma
    ASCII_ENCODING = "stl-ascii-encoding"  # text with NUL between its words, or in UTF-16
    ASCII_ENDLESS = "stl-ascii-endless-line"  # a line or a number that does not end
    ASCII_IGNORED = "stl-ascii-ignored"  # colours, comments or words that STL has not, passed over
    TOO_FEW = "stl-too-few-triangles"  # no surface, or almost none
    TOO_MANY = "stl-too-many-triangles"  # more triangles than accepted
    NOT_FINITE = "stl-not-finite"  # a coordinate that is infinite, or not a number
    NO_SURFACE = "stl-no-surface"  # all triangles are flat
    TOO_SMALL = "stl-too-small"  # smaller than any scan: not in millimetres
    TOO_BIG = "stl-too-big"  # far larger than a mouth: not in millimetres
    TOO_FAR = "stl-too-far-from-origin"  # so far out that details are rounded away
    UNIT = "stl-unit-doubtful"  # an unusual size: perhaps in inches, or in metres
    DEGENERATE = "stl-degenerate-triangles"  # many triangles without an area
    DUPLICATE = "stl-duplicate-triangles"  # many triangles that occur twice
    NON_MANIFOLD = "stl-non-manifold-edges"  # many edges of more than two triangles
    FLIPPED = "stl-flipped-triangles"  # many edges at which the surface turns inside out
    MANY_PIECES = "stl-many-pieces"  # a scan in many loose pieces


@dataclass(frozen=True)
class StlFinding:
    """One thing noticed about a file, in one sentence that says what to do."""

    code: StlCode
    severity: Severity
    said: FileSentence

    @property
    def sentence(self) -> str:
        """What was found, and what to do."""
        return self.said.sentence


class StlError(RefusedFileError):
    """The bytes cannot be read as an STL."""

    code: StlCode

    @property
    def finding(self) -> StlFinding:
        """The same, as a finding that refuses the file."""
        return StlFinding(self.code, Severity.REJECTED, self.said)


def rejection(code: StlCode, variant: str = "", **figures: Figure) -> StlFinding:
    """A finding that refuses the file."""
    return StlFinding(code, Severity.REJECTED, said(code, variant, **figures))


def warning(code: StlCode, variant: str = "", **figures: Figure) -> StlFinding:
    """A finding that lets the file pass and tells its owner."""
    return StlFinding(code, Severity.WARNING, said(code, variant, **figures))


def trailing(rest: int) -> StlFinding:
    """What is said of so many bytes that follow the scan and are nothing."""
    return warning(StlCode.TRAILING, rest=rest)


def verdict_of(findings: tuple[StlFinding, ...]) -> StlVerdict:
    """The worst of the findings decides; none at all is `ready`."""
    if any(finding.severity is Severity.REJECTED for finding in findings):
        return StlVerdict.REJECTED
    return StlVerdict.READY_WITH_WARNINGS if findings else StlVerdict.READY
