"""Looks through a case's archive: which of its files are scans, of which jaw, and photographs.

What a file is, its bytes say; what it shows, its name (`names`). Nothing is judged here. Where
two scans may be the one of a jaw, neither is taken: a guess would be designed on.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from scans.archives.names import proposed
from scans.gate.archive import CaseArchive, Entry
from scans.gate.archive_errors import ArchiveCode, too_many_files
from scans.gate.limits import Limits
from scans.gate.models import Figure, FileFinding, FileKind
from scans.gate.said import said
from scans.gate.sniff import Content, identify
from scans.uploads.models import Jaw

_HEAD: Final = 8192  # bytes that tell what a file is that is too large to be read
_SCANS: Final = frozenset({Content.STL_BINARY, Content.STL_ASCII})
_PHOTOGRAPHS: Final = frozenset(
    {
        Content.JPEG, Content.PNG, Content.WEBP, Content.HEIC, Content.AVIF, Content.TIFF,
        Content.BMP, Content.OTHER_IMAGE,
    }
)  # fmt: skip
_ARCHIVES: Final = frozenset({Content.ZIP, Content.OTHER_ARCHIVE})
_SURFACES: Final = frozenset({Content.PLY, Content.OBJ})
#: What a name claims, for files whose bytes say nothing else: a scan that is cut to nothing is
#: refused as one, and not passed over.
_PHOTOGRAPH_ENDINGS: Final = (
    "jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp",
)  # fmt: skip
_SURFACE_ENDINGS: Final = ("ply", "obj", "dcm", "3oxz", "3ml", "dxd", "cad", "off", "3mf")


@dataclass(frozen=True)
class ArchivedFile:
    """A scan or photograph in the archive.

    `left_out` says why it is not judged, `note` what else is said of it.
    """

    entry: Entry
    kind: FileKind
    jaw: Jaw | None
    variant: int = 0
    digest: bytes = b""
    too_large: bool = False
    left_out: FileFinding | None = None
    note: FileFinding | None = None


@dataclass(frozen=True)
class Survey:
    """What is in an archive: its scans and photographs, and how many other files of which sort."""

    found: list[ArchivedFile]
    others: Counter[ArchiveCode] = field(default_factory=Counter)

    def findings(self) -> list[FileFinding]:
        """Return what is said of the files that are neither scans nor photographs."""
        return [_OTHERS[code](code, count=count) for code, count in sorted(self.others.items())]


def unsided(found: Sequence[ArchivedFile]) -> list[int]:
    """Return the places of two bites that are named alike, where no other bite is taken."""
    alike = [
        at for at, part in enumerate(found) if part.jaw is Jaw.BITE and part.left_out is _JAW_TWICE
    ]
    taken = {part.jaw for part in found if part.left_out is None and part.kind is FileKind.STL}
    return alike if len(alike) == 2 and not taken & {Jaw.BITE_RIGHT, Jaw.BITE_LEFT} else []


def on_side(part: ArchivedFile, jaw: Jaw) -> ArchivedFile:
    """Return a bite that is taken as that of a side, and says so."""
    return replace(part, jaw=jaw, left_out=None, note=_BITE_SIDE)


def survey(archive: CaseArchive, limits: Limits, *, photographs: bool) -> Survey:
    """Read every file once, and choose those that are to be judged.

    Args:
        archive: the archive.
        limits: how many parts there may be, and how large.
        photographs: whether the consent covers them.

    Raises:
        ArchiveError: it is damaged, or beyond a bound.
    """
    found: list[ArchivedFile] = []
    others: Counter[ArchiveCode] = Counter()
    for entry in archive.entries:
        seen = _look(archive, entry, max(limits.stl.max_bytes, limits.images.max_bytes))
        if isinstance(seen, ArchiveCode):
            others[seen] += 1
        else:
            found.append(seen)
        if len(found) > limits.archives.max_parts:
            raise too_many_files()
    return Survey(_chosen(_first_of_each(found), photographs=photographs), others)


def _look(archive: CaseArchive, entry: Entry, most: int) -> ArchivedFile | ArchiveCode:
    too_large = entry.byte_size > most
    data = archive.head(entry, _HEAD) if too_large else archive.read(entry)
    kind = _kind(identify(data), entry.name.rpartition(".")[2].lower())
    if isinstance(kind, ArchiveCode):
        return kind
    said = proposed(entry.name)
    jaw = said.jaw if kind is FileKind.STL else said.jaw or Jaw.MOUTH
    digest = hashlib.sha256(data).digest()
    return ArchivedFile(entry, kind, jaw, said.variant, digest, too_large)


def _kind(content: Content, ending: str) -> FileKind | ArchiveCode:
    if content in _SCANS:
        return FileKind.STL
    if content in _PHOTOGRAPHS:
        return FileKind.IMAGE
    if content in _ARCHIVES:
        return ArchiveCode.NESTED
    if content in _SURFACES:
        return ArchiveCode.OTHER_FORMAT
    if ending == "stl":
        return FileKind.STL
    if ending in _PHOTOGRAPH_ENDINGS:
        return FileKind.IMAGE
    return ArchiveCode.OTHER_FORMAT if ending in _SURFACE_ENDINGS else ArchiveCode.LEFT_OUT


def _first_of_each(found: list[ArchivedFile]) -> list[ArchivedFile]:
    """Leave out what has the bytes of a file before it that says as much, or more, of its jaw."""
    firsts: dict[bytes, int] = {}
    kept = list(found)
    for at, part in enumerate(found):
        before = firsts.get(part.digest)
        if part.too_large or before is None:
            firsts.setdefault(part.digest, at)
        elif kept[before].jaw == part.jaw or part.kind is FileKind.IMAGE or part.jaw is None:
            kept[at] = replace(part, left_out=_DUPLICATE)
    return kept


def _chosen(found: list[ArchivedFile], *, photographs: bool) -> list[ArchivedFile]:
    """Leave out photographs without consent, and scans of which the jaw is not one's alone."""
    scans = [part for part in found if part.kind is FileKind.STL and part.left_out is None]
    return [_choose(part, scans, photographs=photographs) for part in found]


def _choose(
    part: ArchivedFile, scans: Sequence[ArchivedFile], *, photographs: bool
) -> ArchivedFile:
    if part.left_out is not None:
        return part
    if part.kind is FileKind.IMAGE:
        return part if photographs else replace(part, left_out=_NO_CONSENT)
    if part.jaw is None:
        return replace(part, left_out=_JAW_UNKNOWN)
    rivals = [each for each in scans if each.jaw is part.jaw]
    least = min(each.variant for each in rivals)
    if part.variant > least:
        return replace(part, left_out=_VARIANT)
    if sum(each.variant == least for each in rivals) > 1:
        return replace(part, left_out=_JAW_TWICE)
    return part


def _note(code: ArchiveCode, **figures: Figure) -> FileFinding:
    return said(code, "", **figures).finding(code.value, "note")


def _warning(code: ArchiveCode, **figures: Figure) -> FileFinding:
    return said(code, "", **figures).finding(code.value, "warning")


_DUPLICATE: Final = _note(ArchiveCode.DUPLICATE)
_NO_CONSENT: Final = _warning(ArchiveCode.NO_CONSENT)
_JAW_UNKNOWN: Final = _warning(ArchiveCode.JAW_UNKNOWN)
_VARIANT: Final = _note(ArchiveCode.VARIANT)
_BITE_SIDE: Final = _note(ArchiveCode.BITE_SIDE)
_JAW_TWICE: Final = _warning(ArchiveCode.JAW_TWICE)

#: What is said of files that are neither scans nor photographs.
_OTHERS: Final = {
    ArchiveCode.LEFT_OUT: _note,
    ArchiveCode.OTHER_FORMAT: _warning,
    ArchiveCode.NESTED: _note,
}
