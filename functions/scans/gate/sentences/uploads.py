"""What is said of an upload that is refused for the way it came here, whatever is in it."""

from collections.abc import Mapping
from typing import Final

TEMPLATES: Final[Mapping[str, str]] = {
    "slot-closed": "This upload was closed meanwhile: start a new one.",
    "slot-expired": "This upload came too late: start a new one.",
    "size-differs": "The file is not as large as announced: upload it again.",
    "upload-encoded": "The file was sent in a compressed form (with a content encoding): upload "
    "the file itself.",
    "upload-lost": "The file could not be read: upload it again.",
    "not-processed": "The file could not be processed: upload it again.",
}
