"""Doing what an action says: actions are plain data, so that a sequence of them is a script."""

from __future__ import annotations

import copy
import json
from collections import Counter
from datetime import timedelta
from typing import Any

from google.api_core.exceptions import ServiceUnavailable

from accounts import decisions
from accounts.identity import FirebaseIdentity
from core.access import Caller, Role
from core.clock import SystemClock
from core.context import Context
from core.store import Store
from tests.soak.world import scans
from tests.soak.world.clock import BEGIN
from tests.soak.world.engine import Engine
from tests.soak.world.faults import InstanceDiedError, Plan
from tests.soak.world.people import Person, is_id
from tools.gateway import RefusedError

#: An action: when, in seconds from the beginning, who, what, and with what.
Action = dict[str, Any]


class Acting:
    """The people of a world on its platform."""

    def __init__(self, seed: int, *, faults: bool = True) -> None:
        self.engine = Engine(seed, faults=faults)
        self.people: dict[str, Person] = {}
        self.outcomes: Counter[tuple[str, str]] = Counter()
        #: Told of each answer: who, which callable, what was sent, the outcome and the answer.
        self.heard: Any = lambda *_: None
        #: Told of a request that was sent again after it was done: the two outcomes and answers.
        self.repeated: Any = lambda *_: None
        self.lines: Counter[str] = Counter()
        #: Documents into which another release stored something, and when they were made.
        self.newer: dict[str, Any] = {}

    def perform(self, action: Action) -> str:
        """Do it at its time, whatever is due before; returns its outcome."""
        self.engine.advance(BEGIN + timedelta(seconds=action["at"]))
        return self._do(action)

    def _do(self, action: Action) -> str:
        found: str = getattr(self, f"_{action['do']}")(action)
        return found

    @property
    def seconds(self) -> int:
        """The time in seconds since 1970."""
        return int(self.engine.time.now().timestamp())

    # --- what people do --------------------------------------------------------------------------

    def _sign_up(self, action: Action) -> str:
        person = Person(action["who"], action["name"])
        self.people[person.uid] = person
        self.engine.auth.sign_up(person.uid, action["email"], verified=action["verified"])
        person.renew(self.engine.auth, self.seconds, anew=True)
        return "ok"

    def _appoint(self, action: Action) -> str:
        caller = Caller("command-line", "", email_verified=False, role=Role.ADMIN)
        email = self.engine.auth.accounts[action["who"]].email
        store = Store(self.engine.db)  # type: ignore[arg-type]
        ctx = Context(store, caller, SystemClock())
        who, name = action["who"], self.people[action["who"]].name
        self.engine.act(
            f"appoint:{who}", lambda: decisions.appoint(ctx, FirebaseIdentity(), who, name, email)
        )
        return "ok"

    def _call(self, action: Action) -> str:
        person = self.people.get(action["who"])
        if person is None:
            return "nobody"
        now = self.seconds
        if person.token is None or person.token["exp"] <= now or action.get("anew"):
            person.renew(self.engine.auth, now, anew=bool(action.get("anew")))
        outcome, first = self._called(person, action, Plan(*action.get("plan", ("", 0))))
        if outcome in {"died", "lost"} or action.get("twice"):
            done, before = outcome in {"lost", "ok"}, outcome
            outcome, second = self._called(person, action, Plan(), again=True)
            if done:
                self.repeated(action, first, outcome, second)
            outcome = outcome if before == "died" else "ok" if done else outcome
        if outcome == "claims-stale":
            person.token = None
        return outcome

    def _called(
        self, person: Person, action: Action, plan: Plan, *, again: bool = False
    ) -> tuple[str, Any]:
        name, data = action["name"], copy.deepcopy(action["data"])
        other = action.get("meanwhile")
        meanwhile = (lambda: self._do(other)) if other and not again else None
        act = f"{action['id']}{'+' if again else ''}"
        token, links = person.token, self.engine.storage.links
        before = len(links)
        try:
            outcome, answer = self.engine.act(
                act, lambda: self.engine.call(name, token, data), plan, meanwhile
            )
        except InstanceDiedError:
            self.outcomes[name, "(died)"] += 1
            self.heard(person, action, token, "died", None, [])
            return "died", None
        self.outcomes[name, outcome] += 1
        self.heard(person, action, token, outcome, answer, links[before:])
        if outcome == "ok" and action.get("lost") and not again:
            self.engine.faults.counted["answer lost"] += 1
            return "lost", answer
        if outcome == "ok" or isinstance(answer, dict):  # a refusal may say what is so now
            person.remember(answer, **{k: v for k, v in data.items() if v and is_id(k)})
        return outcome, answer

    def _upload(self, action: Action) -> str:
        """Send a file into a slot, if the rules let it: what storage.rules says."""
        slot = self.engine.db.documents.get(f"uploads/{action['slot']}", (None, None))[0]
        data = scans.data(action["what"])
        name = f"landing/{action['who']}/{action['slot']}/original"
        bucket = self.engine.storage.bucket("world-landing")
        now = self.engine.time.now()
        if (
            slot is None
            or slot["uid"] != action["who"]
            or not slot["open"]
            or slot["expires_at"] <= now
            or slot["byte_size"] != len(data)
            or name in bucket.objects
        ):
            return "denied"
        try:
            bucket.put(name, data, slot["content_types"][0])
        except ServiceUnavailable:
            return "failed"
        return "ok"

    def _at_gateway(self, action: Action) -> str:
        """What a person or a bank does at the gateway: pay, fail, refund, dispute, settle."""
        try:
            query = {"unheard": ["1"]} if action.get("unheard") else {}
            self.engine.act(action["id"], lambda: self.engine.gateway.act_on(action["path"], query))
        except RefusedError:
            return "refused"
        return "ok"

    def _move_address(self, action: Action) -> str:
        account = self.engine.auth.accounts.get(action["who"])
        if account is None:
            return "nobody"
        account.email, account.email_verified = action["email"], action["verified"]
        return "ok"

    # --- what befalls the platform -------------------------------------------------------------

    def _newer(self, action: Action) -> str:
        """Another release, before or beside this one, stores a field that this does not know."""
        path, db = action["path"], self.engine.db
        if path not in db.documents:
            return "gone"
        batch = db.batch()
        batch.update(db.document(path), {"zz_later": {"kept": True}})
        batch.commit()
        self.newer[path] = db.made.get(path)
        self.engine.faults.counted["newer field"] += 1
        return "ok"

    def _fail(self, action: Action) -> str:
        self.engine.fail(action["what"], action["minutes"])
        return "ok"


def script(seed: int, actions: list[Action], faults: bool) -> str:
    """Return a program that plays these actions."""
    lines = "\n".join(f"    {json.dumps(each)!r}," for each in actions)
    return (
        '"""A sequence that breaks an invariant: PYTHONPATH=functions:. python THIS."""\n\n'
        "from tests.soak.world.replay import replay\n\n"
        f"ACTIONS = [\n{lines}\n]\n\n"
        f"replay({seed}, ACTIONS, faults={faults})\n"
    )
