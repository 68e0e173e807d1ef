"""Hashes of what documents say: equal wherever, and whenever, they are made."""

import hashlib
import json
from datetime import UTC, datetime


def digest(said: object) -> str:
    """Return the SHA-256, in hex, over the canonical JSON of plain values.

    Times tell themselves from texts that say the same. What else is not JSON counts by its kind
    alone: no document of ours holds any, and a document that does can still be hashed.
    """
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> dict[str, str]:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return {"time": value.astimezone(UTC).isoformat()}
    return {"kind": type(value).__name__}
