"""Judges a file by its bytes, and makes its clean copy and pictures. Free of Firebase."""

from dataclasses import dataclass
from typing import Any

from scans.gate import arches, fingerprints, photos, stl
from scans.gate.arches.marked import marked_picture
from scans.gate.arches.recorded import measured
from scans.gate.crown_widths import JawName
from scans.gate.fingerprints import SurfaceFingerprint
from scans.gate.limits import DEFAULT_LIMITS, ImageLimits, Limits, StlLimits
from scans.gate.models import Figure, FileFinding, FileKind
from scans.gate.said import RefusedFileError, said

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

    `features` are what was recognised on a scan, be it nothing, by the names of
    `checks.models.ScanFeatures`, and `fingerprint` is what it is found again by. `unmeasured` is a
    fault of ours that kept a scan from being looked at so: it is sound all the same, and nobody's
    upload waits for us to mend it.
    """

    content: CleanPicture
    pictures: dict[str, CleanPicture]
    report: dict[str, Any]
    findings: list[FileFinding]
    features: dict[str, Any] | None = None
    fingerprint: SurfaceFingerprint | None = None
    unmeasured: Exception | None = None


@dataclass(frozen=True)
class Refused:
    """A file that may not, and why; `report` holds what could be measured.

    `examined` says that it is the scan that was found wanting, and not how it came here.
    """

    findings: list[FileFinding]
    report: dict[str, Any] | None = None
    examined: bool = False


def refusal(code: str, variant: str = "", **figures: Figure) -> Refused:
    """Return a refusal with one finding."""
    return Refused([said(code, variant, **figures).finding(code, "rejected")])


def refused(err: RefusedFileError) -> Refused:
    """Return what an error says of a file as its refusal."""
    return Refused([err.said.finding(err.code.value, "rejected")])


def judge(
    kind: FileKind, data: bytes, limits: Limits = DEFAULT_LIMITS, jaw: JawName | None = None
) -> Passed | Refused:
    """Judge a file by its bytes. Never raises for what is in them.

    Args:
        kind: what the uploader said it is; the bytes must agree.
        data: the whole file.
        limits: what is refused, and what is warned of.
        jaw: the jaw that a scan is named as: what is recognised on it is drawn. None for others.
    """
    if kind is FileKind.STL:
        return _judge_stl(data, limits.stl, jaw)
    return _judge_image(data, limits.images)


def _judge_stl(data: bytes, limits: StlLimits, jaw: JawName | None) -> Passed | Refused:
    try:
        mesh = stl.parse(data, limits)
    except stl.StlError as err:
        return Refused([_finding(err.finding)], examined=True)
    examination = stl.examine(mesh, limits)
    findings = [_finding(f) for f in examination.findings]
    report = examination.report.as_dict() if examination.report else None
    if examination.verdict is stl.StlVerdict.REJECTED or report is None:
        return Refused(findings, report, examined=True)
    pictures, unmeasured = _pictures(mesh), None
    looked_at: dict[str, Any] = {}
    try:
        looked_at, marked = _looked_at(mesh, examination.holes, jaw)
        pictures |= marked
    except Exception as err:  # noqa: BLE001 (handed to who logs it)
        unmeasured = err
    stl.give_back()  # what drawing took, before the clean copy is made
    return Passed(
        content=CleanPicture(stl.clean(mesh), STL_TYPE),
        pictures=pictures,
        report=report,
        findings=findings,
        unmeasured=unmeasured,
        **looked_at,
    )


def _looked_at(
    mesh: stl.Mesh, holes: tuple[stl.HoleRim, ...], jaw: JawName | None
) -> tuple[dict[str, Any], dict[str, CleanPicture]]:
    """Look at a scan for the case check: fields of `Passed`, and the marked picture, if any."""
    features = arches.features(mesh, holes)
    marked = marked_picture(mesh, features, jaw) if jaw is not None else None
    found = {"features": measured(features), "fingerprint": fingerprints.fingerprint(mesh)}
    return found, {"marked": CleanPicture(marked, _PNG)} if marked is not None else {}


def _pictures(mesh: stl.Mesh) -> dict[str, CleanPicture]:
    drawn = stl.pictures(mesh)
    return {
        "thumbnail": CleanPicture(drawn.thumbnail, _PNG),
        "preview": CleanPicture(drawn.preview, _PNG),
        "sheet": CleanPicture(drawn.sheet, _PNG),
    }


def _finding(found: stl.StlFinding) -> FileFinding:
    return found.said.finding(found.code.value, found.severity.value)


def _judge_image(data: bytes, limits: ImageLimits) -> Passed | Refused:
    try:
        image = photos.sanitise(data, limits)
    except photos.ImageError as err:
        return refused(err)
    return Passed(
        content=CleanPicture(image.data, image.content_type),
        pictures={"thumbnail": CleanPicture(image.thumbnail, _PNG)},
        report={
            "width": image.width,
            "height": image.height,
            "original_width": image.original_width,
            "original_height": image.original_height,
        },
        findings=[found.said.finding(found.code.value, "warning") for found in image.findings],
    )
