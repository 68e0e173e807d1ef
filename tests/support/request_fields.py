"""What the fields of a model take, at each depth, as its annotations say: its leaves."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from core.fields import PRINTABLE

#: Parts of a way that are no names of fields: an element of a list, a key and a value of a map.
ELEMENT, KEY, VALUE = "[]", "{key}", "{value}"


@dataclass(frozen=True)
class Leaf:
    """One type that a field takes, with all that is declared of it, flattened.

    `printable` says that the record that it stands in is held to printable text as a whole.
    """

    way: tuple[str, ...]
    kind: Any
    marks: tuple[Any, ...]
    printable: bool = False

    def mark(self, name: str) -> Any:
        """What a bound, a pattern or the strictness is; None where it is not declared."""
        found = [getattr(mark, name, None) for mark in self.marks]
        return next((each for each in found if each is not None), None)


def leaves(model: type[BaseModel], way: tuple[str, ...] = (), *, held: bool = False) -> list[Leaf]:
    """All leaves of a model, without None."""
    return [
        leaf
        for name, field in model.model_fields.items()
        for leaf in _inside(field.annotation, tuple(field.metadata), (*way, name), held)
    ]


def _inside(kind: Any, marks: tuple[Any, ...], way: tuple[str, ...], held: bool) -> Iterator[Leaf]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _inside(args[0], (*marks, *_flat(args[1:])), way, held)
    elif origin in {Union, types.UnionType}:
        for each in args:
            yield from _inside(each, marks, way, held)
    elif origin is list:
        yield from _inside(args[0], (), (*way, ELEMENT), held)
    elif origin is dict:
        yield from _inside(args[0], (), (*way, KEY), held)
        yield from _inside(args[1], (), (*way, VALUE), held)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from leaves(kind, way, held=held or PRINTABLE in marks)
    elif kind is not type(None):
        yield Leaf(way, kind, _flat(marks), held)


def _flat(marks: tuple[Any, ...]) -> tuple[Any, ...]:
    """Marks with those that a `Field` among them holds."""
    return tuple(
        inner
        for mark in marks
        for inner in (mark.metadata if isinstance(mark, FieldInfo) else (mark,))
    )


def of_a_set(leaf: Leaf) -> bool:
    """Whether a leaf takes one of a set of values."""
    kind = leaf.kind
    return get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Enum))
