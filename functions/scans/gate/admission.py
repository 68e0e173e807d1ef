"""Judges a file by its bytes, and makes its clean copy and pictures. Free of Firebase."""

from dataclasses import dataclass, replace
from typing import Any, Self

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
class ScanSurface:
    """The surface of a scan that was let in, and the holes in it: what it is drawn from."""

    mesh: stl.Mesh
    holes: tuple[stl.HoleRim, ...]


@dataclass(frozen=True)
class Drawn:
    """What a scan shows: its pictures by name, and what the case check measured on it.

    `features` are what was recognised on it, be it nothing, by the names of
    `checks.models.ScanFeatures`, and `fingerprint` is what it is found again by. `unmeasured` is a
    fault of ours that kept a scan from being looked at so: it is sound all the same, and nobody
    waits for us to mend it.
    """

    pictures: dict[str, CleanPicture]
    features: dict[str, Any] | None = None
    fingerprint: SurfaceFingerprint | None = None
    unmeasured: Exception | None = None


@dataclass(frozen=True)
class Passed:
    """A file that may be stored: its clean bytes, its pictures by name, what was noticed.

    `surface` is that of a scan which is still to be drawn: it has no pictures then. The others are
    as `Drawn` has them.
    """

    content: CleanPicture
    pictures: dict[str, CleanPicture]
    report: dict[str, Any]
    findings: list[FileFinding]
    features: dict[str, Any] | None = None
    fingerprint: SurfaceFingerprint | None = None
    unmeasured: Exception | None = None
    surface: ScanSurface | None = None

    def written(self) -> Self:
        """Return it without its bytes, which are stored: what stays in memory of it is little."""
        return replace(self, content=replace(self.content, data=b""), pictures={})


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


@dataclass(frozen=True)
class _Examined:
    """A scan that may be stored."""

    surface: ScanSurface
    report: dict[str, Any]
    findings: list[FileFinding]

    def passed(self, surface: ScanSurface | None = None, drawn: Drawn | None = None) -> Passed:
        """Make its clean copy; with its surface if it is still to be drawn."""
        stl.give_back()  # what drawing took
        return Passed(
            content=CleanPicture(stl.clean(self.surface.mesh), STL_TYPE),
            report=self.report,
            findings=self.findings,
            surface=surface,
            **(vars(drawn) if drawn is not None else {"pictures": {}}),
        )


def admit(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Passed | Refused:
    """Judge a scan by its bytes; it is to be drawn later. Never raises for what is in them."""
    examined = _examined(data, limits.stl)
    return examined.passed(examined.surface) if isinstance(examined, _Examined) else examined


def surface_of(data: bytes, limits: Limits = DEFAULT_LIMITS) -> ScanSurface | Refused:
    """Return the surface of a clean copy; a refusal where today's limits forbid it."""
    examined = _examined(data, limits.stl)
    return examined.surface if isinstance(examined, _Examined) else examined


def draw(surface: ScanSurface, jaw: JawName | None) -> Drawn:
    """Draw a scan, and look at it for the case check.

    Args:
        surface: of a scan that was let in.
        jaw: the jaw that it is named as: what is recognised on it is drawn. None for others.
    """
    pictures = _pictures(surface.mesh)
    try:
        features = arches.features(surface.mesh, surface.holes)
        marked = marked_picture(surface.mesh, features, jaw) if jaw is not None else None
        fingerprint = fingerprints.fingerprint(surface.mesh)
    except Exception as err:  # noqa: BLE001 (handed to who logs it)
        return Drawn(pictures, unmeasured=err)
    if marked is not None:
        pictures["marked"] = CleanPicture(marked, _PNG)
    return Drawn(pictures, measured(features), fingerprint)


def judge(
    kind: FileKind, data: bytes, limits: Limits = DEFAULT_LIMITS, jaw: JawName | None = None
) -> Passed | Refused:
    """Judge a file by its bytes, and draw it. Never raises for what is in them.

    Args:
        kind: what the uploader said it is; the bytes must agree.
        data: the whole file.
        limits: what is refused, and what is warned of.
        jaw: the jaw that a scan is named as: what is recognised on it is drawn. None for others.
    """
    if kind is FileKind.IMAGE:
        return _judge_image(data, limits.images)
    examined = _examined(data, limits.stl)
    if not isinstance(examined, _Examined):
        return examined
    return examined.passed(drawn=draw(examined.surface, jaw))  # drawn without the copy beside it


def _examined(data: bytes, limits: StlLimits) -> _Examined | Refused:
    try:
        mesh = stl.parse(data, limits)
    except stl.StlError as err:
        return Refused([_finding(err.finding)], examined=True)
    examination = stl.examine(mesh, limits)
    stl.give_back()  # drawing and the clean copy begin with what the file takes
    findings = [_finding(f) for f in examination.findings]
    report = examination.report.as_dict() if examination.report else None
    if examination.verdict is stl.StlVerdict.REJECTED or report is None:
        return Refused(findings, report, examined=True)
    return _Examined(ScanSurface(mesh, examination.holes), report, findings)


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
