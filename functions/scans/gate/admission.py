"""Judges a file by its bytes, and makes its clean copy and pictures. Free of Firebase."""

from dataclasses import dataclass
from typing import Any

from scans.gate import arches, fingerprints, photos, stl
from scans.gate.arches.recorded import measured
from scans.gate.fingerprints import SurfaceFingerprint
from scans.gate.limits import DEFAULT_LIMITS, ImageLimits, Limits, StlLimits
from scans.gate.models import FileFinding, FileKind

STL_TYPE = "model/stl"
_PNG = "image/png"


@dataclass(frozen=True)
class CleanPicture:
    """Bytes with their content type."""

    data: bytes
    content_type: str


@dataclass(frozen=True)
class Passed:
    """A file that may be stored: its clean bytes, its pictures by name, what was noticed.

    `features` are what was recognised on a scan, by the names of `checks.models.ScanFeatures`, and
    `fingerprint` is what it is found again by.
    """

    content: CleanPicture
    pictures: dict[str, CleanPicture]
    report: dict[str, Any]
    findings: list[FileFinding]
    features: dict[str, Any] | None = None
    fingerprint: SurfaceFingerprint | None = None


@dataclass(frozen=True)
class Refused:
    """A file that may not, and why; `report` holds what could be measured.

    `examined` says that it is the scan that was found wanting, and not how it came here.
    """

    findings: list[FileFinding]
    report: dict[str, Any] | None = None
    examined: bool = False


def refusal(code: str, sentence: str) -> Refused:
    """Return a refusal with one finding."""
    return Refused([FileFinding(code=code, severity="rejected", sentence=sentence)])


def judge(kind: FileKind, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Passed | Refused:
    """Judge a file by its bytes. Never raises for what is in them.

    Args:
        kind: what the uploader said it is; the bytes must agree.
        data: the whole file.
        limits: what is refused, and what is warned of.
    """
    if kind is FileKind.STL:
        return _judge_stl(data, limits.stl)
    return _judge_image(data, limits.images)


def _judge_stl(data: bytes, limits: StlLimits) -> Passed | Refused:
    try:
        mesh = stl.parse(data, limits)
    except stl.StlError as err:
        return Refused([_finding(err.finding)], examined=True)
    examination = stl.examine(mesh, limits)
    findings = [_finding(f) for f in examination.findings]
    report = examination.report.as_dict() if examination.report else None
    if examination.verdict is stl.StlVerdict.REJECTED or report is None:
        return Refused(findings, report, examined=True)
    features = arches.features(mesh, examination.holes)
    pictures = _pictures(mesh)
    stl.give_back()  # what drawing took, before the clean copy is made
    return Passed(
        content=CleanPicture(stl.clean(mesh), STL_TYPE),
        pictures=pictures,
        report=report,
        findings=findings,
        features=measured(features),
        fingerprint=fingerprints.fingerprint(mesh),
    )


def _pictures(mesh: stl.Mesh) -> dict[str, CleanPicture]:
    drawn = stl.pictures(mesh)
    return {
        "thumbnail": CleanPicture(drawn.thumbnail, _PNG),
        "preview": CleanPicture(drawn.preview, _PNG),
        "sheet": CleanPicture(drawn.sheet, _PNG),
    }


def _finding(found: stl.StlFinding) -> FileFinding:
    return FileFinding(
        code=found.code.value, severity=found.severity.value, sentence=found.sentence
    )


def _judge_image(data: bytes, limits: ImageLimits) -> Passed | Refused:
    try:
        image = photos.sanitise(data, limits)
    except photos.ImageError as err:
        return refusal(err.code.value, err.sentence)
    return Passed(
        content=CleanPicture(image.data, image.content_type),
        pictures={"thumbnail": CleanPicture(image.thumbnail, _PNG)},
        report={
            "width": image.width,
            "height": image.height,
            "original_width": image.original_width,
            "original_height": image.original_height,
        },
        findings=[
            FileFinding(code=found.code.value, severity="warning", sentence=found.sentence)
            for found in image.findings
        ],
    )
