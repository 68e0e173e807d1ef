"""Who is there: people with an account in Auth, the token of their app, what it remembers."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from core.access import Role, Status
from core.privacy import Viewer
from tests.soak.world.doubles.accounts import MemoryAuth
from tests.support.memory_firestore import MemoryFirestore

#: What an app knows of one thing: names of fields and values, ids among them.
Facts = dict[str, Any]


@dataclass
class Person:
    """Somebody with an app.

    Attributes:
        uid: the account in Auth.
        signed_in: when, in seconds; each token is of that sign-in.
        token: the claims of the ID token that the app holds; None where it has none.
        remembered: what answers told, the last of it, by the names of ids.
    """

    uid: str
    name: str
    signed_in: int = 0
    token: dict[str, Any] | None = None
    remembered: dict[str, deque[Facts]] = field(default_factory=dict)
    #: What answers told last of anything else.
    told: Facts = field(default_factory=dict)

    @property
    def role(self) -> str:
        """What the token says."""
        return str((self.token or {}).get("role", ""))

    @property
    def org(self) -> str:
        """Likewise."""
        return str((self.token or {}).get("org", ""))

    def renew(self, auth: MemoryAuth, now: int, *, anew: bool = False) -> None:
        """Take a token: of the sign-in that there is, or of another one."""
        token = None if anew else auth.token(self.uid, self.signed_in)
        if token is None and self.uid in auth.accounts:
            self.signed_in = auth.accounts[self.uid].signed_in = now
            token = auth.token(self.uid, now)
        self.token = token

    def remember(self, answer: Any, **around: Any) -> None:
        """Keep what an answer tells of things that have ids."""
        if isinstance(answer, list):
            for each in answer[:10]:
                self.remember(each, **around)
        if not isinstance(answer, dict):
            return
        facts = {k: v for k, v in answer.items() if isinstance(v, str | int | list) and k != "text"}
        named = {k: v for k, v in facts.items() if is_id(k)}
        if not named:
            self.told |= {k: v for k, v in facts.items() if isinstance(v, int)}
        for name in named:
            self.remembered.setdefault(name, deque(maxlen=24)).append({**around, **facts})
        for each in answer.values():
            if isinstance(each, dict | list):
                self.remember(each, **{**around, **named})


def is_id(name: str) -> bool:
    """Tell whether a field names something by its id."""
    return name.endswith("_id") or name in {"uid", "org"}


def standing(db: MemoryFirestore, person: Person) -> dict[str, Any]:
    """Return the account's document as it stands; empty where there is none."""
    return db.documents.get(f"users/{person.uid}", ({}, None))[0]


def viewed_as(db: MemoryFirestore, person: Person) -> set[Viewer]:
    """Return as whom somebody may ask for lists, by the account as it stands now."""
    now = standing(db, person)
    found = {Viewer.SUBJECT}
    agrees = person.role == (now.get("role") or "") and person.org == (now.get("org") or "")
    if now.get("status") != Status.ACTIVE or not agrees:
        return found
    found.add(Viewer.ACTIVE_SUBJECT)
    match now.get("role"):
        case Role.CLINIC:
            found |= {Viewer.CLINIC, Viewer.ANY_CLINIC}
        case Role.LAB:
            found.add(Viewer.LAB)
        case Role.OPERATOR:
            found.add(Viewer.OPERATOR)
        case Role.ADMIN:
            found.add(Viewer.ADMIN)
    if now.get("owner"):
        found.add(Viewer.ORG_OWNER)
    return found
