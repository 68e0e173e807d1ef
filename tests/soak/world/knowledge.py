"""What somebody's app can know: what its lists find, its inbox, and what answers told it before."""

from __future__ import annotations

import importlib
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from google.cloud.firestore import FieldFilter

from core.documents import Document
from core.lists import ClientList, Own, Parameter
from tests.soak.world.people import Facts, Person, is_id, viewed_as
from tests.support.memory_firestore import MemoryFirestore
from tests.support.sources import ROOT

#: Documents that an app has of a list on its screen.
SCREEN = 12
#: What one thing is called where another names it.
ALIASES = {
    "wallet_id": ("org", "clinic_id", "lab_id"),
    "scanned_by": ("clinic_id", "uid"),
    "org": ("clinic_id", "lab_id"),
    "assignee": ("uid",),
    "attachment_id": ("upload_id",),
    "invoice_id": ("number",),
}


@cache
def lists() -> dict[str, list[ClientList]]:
    """Return the declared lists, by the placeholder of the documents that they find."""
    for path in sorted((ROOT / "functions").rglob("lists.py")):
        parts = path.relative_to(ROOT / "functions").with_suffix("").parts
        if parts[0] not in {"core", "venv"}:
            importlib.import_module(".".join(parts))
    found: dict[str, list[ClientList]] = defaultdict(list)
    for each in ClientList.registry:
        found[placeholder(each.model)].append(each)
    return found


def placeholder(model: type[Document]) -> str:
    """Return the name of a document's own id in its path."""
    return re.findall(r"\{(\w+)\}", model.path)[-1]


@cache
def collections() -> dict[str, str]:
    """Return the names of documents' ids by their collections."""
    return {m.collection(): placeholder(m) for m in Document.registry if not m.partial}


def facts(path: str, fields: dict[str, Any]) -> Facts:
    """Return what a document tells, the ids of its path among it."""
    told = {k: v for k, v in fields.items() if isinstance(v, str | int | list) or is_id(k)}
    parts = path.split("/")
    for name, value in zip(parts[::2], parts[1::2], strict=True):
        told[collections().get(name, name)] = value
    if parts[0] == "users":
        told["uid"] = parts[1]
    refs = fields.get("refs")
    if isinstance(refs, dict):  # of a notice
        told |= {f"{name}_id": value for name, value in refs.items()}
    return told


class Knowledge:
    """What one person's app finds out when it looks, just now."""

    def __init__(self, db: MemoryFirestore, person: Person, chance: random.Random) -> None:
        self._db, self._person, self._chance = db, person, chance
        self._viewers = viewed_as(db, person)
        #: What was chosen so far, of which lists are asked.
        self.given: Facts = {}

    def of(self, name: str) -> list[Facts]:
        """Return the things known that have an id of this name."""
        remembered = [each for each in self._person.remembered.get(name, ()) if name in each]
        found = remembered + list(self._listed(name))
        for alias in ALIASES.get(name, ()):
            known = [*self._person.remembered.get(alias, ()), *self._listed(alias)]
            found += [{**each, name: each[alias]} for each in known if each.get(alias)]
        if name in {"org", "wallet_id", f"{self._person.role}_id"} and self._person.org:
            found.append({name: self._person.org})
        return found

    @property
    def role(self) -> str:
        """As what the person acts."""
        return self._person.role

    @property
    def org(self) -> str:
        """For whom the person acts."""
        return self._person.org or "nobody00"

    def told(self, name: str) -> Any:
        """Return what an answer told last under a name that is no id."""
        return self._person.told.get(name)

    def anyones(self, name: str) -> list[Facts]:
        """Return some things that there are, whosever they are: what a leaked id names."""
        models = [m for m in Document.registry if placeholder(m) == name and m.path.count("{") == 1]
        found = []
        for model in models:
            paths = list(self._db.paths(model.path.partition("/")[0], group=False))
            some = self._chance.sample(paths, min(3, len(paths)))
            found += [facts(path, self._db.documents[path][0]) for path in some]
        return found

    def _listed(self, name: str) -> Iterator[Facts]:
        may = [each for each in lists().get(name, ()) if each.viewer in self._viewers]
        for each in self._chance.sample(may, min(2, len(may))):
            yield from self._asked(each)

    def _asked(self, asked: ClientList) -> Iterator[Facts]:  # noqa: C901
        """Ask Firestore for a page of a list, as the app does."""
        parents = []
        for parent in asked.parents:
            given = self._own(parent) if isinstance(parent, Own) else self._given(parent)
            if not given:
                return
            parents.append(given)
        parts = [*asked.model.path.split("/")]
        parts[1 : 2 * len(parents) : 2] = parents
        query = self._db.collection("/".join(parts[:-1]))
        for name, op, value in asked.where:
            if isinstance(value, Own):
                value = self._own(value)  # noqa: PLW2901
            elif isinstance(value, Parameter):
                value = self._member(asked.model, name)  # noqa: PLW2901
                if value is None:
                    return
            query = query.where(filter=FieldFilter(name, op, value))
        for name, direction in asked.order:
            query = query.order_by(name, direction=direction)
        for found in query.limit(SCREEN).stream():
            yield facts(found.reference.path, found.fields or {})

    def _own(self, which: Own) -> str:
        if which is Own.EMAIL:
            return str((self._person.token or {}).get("email", ""))
        return self._person.uid if which is Own.UID else self._person.org

    def _given(self, parameter: Parameter) -> str | None:
        if parameter.name in self.given:
            return str(self.given[parameter.name])
        known = self.of(parameter.name)
        return str(self._chance.choice(known)[parameter.name]) if known else None

    def _member(self, model: type[Document], name: str) -> Any:
        """Return one of the values of a field that is of an enumeration; None of another one."""
        field = model.model_fields.get(name)
        kinds = [field.annotation, *get_args(field.annotation)] if field else []
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                return self._chance.choice(list(kind)).value
        return None
