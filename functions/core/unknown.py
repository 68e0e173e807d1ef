"""What a stored document holds that this release does not know: kept there, and shown to nobody.

A newer release may have added fields, at any depth. Reading puts them aside in the record that they
stand in (`Record.unknown`), where no dump, projection, export or answer finds them; a write of the
same document adds them again. See docs/decisions/0033-documents-outlive-a-release.md.
"""

from collections.abc import Iterator, Mapping
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
    return any(_all_in(value))


def carried(before: R, after: R) -> R:
    """Return a record with what is unknown in the one that it takes the place of, and no more.

    It stays where its record does: under the same field, the same key of a map, and in a list with
    an element that says the same or was changed. With a record that goes, it goes. What came with
    a record of another document stays there: nobody declared who may see it here.
    """
    kept: R = _carried(before, after) if any_in(before) or any_in(after) else after
    return kept


def said(document: Document) -> dict[str, Any]:
    """Return, as plain JSON, what a document that is about to be made says: for its hash."""
    return _plain(document.model_dump(mode="python"))


def said_as_read(document: Document) -> dict[str, Any]:
    """Return, as plain JSON, what a document said that was read, and no default of this release.

    It is what `said` returned to whichever release wrote it.
    """
    return _plain(_as_read(document))


def _refilled(value: Any, dumped: Any) -> Any:  # noqa: ANN401
    """Put what is unknown in the records inside a value back into its dump."""
    match value:
        case Record():
            # A field may leave itself out of the dump where it is empty.
            there = [(name, each) for name, each in value if name in dumped]
            inner = {name: _refilled(each, dumped[name]) for name, each in there}
            return {**value.unknown, **dumped, **inner}
        case list():
            return [_refilled(*pair) for pair in zip(value, dumped, strict=True)]
        case dict():
            return {key: _refilled(value[key], each) for key, each in dumped.items()}
    return dumped


def _carried(before: Any, after: Any) -> Any:  # noqa: ANN401
    if before is after:
        return after
    match before, after:
        case (Record(), Record()):
            inner = {name: _carried(getattr(before, name, None), each) for name, each in after}
            return after.keeping(before.unknown, inner)
        case (list(), list()):
            left, ours = list(before), list(_all_in(before))
            return [_element(left, ours, each) for each in after]
        case (dict(), dict()):
            return {key: _carried(before.get(key), each) for key, each in after.items()}
    return _with_none_but([], after)


def _element(left: list[Any], ours: list[Mapping[str, Any]], each: Any) -> Any:  # noqa: ANN401
    """Return an element of a list with what is unknown in the one that says the same.

    That one is taken from what is left, so that it is taken once. An element that is new, or was
    changed, keeps what came with it from this very list.
    """
    equal = [at for at, before in enumerate(left) if isinstance(each, Record) and before == each]
    if not equal:
        return _with_none_but(ours, each)
    # Of some that say the same, the one that it was read as.
    same = (at for at in equal if each.unknown and left[at].unknown == each.unknown)
    at = next(same, equal[0])
    return _carried(left.pop(at), each)


def _all_in(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """Yield what is unknown in each record in a value."""
    match value:
        case Record():
            yield value.unknown
            for _, each in value:
                yield from _all_in(each)
        case list():
            for each in value:
                yield from _all_in(each)
        case dict():
            yield from _all_in(list(value.values()))


def _with_none_but(ours: list[Mapping[str, Any]], value: Any) -> Any:  # noqa: ANN401
    """Return a value without anything unknown but what is among ours."""
    match value:
        case Record():
            inner = {name: _with_none_but(ours, each) for name, each in value}
            return value.keeping(value.unknown if value.unknown in ours else {}, inner)
        case list():
            return [_with_none_but(ours, each) for each in value]
        case dict():
            return {key: _with_none_but(ours, each) for key, each in value.items()}
    return value


def _as_read(value: Any) -> Any:  # noqa: ANN401
    match value:
        case Record():
            known = {n: _as_read(each) for n, each in value if n in value.model_fields_set}
            return {**value.unknown, **known}
        case list():
            return [_as_read(each) for each in value]
        case dict():
            return {key: _as_read(each) for key, each in value.items()}
    return value


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON; what is none counts by its kind alone."""
    plain: dict[str, Any] = to_jsonable_python(values, fallback=_kind, bytes_mode="base64")
    return plain


def _kind(value: object) -> dict[str, str]:
    return {"kind": type(value).__name__}
