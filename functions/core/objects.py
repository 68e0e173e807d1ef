"""The clean zone is the bucket with validated objects; signed links alone open it.

Here is how documents name an object in it, and which of the two buckets an object is in. How
objects get there is in core/blobs.py.
"""

from datetime import timedelta
from typing import Literal

from core.documents import Record

#: What the name of everything that a client uploads begins with; nothing else has such a name.
LANDING = "landing/"

#: For which an object of the clean zone that was deleted can be had back: Cloud Storage's soft
#: delete, against a release that deletes what it should not. In the landing zone there is none.
KEPT_AFTER_DELETION = timedelta(days=7)

Zone = Literal["clean"]


class StoredObject(Record):
    """One object in the clean zone, pinned to the generation that was validated.

    `zone` is missing where the object was written while a project had one bucket: it lies in the
    landing zone's bucket still.
    """

    name: str
    generation: int
    byte_size: int
    content_type: str
    crc32c: str
    zone: Zone | None = None
