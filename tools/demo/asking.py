"""How the story's people ask: with a key that makes a retry harmless, and page by page."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from tools.client import Person


def ask(person: Person, function: str, **fields: object) -> dict[str, Any]:
    """Call a callable that changes something, under a new idempotency key.

    Raises:
        CallError: the callable's own error.
    """
    answer: dict[str, Any] = person.call(function, **fields, idempotency_key=uuid.uuid4().hex)
    return answer


def rows(person: Person, function: str, key: str, **fields: object) -> Iterator[dict[str, Any]]:
    """Yield all rows of a list that comes in pages, under `key` of each answer.

    Raises:
        CallError: the callable's own error.
    """
    cursor: str | None = None
    while True:
        page = person.call(function, **fields, limit=100, cursor=cursor)
        yield from page[key]
        cursor = page["cursor"]
        if cursor is None:
            return
