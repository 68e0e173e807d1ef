"""Archives of a case as scanners and exocad export them, and mild ones of what can be wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tools import samples

PATIENT = "Meera Joshi"
#: A project file of exocad names patient and practice.
PROJECT = f"<?xml version='1.0'?><DentalProject><Patient>{PATIENT}</Patient></DentalProject>"

Files = Mapping[str, bytes]


def exported(triangles: int = 1000) -> dict[str, bytes]:
    """Return the files of a case by their names: two jaws, a bite, a photograph, a project file."""
    name = f"2026-05-04_{PATIENT.replace(' ', '_')}"
    return {
        f"{name}/{name}-UpperJaw.stl": samples.arch("upper", triangles),
        f"{name}/{name}-LowerJaw.stl": samples.arch("lower", triangles),
        f"{name}/{name}-BiteRight.stl": samples.arch("lower", triangles + 100),
        f"{name}/front.jpg": samples.photo_with_gps(),
        f"{name}/{name}.dentalProject": PROJECT.encode(),
    }


def packed(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack files as a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """Say of each file that it has a password."""
    marked = data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    return marked.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


def with_directory(data: bytes, offset: int, value: bytes, record: int = 0) -> bytes:
    """Write bytes into a record of the directory, at an offset in it."""
    at = -1
    for _ in range(record + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    return data[: at + offset] + value + data[at + offset + len(value) :]
