"""Takes a case's archive apart: each part is judged by itself, and written to the clean zone.

One part is in memory at a time, beside the archive. Nothing of the archive is kept but what the
gate made of its scans and photographs.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from core.blobs import Blobs
from scans.archives.survey import ArchivedFile, Survey, on_side, survey, unsided
from scans.gate import stl
from scans.gate.admission import Passed, Refused, refusal, refused
from scans.gate.archive import CaseArchive
from scans.gate.archive_errors import ArchiveCode, ArchiveError
from scans.gate.limits import Limits
from scans.gate.models import FileFinding, FileKind
from scans.intake import filing
from scans.intake.filing import Objects
from scans.uploads.models import Jaw, PartOutcome, Upload, UploadKind, UploadPart

_NOTHING_FILED: Final = refusal(ArchiveCode.NOTHING_FILED.value).findings


@dataclass(frozen=True)
class UnpackedPart:
    """A scan or photograph of the archive. Of what passed, the bytes are in the clean zone."""

    found: ArchivedFile
    outcome: Passed | Refused | None = None
    objects: Objects = field(default_factory=dict)

    def recorded(self, upload: Upload) -> UploadPart:
        """Return what the upload says of it."""
        filed = isinstance(self.outcome, Passed)
        own = [each for each in (self.found.left_out, self.found.note) if each is not None]
        return UploadPart(
            index=self.found.entry.index,
            kind=self.found.kind,
            jaw=self.found.jaw,
            outcome=self.became,
            file_id=self.as_upload(upload).id if filed else None,
            findings=[*(self.outcome.findings if self.outcome else []), *own],
        )

    @property
    def became(self) -> PartOutcome:
        """Tell what became of it."""
        if self.outcome is None:
            return PartOutcome.LEFT_OUT
        return PartOutcome.FILED if isinstance(self.outcome, Passed) else PartOutcome.REFUSED

    def as_upload(self, upload: Upload) -> Upload:
        """Return the upload that this part would be by itself; its id follows from the archive's.

        Its name says what it shows, and not what it was called.
        """
        found = self.found
        said = {
            "kind": UploadKind(found.kind.value),
            "jaw": found.jaw,
            "file_name": f"{found.jaw or 'part'}-{found.entry.index}{self._ending()}",
        }
        part_id = f"{upload.id}{found.entry.index:03}"
        return upload.model_copy(update=said).placed(part_id)

    def _ending(self) -> str:
        """Return what a file's name ends in: that of the format that it is stored in."""
        if self.found.kind is FileKind.STL:
            return ".stl"
        stored = self.outcome.content.content_type if isinstance(self.outcome, Passed) else ""
        return f".{stored.rpartition('/')[2]}" if stored else ""


@dataclass(frozen=True)
class Unpacked:
    """An archive that was taken apart; `findings` are on it as a whole."""

    parts: list[UnpackedPart]
    findings: list[FileFinding]
    report: dict[str, Any]

    @property
    def admitted(self) -> bool:
        """Tell whether anything of it is to be filed."""
        return any(isinstance(part.outcome, Passed) for part in self.parts)

    def wanting(self, upload: Upload) -> list[Upload]:
        """Return the scans that were examined and found wanting, each as an upload by itself."""
        return [
            part.as_upload(upload)
            for part in self.parts
            if isinstance(part.outcome, Refused) and part.outcome.examined
        ]


def unpack(
    blobs: Blobs, upload: Upload, data: bytes, limits: Limits, *, photographs: bool
) -> Unpacked | Refused:
    """Judge the parts of an archive, and write what passes. Up to two objects for each part.

    Args:
        blobs: where to.
        upload: the archive's upload.
        data: the archive.
        limits: what is refused.
        photographs: whether the consent covers them.
    """
    try:
        archive = CaseArchive(data, limits.archives)
        seen = survey(archive, limits, photographs=photographs)
        if not any(found.kind is FileKind.STL for found in seen.found):
            empty = refusal(ArchiveCode.WITHOUT_SCANS.value)
            return replace(empty, findings=[*empty.findings, *seen.findings()])
        parts = [_taken(blobs, upload, archive, found, limits) for found in seen.found]
        for at, found in _sided(archive, parts, limits):
            parts[at] = _taken(blobs, upload, archive, found, limits)
    except ArchiveError as err:
        return refused(err)
    return _told(parts, seen, len(archive.entries))


def _told(parts: list[UnpackedPart], seen: Survey, files: int) -> Unpacked:
    findings = seen.findings()
    if not any(isinstance(part.outcome, Passed) for part in parts):
        findings = [*_NOTHING_FILED, *findings]
    outcomes = [part.became for part in parts]
    report = {"files": files} | {each.value: outcomes.count(each) for each in PartOutcome}
    return Unpacked(parts, findings, report)


def _sided(
    archive: CaseArchive, parts: list[UnpackedPart], limits: Limits
) -> list[tuple[int, ArchivedFile]]:
    """Tell two bites that are named alike apart by where they lie; by their place among the parts.

    Takes half a second of a processor, where there are any.
    """
    places = unsided([part.found for part in parts])
    jaws = {
        part.found.jaw: part
        for part in parts
        if isinstance(part.outcome, Passed) and part.found.kind is FileKind.STL
    }
    upper, lower = jaws.get(Jaw.UPPER), jaws.get(Jaw.LOWER)
    if not places or upper is None or lower is None:
        return []
    from scans.archives import bites

    surfaces = (_surface(archive, parts[at].found, limits) for at in places)
    try:
        above, below = (_surface(archive, part.found, limits) for part in (upper, lower))
        arch = bites.row_of_teeth(below)
        found = bites.sides(above, below, arch, surfaces) if arch is not None else None
    except stl.StlError:  # one of the bites cannot be read
        return []
    told = zip(places, found or (), strict=False)
    return [(at, on_side(parts[at].found, jaw)) for at, jaw in told]


def _surface(archive: CaseArchive, found: ArchivedFile, limits: Limits) -> stl.Mesh:
    return stl.parse(archive.read(found.entry), limits.stl)


def _taken(
    blobs: Blobs, upload: Upload, archive: CaseArchive, found: ArchivedFile, limits: Limits
) -> UnpackedPart:
    if found.left_out is not None:
        return UnpackedPart(found)
    if found.too_large:
        return UnpackedPart(found, _too_large(found.kind, limits))
    data = archive.read(found.entry)
    outcome = filing.judged(upload, found.kind, data, limits)
    if isinstance(outcome, Refused):
        return UnpackedPart(found, outcome)
    objects = filing.write(blobs, UnpackedPart(found).as_upload(upload), outcome)
    return UnpackedPart(found, replace(outcome.written(), surface=None), objects)


def _too_large(kind: FileKind, limits: Limits) -> Refused:
    most = limits.stl.max_bytes if kind is FileKind.STL else limits.images.max_bytes
    too_large = refusal(f"{kind.value}-too-large", "unpacked", most_mb=most // 2**20)
    return replace(too_large, examined=kind is FileKind.STL)
