"""The shared schemas of requests and responses, in the form that generators of clients take.

They are those of the models with nothing lost that is held to. What differs is the form:

- An enumeration that a field has for itself is a schema of its own, or generators number it.
- What stands beside a `$ref` is kept by `allOf`: OpenAPI 3.1 lets it stand there, but generators
  that came from 3.0 leave it out.
- A default that is an object is left out; the field's description tells it. openapi-python-client
  (0.29.1) leaves out the whole schema for it.
- A record that has a field of its own name, as `Visits` has `visits`, is called `VisitsPage` or
  `AddressRecord`: openapi-python-client makes one local variable of both names, which mypy refuses.
  https://github.com/openapi-generators/openapi-python-client/issues/1117
- What is answered may hold more in a newer release: fields are not closed, and an enumeration is
  any text beside its values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tools.docs.enumerations import Enumeration, meanings
from tools.docs.models import target
from tools.docs.typescript.source import camel

if TYPE_CHECKING:
    from tools.docs.fields import Schema
    from tools.docs.models import Models

#: What the models' schemas have for people and other tools, and this document tells otherwise.
_LEFT_OUT = frozenset({"title", "x-name", "enumDescriptions", "examples"})


class NameTakenError(Exception):
    """Two schemas would have the same name."""


@dataclass
class Components:
    """The schemas by name, each added once.

    Attributes:
        enumerations: all that may be referred to.
        names: the name of each record, by that of its model.
        schemas: what stands in `components/schemas`.
    """

    enumerations: dict[str, Enumeration]
    names: dict[str, str]
    schemas: dict[str, Schema] = field(default_factory=dict)

    def add(self, name: str, body: Schema) -> Schema:
        """Take in a schema, and return the reference to it.

        Raises:
            NameTakenError: another schema has this name.
        """
        if self.schemas.setdefault(name, body) != body:
            raise NameTakenError(name)
        return reference(name)

    def enumeration(self, name: str) -> Schema:
        """Take in the enumeration of this name, and return the reference to it."""
        return self.add(name, enumeration(self.enumerations[name]))

    def record(self, model: str) -> Schema:
        """Return the reference to the record of a model."""
        return reference(self.names[model])


@dataclass(frozen=True)
class _Reader:
    """Reads the fields of one record."""

    components: Components
    record: str
    open: bool
    defaults: bool

    def read(self, body: Schema, name: str) -> Schema:
        """Return the schema of a field, or of a part of it."""
        if "$ref" in body:
            return self._referred(body)
        if "enum" in body:
            own = self.record + (each := camel(name))[:1].upper() + each[1:]
            told = Enumeration(body.get("description", ""), meanings(body))
            found = self.components.add(own, enumeration(told))
            return self._beside(self._opened(found), body)
        found = {key: told for key, told in body.items() if key not in _LEFT_OUT}
        if "anyOf" in body:
            found["anyOf"] = self._options(body["anyOf"], name)
        for key in ("items", "additionalProperties", "propertyNames"):
            if isinstance(body.get(key), dict):
                found[key] = self.read(body[key], name)
        if not self.defaults or isinstance(body.get("default"), dict):
            found.pop("default", None)
        return found

    def _options(self, options: list[Schema], name: str) -> list[Schema]:
        """Return the alternatives, those of an open enumeration among them, null last."""
        read = [self.read(option, name) for option in options]
        return [inner for each in read for inner in each.get("anyOf", [each])]

    def _referred(self, body: Schema) -> Schema:
        name = target(body["$ref"])
        if name in self.components.enumerations:
            return self._beside(self._opened(self.components.enumeration(name)), body)
        return self._beside(self.components.record(name), body)

    def _opened(self, found: Schema) -> Schema:
        return opened(found) if self.open else found

    def _beside(self, found: Schema, body: Schema) -> Schema:
        """Return a reference with what its field has beside it."""
        more: Schema = _described(body)
        if self.defaults and "default" in body and not isinstance(body["default"], dict):
            more["default"] = body["default"]
        if "$ref" in found and more:
            return {**more, "allOf": [found]}
        return {**more, **found}


def of(models: Models, enumerations: dict[str, Enumeration]) -> Components:
    """Return all records of the wire, with the enumerations that they use."""
    names = {name: _name(name, body) for name, body in models.wire.items()}
    components = Components(enumerations, names)
    for name, body in models.wire.items():
        answered, asked = name in models.answered, name in models.asked
        reader = _Reader(components, name, open=answered, defaults=asked)
        components.add(names[name], _record(body, reader, asked=asked))
    return components


def reference(name: str) -> Schema:
    """Return the reference to a schema of the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def opened(found: Schema) -> Schema:
    """Return an enumeration to which a newer release may add values."""
    return {"anyOf": [found, {"type": "string"}]}


def record(fields: dict[str, Schema], required: Iterable[str], description: str) -> Schema:
    """Return an object, to which a newer release may add fields."""
    needed = list(required)
    return {
        "type": "object",
        **_described({"description": description}),
        **({"required": needed} if needed else {}),
        "properties": fields,
    }


def enumeration(each: Enumeration) -> Schema:
    """Return an enumeration; what its values mean stands in its description, and as a list."""
    told = each.meanings
    doc = " ".join(each.doc.partition("\n\n")[0].split())
    listed = "\n".join(f"- `{value}`: {text}" for value, text in told.items() if text)
    text = "\n\n".join(filter(None, (doc, listed)))
    return {
        "type": "string",
        **({"description": text} if text else {}),
        "enum": list(told),
        # The keyword of OpenAPI Generator: https://openapi-generator.tech/docs/templating/#enum
        **({"x-enum-descriptions": list(told.values())} if any(told.values()) else {}),
    }


def _name(model: str, body: Schema) -> str:
    """Return the name of a record: its model's, unless a field has that."""
    fields = {name.replace("_", "") for name in body.get("properties", ())}
    if model.lower() not in fields:
        return model
    return f"{model}Page" if "cursor" in fields else f"{model}Record"


def _record(body: Schema, reader: _Reader, *, asked: bool) -> Schema:
    """Return the schema of a model; whatever it answers is there, defaults too."""
    fields = body.get("properties", {})
    required = body.get("required", []) if asked else list(fields)
    read = {each: reader.read(told, each) for each, told in fields.items()}
    closed = {"additionalProperties": False} if asked else {}
    return {**record(read, required, body.get("description", "")), **closed}


def _described(body: Schema) -> dict[str, Any]:
    text = " ".join(body.get("description", "").split())
    return {"description": text} if text else {}
