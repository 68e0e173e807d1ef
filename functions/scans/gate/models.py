"""What the gate says of a file: its kind, and findings."""

from enum import StrEnum

from core.documents import Record

#: A count, a length in mm, a size in MB, or a word: the key of a term where it is one of these.
Figure = int | float | str


class FileKind(StrEnum):
    """What is uploaded."""

    STL = "stl"  # a scan's surface, in binary or text STL, in millimetres
    IMAGE = "image"  # a photograph, as JPEG, PNG, WebP, HEIC, AVIF, TIFF or BMP


class FileFinding(Record):
    """What the gate noticed: a stable code and a sentence a dentist understands."""

    code: str
    severity: str
    sentence: str
    #: What the sentence was made of, so that it can be said in other languages: the key of its
    #: template in docs/words.md, and what fills its places. Releases before stored neither.
    template: str = ""
    figures: dict[str, Figure] = {}
