"""What `apply` does: a request that makes something, changes it, or grants a role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from tools.project.apis import Api
from tools.project.google import Google, RefusedError
from tools.project.matching import Json
from tools.project.sources import PolicyOf


class Change(Protocol):
    """Something that `apply` may do."""

    def do(self, google: Google, held: Json | None) -> None:
        """Do it to what is held, and wait until it is done.

        Raises:
            RefusedError: it was not taken.
            UnreadError: nobody answered.
        """


@dataclass(frozen=True)
class Request:
    """One request, whatever is held."""

    api: Api
    method: str
    resource: str
    body: Json = field(default_factory=dict)
    params: tuple[tuple[str, str], ...] = ()

    def do(self, google: Google, held: Json | None) -> None:
        """Send it."""
        google.change(self.api, self.method, self.resource, self.body, dict(self.params))


@dataclass(frozen=True)
class Patch:
    """Some fields of what is held, which has its own name where `resource` is empty."""

    api: Api
    body: Json
    mask: tuple[str, ...] = ()
    resource: str = ""
    method: str = "PATCH"

    def do(self, google: Google, held: Json | None) -> None:
        """Send the fields; what the service guards by an etag, with the etag that was read."""
        resource = self.resource or str((held or {})["name"])
        body = {**self.body, **self._guard(held or {})}
        params = {"updateMask": ",".join(self.mask)} if self.mask else None
        google.change(self.api, self.method, resource, body, params)

    def _guard(self, held: Json) -> Json:
        return {"etag": held["etag"]} if "etag" in held and not self.mask else {}


@dataclass(frozen=True)
class Grant:
    """A role for a member, beside all that the policy has.

    Attributes:
        first: what has Google make the member, for a service agent that may not be there yet.
    """

    policy: PolicyOf
    role: str
    member: str
    first: Request | None = None

    def do(self, google: Google, held: Json | None) -> None:
        """Add the member to the binding without a condition, or add the binding."""
        if held is None or not held.get("etag"):
            # Written without what was read of it, it would take the place of all that is granted.
            raise RefusedError(
                "its policy is not there, or came without an etag, and is not overwritten"
            )
        if self.first is not None:
            self.first.do(google, None)
        policy = dict(held)
        bindings = [dict(binding) for binding in policy.get("bindings", [])]
        open_ = [b for b in bindings if b["role"] == self.role and not b.get("condition")]
        if open_:
            open_[0]["members"] = [*open_[0].get("members", []), self.member]
        else:
            bindings.append({"role": self.role, "members": [self.member]})
        self.policy.write(google, {**policy, "bindings": bindings})


@dataclass(frozen=True)
class RecordReads:
    """Data access logs of one service, beside those that the policy has."""

    policy: PolicyOf
    service: str
    kinds: tuple[str, ...]

    def do(self, google: Google, held: Json | None) -> None:
        """Add the kinds of logs."""
        policy = dict(held or {})
        configs = list(policy.get("auditConfigs", []))
        mine: Json = next((c for c in configs if c["service"] == self.service), {})
        there = mine.get("auditLogConfigs", [])
        more = [{"logType": kind} for kind in self.kinds if not _exempt_nobody(there, kind)]
        kept = [each for each in there if each["logType"] not in {m["logType"] for m in more}]
        changed = {"service": self.service, "auditLogConfigs": [*kept, *more]}
        others = [c for c in configs if c["service"] != self.service]
        self.policy.write(google, {**policy, "auditConfigs": [*others, changed]})


@dataclass(frozen=True)
class Members:
    """A list of texts: some of them in, some out, and the others as they are."""

    api: Api
    resource: str
    name: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]

    def do(self, google: Google, held: Json | None) -> None:
        """Send the list."""
        there = [each for each in (held or {}).get(self.name, []) if each not in self.lacks]
        body = {self.name: [*there, *(each for each in self.has if each not in there)]}
        google.change(self.api, "PATCH", self.resource, body, {"updateMask": self.name})


def _exempt_nobody(configs: Iterable[Json], kind: str) -> bool:
    return any(c["logType"] == kind and not c.get("exemptedMembers") for c in configs)
