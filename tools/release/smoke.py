"""Asks a released project through what everybody can reach, without signing in.

Every question has one right answer, a refusal mostly, so that nothing is read or changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import requests

from core.errors import SignInRequired
from core.settings import RAZORPAY_KEY_ID
from tools import deployed
from tools.release import settings

if TYPE_CHECKING:
    from core.router import Router

_SECONDS = 60
#: What Hosting's reserved address says of the project: https://firebase.google.com/docs/hosting/reserved-urls
_INIT = "/__/firebase/init.json"


@dataclass(frozen=True)
class Addresses:
    """Where a project answers.

    Attributes:
        functions: what a function's name follows.
        hosting: the console.
        firestore: Firestore's interface for clients, under the rules.
        storage: Storage's, under its rules.
        private: whether the platform keeps strangers from functions that only Google calls. The
            emulators do not.
    """

    functions: str
    hosting: str
    firestore: str
    storage: str
    private: bool = True

    @classmethod
    def of(cls, project: str, region: str) -> Addresses:
        """Return those of a real project."""
        return cls(
            f"https://{region}-{project}.cloudfunctions.net",
            f"https://{project}.web.app",
            "https://firestore.googleapis.com",
            "https://firebasestorage.googleapis.com",
        )

    @classmethod
    def at(cls, url: str) -> Addresses:
        """Return those of a stand-in that has everything at one address."""
        return cls(f"{url}/functions", f"{url}/hosting", f"{url}/firestore", f"{url}/storage")


@dataclass(frozen=True)
class Smoke:
    """The questions to one project.

    Attributes:
        addresses: where it answers.
        project: its id.
        given: the settings that it was released with.
        hosting: what firebase.json says of hosting.
    """

    addresses: Addresses
    project: str
    given: Mapping[str, str]
    hosting: Mapping[str, Any]

    def faults(self) -> list[str]:
        """Return what answers otherwise than it has to, a sentence each."""
        with requests.Session() as session:
            checks = (self._callables, self._private, self._webhook, self._console, self._rules)
            return [fault for check in checks for fault in check(session)]

    def _callables(self, session: requests.Session) -> Iterator[str]:
        """One callable of each function: that its code is there and refuses strangers."""
        for router in deployed.routers():
            name = _first(router)
            answer = _asked(session, "POST", f"{self.addresses.functions}/{name}", {"data": {}})
            said = answer.body.get("error", {})
            reason = said.get("details", {}).get("reason")
            # Where App Check is enforced, the platform's library refuses before our code is asked.
            enforced = settings.value(self.given, "SCANNER_ENFORCE_APP_CHECK")
            if (answer.status, said.get("status")) != (401, "UNAUTHENTICATED") or (
                reason != SignInRequired.reason and not enforced
            ):
                yield f"{name} without signing in: {answer.status} {reason or said}, not 401"

    def _private(self, session: requests.Session) -> Iterator[str]:
        """What only Cloud Tasks may call."""
        if not self.addresses.private:
            return
        for name, function in deployed.functions().items():
            if function.__firebase_endpoint__.taskQueueTrigger is None:
                continue
            answer = _asked(session, "POST", f"{self.addresses.functions}/{name}", {"data": {}})
            if answer.status not in {401, 403}:
                yield f"{name} answers a stranger with {answer.status}, not 403"

    def _webhook(self, session: requests.Session) -> Iterator[str]:
        """An event that the payment gateway did not sign. Without a gateway nothing is taken in."""
        wanted = 401 if settings.value(self.given, RAZORPAY_KEY_ID.name) else 503
        url = f"{self.addresses.functions}/wallet_receive_payment"
        answer = _asked(session, "POST", url, {})
        if answer.status != wanted:
            yield f"wallet_receive_payment, unsigned: {answer.status}, not {wanted}"

    def _console(self, session: requests.Session) -> Iterator[str]:
        """The console's page, with all the headers that firebase.json has for every page."""
        answer = _asked(session, "GET", f"{self.addresses.hosting}/")
        if answer.status != 200:
            yield f"the console: {answer.status}, not 200"
            return
        for name, value in _headers(self.hosting).items():
            if answer.headers.get(name) != value:
                yield f"the console's header {name} is {answer.headers.get(name)!r}, not {value!r}"
        init = _asked(session, "GET", f"{self.addresses.hosting}{_INIT}").body
        if init.get("projectId") != self.project:
            yield f"the console would connect to {init.get('projectId')}, not {self.project}"
        called = _asked(session, "GET", f"{self.addresses.hosting}/settings.json").body.get(
            "region"
        )
        if called != (region := settings.region(self.given)):
            yield f"web/public/settings.json has functions in {called}, and not in {region}"

    def _rules(self, session: requests.Session) -> Iterator[str]:
        """A read of a document and of an object that no stranger may see."""
        init = _asked(session, "GET", f"{self.addresses.hosting}{_INIT}").body
        document = f"v1/projects/{self.project}/databases/(default)/documents/users/nobody"
        answer = _asked(session, "GET", f"{self.addresses.firestore}/{document}")
        if answer.status != 403:
            yield f"a stranger's read of Firestore: {answer.status}, not 403"
        thing = f"v0/b/{init.get('storageBucket')}/o/landing%2Fnobody%2Fnothing%2Foriginal"
        answer = _asked(session, "GET", f"{self.addresses.storage}/{thing}")
        if answer.status != 403:
            yield f"a stranger's read of Storage: {answer.status}, not 403"


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: dict[str, Any]


def _asked(
    session: requests.Session, method: str, url: str, data: dict[str, Any] | None = None
) -> _Answer:
    """Ask; who does not answer has the status 0."""
    try:
        answer = session.request(method, url, json=data, timeout=_SECONDS)
    except requests.RequestException:
        return _Answer(0, {}, {})
    try:
        body = answer.json()
    except ValueError:
        body = None
    return _Answer(answer.status_code, answer.headers, body if isinstance(body, dict) else {})


def _first(router: Router) -> str:
    callables = next(iter(router.modules.values()))
    return f"{router.function}/{callables[0]}"


def _headers(hosting: Mapping[str, Any]) -> dict[str, str]:
    """Return the headers that firebase.json has for every page."""
    rules = [rule["headers"] for rule in hosting["headers"] if rule["source"] == "**"]
    return {header["key"]: header["value"] for rule in rules for header in rule}
