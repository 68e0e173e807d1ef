"""What is said of photographs."""

from collections.abc import Mapping
from typing import Final

#: The ways of coding a picture that are not read, by their keys, as they stand after `is`.
CODINGS: Final[Mapping[str, str]] = {
    "layered": "coded in layers",
    "timed": "timed as a film is",
    "raw": "a camera's raw file",
    "tiff-fax": "a TIFF in black and white, packed as document scanners and faxes do",
    "tiff-packed": "a TIFF that is packed in a rare way",
    "tiff-colours": "a TIFF of rare colours",
    "tiff-deep": "a TIFF of 16 bits with inks, transparency or colours apart",
    "heif-derived": "put together of other pictures or coded in a rare way",
    "heif-layered": "layered or coded in a rare way",
    "cropped-turned": "cropped after it is turned",
    "cropped-within": "cropped within a pixel",
    "transparent": "partly transparent",
    "bmp-packed": "a packed BMP",
    "jpeg-lossless": "a lossless JPEG",
    "jpeg-ls": "a JPEG-LS",
    "jpeg-hierarchical": "a hierarchical JPEG",
    "jpeg-arithmetic": "a JPEG with arithmetic coding",
    "jpeg-12-bits": "a JPEG of 12 bits",
    "jpeg-late-height": "a JPEG that tells its height after its pixels",
    "hdr": "in high dynamic range (HDR)",
}

_DAMAGED: Final = ": save it again and upload that file."
_JPEG: Final = " of its kind: save it as JPEG, 2,000 pixels wide, and upload that."

TEMPLATES: Final[Mapping[str, str]] = {
    # refused
    "image-empty": "The image file is empty: save the picture again and upload that file.",
    "image-too-large": "The image has {mb:,} MB and at most {most_mb:,} MB are accepted: save it "
    "smaller.",
    "image-too-large.unpacked": "The file has more than the {most_mb} MB that are accepted: export "
    "it with fewer triangles, or save it with fewer pixels.",
    "image-format-not-allowed": "This is not a {formats} or {last} picture: save it as JPEG and "
    "upload that file.",
    "image-coding-not-supported": "The picture is {coding}, which is not supported: save it as an "
    "ordinary JPEG or PNG of 8 bits and upload that file.",
    "image-too-many-pixels": "The picture has more than the {most_megapixels:,} megapixels that "
    "are accepted" + _JPEG,
    "image-too-many-pixels.counted": "The picture has {megapixels:,} megapixels and at most "
    "{most_megapixels:,} are accepted" + _JPEG,
    "image-too-long": "The picture is {side:,} pixels wide or high and at most {most:,} are "
    "accepted: cut out the part that matters and upload that.",
    "image-too-small": "The picture has only {width} x {height} pixels: upload the original "
    "picture.",
    "image-animated": "The picture is animated: save a single still as JPEG and upload that file.",
    "image-several-pages": "The TIFF has more than one page: save each picture as a file of its "
    "own and upload those.",
    "image-damaged": "The picture is damaged and cannot be shown whole" + _DAMAGED,
    "image-damaged.ends-early": "The picture is cut short; of its {rows:,} rows those from row "
    "{row:,} on are missing" + _DAMAGED,
    "image-damaged.pixels-missing": "The picture is damaged; a part of its pixels is missing"
    + _DAMAGED,
    "image-damaged.cut-short": "The picture is cut short; a part of its pixels is missing"
    + _DAMAGED,
    "image-damaged.short-part": "The picture is damaged; a part of it is shorter than its rows"
    + _DAMAGED,
    "image-damaged.passes-missing": "The picture is cut short; the passes that make it sharp are "
    "missing" + _DAMAGED,
    "image-damaged.size": "The picture is damaged; its pixels do not add up to its size" + _DAMAGED,
    "image-damaged.sum": "The picture is damaged; its pixels do not add up to their sum" + _DAMAGED,
    "image-damaged.restart": "The picture is damaged; a piece between two of its restart marks is "
    "lost" + _DAMAGED,
    "image-damaged.rows": "The picture is damaged; some of its rows cannot be read" + _DAMAGED,
    "image-damaged.between": "The picture is damaged; bytes between its parts belong to none"
    + _DAMAGED,
    "image-damaged.mark": "The picture is damaged; a part of it has a mark that no JPEG may have"
    + _DAMAGED,
    # passed
    "image-end-missing": "The picture's file lacks its end; all of its rows are there.",
    "image-bytes-left": "The picture's file has {count:,} bytes after its last row; look at "
    "whether it is whole.",
    "image-passes-missing": "The picture lacks passes that would make it sharper; look at it.",
    "image-not-checked-whole": "The picture's colours are sampled in a way that few programs know, "
    "so it was not checked whether each of its pixels is there; look at it.",
    "image-stretched": "The picture uses {bits} of its 16 bits: its brightness was stretched so "
    "that the largest number of {bits} bits is white.",
    "image-profile-unusable": "The picture's colour profile is broken or of another kind of "
    "picture, so its colours were taken as they are; compare no shade by it.",
    "image-print-colours": "The picture has the colours of a print without saying of which, so "
    "they were converted by rule of thumb; compare no shade by it.",
}
