"""The lists that apps may ask Firestore for themselves, under its rules, as data.

From each come its composite index, its tests under the rules, its row in docs/lists.md and its
function in the client. What is not declared is refused, or has no index and fails in production.
Rooms declare theirs in a module `lists`, which no function imports: only docs and tests do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, ClassVar

from core.documents import Document
from core.privacy import Viewer
from core.queries import Direction, Op, Shape


class Own(Enum):
    """What a reader is known by: where the rules ask for it, the list is filtered by it."""

    UID = "uid"  # the reader's uid
    ORG = "org"  # the reader's clinic or lab: the claim `org` of the token
    EMAIL = "email"  # the reader's verified e-mail address, in lower case


@dataclass(frozen=True)
class Parameter:
    """A value that the app gives. Its type is that of the field, or a document's id in a path."""

    name: str
    description: str


#: What a field is compared with: a parameter, what the reader is known by, or a constant.
Value = Own | Parameter | StrEnum | tuple[StrEnum, ...] | bool | None
Filter = tuple[str, Op, Value]
Order = tuple[tuple[str, Direction], ...]


def equal(field: str, value: Value) -> Filter:
    """Return the filter that a field has a value; None finds what has none."""
    return field, "==", value


def among(field: str, members: Iterable[StrEnum]) -> Filter:
    """Return the filter that a field has one of these values, in the order of declaration."""
    found = set(members)
    (kind,) = {type(member) for member in found}
    return field, "in", tuple(member for member in kind if member in found)


def within(field: str) -> tuple[Filter, Filter]:
    """Return the filters that a moment lies within a time that the app gives."""
    return (
        (field, ">=", Parameter("since", "The first moment of the time asked for.")),
        (field, "<", Parameter("until", "The moment at which the time ends, not included.")),
    )


def ascending(*fields: str) -> Order:
    """Return the order by fields, the least first."""
    return tuple((field, "ASCENDING") for field in fields)


def descending(*fields: str) -> Order:
    """Return the order by fields, the greatest first: of moments, the last one."""
    return tuple((field, "DESCENDING") for field in fields)


@dataclass(frozen=True)
class ClientList:
    """A list that the rules let some reader ask for, page by page, and count.

    Documents that are equal in `order` come by their id, in the direction of its last field.

    Attributes:
        name: unique, in snake_case; it begins with who reads.
        model: the document class; its collection is listed.
        viewer: as whom it is read.
        sentence: what it finds, for people.
        where: field, operator and value of each filter, in order.
        order: pairs of field and direction.
        parents: the ids in the path of the collection, outermost first; empty at the root.
    """

    name: str
    model: type[Document]
    viewer: Viewer
    sentence: str
    where: tuple[Filter, ...] = ()
    order: Order = ()
    parents: tuple[Own | Parameter, ...] = ()
    registry: ClassVar[list["ClientList"]] = []

    def __post_init__(self) -> None:
        if len(self.parents) != self.model.path.count("{") - 1:
            raise ValueError(f"{self.name}: a parent for each id above the documents")
        ClientList.registry.append(self)

    @property
    def shape(self) -> Shape:
        """Return what decides which index it needs."""
        return Shape(self.model, tuple((field, op) for field, op, _ in self.where), self.order)

    def index(self) -> dict[str, Any] | None:
        """Return the composite index that it and its count need, as `Shape.index` does."""
        return self.shape.index()

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Return what the app gives, parents first, each once."""
        given = (*self.parents, *(value for _, _, value in self.where))
        return tuple(dict.fromkeys(each for each in given if isinstance(each, Parameter)))

    @property
    def constraints(self) -> list[dict[str, Any]]:
        """Return the filters as plain data: of each the field, the operator and the value.

        A value is `{"own": ...}`, `{"parameter": name}` or `{"constant": ...}`.
        """
        return [
            {"field": field, "op": op, "value": plain(value)} for field, op, value in self.where
        ]


def plain(value: Value) -> dict[str, Any]:
    """Return what a field or a path is filled with, as plain data."""
    if isinstance(value, Own):
        return {"own": value.value}
    if isinstance(value, Parameter):
        return {"parameter": value.name}
    return {"constant": list(value) if isinstance(value, tuple) else value}
