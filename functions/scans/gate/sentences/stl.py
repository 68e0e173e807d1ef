"""What is said of scans."""

from collections.abc import Mapping
from typing import Final

#: The units that a scan may have been exported in, by their keys.
UNITS: Final[Mapping[str, str]] = {
    "metres": "metres",
    "centimetres": "centimetres",
    "inches": "inches",
    "micrometres": "micrometres",
}

_AGAIN: Final = "export the scan again, as binary STL if the scanner offers it."
_TROUBLE: Final = (
    "if the lab reports trouble, let the scanner's software clean the scan and export it again."
)
_COMPLETE: Final = (
    "(number of triangles: {triangles}): check in the scanner's software that the scan is complete "
    "and export it again."
)

TEMPLATES: Final[Mapping[str, str]] = {
    "stl-empty": "The file is empty: export the scan again and upload the new file.",
    "stl-too-large": "The file has {mb:,} MB and at most {most_mb:,} MB are accepted: export the "
    "scan with fewer triangles.",
    "stl-too-large.text": "The file is a text STL of {mb:,} MB and at most {most_mb:,} MB are "
    "accepted: export the scan as binary STL, which is three to five times smaller.",
    "stl-too-large.unpacked": "The file has more than the {most_mb} MB that are accepted: export "
    "it with fewer triangles, or save it with fewer pixels.",
    "stl-not-stl": "This is not an STL file: export the scan as STL (binary) and upload that file.",
    "stl-is-archive": "This is a compressed archive, not a scan: unpack it and upload the STL file "
    "inside.",
    "stl-is-archive.zip": "This is a ZIP archive, not a scan: unpack it and upload the STL file "
    "inside.",
    "stl-is-web-page": "This is a web page, not a scan: the download from the scanner's portal "
    "failed, sign in there and download the STL file again.",
    "stl-is-image": "This is a picture, not a scan: upload it as an image, or export the scan as "
    "STL.",
    "stl-is-document": "This is a PDF document, not a scan: export the scan as STL and upload that "
    "file.",
    "stl-is-other-3d-format": "This is a 3D file, but of another format: export the scan as STL "
    "and upload that file.",
    "stl-truncated": "The file was cut short: it declares {declared:,} triangles and holds "
    "{held:,}; export the scan again and upload the whole file.",
    "stl-truncated.text": "The file was cut short: its closing line is missing; export the scan "
    "again and upload the whole file.",
    "stl-count-wrong": "The number of triangles in the file's header is wrong: it says "
    "{declared:,}, and the file holds {held:,}; export the scan again, with the scanner's own "
    "software, and upload the new file.",
    "stl-more-than-declared": "The file declares {declared:,} triangles but {rest:,} more bytes "
    "follow, so part of the scan could be missing: export it again and upload the new file.",
    "stl-trailing-bytes": "The {rest:,} bytes after the last triangle belong to no triangle and "
    "were removed; nothing needs to be done.",
    "stl-ascii-structure": "The text of the STL file is damaged around its closing lines: "
    + _AGAIN,
    "stl-ascii-structure.facet": "The text of the STL file is damaged at triangle {triangle:,}: "
    + _AGAIN,
    "stl-ascii-number": "A coordinate after triangle {before:,} is not a number: " + _AGAIN,
    "stl-ascii-number.comma": "A coordinate after triangle {before:,} has a decimal comma, and STL "
    "has decimal points: set the scanner's software or computer to decimal points, or export the "
    "scan as binary STL.",
    "stl-ascii-encoding": "The file mixes text with other data: " + _AGAIN,
    "stl-ascii-encoding.wide": "The text of the file is UTF-16, and that of STL is not: " + _AGAIN,
    "stl-ascii-endless-line": "The file has a line without an end, which no scanner writes: "
    + _AGAIN,
    "stl-ascii-ignored": "The text has lines or words that STL does not know, such as colours or "
    "comments; they were passed over, and all triangles were read: nothing needs to be done.",
    "stl-too-few-triangles": "The scan has almost no surface " + _COMPLETE,
    "stl-too-few-triangles.none": "The scan has no surface " + _COMPLETE,
    "stl-too-many-triangles": "The scan has more than the {most:,} triangles that are accepted: "
    "export it with a lower resolution.",
    "stl-not-finite": "Some coordinates of the scan are not numbers, so the file is damaged: "
    "export the scan again and upload the new file.",
    "stl-no-surface": "All triangles of the file are flat, it holds no surface: export the scan "
    "again and upload the new file.",
    "stl-too-small": "The scan measures less than {least_mm} mm: export it again in millimetres.",
    "stl-too-big": "The scan measures {extent_mm:,.0f} mm, far more than a mouth: export it again "
    "in millimetres.",
    "stl-too-far-from-origin": "The scan lies so far from the origin that its details are rounded "
    "away: export it again without moving it.",
    "stl-unit-doubtful": "The scan measures {extent_mm:,.4g} mm at its longest: check the size, "
    "and export it again in millimetres if it is wrong.",
    "stl-unit-doubtful.unit": "The scan measures {extent_mm:,.4g} mm at its longest (perhaps it "
    "was exported in {unit}): check the size, and export it again in millimetres if it is wrong.",
    "stl-degenerate-triangles": "{count:,} of {triangles:,} triangles have no area: if the lab "
    "reports trouble, export the scan again at full resolution.",
    "stl-duplicate-triangles": "{count:,} of {triangles:,} triangles occur more than once: check "
    "that the scan was not exported twice into one file.",
    "stl-non-manifold-edges": "At {count:,} edges more than two triangles meet: " + _TROUBLE,
    "stl-flipped-triangles": "At {count:,} edges the surface turns inside out: " + _TROUBLE,
    "stl-many-pieces": "The scan consists of {pieces:,} loose pieces: remove stray parts in the "
    "scanner's software if they are not wanted, and export it again.",
}
