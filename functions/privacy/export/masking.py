"""Masks in an archive what is about other people than the one it is for.

Whose data a field is follows from its declaration: `core.privacy.whose`. An id or an address stays
where it is the subject's own, and what hangs on one where that is.
"""

from collections.abc import Callable, Set
from functools import cache, partial
from typing import Any

from core.access import SYSTEM
from core.audit import CODES
from core.documents import Document
from core.privacy import whose
from privacy.inventory.subjects import DataSubject

#: What stands where somebody else was named.
OTHERS = "another person"

#: Sets of what is known of a subject that name it: see the inventory's table.
_OWN = ("uid", "email", "subject")
#: The ids in paths by which people are known.
_PEOPLE = ("{uid}", "{patient_id}")


def without_others(subject: DataSubject, document: Document) -> dict[str, Any]:
    """Return a document's dump in which what is about others is masked.

    Of a list of people the others are left out. In a path the others' ids are masked.
    """
    before = document.model_dump(mode="python")
    values = document.model_dump(mode="python")
    own = {value for name in _OWN for value in subject.known.get(name, ())} | {SYSTEM.uid}
    for name, policy in type(document).declarations():
        by = whose(name, policy) if policy is not None else ""
        if by == name:
            _mask(values, name.split("."), partial(_named, own=own))
        elif by and before.get(by) not in own:
            _mask(values, name.split("."), _all)
    return values


def _mask(values: Any, way: list[str], mask: Callable[[Any], Any]) -> None:  # noqa: ANN401
    """Mask what stands at the end of a way through records and lists."""
    if isinstance(values, list):
        for each in values:
            _mask(each, way, mask)
        return
    name, *rest = way
    if values is None or name not in values:
        return
    if rest:
        _mask(values[name], rest, mask)
    else:
        values[name] = mask(values[name])


def _all(value: Any) -> Any:  # noqa: ANN401
    """Mask all of a value that hangs on who somebody else is."""
    if isinstance(value, list):
        return []
    return OTHERS if value else value


def _named(value: Any, own: Set[str]) -> Any:  # noqa: ANN401
    """Mask a value that names people: all but the subject."""
    match value:
        case str():
            return " ".join(_name(part, own) for part in value.split(" "))
        case list():
            return [each for each in value if each in own]
        case dict():
            return {k: each if k in CODES else _named(each, own) for k, each in value.items()}
    return value


def _name(text: str, own: Set[str]) -> str:
    """Return an id, an address or a path, without others in it."""
    if not text or text in own:
        return text
    parts = text.split("/")
    if len(parts) == 1:
        return OTHERS
    ids = zip(parts[::2], parts[1::2], strict=False)
    shown = [OTHERS if at in _collections() and id_ not in own else id_ for at, id_ in ids]
    parts[1::2] = shown
    return "/".join(parts)


@cache
def _collections() -> frozenset[str]:
    """Return the collections whose documents' ids are people's."""
    found = (m for m in Document.registry if m.path.rsplit("/", 1)[-1] in _PEOPLE)
    return frozenset(model.collection() for model in found)
