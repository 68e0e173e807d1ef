"""What the models declare, as shapes that a stored document is laid beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from core.documents import Document
from core.privacy import FieldPolicy
from tests.support.logwatch import PERSONAL

#: Categories whose values are ids, codes, figures and times: nothing that a person typed.
WORDLESS = frozenset(
    {
        "system.operations",
        "user.account",
        "user.financial",
        "user.privacy_preferences",
        "user.unique_id",
    }
)


@dataclass(frozen=True)
class Shape:
    """What a value may be.

    Attributes:
        fields: of a record, by name.
        each: of a map whose keys are free, what its values are.
        anything: whether nothing is declared of what is inside.
    """

    fields: Mapping[str, Shape] = field(default_factory=dict)
    each: Shape | None = None
    anything: bool = False

    def of(self, name: str) -> Shape | None:
        """Return the shape of what a map holds under a name; None where it may hold nothing."""
        return self if self.anything else self.fields.get(name, self.each)


@dataclass(frozen=True)
class Declared:
    """One collection: the shape of its documents, and how each field is held."""

    shape: Shape
    held: Mapping[str, FieldPolicy]

    @classmethod
    def by(cls, model: type[Document]) -> Declared:
        """Read a model."""
        return cls(_record(model), {n: h for n, h in model.declarations() if h is not None})

    def faults(self, fields: Mapping[str, Any]) -> Iterator[str]:
        """Yield what is wrong with a document's fields, in their REST form; values are not told."""
        yield from self._map("", fields, self.shape, None)

    def _map(
        self, name: str, fields: Mapping[str, Any], shape: Shape, held: FieldPolicy | None
    ) -> Iterator[str]:
        for key, value in fields.items():
            # A key that is free may be an id: the field is told, and not the key.
            way = f"{name}.{key}".lstrip(".") if key in shape.fields or not shape.each else name
            inner = shape.of(key)
            if inner is None:
                yield f"{way} is not declared"
            else:
                if way == name and PERSONAL.search(key):
                    yield f"{name} has a key that names somebody"
                yield from self._value(way, value, inner, self.held.get(way, held))

    def _value(
        self, name: str, value: Mapping[str, Any], shape: Shape, held: FieldPolicy | None
    ) -> Iterator[str]:
        ((kind, inner),) = value.items()
        if kind == "arrayValue":
            for each in inner.get("values", []):
                yield from self._value(name, each, shape, held)
        elif kind == "mapValue":
            if shape.fields or shape.each or shape.anything:
                yield from self._map(name, inner.get("fields", {}), shape, held)
            else:
                yield f"{name} is a map, which is not declared"
        elif shape.fields:
            if kind != "nullValue":
                yield f"{name} is no map, which is declared"
        else:
            yield from _plain(name, str(inner), held)


def _plain(name: str, text: str, held: FieldPolicy | None) -> Iterator[str]:
    if held is None:
        yield f"{name} is not declared"
    elif held.category in WORDLESS and PERSONAL.search(text):
        yield f"{name} names somebody, and is declared as {held.category}"


def _record(model: type[BaseModel]) -> Shape:
    fields = {name: _shape(info.annotation) for name, info in model.model_fields.items()}
    for name, computed in model.model_computed_fields.items():
        hints = get_type_hints(computed.wrapped_property.fget, include_extras=True)
        fields[name] = _shape(hints["return"])
    return Shape(fields)


def _shape(annotation: Any) -> Shape:
    origin, inside = get_origin(annotation), get_args(annotation)
    if annotation is Any:
        return Shape(anything=True)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _record(annotation)
    if origin is Annotated:
        return _shape(inside[0])
    if origin is dict:
        return Shape(each=_shape(inside[1]))
    shapes = [_shape(each) for each in inside]
    fields = {name: inner for shape in shapes for name, inner in shape.fields.items()}
    each = next((shape.each for shape in shapes if shape.each), None)
    return Shape(fields, each, any(shape.anything for shape in shapes))
