"""What the tests of the command line share: a target that is entered without a network."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tools.scannerctl import session
from tools.scannerctl.target import Target

HOSTS = {"FIRESTORE_EMULATOR_HOST": "h:1", "FIREBASE_AUTH_EMULATOR_HOST": "h:2"}


@dataclass
class Aim:
    """Where the commands of a test go."""

    emulated: bool = False

    @property
    def target(self) -> Target:
        """A real project, or emulators."""
        name = "demo-scanner" if self.emulated else "scanner-prod"
        return Target(name, self.emulated, HOSTS if self.emulated else {})


@pytest.fixture
def aim(monkeypatch: pytest.MonkeyPatch) -> Aim:
    """A real project, until a test aims elsewhere."""
    found = Aim()
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(session, "resolve", lambda *_: found.target)
    monkeypatch.setattr(session, "firebase_app", lambda: None)
    monkeypatch.setattr(session, "firestore_client", lambda: None)
    monkeypatch.setattr(Target, "enter", lambda _self: None)
    return found
