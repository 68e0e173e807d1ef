"""What a scene is made of: a call that succeeds, and the people who make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.support.moments import key
from tests.support.people import Cast
from tests.support.practice import Practice
from tools.client import Person


@dataclass
class Scene:
    """A call that succeeds, and the documents that a refused one must leave as they are.

    `other` changes the request into another one that could be meant: what a key is not reused for.
    """

    caller: Person
    request: dict[str, Any]
    watched: list[str]
    other: dict[str, Any] = field(default_factory=dict)


@dataclass
class Stage:
    """The people of all scenes: with accounts in Auth where these change, seeded ones elsewhere."""

    cast: Cast
    practice: Practice = field(default_factory=lambda: Practice(datetime.now(UTC)))

    def slot(self, after: float) -> dict[str, str]:
        """An hour from now, as requests write it."""
        found: dict[str, str] = self.practice.hour(after).model_dump(mode="json")
        return found

    def keyed(self, name: str, watched: list[str], other: dict[str, Any], /, **wish: Any) -> Scene:
        """A scene with an idempotency key."""
        request = {"idempotency_key": key(), **wish}
        return Scene(self.practice.person(name), request, watched, other)
