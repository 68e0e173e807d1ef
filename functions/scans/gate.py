"""What is let into the clean zone: judged by its bytes, cleaned, pictured. Free of Firebase."""

from dataclasses import dataclass
from typing import Any

from scans import images, stl
from scans.models import Finding, Kind

STL_TYPE = "model/stl"


@dataclass(frozen=True)
class Picture:
    """Bytes with their content type."""

    data: bytes
    content_type: str


@dataclass(frozen=True)
class Passed:
    """A file that may be stored: its clean bytes, its thumbnail, what was noticed."""

    content: Picture
    thumbnail: Picture
    report: dict[str, Any]
    findings: list[Finding]


@dataclass(frozen=True)
class Refused:
    """A file that may not, and why; `report` holds what could be measured."""

    findings: list[Finding]
    report: dict[str, Any] | None = None


def refusal(code: str, sentence: str) -> Refused:
    """Return a refusal with one finding."""
    return Refused([Finding(code=code, severity="rejected", sentence=sentence)])


def judge(kind: Kind, data: bytes) -> Passed | Refused:
    """Judge a file by its bytes. Never raises for what is in them.

    Args:
        kind: what the uploader said it is; the bytes must agree.
        data: the whole file.
    """
    return _judge_stl(data) if kind is Kind.STL else _judge_image(data)


def _judge_stl(data: bytes) -> Passed | Refused:
    try:
        mesh = stl.parse(data)
    except stl.StlError as err:
        return Refused([_finding(err.finding)])
    examination = stl.examine(mesh)
    findings = [_finding(f) for f in examination.findings]
    report = examination.report.as_dict() if examination.report else None
    if examination.verdict is stl.Verdict.REJECTED or report is None:
        return Refused(findings, report)
    return Passed(
        content=Picture(stl.clean(mesh), STL_TYPE),
        thumbnail=Picture(stl.render(mesh, size=256), "image/png"),
        report=report,
        findings=findings,
    )


def _finding(found: stl.Finding) -> Finding:
    return Finding(code=found.code.value, severity=found.severity.value, sentence=found.sentence)


def _judge_image(data: bytes) -> Passed | Refused:
    try:
        image = images.sanitise(data)
    except images.ImageError as err:
        return refusal(err.code.value, err.sentence)
    return Passed(
        content=Picture(image.data, image.content_type),
        thumbnail=Picture(image.thumbnail, "image/png"),
        report={"width": image.width, "height": image.height},
        findings=[],
    )
