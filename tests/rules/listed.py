"""Declared lists played under the rules: who asks, what each filter's value is, what is found.

Documents are real ones of which only the fields that a list asks by are set, each to values that
fit and to ones beside them: a document that a list must not find differs from one that it finds in
one field, or stands below another parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from accounts.models import User
from core.documents import Document
from core.lists import ClientList, Own, Parameter, Value
from core.privacy import Viewer
from core.unknown import stored
from tests.rules.matrix import ACTORS, NAMED, Actor, token_for
from tests.rules.specimens import SPECIMENS, Specimen
from tests.support import ids, projects, tokens, wire
from tests.support.account_records import Tenants
from tools.client import Person
from tools.docs import fields, released

Fields = dict[str, Any]

#: The operators as REST spells them.
_OPS = {
    "==": "EQUAL",
    "in": "IN",
    "<": "LESS_THAN",
    ">=": "GREATER_THAN_OR_EQUAL",
    "array_contains": "ARRAY_CONTAINS",
}
_FROM = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
#: Which of the places in an order the documents have that a list finds: two are equal.
_PLACES = (3, 4, 4, 5)
#: What a parameter of a range is: it begins with the first place, and ends behind the last one.
_FIRST, _BEHIND = 3, 6


@cache
def played(each: ClientList) -> tuple[Specimen, Actor]:
    """Return a specimen of what a list finds, and the actor who reads it as the list says."""
    return next(
        (specimen, actor)
        for specimen in SPECIMENS
        if specimen.model is each.model and each.viewer in specimen.listed
        for actor in ACTORS
        if (actor is not NAMED or specimen.named) and each.viewer in actor.reads(specimen)
    )


@dataclass
class Stage:
    """A list in a project of its own, who asks for it, and a document of its kind, not stored."""

    listed: ClientList
    tenants: Tenants = field(default_factory=Tenants)
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Document] = field(default_factory=dict)
    variables: projects.Variables = field(default_factory=lambda: projects.fresh("lists"))
    document: Document = field(init=False)
    reader: Actor = field(init=False)
    #: What the list finds, by id.
    wanted: dict[str, Fields] = field(default_factory=dict)

    def __post_init__(self) -> None:
        projects.go(self.variables)
        specimen, self.reader = played(self.listed)
        for actor in ACTORS:
            named = specimen.named if actor is NAMED else None
            standing = (named.standing if named else actor.standing) if actor else None
            now = standing(self.tenants) if standing else None
            self.people[actor.name] = person = token_for(self.tenants, actor, now)
            if now is not None:
                self.accounts[actor.name] = self.tenants.account(person, **now)
        person = self.people[NAMED.name] if specimen.named else tokens.person()
        self.document = specimen.make(self.tenants, person)

    def set_up(self) -> None:
        """Store everybody's account, what the list finds, and what it passes over."""
        own, collection = self.path(self.parents), self.parents
        wanted = {f"{own}/{ids.document_id()}": each for each in self.found()}
        others = [(own, each) for each in self.passed_over()]
        for number in range(len(collection)):
            there = (*collection[:number], ids.document_id(), *collection[number + 1 :])
            others += [(self.path(there), each) for each in self.found()]
        accounts = {f"users/{a.id}": stored(a) for a in self.accounts.values()}
        wire.seed(
            {
                **accounts,
                **wanted,
                **{f"{path}/{ids.document_id()}": each for path, each in others},
            }
        )
        on_it = {path: each for path, each in accounts.items() if self._lists(each)}
        self.wanted = {path.rpartition("/")[2]: d for path, d in {**wanted, **on_it}.items()}

    def value(self, compared: str, op: str, value: Value) -> object:
        """Return what a filter compares a field with."""
        if isinstance(value, Own):
            return self._own(value)
        if not isinstance(value, Parameter):
            return list(value) if isinstance(value, tuple) else value
        place = {">=": _FIRST, "<": _BEHIND}.get(op, 0)
        return self.sample(compared, place)

    def sample(self, name: str, place: int) -> object:
        """Return a value of a field: of a greater place a greater one, as far as there are such."""
        body = _form(self.listed.model, name)
        if "enum" in body:
            return body["enum"][place % len(body["enum"])]
        if body.get("format") == "date-time":
            return _FROM + timedelta(hours=place)
        return {"integer": place, "boolean": bool(place)}.get(body["type"], f"value {place:02}")

    @property
    def parents(self) -> tuple[str, ...]:
        """The ids above the documents."""
        given = self.document.ids[:-1]
        return tuple(
            self._own(parent) if isinstance(parent, Own) else own
            for parent, own in zip(self.listed.parents, given, strict=True)
        )

    @property
    def filters(self) -> tuple[wire.Filter, ...]:
        """The filters with their values, as they go over the wire."""
        return tuple((f, _OPS[op], self.value(f, op, value)) for f, op, value in self.listed.where)

    @property
    def order(self) -> tuple[tuple[str, str], ...]:
        """The order, ties broken by id."""
        found = self.listed.order
        return (*found, ("__name__", found[-1][1] if found else "ASCENDING"))

    def ask(self, person: Person, **changes: Any) -> list[str]:
        """Ask for the list, or for one that differs; returns ids."""
        asked: Fields = {"filters": self.filters, "parents": self.parents, **changes}
        parent = self.path(asked.pop("parents")).rpartition("/")[0]
        collection, where = self.listed.model.collection(), asked.pop("filters")
        return wire.query(person, collection, *where, parent=parent, order=self.order, **asked)

    def count(self, person: Person) -> int:
        """Count what is on the list."""
        parent = self.path(self.parents).rpartition("/")[0]
        collection, order = self.listed.model.collection(), self.listed.order
        return wire.count(person, collection, *self.filters, parent=parent, order=order)

    def path(self, parents: tuple[str, ...]) -> str:
        """Return the path of the collection."""
        return self.listed.model.path_for(*parents, "x").rpartition("/")[0]

    def _lists(self, account: Fields) -> bool:
        """Tell whether an account of those who ask is on the list itself."""
        return self.listed.model is User and all(
            look_up(account, name) == self.value(name, op, value)
            for name, op, value in self.listed.where
        )

    def _own(self, own: Own) -> str:
        person = self.people[self.reader.name]
        account = self.accounts.get(self.reader.name)
        known = {Own.UID: person.uid, Own.EMAIL: person.email.lower()}
        return known.get(own) or str(getattr(account, "org", ""))

    # --- what stands in the database ---

    def found(self) -> Iterator[Fields]:
        """Yield documents that the list finds: each value of a constant, two alike in order."""
        most = max((len(v) for _, _, v in self.listed.where if isinstance(v, tuple)), default=0)
        for number in range(max(len(_PLACES), most)):
            yield self._fields(number)

    def passed_over(self) -> Iterator[Fields]:
        """Yield documents that the list must not find, each for the sake of one filter."""
        for name, op, value in self.listed.where:
            for other in self._others(name, op, value):
                yield put(self._fields(0), name, other)

    def _fields(self, number: int) -> Fields:
        found = stored(self.document)
        place = _PLACES[number % len(_PLACES)]
        for name, _ in self.listed.order:
            found = put(found, name, self.sample(name, place))
        for name, op, value in self.listed.where:
            given = self.value(name, op, value)
            if isinstance(given, list):
                given = given[number % len(given)]
            ranged = op in {">=", "<"}
            found = put(found, name, self.sample(name, place) if ranged else given)
        return found

    def _others(self, name: str, op: str, value: Value) -> list[object]:
        if isinstance(value, Own):
            return [ids.document_id()]
        if op in {">=", "<"}:  # the first moment is within, the last one not
            return [self.sample(name, _FIRST - 1 if op == ">=" else _BEHIND)]
        body = _form(self.listed.model, name)
        given = self.value(name, op, value)
        within = given if isinstance(given, list) else [given]
        return [v for v in body.get("enum", [self.sample(name, 1)]) if v not in within]


def put(into: Mapping[str, Any], dotted: str, value: object) -> Fields:
    """Return fields with one of them set, which may stand in a map."""
    name, _, rest = dotted.partition(".")
    return {**into, name: put(into.get(name) or {}, rest, value) if rest else value}


def look_up(found: Mapping[str, Any], dotted: str) -> Any:
    """Return a field, which may stand in a map."""
    name, _, rest = dotted.partition(".")
    return look_up(found[name], rest) if rest else found[name]


@cache
def _form(model: type[Document], name: str) -> fields.Schema:
    return fields.part(released.schema(model), name)


def allowed(each: ClientList) -> set[str]:
    """Return the names of the actors who may ask for a list: as its reader, or as an admin."""
    specimen, _ = played(each)
    alike = {v for v, other in specimen.listed.items() if other is specimen.listed[each.viewer]}
    return {a.name for a in ACTORS if a.reads(specimen) & {*alike, Viewer.ADMIN}}
