"""Requests drawn from their models: by the types of fields, the examples, and what an app knows."""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from core.access import Role
from core.callables import Spec
from core.clock import IST
from core.machines import Machine, Party
from tests.soak.world.forms import adapter, ids, plain
from tests.soak.world.knowledge import Knowledge, collections
from tests.soak.world.people import Facts, is_id

_PARTIES = {
    Role.CLINIC: Party.CLINIC,
    Role.LAB: Party.LAB,
    Role.OPERATOR: Party.OPERATOR,
    Role.ADMIN: Party.ADMIN,
}
#: What a request decides, and is not as what it is about has it.
_DECIDED = frozenset({"action", "state", "status", "language"})
#: What was so seldom of use is not tried.
_HARDLY = 0.03
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-(\d{2})")
_PATH = re.compile(r"([a-z_]+)/[A-Za-z0-9]+(/[a-z_]+/[A-Za-z0-9]+)?")


class Drawing:
    """Draws one request."""

    def __init__(
        self,
        chance: random.Random,
        knows: Knowledge,
        now: datetime,
        liked: Any,
        keys: list[str],
        shape: dict[str, Any] | None,
    ) -> None:
        """Draw from what is known.

        Args:
            chance: where all is drawn from.
            knows: what the person's app knows.
            now: the time.
            liked: says how often something in a state was of use to a callable.
            keys: idempotency keys that were used before.
            shape: of a request that was of use: its fields, and what it chose among values.
        """
        self._chance, self._knows, self._now, self._liked = chance, knows, now, liked
        self._keys, self._shape = keys, shape
        self._chosen: Facts = {}
        self._known: dict[str, list[Facts]] = {}
        self._spec: Spec[Any, Any]
        #: Whether nothing is known that the request would have to name.
        self.lacks = False
        #: What it is about: each thing's id, and its state as far as it is known.
        self.about: list[str] = []

    def request(self, spec: Spec[Any, Any]) -> tuple[dict[str, Any], str]:
        """Draw what is sent, and return it with the state of what it is about."""
        self._spec = spec
        self._choose(list(ids(spec.request)))
        needed = [n for n, f in spec.request.model_fields.items() if f.is_required() and is_id(n)]
        self.lacks = any(name not in self._chosen for name in needed)
        body = self._model(spec.request, spec.request.example, self._shape)
        state = str(self._chosen.get("state", self._chosen.get("status", "")))
        return body, state

    # --- what it is about -------------------------------------------------------------------------

    def _choose(self, names: list[str]) -> None:
        """Choose things that belong to each other, for all ids that the request has."""
        for name in names:
            known = self._knows.of(name)
            if self._chance.random() < 0.03 or (not known and self._chance.random() < 0.1):
                known = self._knows.anyones(name) or known
            self._known[name] = [each for each in known if self._is_one(name, each.get(name))]
        # Who tells of the most others first: a consent names its patient.
        for name in sorted(names, key=lambda n: (-self._told(n, names), n)):
            fitting = [each for each in self._known[name] if self._fits(each, names)]
            if not fitting:  # of what was chosen meanwhile there may be some
                again = [e for e in self._knows.of(name) if self._is_one(name, e.get(name))]
                fitting = [each for each in again if self._fits(each, names)]
            if not fitting:
                continue
            weights = [self._liked(self._spec.name, _which(e, name), e) for e in fitting]
            if max(weights) < _HARDLY and self._chance.random() < 0.9:
                continue
            found = self._chance.choices(fitting, weights)[0]
            own = {k: v for k, v in found.items() if k not in self._chosen and v is not None}
            self._chosen |= own
            self._knows.given |= {k: v for k, v in own.items() if is_id(k)}
            self.about.append(_which(found, name))

    def _is_one(self, name: str, value: Any) -> bool:
        """Tell whether a value can be this id of the request: others are called so as well."""
        if not isinstance(value, str):
            return False
        reads = adapter(self._spec.request, name)
        if reads is None:
            return True
        try:
            reads.validate_python(value)
        except ValidationError:
            return False
        return True

    def _told(self, name: str, names: list[str]) -> int:
        return max((sum(n in each for n in names) for each in self._known[name]), default=0)

    def _fits(self, each: Facts, names: list[str]) -> bool:
        return all(
            each[k] == v for k, v in self._chosen.items() if is_id(k) and each.get(k) is not None
        )

    # --- fields ----------------------------------------------------------------------------------

    def _model(
        self, model: type[BaseModel], example: Any, shape: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if {"starts_at", "ends_at"} <= model.model_fields.keys():
            return self._offered() or self._slot()
        example = example or getattr(model, "example", None) or {}
        for name, field in model.model_fields.items():
            said = example.get(name) if isinstance(example, dict) else None
            if not field.is_required():
                wanted = 0.8 if said is not None or name in self._chosen else 0.2
                if shape is not None:
                    wanted = 0.97 if name in shape else 0.03
                unknown = is_id(name) and name not in self._chosen
                if self._chance.random() > wanted or (unknown and self._chance.random() < 0.98):
                    continue
            if shape and shape.get(name) is not None and self._chance.random() < 0.75:
                body[name] = shape[name]
                continue
            value = self._value(name, field.annotation, said, field.metadata)
            if value is not None:
                body[name] = value
        return body

    def _value(self, name: str, kind: Any, said: Any, marks: Any = ()) -> Any:  # noqa: C901
        kind = plain(kind)
        if name == "idempotency_key":
            return self._key()
        if is_id(name) and name in self._chosen:
            return self._chosen[name]
        if get_origin(kind) is list:
            return self._list(name, get_args(kind)[0], said)
        if get_origin(kind) is dict:
            return said
        if get_origin(kind) is Literal:
            members = [getattr(v, "value", v) for v in get_args(kind)]
            return self._member(name, members, said)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._member(name, [each.value for each in kind], said)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self._model(kind, said)
        if kind is bool:
            return self._chance.random() < (0.7 if said else 0.3)
        if kind is int:
            return self._whole(name, said, marks)
        if name in self._chosen and self._chance.random() < 0.7:
            return self._chosen[name]
        if kind is date or (isinstance(said, str) and _DAY.fullmatch(said)):
            return self._day(name)
        if kind is datetime or "Datetime" in str(kind):
            back = timedelta(minutes=self._chance.choice([1, 5, 30, 120, 1440, 10_000]))
            return (self._now - back).isoformat()
        return self._text(name, said)

    def _text(self, name: str, said: Any) -> Any:
        if name == "name" and "reference" in self._spec.request.model_fields:  # of a patient
            return f"{said} Zp{self._knows.org[:8]}n{self._chance.randrange(10**6)}"
        if name == "month":
            month = self._now.astimezone(IST).date().replace(day=1)
            back = self._chance.choice([0, 0, 1])
            return f"{(month - timedelta(days=back)):%Y-%m}"
        if name == "email":
            known = self._knows.of("email")
            return self._chance.choice(known)["email"] if known else said
        if name == "reference":
            return f"P-{self._chance.randrange(10**6)}"
        found = _PATH.fullmatch(said) if isinstance(said, str) else None
        if found or name == "subject":
            return self._path(said)
        return said if said is not None else None

    def _path(self, said: Any) -> Any:
        """Name a document by its path, as the example does."""
        parts = str(said).split("/")
        for at in range(0, len(parts) - 1, 2):
            name = collections().get(parts[at], "")
            chosen = self._chosen.get(name)
            known = self._knows.of(name) or self._knows.anyones(name)
            if chosen is None and known:
                chosen = self._chance.choice(known).get(name)
            parts[at + 1] = str(chosen or parts[at + 1])
        return "/".join(parts)

    def _list(self, name: str, kind: Any, said: Any) -> Any:
        base = name[:-1] if name.endswith("_ids") else ""
        if base:
            known = [e[base] for e in self._knows.of(base) if self._fits(e, []) and e.get(base)]
            some = list(dict.fromkeys(map(str, known)))
            if not some:
                return said if self._chance.random() < 0.05 else []
            return self._chance.sample(some, min(len(some), self._chance.choice([1, 1, 2, 3])))
        inner = plain(kind)
        if isinstance(inner, type) and issubclass(inner, Enum):
            if self._chance.random() < 0.85 and said:
                return said
            members = [each.value for each in inner]
            return self._chance.sample(members, self._chance.randint(1, min(3, len(members))))
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            first = (said or [None])[0]
            return [self._model(inner, first) for _ in range(self._chance.choice([1, 1, 2]))]
        if said and isinstance(said[0], str) and "/" in said[0]:
            return [self._path(said[0])]
        return said

    def _member(self, name: str, members: list[Any], said: Any = None) -> Any:
        """Choose a value; where it is an action, most often one that the state has."""
        if name == "action":
            state = self._chosen.get("state", self._chosen.get("status"))
            for machine in Machine.registry:
                party = _PARTIES.get(self._knows.role)
                actions = {
                    str(action)
                    for (at, action), step in machine.table.items()
                    if at == state and (party in step.who or party is None)
                }
                fitting = [m for m in members if m in actions]
                every = {str(a) for _, a in machine.table}
                if state is None or not set(members) <= every:
                    continue
                if fitting and self._chance.random() < 0.9:
                    return self._chance.choice(fitting)
                self.lacks = self.lacks or not fitting
        known = self._chosen.get(name)
        if known in members and name not in _DECIDED and self._chance.random() < 0.85:
            return known
        if said in members and name not in _DECIDED and self._chance.random() < 0.5:
            return said
        return self._chance.choice(members)

    def _whole(self, name: str, said: Any, marks: Any) -> Any:
        told = self._knows.told("price_list" if name == "replaces" else name)
        if isinstance(told, int) and self._chance.random() < 0.85:
            return told
        if name in {"replaces", "price_list"}:
            return self._chance.randrange(4)
        if name in {"limit", "byte_size"}:
            return said or 20
        if isinstance(said, int):
            return self._chance.choice([said, said, max(1, said // 7), said * 3])
        return self._chance.choice([0, 1, 5, 1000])

    def _slot(self) -> dict[str, str]:
        """Draw an hour of a working day to come."""
        day = self._now.astimezone(IST).date() + timedelta(
            days=self._chance.choice([0, 1, 1, 1, 2, 2, 3, 3])
        )
        start = datetime.combine(day, time(self._chance.randint(9, 17)), IST)
        end = start + timedelta(minutes=self._chance.choice([30, 60, 60, 90]))
        return {
            "starts_at": start.astimezone(UTC).isoformat(),
            "ends_at": end.astimezone(UTC).isoformat(),
        }

    def _offered(self) -> dict[str, str] | None:
        """Choose a time that what it is about offers."""
        told = self._chosen.get("slots")
        slots = [s for s in told if self._is_ahead(s)] if isinstance(told, list) else []
        if not slots or self._chance.random() < 0.05:
            return None
        slot = self._chance.choice(slots)
        moments = {k: slot[k] for k in ("starts_at", "ends_at")}
        return {k: v if isinstance(v, str) else v.isoformat() for k, v in moments.items()}

    def _is_ahead(self, slot: dict[str, Any]) -> bool:
        begins = slot["starts_at"]
        at = datetime.fromisoformat(begins) if isinstance(begins, str) else begins
        return bool(at > self._now)

    def _day(self, name: str) -> str:
        today = self._now.astimezone(IST).date()
        if name.startswith("first"):
            days = -self._chance.randint(5, 30)
        elif name.startswith("last"):
            days = -self._chance.randint(0, 5)
        else:
            days = self._chance.randint(1, 25)
        return str(today + timedelta(days=days))

    def _key(self) -> str:
        if self._keys and self._chance.random() < 0.03:
            return self._chance.choice(self._keys)
        return f"{self._chance.getrandbits(120):030x}"


def _which(each: Facts, name: str) -> str:
    """Name a thing in the state that it is known to be in."""
    return f"{each[name]} {each.get('state', each.get('status', ''))}"
