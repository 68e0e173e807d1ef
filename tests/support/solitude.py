"""A database of a test's own on the running emulators: for what looks at a whole collection."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass, field
from typing import Any

from google.auth.credentials import AnonymousCredentials
from google.cloud import firestore

from core.access import SYSTEM, Caller
from core.context import Context
from core.store import Store
from tests.support.moments import Clock


def _project() -> str:
    return f"demo-own-{uuid.uuid4().hex[:12]}"


@dataclass
class Solitude:
    """An empty project, its client and a clock that stands."""

    project: str = field(default_factory=_project)
    clock: Clock = field(default_factory=Clock)
    client: Any = field(init=False)

    def __post_init__(self) -> None:
        self.client = firestore.Client(self.project, credentials=AnonymousCredentials())

    def ctx(self, caller: Caller = SYSTEM, store: Store | None = None) -> Context:
        """The surroundings of an act, with a tally of its own."""
        return Context(store or Store(self.client), caller, self.clock)

    @property
    def environment(self) -> dict[str, str]:
        """What makes another process work in it."""
        named = {"GCLOUD_PROJECT": self.project, "GOOGLE_CLOUD_PROJECT": self.project}
        return {**os.environ, **named, "FIREBASE_CONFIG": json.dumps({"projectId": self.project})}
