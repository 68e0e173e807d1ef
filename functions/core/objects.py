"""Objects of the bucket as documents name them; how they get there is in core/blobs.py."""

from core.documents import Record


class StoredObject(Record):
    """One object in the clean zone, pinned to the generation that was validated."""

    name: str
    generation: int
    byte_size: int
    content_type: str
    crc32c: str
