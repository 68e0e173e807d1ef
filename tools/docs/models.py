"""The models as JSON Schemas under one set of names: those of the wire, and those of documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import JsonSchemaMode, models_json_schema

from tools.docs import fields

if TYPE_CHECKING:
    from pydantic import BaseModel

    from core.callables import Spec
    from core.documents import Document
    from tools.docs.fields import Schema
    from tools.docs.surface import Surface

_REF = "#/$defs/"


@dataclass(frozen=True)
class Models:
    """All schemas by the names that their types have in the client.

    Attributes:
        wire: the records of requests and responses.
        documents: the records of documents that a client may read.
        enumerations: the enumerations of both.
        asked: the records of the wire that requests hold.
        answered: those that responses hold.
        names: the record of each model that is a request, response or document.
    """

    wire: dict[str, Schema]
    documents: dict[str, Schema]
    enumerations: dict[str, Schema]
    asked: frozenset[str]
    answered: frozenset[str]
    names: dict[tuple[type[BaseModel], JsonSchemaMode], str]

    @classmethod
    @cache
    def of(cls, surface: Surface) -> Models:
        """Make the schemas of all callables and of all documents that have readers, once."""
        called = specs(surface)
        responses = [_sent(spec.response) for spec in called]
        requests = [_received(spec.request) for spec in called]
        wire, names = _defined([*responses, *requests])
        stored, more = _defined([_sent(model) for model in read(surface)])
        records, kinds = _parted(wire)
        documents, others = _parted(stored)
        taken = records.keys() & documents.keys()
        renamed = {name: f"Stored{name}" for name in taken}
        return cls(
            records,
            {renamed.get(name, name): _renamed(body, renamed) for name, body in documents.items()},
            kinds | others,
            frozenset(_reached(records, (names[each] for each in requests))),
            frozenset(_reached(records, (names[each] for each in responses))),
            names | {model: renamed.get(name, name) for model, name in more.items()},
        )

    def request(self, spec: Spec[Any, Any]) -> str:
        """Return the name of a callable's request."""
        return self.names[_received(spec.request)]

    def response(self, spec: Spec[Any, Any]) -> str:
        """Return the name of a callable's response."""
        return self.names[_sent(spec.response)]

    def document(self, model: type[Document]) -> str:
        """Return the name of a document."""
        return self.names[_sent(model)]


def specs(surface: Surface) -> list[Spec[Any, Any]]:
    """Return all callables, by name."""
    found = [spec for package in surface.packages for spec in package.specs]
    return sorted(found, key=lambda spec: spec.name)


def read(surface: Surface) -> list[type[Document]]:
    """Return the documents that a client may read."""
    return [model for model in surface.documents if model.readers]


def target(reference: str) -> str:
    """Return the name that a `$ref` leads to."""
    return reference.removeprefix(_REF).replace("-", "")


def references(part: object) -> set[str]:
    """Return the names of all that a schema refers to, at any depth."""
    if isinstance(part, dict):
        own = {target(part["$ref"])} if isinstance(part.get("$ref"), str) else set()
        return own.union(*map(references, part.values()))
    return set().union(*map(references, part)) if isinstance(part, list) else set()


def _sent(model: type[BaseModel]) -> tuple[type[BaseModel], JsonSchemaMode]:
    return model, "serialization"


def _received(model: type[BaseModel]) -> tuple[type[BaseModel], JsonSchemaMode]:
    return model, "validation"


def _defined(
    models: list[tuple[type[BaseModel], JsonSchemaMode]],
) -> tuple[dict[str, Schema], dict[tuple[type[BaseModel], JsonSchemaMode], str]]:
    asked = list(dict.fromkeys(models))
    places, body = models_json_schema(asked, schema_generator=fields.Told)
    found = {name.replace("-", ""): part for name, part in body.get("$defs", {}).items()}
    return found, {model: target(places[model]["$ref"]) for model in asked}


def _parted(schemas: dict[str, Schema]) -> tuple[dict[str, Schema], dict[str, Schema]]:
    """Return the records and the enumerations."""
    kinds = {name: body for name, body in schemas.items() if "enum" in body}
    return {name: body for name, body in schemas.items() if name not in kinds}, kinds


def _renamed(part: Any, names: dict[str, str]) -> Any:  # noqa: ANN401
    match part:
        case dict():
            found = {each: _renamed(inner, names) for each, inner in part.items()}
            if isinstance(reference := part.get("$ref"), str):
                found["$ref"] = _REF + names.get(target(reference), target(reference))
            return found
        case list():
            return [_renamed(each, names) for each in part]
    return part


def _reached(records: dict[str, Schema], names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in records and name not in found:
            found.add(name)
            waiting += references(records[name])
    return found
