"""The scan that the demo uploads: the user's own file, or an arch that the project generates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tools import samples

_HEADER = 84  # 80 free bytes and the triangle count
_RECORD = np.dtype([("floats", "<f4", 12), ("attribute", "<u2")])  # 50 bytes a triangle
_VERTEX = re.compile(rb"\bvertex\s+(\S+)\s+(\S+)\s+(\S+)", re.IGNORECASE)


class ScanError(Exception):
    """The user's file cannot be taken; its text is the one line to show."""


@dataclass(frozen=True)
class Scan:
    """A file to upload: its name, its size in bytes, and where its bytes are."""

    name: str
    size: int
    source: Path | bytes

    @classmethod
    def own(cls, path: Path) -> Scan:
        """Take the user's file, unread: the platform is asked first whether it is too large.

        Raises:
            ScanError: there is no such file, or nothing in it.
        """
        if path.is_dir():
            raise ScanError(f"{path} is a directory: name an STL file.")
        if not path.is_file():
            raise ScanError(f"There is no file {path}: check the path.")
        try:
            with path.open("rb"):
                size = path.stat().st_size
        except OSError as err:
            raise ScanError(f"{path} cannot be read: {err.strerror}.") from err
        if not size:
            raise ScanError(f"{path} is empty: export the scan again.")
        # What is not allowed in a file's name is left out; the end, with the suffix, stays.
        name = re.sub(r"[\x00-\x1f\x7f/\\]", "", path.name)[-120:]
        return cls(name, size, path)

    @classmethod
    def generated(cls) -> Scan:
        """Make an arch-shaped scan of about 2 MB."""
        return cls.of("upper arch.stl", samples.arch("upper"))

    @classmethod
    def of(cls, name: str, data: bytes) -> Scan:
        """Take bytes under a name."""
        return cls(name, len(data), data)

    def read(self) -> bytes:
        """Return the bytes."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()


def compare(original: bytes, stored: bytes, form: str) -> str | None:
    """Say in what the stored copy differs as it should; None where it differs otherwise.

    Args:
        original: the file as it was uploaded.
        stored: the file as the platform gives it back.
        form: the original's format as the report names it, `binary` or `ascii`.
    """
    if any(stored[:80]) or len(stored) != _HEADER + _RECORD.itemsize * _count(stored):
        return None
    kept = np.frombuffer(stored, _RECORD, offset=_HEADER)
    if form == "ascii":
        corners = np.array(_VERTEX.findall(original)).astype(np.float32)
        same = np.array_equal(corners.reshape(-1, 9), kept["floats"][:, 3:])
        return "same corners to the bit, now binary and without a name" if same else None
    if _count(original) != len(kept) or len(original) < len(stored):
        return None
    given = np.frombuffer(original, _RECORD, len(kept), _HEADER)
    if given["floats"].tobytes() != kept["floats"].tobytes() or kept["attribute"].any():
        return None
    removed = ["80-byte header zeroed"] if any(original[:80]) else ["header empty already"]
    removed += ["attribute bytes zeroed"] if given["attribute"].any() else []
    removed += ["trailing bytes dropped"] if len(original) > len(stored) else []
    return f"identical but for: {', '.join(removed)}"


def _count(data: bytes) -> int:
    return int.from_bytes(data[80:_HEADER], "little")
