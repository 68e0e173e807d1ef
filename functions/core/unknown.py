"""What a stored document holds that this release does not know: kept, and shown to nobody.

A newer release may have added fields, at any depth. Reading puts them aside in the record that they
stand in (`Record.unknown`), where no dump, projection, export or answer finds them; writing adds
them again. See docs/decisions/0033-documents-outlive-a-release.md.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic_core import to_jsonable_python

from core.documents import Document, Record

R = TypeVar("R", bound=Record)


def stored(record: Record) -> dict[str, Any]:
    """Return a record as Firestore stores it: all that it declares, and what it does not know."""
    return {**record.unknown, **_refilled(record, record.model_dump(mode="python"))}


def paths(record: Record, before: str = "") -> list[str]:
    """Return the paths of all that a record declares, dotted where a record stands in it.

    What is written under these paths alone leaves what stands beside them.
    """
    found: list[str] = [f"{before}{name}" for name in type(record).model_computed_fields]
    for name, value in record:
        inner = isinstance(value, Record)
        found += paths(value, f"{before}{name}.") if inner else [f"{before}{name}"]
    return found


def any_in(value: object) -> bool:
    """Tell whether there is anything unknown in a value, at any depth."""
    match value:
        case Record():
            return bool(value.unknown) or any(any_in(inner) for _, inner in value)
        case list() | tuple():
            return any(map(any_in, value))
        case dict():
            return any(map(any_in, value.values()))
    return False


def carried(before: R, after: R) -> R:
    """Return a record with what is unknown in the one that it takes the place of.

    It stays where its record does: under the same field, the same key of a map, and in a list with
    an element that says the same. With a record that goes, it goes.
    """
    kept: R = _carried(before, after) if any_in(before) else after
    return kept


def said(document: Document) -> dict[str, Any]:
    """Return, as plain JSON, what a document that is about to be written says: for its hash."""
    return _plain(stored(document))


def said_as_read(document: Document) -> dict[str, Any]:
    """Return, as plain JSON, what a document said that was read, and no default of this release.

    It is what `said` returned to whichever release wrote it.
    """
    return _plain(_as_read(document))


def _refilled(value: Any, dumped: Any) -> Any:  # noqa: ANN401
    """Put what is unknown in the records inside a value back into its dump."""
    match value:
        case Record():
            inner = {name: _refilled(each, dumped[name]) for name, each in value}
            return {**value.unknown, **dumped, **inner}
        case list() | tuple():
            return [_refilled(*pair) for pair in zip(value, dumped, strict=True)]
        case dict():
            return {key: _refilled(value[key], each) for key, each in dumped.items()}
    return dumped


def _carried(before: Any, after: Any) -> Any:  # noqa: ANN401
    match before, after:
        case (Record(), Record()) if before is not after:
            inner = {name: _carried(getattr(before, name, None), each) for name, each in after}
            return after.keeping({**before.unknown, **after.unknown}, inner)
        case (list(), list()):
            left = list(before)
            return [_taken(left, each) for each in after]
        case (dict(), dict()):
            return {key: _carried(before.get(key), each) for key, each in after.items()}
    return after


def _taken(left: list[Any], each: Any) -> Any:  # noqa: ANN401
    """Return the element of a list as it was, if it was there, and take it from what is left."""
    if not isinstance(each, Record) or each not in left:
        return each
    before = left.pop(left.index(each))
    return _carried(before, each)


def _as_read(value: Any) -> Any:  # noqa: ANN401
    match value:
        case Record():
            known = {n: _as_read(each) for n, each in value if n in value.model_fields_set}
            return {**value.unknown, **known}
        case list() | tuple():
            return [_as_read(each) for each in value]
        case dict():
            return {key: _as_read(each) for key, each in value.items()}
    return value


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON; what is none counts by its kind alone."""
    plain: dict[str, Any] = to_jsonable_python(values, fallback=_kind)
    return plain


def _kind(value: object) -> dict[str, str]:
    return {"kind": type(value).__name__}
