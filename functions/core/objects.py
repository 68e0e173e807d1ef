"""The clean zone is the part of the bucket with validated objects; signed links alone open it.

Here is how documents name an object in it. How objects get there is in core/blobs.py.
"""

from core.documents import Record


class StoredObject(Record):
    """One object in the clean zone, pinned to the generation that was validated."""

    name: str
    generation: int
    byte_size: int
    content_type: str
    crc32c: str
