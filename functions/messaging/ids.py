"""Ids of notices that follow from what they are made of: whoever makes one again makes the same."""

import hashlib


def derived_id(*parts: str) -> str:
    """Return the id that its parts make."""
    return hashlib.sha256("/".join(parts).encode()).hexdigest()[:40]
