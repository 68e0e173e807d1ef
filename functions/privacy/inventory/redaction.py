"""Redaction takes out of a document what erasure must; its fields' declarations alone decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from core import unknown
from core.documents import Document
from core.privacy import Erasure, FieldPolicy, Retention
from privacy.inventory.entries import InventoryEntry, InventoryRow

#: What stands where a value was that had to be something.
MASKED = "Erased"


class RedactionAction(StrEnum):
    """What erasure does to a document."""

    DELETE = "delete"  # all of it goes, and the objects that it names
    BLANK = "blank"  # some values go, the rest stays
    KEEP = "keep"  # nothing in it goes


@dataclass(frozen=True)
class RedactionStep:
    """What becomes of one document.

    Attributes:
        action: what is done.
        changes: the new values of the fields that change; none where they were changed before.
        grounds: why something of the person stays, with the rule of how long.
        gone: the names under which a newer release stored what this one does not know: it goes.
    """

    action: RedactionAction
    changes: dict[str, Any] = field(default_factory=dict)
    grounds: frozenset[tuple[str, Retention]] = frozenset()
    gone: frozenset[str] = frozenset()

    @property
    def pending(self) -> bool:
        """Whether there is anything to do."""
        return self.action is RedactionAction.DELETE or bool(self.changes or self.gone)


def fate(place: InventoryEntry, row: InventoryRow) -> RedactionAction:
    """Tell what erasure does to the documents of a collection, whatever they hold.

    One that is about the person as a whole goes, unless one of its fields is declared otherwise;
    fields that are about somebody else have no say in that. Of any other the fields change that are
    about the person.
    """
    erased = {held.erased for held in _theirs(place, row).values()}
    if not row.names and erased == {Erasure.DELETE}:
        return RedactionAction.DELETE
    return RedactionAction.KEEP if erased == {Erasure.KEEP} else RedactionAction.BLANK


def step(
    place: InventoryEntry, row: InventoryRow, document: Document, own: Iterable[str] = ()
) -> RedactionStep:
    """Decide what erasure does to a document.

    Of a list that holds ids of several people, those in `own` go and the others stay. What a newer
    release stored has no declaration here, and so no ground to stay: it goes, all of it where the
    document is about the person, and else what stands in the fields that are.
    """
    action, theirs = fate(place, row), _theirs(place, row)
    if action is RedactionAction.DELETE:
        return RedactionStep(action)
    grounds = frozenset((h.ground, h.kept) for h in theirs.values() if h.erased is Erasure.KEEP)
    before = document.model_dump(mode="python")
    after = document.model_dump(mode="python")
    for name, erased in _erased(type(document), theirs if row.names else None).items():
        if erased is not Erasure.KEEP:
            _blank(type(document), name.split("."), after, erased, frozenset(own))
    tops = {name.partition(".")[0] for name in theirs}
    about = [name for name in type(document).model_fields if not row.names or name in tops]
    fields = {n for n in about if unknown.any_in(getattr(document, n))}
    fields |= {n for n in type(document).model_fields if after[n] != before[n]}
    gone = frozenset[str]() if row.names else frozenset(document.unknown)
    return RedactionStep(action, {n: after[n] for n in fields}, grounds, gone)


def _theirs(place: InventoryEntry, row: InventoryRow) -> dict[str, FieldPolicy]:
    """Return the fields that are about the person."""
    declared = _declared(place.model)
    if row.names:
        return {name: held for name, held in declared.items() if _among(name, row.names)}
    return {name: held for name, held in declared.items() if not _among(name, place.others())}


def _declared(model: type[Document]) -> dict[str, FieldPolicy]:
    """Return the declared fields that are stored as such: what is computed follows from them."""
    computed = model.model_computed_fields
    return {n: held for n, held in model.declarations() if held is not None and n not in computed}


def _erased(model: type[Document], fields: Mapping[str, FieldPolicy] | None) -> dict[str, Erasure]:
    """Return what becomes of the given fields, or of all; of a list whose records go, of the list.

    The fields of a record decide one by one. Where all of them go, nothing of the record is left.
    """
    declared = _declared(model)
    found = {name: held.erased for name, held in (declared if fields is None else fields).items()}
    for name, info in model.model_fields.items():
        within = [each for each in declared if each.startswith(f"{name}.")]
        goes = within and all(found.get(each) is Erasure.DELETE for each in within)
        if goes and get_origin(info.annotation) is list:
            found = {each: e for each, e in found.items() if each not in within}
            found[name] = Erasure.DELETE
    return found


def _among(name: str, names: Iterable[str]) -> bool:
    return any(name == other or name.startswith(f"{other}.") for other in names)


def _blank(
    model: type[BaseModel],
    way: list[str],
    values: Any,  # noqa: ANN401
    erased: Erasure,
    own: frozenset[str],
) -> None:
    """Take a value out of a dumped document: the way to it leads through records and lists."""
    if values is None:
        return
    if isinstance(values, list):
        for each in values:
            _blank(model, way, each, erased, own)
        return
    name, *rest = way
    info = model.model_fields[name]
    if rest:
        _blank(_record(info.annotation), rest, values[name], erased, own)
    elif isinstance(values[name], list) and own.intersection(map(str, values[name])):
        values[name] = [each for each in values[name] if each not in own]
    elif erased is Erasure.DELETE:
        values[name] = empty(info)
    elif values[name] is not None:
        values[name] = MASKED


def empty(info: FieldInfo) -> Any:  # noqa: ANN401
    """Return what a field holds when its value is gone.

    Raises:
        TypeError: it must hold something: then it is to be masked, or kept on a ground.
    """
    if not info.is_required():
        return info.get_default(call_default_factory=True)
    if NoneType in get_args(info.annotation):
        return None
    origin = get_origin(info.annotation)
    if origin in {list, dict}:
        return origin()
    raise TypeError("a field that cannot be empty is masked or kept")


def _record(annotation: Any) -> type[BaseModel]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_record(arg) for arg in get_args(annotation) if arg is not NoneType)
    return next(inner)
