"""A sample call: a request that succeeds, and the people who make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tests.support.people import Cast
from tools.client import Person


@dataclass
class SampleCall:
    """A call that succeeds, and the documents that a refused one must leave as they are.

    `other` changes the request into another one that could be meant: what a key is not reused for.
    """

    caller: Person
    request: dict[str, Any]
    watched: list[str]
    other: dict[str, Any] = field(default_factory=dict)


@dataclass
class Samples:
    """Those who call: with accounts in Auth where these change, seeded ones elsewhere."""

    cast: Cast
    practice: ClinicFixture = field(default_factory=lambda: ClinicFixture(datetime.now(UTC)))

    def slot(self, after: float) -> dict[str, str]:
        """An hour from now, as requests write it."""
        found: dict[str, str] = self.practice.hour(after).model_dump(mode="json")
        return found

    def keyed(
        self, name: str, watched: list[str], other: dict[str, Any], /, **body: Any
    ) -> SampleCall:
        """A sample call with an idempotency key."""
        request = {"idempotency_key": key(), **body}
        return SampleCall(self.practice.person(name), request, watched, other)
