"""What can be said about an STL file: stable codes, severities and the sentences for the dentist.

A sentence names no person, no file name and no byte of the file's text (headers and solid names
hold patient names); numbers are all it quotes.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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
    """Stable, machine-readable names of the findings."""

    EMPTY = "stl-empty"
    TOO_LARGE = "stl-too-large"
    NOT_STL = "stl-not-stl"
    IS_ARCHIVE = "stl-is-archive"
    IS_WEB_PAGE = "stl-is-web-page"
    IS_IMAGE = "stl-is-image"
    IS_DOCUMENT = "stl-is-document"
    IS_OTHER_3D = "stl-is-other-3d-format"
    TRUNCATED = "stl-truncated"
    COUNT = "stl-count-wrong"
    SURPLUS = "stl-more-than-declared"
    TRAILING = "stl-trailing-bytes"
    ASCII_STRUCTURE = "stl-ascii-structure"
    ASCII_NUMBER = "stl-ascii-number"
    ASCII_ENCODING = "stl-ascii-encoding"
    ASCII_ENDLESS = "stl-ascii-endless-line"
    ASCII_IGNORED = "stl-ascii-ignored"
    TOO_FEW = "stl-too-few-triangles"
    TOO_MANY = "stl-too-many-triangles"
    NOT_FINITE = "stl-not-finite"
    NO_SURFACE = "stl-no-surface"
    TOO_SMALL = "stl-too-small"
    TOO_BIG = "stl-too-big"
    TOO_FAR = "stl-too-far-from-origin"
    UNIT = "stl-unit-doubtful"
    DEGENERATE = "stl-degenerate-triangles"
    DUPLICATE = "stl-duplicate-triangles"
    NON_MANIFOLD = "stl-non-manifold-edges"
    FLIPPED = "stl-flipped-triangles"
    MANY_PIECES = "stl-many-pieces"


@dataclass(frozen=True)
class StlFinding:
    """One thing noticed about a file, in one sentence that says what to do."""

    code: StlCode
    severity: Severity
    sentence: str


class StlError(ValueError):
    """The bytes cannot be read as an STL. Carries a stable `code` and a `sentence` to show."""

    def __init__(self, code: StlCode, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence

    @property
    def finding(self) -> StlFinding:
        """The same, as a finding that refuses the file."""
        return rejection(self.code, self.sentence)


def rejection(code: StlCode, sentence: str) -> StlFinding:
    """A finding that refuses the file."""
    return StlFinding(code, Severity.REJECTED, sentence)


def warning(code: StlCode, sentence: str) -> StlFinding:
    """A finding that lets the file pass and tells its owner."""
    return StlFinding(code, Severity.WARNING, sentence)


def trailing(rest: int) -> StlFinding:
    """What is said of so many bytes that follow the scan and are nothing."""
    return warning(
        StlCode.TRAILING,
        f"The {rest:,} bytes after the last triangle belong to no triangle and were removed; "
        "nothing needs to be done.",
    )


def verdict_of(findings: tuple[StlFinding, ...]) -> StlVerdict:
    """The worst of the findings decides; none at all is `ready`."""
    if any(finding.severity is Severity.REJECTED for finding in findings):
        return StlVerdict.REJECTED
    return StlVerdict.READY_WITH_WARNINGS if findings else StlVerdict.READY
