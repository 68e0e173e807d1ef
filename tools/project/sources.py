"""Where a line is read: a resource, one among others that a service names itself, or a policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tools.project.apis import IAM, PROJECTS, STORAGE, Api
from tools.project.google import Google
from tools.project.matching import Json, matches

_VERSION = 3


class Source(Protocol):
    """Where something is read."""

    def read(self, google: Google) -> Json | None:
        """Return it, or None where it is missing.

        Raises:
            UnreadError: it could not be read.
        """


@dataclass(frozen=True)
class One:
    """A resource whose name is known."""

    api: Api
    resource: str

    def read(self, google: Google) -> Json | None:
        """Return it. One request."""
        return google.get(self.api, self.resource)


@dataclass(frozen=True)
class All:
    """A collection. Its answer has the members below `key`."""

    api: Api
    resource: str
    key: str
    params: tuple[tuple[str, str], ...] = ()

    def read(self, google: Google) -> Json | None:
        """Return it as `{key: members}`. A request for each page."""
        return {self.key: google.pages(self.api, self.resource, self.key, dict(self.params))}


@dataclass(frozen=True)
class RulesInForce:
    """The ruleset that a service holds requests to now: `resource` is its release, by name."""

    api: Api
    resource: str

    def read(self, google: Google) -> Json | None:
        """Return the ruleset. Two requests: the release names it."""
        release = google.get(self.api, self.resource)
        return None if release is None else google.get(self.api, str(release["rulesetName"]))


@dataclass(frozen=True)
class PolicyOf:
    """Who may do what with a resource."""

    api: Api
    resource: str

    def read(self, google: Google) -> Json | None:
        """Return it, with the conditions of its bindings. One request.

        Version 3 is asked for: an older one hides conditions, and writing it back removes them.
        """
        if self.api == PROJECTS:
            options = {"options": {"requestedPolicyVersion": _VERSION}}
            return google.ask(self.api, f"{self.resource}:getIamPolicy", body=options)
        if self.api == STORAGE:
            params = {"optionsRequestedPolicyVersion": str(_VERSION)}
            return google.get(self.api, f"{self.resource}/iam", params)
        params = {"options.requestedPolicyVersion": str(_VERSION)}
        ask = google.ask if self.api == IAM else google.get
        return ask(self.api, f"{self.resource}:getIamPolicy", params)

    def write(self, google: Google, policy: Json) -> None:
        """Write it. Its etag refuses what was changed meanwhile.

        Raises:
            RefusedError: it was not taken.
        """
        policy = {**policy, "version": _VERSION}
        if self.api == STORAGE:
            google.change(self.api, "PUT", f"{self.resource}/iam", policy)
        else:
            google.change(self.api, "POST", f"{self.resource}:setIamPolicy", {"policy": policy})


def among(held: Json | None, key: str, marks: Json) -> Json | None:
    """Return the member of a collection that bears some marks."""
    members = (held or {}).get(key, [])
    return next((each for each in members if matches(marks, each)), None)
