"""What is said of the archive of a case, and of its parts."""

from collections.abc import Mapping
from typing import Final

_LESS: Final = "leave out what the lab does not need, or upload the scans one by one."

TEMPLATES: Final[Mapping[str, str]] = {
    "archive-empty": "The archive is empty: upload it again.",
    "archive-empty.no-file": "There is no file in the archive: pack it anew.",
    "archive-not-zip": "The file is no ZIP archive: export or pack the case as ZIP and upload "
    "that.",
    "archive-too-large": "The archive has {mb:,} MB and at most {most_mb:,} MB are accepted: "
    + _LESS,
    "archive-too-large.unpacked": "The files in the archive are larger than the {most_mb} MB that "
    "are accepted together: " + _LESS,
    "archive-too-many-files": "There are too many files in the archive: pack only the scans and "
    "photographs of this case.",
    "archive-packed-too-tightly": "The files in the archive are far larger than scans and "
    "photographs that are packed so small: pack only those of this case.",
    "archive-names-too-long": "A file in the archive has too long a name: pack the files of the "
    "case without their folders.",
    "archive-encrypted": "The archive is protected with a password: export or pack the case "
    "without one.",
    "archive-packing-not-supported": "The archive is packed in a way that is not supported: pack "
    "it as an ordinary ZIP (Deflate).",
    "archive-damaged": "The archive is damaged or cut short: export the case again, or pack its "
    "files anew.",
    "archive-without-scans": "There is no STL file in the archive: export the case with its scans "
    "as STL, and upload photographs by themselves.",
    "archive-nothing-filed": "None of the scans and photographs in the archive was let in: see "
    "what is said of each.",
    "archive-files-left-out": "Files that are neither scans nor photographs were left out "
    "({count}), such as project files and documents: they may name the patient, and nothing of "
    "them was kept.",
    "archive-scans-of-other-format": "Scans in another format than STL were left out ({count}): "
    "export them as STL.",
    "archive-in-archive": "Archives in the archive were not opened ({count}): pack what is in them "
    "with the others.",
    "archive-jaw-unknown": "The file's name does not tell which jaw the scan is of, and it was not "
    "filed: name it upper, lower or bite, or upload it by itself.",
    "archive-jaw-twice": "Several scans in the archive may be the one of this jaw or bite, and "
    "none of them was filed: upload the one that counts by itself.",
    "archive-bite-side": "The file's name does not tell the side of this bite: it was told by "
    "where it lies on the scans of the jaws.",
    "archive-other-scan-of-jaw": "This is a further scan of a jaw, such as one before the "
    "preparation, and was not filed: upload it by itself if the lab needs it.",
    "archive-same-file-twice": "Another file of the archive has the same bytes: this one was not "
    "filed again.",
    "archive-photographs-not-consented": "The patient's consent does not cover photographs: this "
    "one was not kept.",
}
