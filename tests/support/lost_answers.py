"""A Firestore client that commits, and does not hear that it did."""

from __future__ import annotations

from typing import Any

from google.api_core import exceptions
from google.cloud.firestore import Client, WriteBatch


class LostAnswer(WriteBatch):
    """A batch that commits, but whose answer says that it did not."""

    def commit(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Commit, and say otherwise."""
        super().commit(*args, **kwargs)
        raise exceptions.Aborted("the answer was lost")  # type: ignore[no-untyped-call]


class LosingClient:
    """A client that loses the answer to its first commit."""

    def __init__(self, client: Client) -> None:
        self._client, self.lost = client, 0

    def batch(self) -> WriteBatch:
        """The first batch is the one whose answer is lost."""
        self.lost += 1
        return LostAnswer(self._client) if self.lost == 1 else self._client.batch()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)
