"""What the Firestore in memory keeps: values as the service stores them, by the paths of fields."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from types import UnionType
from typing import Any

from google.cloud.firestore import DELETE_FIELD
from google.cloud.firestore_v1.field_path import FieldPath

Fields = dict[str, Any]

#: What a field that is not there is read as, where nothing may be confused with it.
MISSING = object()


def kept(value: Any) -> Any:
    """Return a copy of a value as it would be read back: a member of an enumeration as its value.

    Raises:
        TypeError: Firestore's client takes no such value.
    """
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is float:
        return value
    if isinstance(value, dict):
        return {kept(name): kept(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [kept(each) for each in value]
    if isinstance(value, Enum):
        return kept(value.value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError("a time without a zone")
        return value
    if isinstance(value, bytes) or hasattr(value, "path"):
        return value
    raise TypeError(f"cannot convert to a Firestore value: {kind}")


def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a path of a field, `slot.starts_at`, as Firestore reads it."""
    if "." not in name and "`" not in name:
        return (name,)
    return tuple(FieldPath.from_api_repr(name).parts)


def value_at(fields: Fields, name: str) -> Any:
    """Return the value at a path, or `MISSING`."""
    found: Any = fields
    for part in parts(name):
        if not isinstance(found, dict) or part not in found:
            return MISSING
        found = found[part]
    return found


def put_at(fields: Fields, name: str, value: Any) -> None:
    """Put a value at a path, in place; `DELETE_FIELD` takes away what is there.

    Maps on the way are made anew, so that who holds the document of before keeps it.
    """
    *above, last = parts(name)
    for part in above:
        inner = fields.get(part)
        fields[part] = dict(inner) if isinstance(inner, dict) else {}
        fields = fields[part]
    if value is DELETE_FIELD:
        fields.pop(last, None)
    else:
        fields[last] = kept(value)


#: What stands before values of each type, so that types are in Firestore's order
#: (https://firebase.google.com/docs/firestore/manage-data/data-types); Python has a boolean as int.
_TYPES: tuple[tuple[type | UnionType, str], ...] = (
    (bool, "1 boolean"),
    (int | float, "2 number"),
    (datetime, "3 time"),
    (str, "4 text"),
    (bytes, "5 bytes"),
)


def comparable(value: Any) -> tuple[str, Any]:
    """Return a value beside those of other types, with which it is not compared."""
    if value is MISSING or value is None:
        return ("", 0)
    if isinstance(value, Enum):
        value = value.value
    for kind, name in _TYPES:
        if isinstance(value, kind):
            return (name, value)
    if isinstance(value, list | tuple):
        return ("7 array", tuple(map(comparable, value)))
    if isinstance(value, dict):
        return ("8 map", tuple((key, comparable(value[key])) for key in sorted(value)))
    return ("6 reference", value.path)
