"""What the gate says of a file: its kind, and findings."""

from enum import StrEnum

from core.documents import Record


class FileKind(StrEnum):
    """What is uploaded."""

    STL = "stl"  # a scan's surface, in binary or text STL, in millimetres
    IMAGE = "image"  # a photograph, as JPEG, PNG, WebP, HEIC, AVIF, TIFF or BMP


class FileFinding(Record):
    """What the gate noticed: a stable code and a sentence a dentist understands."""

    code: str
    severity: str
    sentence: str
