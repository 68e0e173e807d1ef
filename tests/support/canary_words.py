"""Words that stand nowhere but in what is held about one person of a journey."""

from __future__ import annotations

import secrets

#: How the words of those begin whom a journey erases: after the tests `tests.dump` finds none.
GONE = "zqgone"
#: And of those who stay beside them.
STAYS = "zqstays"


def word(beginning: str = GONE) -> str:
    """A word of its own."""
    return f"{beginning}{secrets.token_hex(6)}"
