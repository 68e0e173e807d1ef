"""An oracle of who may do and see what, beside the code: from the policy and docs/data_map.md.

It knows roles, standing and whose a document is; of callables it reads what their declarations say
of roles, and the data map says who may see what. What Firestore's rules let through is for the
matrix of rules, which asks the rules themselves.
"""

from __future__ import annotations

import json
import re
from typing import Any

from core.documents import Document
from core.privacy import Viewer
from tests.soak.world.actions import Acting, Action
from tests.soak.world.invariants.base import every, must, now_at
from tests.soak.world.knowledge import placeholder
from tests.soak.world.people import Person

#: The name of a patient of a clinic, as the world writes it: whose, and which.
PATIENT = re.compile(r"Zp(\w{8})n\d+")
#: The address of somebody with an account.
PERSON = re.compile(r"[a-z]+\d+@people\.example\.com")
#: What counts and remembers requests, and marks of the books' own.
_TRACES = ("requests/", "link_counts/")
_MARKS = frozenset({"turn", "invoiced", "vouchered", "claims_at"})


class Oracle:
    """Hears each answer, and holds it to what the asker may do and see."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._keys: set[Any] = set()
        self._models = {
            placeholder(m): m for m in Document.registry if m.path.count("{") == 1 and m.readers
        }

    def hear(
        self,
        person: Person,
        action: Action,
        token: Any,
        outcome: str,
        answer: Any,
        links: list[Any],
    ) -> None:
        """Check one answer; what is wrong breaks an invariant."""
        where = f"{action['name']} by {person.uid} ({action['id']})"
        self._names_nobody_else(person, token, answer, where)
        self._let(person, action, token, outcome, answer, links, where)
        self._keys.add(action["data"].get("idempotency_key"))

    def _let(
        self,
        person: Person,
        action: Action,
        token: Any,
        outcome: str,
        answer: Any,
        links: list[Any],
        where: str,
    ) -> None:
        if outcome != "ok":
            return
        if "meanwhile" not in action:
            self._was_let_in(person, action, token, where)
            # What was begun before, and is ended now, is on record from then.
            key = action["data"].get("idempotency_key")
            if key is None or key not in self._keys:
                self._is_on_record(person, token, answer, where)
        self._is_its_own(token, action, where)
        # Links that another call was given amid this one are heard with that one.
        for name, _, _ in links if "meanwhile" not in action else ():
            self._may_fetch(token, name, where)

    def repeat(self, action: Action, first: Any, outcome: str, second: Any) -> None:
        """A retry under its key gets the first answer, and nothing is done again (decision 5)."""
        if "idempotency_key" not in action["data"] or "meanwhile" in action:
            return
        where = f"{action['name']} ({action['id']})"
        same = outcome == "ok" and first == second
        must(same or self._acting.engine.troubled, "retry-same", f"{outcome}, {second}: {where}")

    def _was_let_in(self, person: Person, action: Action, token: Any, where: str) -> None:
        """Who is let in is active just now, with the role that the token says (decision 2)."""
        roles = self._acting.engine.deployment.specs[action["name"]].roles
        if roles is None:
            return
        before = self._acting.engine.last.get(f"users/{person.uid}")
        now = before or now_at(self._acting, f"users/{person.uid}") or {}
        same = now.get("role") == token.get("role") and now.get("org") == token.get("org")
        let = now.get("status") == "active" and same and now.get("role") in roles
        must(let, "let-in", f"{now.get('status')} {now.get('role')}: {where}")

    def _names_nobody_else(self, person: Person, token: Any, answer: Any, where: str) -> None:
        """A patient's name reaches the own clinic, and a lab with which the clinic shares it."""
        for found in PATIENT.finditer(json.dumps(answer, default=str, ensure_ascii=False)):
            org = str((token or {}).get("org", ""))
            if org.startswith(found[1]) and token.get("role") == "clinic":
                continue
            shared = any(
                order["lab_id"] == org and found[0] in json.dumps(order["patient"])
                for _, order in every(self._acting, "orders")
            )
            must(shared and token.get("role") == "lab", "names-patient", f"{found[0]}: {where}")

    def _is_its_own(self, token: Any, action: Action, where: str) -> None:
        """What somebody's act names is its organisation's or its own, unless an admin acts."""
        if token.get("role") == "admin":
            return
        for name, value in action["data"].items():
            model = self._models.get(name)
            if model is None or not isinstance(value, str) or Viewer.ANY_CLINIC in model.readers:
                continue
            path = model.path_for(value)
            before = self._acting.engine.last.get(path)
            now = now_at(self._acting, path)
            if before is None and now is None:
                continue
            seen = any(sees(token, value, each) for each in (before, now) if each)
            must(seen, "its-own", f"{path}: {where}")

    def _is_on_record(self, person: Person, token: Any, answer: Any, where: str) -> None:
        """What changes something, or shows an admin a person, is on record (decisions 23, 24)."""
        touched = self._acting.engine.last
        own = {f"{c}/{person.uid}" for c in ("users", "preferences", "operators")}
        changed = {p for p in touched if not p.startswith(_TRACES)} - own
        changed = {p for p in changed if self._says_more(p)}
        others = set(PERSON.findall(json.dumps(answer, default=str))) - {token.get("email")}
        looked = token.get("role") == "admin" and others
        entries = [now_at(self._acting, p) or {} for p in touched if p.startswith("audit/")]
        told = any(entry.get("actor") == person.uid for entry in entries)
        repeated = not touched
        must(told or repeated or not changed, "on-record", f"{sorted(changed)[:4]}: {where}")
        if looked:
            must(told, "looks-on-record", where)

    def _says_more(self, path: str) -> bool:
        """Tell whether more than a mark of the books' own changed."""
        before, now = self._acting.engine.last[path], now_at(self._acting, path)
        if before is None or now is None:
            return before is not now
        return any(before.get(k) != now.get(k) for k in {*before, *now} - _MARKS)

    def _may_fetch(self, token: Any, name: str, where: str) -> None:
        """A link to a patient's file is for the own clinic, or a lab that the clinic sent it to."""
        parts = name.split("/")
        if parts[0] not in {"cases", "consents"}:
            return
        if token.get("role") == "clinic":
            must(token.get("org") == parts[1], "link-of-another", f"{name}: {where}")
            return
        sent = any(
            order["lab_id"] == token.get("org")
            and any(f["file_id"] == parts[3] for f in order["files"])
            for _, order in every(self._acting, "orders")
        )
        must(sent and token.get("role") == "lab", "link-of-another", f"{name}: {where}")


def sees(token: Any, own_id: str, fields: dict[str, Any]) -> bool:
    """Tell whether a document is somebody's: by its own id, or the ids that it names."""
    mine = {token["uid"], token.get("org"), str(token.get("email", "")).lower()} - {None, ""}
    named = {own_id} | {
        value
        for name, value in fields.items()
        if isinstance(value, str)
        and name
        in {"uid", "org", "clinic_id", "lab_id", "assignee", "operator", "email", "wallet_id"}
    }
    return bool(mine & named)
