"""What is drawn without a place in a row, so that leaving something out changes nothing else.

What befalls an event, and which id a document gets, follows from the seed and from what the thing
is. A sequence of actions that was shortened is therefore the same but for what was left out.
"""

from __future__ import annotations

import hashlib
import random

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def drawn(*parts: object) -> random.Random:
    """Return a source of its own for what these parts name."""
    text = "/".join(map(str, parts))
    return random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]))


class Ids:
    """Fresh ids: of the act that is under way, numbered."""

    def __init__(self) -> None:
        self._act, self._count = "", 0

    def begin(self, *act: object) -> tuple[str, int]:
        """Begin an act, and return what goes on once it is over."""
        before = (self._act, self._count)
        self._act, self._count = "/".join(map(str, act)), 0
        return before

    def resume(self, before: tuple[str, int]) -> None:
        """Go on with the act around this one."""
        self._act, self._count = before

    def new(self) -> str:
        """Return a fresh id, in the form of Firestore's."""
        self._count += 1
        return "".join(drawn(self._act, self._count).choices(_LETTERS, k=20))

    def hex(self, count: int | None = None) -> str:
        """Return so many random bytes in hexadecimal, as `secrets` does."""
        self._count += 1
        return drawn("hex", self._act, self._count).randbytes(count or 32).hex()
