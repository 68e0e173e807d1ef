"""What invariants share: what an act touched, and how one is said to be broken."""

from __future__ import annotations

from typing import Any

from tests.soak.world.actions import Acting
from tests.soak.world.faults import BrokenInvariantError

#: What an act touched: path by path, what stood there before; None where nothing did.
Touched = dict[str, Any]


def now_at(acting: Acting, path: str) -> dict[str, Any] | None:
    """Return what stands at a path."""
    found: dict[str, Any] | None = acting.engine.db.documents.get(path, (None, None))[0]
    return found


def of_collection(touched: Touched, *names: str) -> list[str]:
    """Return the paths that were touched in collections at the root."""
    return [p for p in touched if p.count("/") == 1 and p.partition("/")[0] in names]


def every(acting: Acting, collection: str) -> list[tuple[str, dict[str, Any]]]:
    """Return all documents of a collection, by id."""
    return [
        (path, acting.engine.db.documents[path][0])
        for path in acting.engine.db.paths(collection, group=False)
    ]


def must(holds: object, invariant: str, told: str) -> None:
    """Say that an invariant is broken, where it is."""
    if not holds:
        raise BrokenInvariantError(invariant, told)
