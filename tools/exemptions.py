"""Exempts from the single-field indexes what no declared query asks for and is large.

Firestore indexes every field in three ways, each element of a list and each field of a map by
itself. What apps and functions ask for is declared (`core.queries`, `core.lists`), so that the
rest is known: lists and maps of which no query asks for any part are exempt. Single values stay
indexed, as a database takes 200 exemptions and no more.
https://firebase.google.com/docs/firestore/query-data/index-overview#indexing_exemptions

`python -m tools.exemptions` writes them into firestore.indexes.json.
"""

from __future__ import annotations

import inspect
import json
import sys
import typing
from types import UnionType
from typing import Any

from core.documents import Document, Record
from core.lists import ClientList
from core.queries import Query, Total
from tools.docs.surface import load
from tools.emulators.layout import checkout

#: Configurations of single fields that a database takes.
#: https://firebase.google.com/docs/firestore/quotas#indexes
MOST = 200
#: Where they begin in the file, of which the rest stays as it is.
_BEGINS = '"fieldOverrides": ['
_LARGE = (list, dict, tuple, set, frozenset)


def asked() -> dict[str, set[str]]:
    """Return the fields that any declared query filters, orders or adds up, by collection."""
    load()
    found: dict[str, set[str]] = {}
    shapes = [*Query.registry, *(each.shape for each in ClientList.registry)]
    shapes += [total.query for total in Total.registry]
    for shape in shapes:
        names = {name for name, _ in (*shape.where, *shape.order)}
        found.setdefault(shape.model.collection(), set()).update(names)
    for total in Total.registry:
        found[total.query.model.collection()].add(total.field)
    return found


def exempted() -> list[tuple[str, str]]:
    """Return collection and field of each list or map of which no query asks for any part."""
    queried = asked()
    large = {
        (model.collection(), name)
        for model in Document.registry
        for name, field in model.model_fields.items()
        if _is_large(field.annotation)
    }
    return sorted(
        (collection, name)
        for collection, name in large
        if not any(each.split(".")[0] == name for each in queried.get(collection, ()))
    )


def overrides(held: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what firestore.indexes.json must say of single fields, given what it says now.

    What has a time to live or indexes of its own stays as it is.
    """
    kept = [each for each in held if each["indexes"] or each.get("ttl")]
    made: list[dict[str, Any]] = [
        {"collectionGroup": collection, "fieldPath": name, "indexes": []}
        for collection, name in exempted()
    ]
    return sorted([*kept, *made], key=lambda each: (each["collectionGroup"], each["fieldPath"]))


def _is_large(annotation: object) -> bool:
    """Tell whether a field is a list or a map, or may be one."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated or origin in (typing.Union, UnionType):
        return any(_is_large(each) for each in typing.get_args(annotation))
    kind = origin or annotation
    return inspect.isclass(kind) and issubclass(kind, (*_LARGE, Record))


def main() -> int:
    """Write them; returns the exit code."""
    path = checkout().root / "firestore.indexes.json"
    composite, _, rest = path.read_text(encoding="utf-8").partition(_BEGINS)
    made = overrides(json.loads("[" + rest.rpartition("}")[0]))
    path.write_text(
        composite + _BEGINS + json.dumps(made, indent=2)[1:].replace("\n", "\n  ") + "\n}\n"
    )
    print(f"{len(made)} single fields, of {MOST} at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
