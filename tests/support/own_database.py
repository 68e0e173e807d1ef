"""A database of a test's own on the running emulators: for what looks at a whole collection."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from google.auth.credentials import AnonymousCredentials
from google.cloud import firestore

from core.access import SYSTEM, Caller
from core.context import Context
from core.store import Store
from tests.support.moments import Clock
from tests.support.projects import fresh


@dataclass
class OwnDatabase:
    """An empty project, its client and a clock that stands."""

    variables: dict[str, str] = field(default_factory=lambda: fresh("own"))
    clock: Clock = field(default_factory=Clock)
    client: Any = field(init=False)

    def __post_init__(self) -> None:
        project = self.variables["GCLOUD_PROJECT"]
        self.client = firestore.Client(project, credentials=AnonymousCredentials())

    def ctx(self, caller: Caller = SYSTEM, store: Store | None = None) -> Context:
        """The surroundings of an act, with a tally of its own."""
        return Context(store or Store(self.client), caller, self.clock)

    @property
    def environment(self) -> dict[str, str]:
        """What makes another process work in it."""
        return os.environ | self.variables
