"""Drawing actions: who does what next, in which way, and what goes wrong with it."""

from __future__ import annotations

from collections import Counter, deque
from typing import Any

from core.access import Role
from tests.soak.world import scans
from tests.soak.world.actions import Acting, Action
from tests.soak.world.chance import drawn
from tests.soak.world.clock import BEGIN
from tests.soak.world.forms import shape_of, valid
from tests.soak.world.habits import RATES, pause
from tests.soak.world.knowledge import Knowledge
from tests.soak.world.people import Facts, Person, standing
from tests.soak.world.requests import Drawing

#: Whose documents another release adds a field to: those that live long and are changed.
NEWER = frozenset(
    {"users", "clinics", "cases", "visits", "orders", "consents", "wallets", "tickets"}
)
FIRST_NAMES = ("Asha", "Ravi", "Meera", "Imran", "Latha", "Joseph", "Noor", "Kiran", "Divya", "Om")


class Driver:
    """Draws what happens next in a world, from its seed and what stands there."""

    def __init__(
        self, acting: Acting, seed: int, *, clinics: int, labs: int, operators: int
    ) -> None:
        self.acting, self.seed = acting, seed
        self._at, self._number = 60.0, 0
        self._used: Counter[tuple[str, str]] = Counter()
        self._tried: Counter[tuple[str, str]] = Counter()
        self._failed: Counter[tuple[str, str]] = Counter()
        self._keys: list[str] = []
        self._shapes: dict[str, deque[dict[str, Any]]] = {}
        self._specs = acting.engine.deployment.specs
        self._names = sorted(self._specs)
        self._ahead: list[Action] = list(self._opening(clinics, labs, operators))

    # --- the first morning ------------------------------------------------------------------------

    def _opening(self, clinics: int, labs: int, operators: int) -> Any:
        admins = []
        for n in range(3):
            action = self._newcomer(f"admin{n}")
            admins.append(action["who"])
            yield action
            yield {"do": "appoint", "who": action["who"]}
        roles = ["clinic"] * clinics + ["lab"] * labs + ["operator"] * operators
        for n, role in enumerate(roles):
            action = self._newcomer(f"{role}{n}")
            yield action
            example = self._specs["accounts/register_account"].request.example
            data = {**example, "role": role}
            data["organisation"] = {**example["organisation"], "name": f"{role} {n}"}
            if role == "operator":
                del data["organisation"]
            yield self._calling(action["who"], "accounts/register_account", data)
            yield self._calling(admins[0], "accounts/approve_account", {"uid": action["who"]})

    def _newcomer(self, name: str) -> Action:
        uid = f"{name}x{drawn(self.seed, 'uid', name).getrandbits(60):015x}"
        first = FIRST_NAMES[drawn(self.seed, name).randrange(len(FIRST_NAMES))]
        email = f"{name}@people.example.com"
        return {
            "do": "sign_up", "who": uid, "name": f"{first} Zz{name}", "email": email,
            "verified": not name.endswith("7"),
        }  # fmt: skip

    def _calling(self, who: str, name: str, data: Any) -> Action:
        self._number += 1
        return {"do": "call", "id": f"a{self._number}", "who": who, "name": name, "data": data}

    # --- every other step -------------------------------------------------------------------------

    def next(self) -> Action:
        """Draw the next action; its time is later than that of the one before."""
        chance = drawn(self.seed, "step", self._number, round(self._at, 3))
        if self._ahead:
            action = self._ahead.pop(0)
            self._at += 2
        else:
            now = self.acting.engine.time.now()
            self._at = max(self._at, (now - BEGIN).total_seconds())
            self._at += max(0.5, chance.expovariate(1 / pause(now)))
            action = self._drawn(chance)
        return {"at": round(self._at, 3), **action}

    def _drawn(self, chance: Any) -> Action:
        self._number += 1
        if action := self._befalling(chance) or (
            (chance.random() < 0.12 and self._elsewhere(chance)) or None
        ):
            return action
        action = self._call_of(self._somebody(chance), chance)
        self._trouble(action, chance)
        return action

    def _befalling(self, chance: Any) -> Action | None:
        """Draw what befalls the platform, or comes from nobody yet there; mostly nothing."""
        roll = chance.random()
        if roll < 0.012:
            return self._newcomer(f"new{self._number}")
        if roll < 0.014:
            what = chance.choice(["auth", "storage", "gateway"])
            return {"do": "fail", "what": what, "minutes": chance.choice([1, 5, 30])}
        if roll < 0.016:
            who = chance.choice(sorted(self.acting.people))
            moved: Action = {"do": "move_address", "who": who, "verified": chance.random() < 0.7}
            return {**moved, "email": f"moved{self._number}@people.example.com"}
        if roll < 0.019:
            there = self.acting.engine.db.documents
            roots = [p for p in there if p.count("/") == 1 and p.partition("/")[0] in NEWER]
            return {"do": "newer", "path": chance.choice(roots)}
        return None

    def _trouble(self, action: Action, chance: Any) -> None:
        """Have something go wrong with a call; mostly nothing does."""
        trouble = chance.random()
        if trouble < 0.03:
            kind = chance.choice(["dies-before", "dies-after", "aborted"])
            action["plan"] = [kind, chance.choice([0, 0, 0, 1, 2])]
        elif trouble < 0.05:
            action["lost"] = True
        elif trouble < 0.07:
            action["twice"] = True
        elif trouble < 0.13:
            self._number += 1
            action["plan"] = ["overtaken", chance.choice([0, 0, 1])]
            action["meanwhile"] = self._call_of(self._somebody(chance), chance)
        elif trouble < 0.16:
            action["anew"] = True

    def _somebody(self, chance: Any) -> Person:
        people = [self.acting.people[uid] for uid in sorted(self.acting.people)]
        db = self.acting.engine.db
        weights = []
        for person in people:
            now = standing(db, person)
            active = now.get("status") == "active"
            busy = {Role.OPERATOR: 2.5, Role.ADMIN: 2.0, Role.LAB: 1.5}.get(now.get("role"), 1.0)
            # Who was shut out a moment ago goes on trying.
            weights.append(busy if active else 0.8 if person.role else 0.15)
        found: Person = chance.choices(people, weights)[0]
        return found

    def _call_of(self, person: Person, chance: Any) -> Action:
        if person.token is None:
            person.renew(self.acting.engine.auth, self.acting.seconds)
        role = standing(self.acting.engine.db, person).get("role") or person.role
        mine = [n for n in self._names if self._may(n, role)]
        names = mine if mine and chance.random() < 0.93 else self._names
        weights = [RATES.get(name, 0.2 if _reads(name) else 1.0) for name in names]
        now = self.acting.engine.time.now()
        for _ in range(12):
            name = chance.choices(names, weights)[0]
            knows = Knowledge(self.acting.engine.db, person, chance)
            drawing = Drawing(
                chance, knows, now, self._liked, self._keys, self._shape(name, chance)
            )
            data, state = drawing.request(self._specs[name])
            if drawing.lacks and chance.random() > 0.02:
                weights[names.index(name)] = 0.0
                continue
            fit = not drawing.lacks and valid(self._specs[name].request, data)
            if fit or chance.random() < 0.02:
                break
        action = {"do": "call", "id": f"a{self._number}", "who": person.uid, "name": name}
        if name.endswith(("start_upload", "start_attachment")):
            self._sized(data, chance)
        if "idempotency_key" in data:
            self._keys = [*self._keys[-50:], data["idempotency_key"]]
        about = drawing.about
        return {**action, "data": data, "state": state, "about": about}

    def _may(self, name: str, role: str) -> bool:
        roles = self._specs[name].roles
        return roles is None or role in roles

    def _sized(self, data: dict[str, Any], chance: Any) -> None:
        kind = "image" if data.get("kind") == "image" else "scan"
        what = chance.choice([n for n in scans.NAMES if n.startswith(kind)])
        data["byte_size"] = len(scans.data(what))
        data["file_name"] = f"{what}.{'jpg' if kind == 'image' else 'stl'}"

    def _elsewhere(self, chance: Any) -> Action | None:
        """Something that no callable does: an upload into a slot, a payment, a bank's answer."""
        self._number += 1
        slots = self._slots(chance)
        gateway = self.acting.engine.gateway
        act: Action = {"do": "at_gateway", "id": f"a{self._number}"}
        if chance.random() < 0.1:
            act["unheard"] = True
        roll = chance.random()
        if roll < 0.6 and slots:
            who, each = chance.choice(slots)
            slot = self.acting.engine.db.documents.get(f"uploads/{each['upload_id']}", ({}, None))[
                0
            ]
            fits = [n for n in scans.NAMES if len(scans.data(n)) == slot.get("byte_size")]
            what = chance.choice(fits or list(scans.NAMES))
            return {"do": "upload", "who": who, "slot": each["upload_id"], "what": what}
        open_orders = [o for o, order in gateway.orders.items() if order["status"] != "paid"]
        if roll < 0.85 and open_orders:
            way = "pay" if chance.random() < 0.9 else "fail"
            return {**act, "path": f"orders/{chance.choice(open_orders)}/{way}"}
        if roll < 0.9 and gateway.payments:
            way = chance.choice(["refund", "dispute"])
            return {**act, "path": f"payments/{chance.choice(list(gateway.payments))}/{way}"}
        if roll < 0.93 and gateway.disputes:
            way = chance.choice(["review", "win", "lose", "close"])
            return {**act, "path": f"disputes/{chance.choice(list(gateway.disputes))}/{way}"}
        if roll < 0.97 and gateway.payouts.payouts:
            way = chance.choice(["processed", "failed", "reversed"])
            return {**act, "path": f"payouts/{chance.choice(list(gateway.payouts.payouts))}/{way}"}
        return {**act, "path": "settle"}

    def _slots(self, chance: Any) -> list[tuple[str, Facts]]:
        """Return the slots that somebody may fill just now, and now and then another one."""
        there, now = self.acting.engine.db.documents, self.acting.engine.time.now()
        found = []
        for person in self.acting.people.values():
            for each in list(person.remembered.get("upload_id", ()))[-6:]:
                slot = there.get(f"uploads/{each['upload_id']}", ({}, None))[0]
                opened = slot.get("open") and slot["uid"] == person.uid
                if (opened and slot["expires_at"] > now) or chance.random() < 0.01:
                    found.append((person.uid, each))
        return found

    # --- what was of use ------------------------------------------------------------------------

    def learn(self, action: Action, outcome: str) -> None:
        """Remember whether a call was of use in the state of what it was about."""
        if action["do"] == "call" and "state" in action:
            of = (action["name"], action["state"])
            self._tried[of] += 1
            self._used[of] += outcome == "ok"
            if outcome != "ok":
                self._failed.update((action["name"], each) for each in action["about"])
            else:
                model = self._specs[action["name"]].request
                shape = shape_of(model, action["data"])
                self._shapes.setdefault(action["name"], deque(maxlen=12)).append(shape)

    def _shape(self, name: str, chance: Any) -> dict[str, Any] | None:
        shapes = self._shapes.get(name)
        if chance.random() < 0.35:
            return None
        if not shapes:
            return dict.fromkeys(self._specs[name].request.example)
        found: dict[str, Any] = chance.choice(list(shapes))
        return found

    def _liked(self, name: str, which: str, each: Facts) -> float:
        """Say how likely a call is of use with a thing in its state; less where it was of none."""
        of = (name, str(each.get("state", each.get("status", ""))))
        use: float = 0.1 + (self._used[of] + 1) / (self._tried[of] + 1)
        return use * 0.35 ** self._failed[name, which]


def _reads(name: str) -> bool:
    return name.partition("/")[2].startswith(("get_", "list_", "show_"))
