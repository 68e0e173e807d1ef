"""Queries as data, so that a test can check their composite indexes.

`firestore.indexes.json` must hold exactly the composite indexes that the declared queries need.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter

from core.documents import Document
from core.errors import CursorInvalid

Op = Literal["==", "<", "<=", ">", ">=", "in", "array_contains"]
Direction = Literal["ASCENDING", "DESCENDING"]


@dataclass(frozen=True)
class Shape:
    """The shape of a query: all that decides which index it needs, and no value.

    Attributes:
        model: the document class; its collection is queried.
        where: pairs of field and operator; values are given when it runs.
        order: pairs of field and `ASCENDING` or `DESCENDING`.
        group: every collection of that name is queried, under whichever document it is.
    """

    model: type[Document]
    where: tuple[tuple[str, Op], ...] = ()
    order: tuple[tuple[str, Direction], ...] = ()
    group: bool = False

    def index(self, summed: str = "") -> dict[str, Any] | None:
        """Return the composite index it needs, in the form of firestore.indexes.json, or None.

        Equality filters alone are served by merging single-field indexes, one sort field alone by
        its own: https://firebase.google.com/docs/firestore/query-data/index-overview
        A field that is summed up is read from the index, so that it must be in it.
        """
        fields: dict[str, dict[str, str]] = {}
        for name, op in self.where:
            kind = {"arrayConfig": "CONTAINS"} if op == "array_contains" else {"order": "ASCENDING"}
            fields.setdefault(name, kind)
        fields |= {name: {"order": direction} for name, direction in self.order}
        fields |= {summed: {"order": "ASCENDING"}} if summed else {}
        ranged = bool(self.order or summed) or any(op not in {"==", "in"} for _, op in self.where)
        if not ranged or len(fields) < 2:
            return None
        return {
            "collectionGroup": self.model.collection(),
            "queryScope": "COLLECTION_GROUP" if self.group else "COLLECTION",
            "fields": [{"fieldPath": name, **kind} for name, kind in fields.items()],
        }


@dataclass(frozen=True)
class Query(Shape):
    """A query that the code runs; what apps ask themselves is in `core.lists`."""

    registry: ClassVar[list["Query"]] = []

    def __post_init__(self) -> None:
        Query.registry.append(self)

    def counted(self, *values: object) -> "Aggregation":
        """Return what counts what it finds, for `Reader.aggregate`."""
        return Aggregation(self, values)


@dataclass(frozen=True)
class Search:
    """A query with all that `find` is given, so that it can be run before it is asked for."""

    query: Query
    values: tuple[object, ...] = ()
    limit: int = 1
    under: str = ""


@dataclass(frozen=True)
class Aggregation:
    """A query with its values, and the field to be added up; without one it is counted."""

    query: Query
    values: tuple[object, ...]
    field: str = ""


@dataclass(frozen=True)
class Total:
    """The sum of a field over what a query finds, added up by Firestore.

    Each sum is a query of its own, for that one index serves several sums is nowhere promised.
    """

    query: Query
    field: str
    registry: ClassVar[list["Total"]] = []

    def __post_init__(self) -> None:
        Total.registry.append(self)

    def of(self, *values: object) -> Aggregation:
        """Return what adds it up, for `Reader.aggregate`."""
        return Aggregation(self.query, values, self.field)

    def index(self) -> dict[str, Any] | None:
        """Return the composite index it needs, as `Query.index` does."""
        return self.query.index(self.field)


#: Ids that Firestore keeps for itself. https://firebase.google.com/docs/firestore/quotas
_RESERVED = re.compile(r"__.*__", re.DOTALL)
#: The sort values of the last document, and its id.
#: A number of Firestore has 64 bits.
_Number = Annotated[int, Field(ge=-(2**63), lt=2**63)]
_CURSOR: TypeAdapter[tuple[list[str | int | float | bool | None], str]] = TypeAdapter(
    tuple[
        list[str | _Number | float | bool | None],
        Annotated[str, StringConstraints(pattern=r"^[^/]+$")],
    ],
    config=ConfigDict(strict=True, hide_input_in_errors=True, defer_build=True),
)


def encode_cursor(values: list[Any], document_id: str) -> str:
    """Pack where a page ended into an opaque, URL-safe string."""
    plain = [v.isoformat() if isinstance(v, datetime) else v for v in values]
    return base64.urlsafe_b64encode(json.dumps([plain, document_id]).encode()).decode()


def decode_cursor(cursor: str) -> tuple[list[Any], str]:
    """Unpack a cursor.

    Raises:
        CursorInvalid: it was not made by `encode_cursor`.
    """
    try:
        values, document_id = _CURSOR.validate_json(base64.urlsafe_b64decode(cursor.encode()))
        revived = [_revive(v) for v in values]
    except (ValueError, OverflowError, binascii.Error) as err:
        raise CursorInvalid from err
    if document_id in {".", ".."} or _RESERVED.fullmatch(document_id):
        raise CursorInvalid
    return revived, document_id


def _revive(value: Any) -> Any:  # noqa: ANN401
    """Return a value as it was packed; what reads like a moment was one.

    Raises:
        OverflowError: it lies beyond the end of the calendar, by its offset.
    """
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value
    return found.astimezone(UTC) if isinstance(found, datetime) and found.tzinfo else found
