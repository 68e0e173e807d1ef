"""The errors: one schema for each reason, and for each callable one of all that it may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.docs.enumerations import kinds
from tools.docs.errors import enumerations, machines, met
from tools.docs.openapi.schemas import Components, opened, record, reference

if TYPE_CHECKING:
    from core.callables import Spec
    from core.details import Detail
    from core.machines import Machine
    from tools.docs.fields import Schema
    from tools.docs.surface import Surface

#: Each error code of a callable -> the status of its answer.
#: https://cloud.google.com/apis/design/errors#handling_errors
HTTP = {
    "invalid-argument": 400,
    "failed-precondition": 400,
    "unauthenticated": 401,
    "permission-denied": 403,
    "not-found": 404,
    "already-exists": 409,
    "aborted": 409,
    "resource-exhausted": 429,
    "internal": 500,
    "unavailable": 503,
}
_TYPES: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    list[str]: {"type": "array", "items": {"type": "string"}},
    list[int]: {"type": "array", "items": {"type": "integer"}},
}
_COMMON, _UNLISTED = "CommonError", "UnlistedError"
_SENTENCE = "What people are told, in English."
_MESSAGE = "The sentence; decide by the `reason` of the details."


def add(surface: Surface, components: Components) -> None:
    """Take in the schemas of all errors of the callables."""
    from core.callables import INTERNAL
    from core.errors import COMMON_ERRORS

    moved = machines(surface)
    for error in met(surface):
        facts = _facts(error.gives, moved.get(error.reason), components)
        body = _details(error.reason, error.sentence, facts)
        _add(components, error.code.value, error.__doc__ or "", body)
    lost = "Something went wrong on Scanner's side, and was logged."
    _add(components, "internal", lost, _details("internal", INTERNAL, {}))
    components.add(_UNLISTED, _unlisted())
    common = [reference(name_of(error.reason)) for error in COMMON_ERRORS]
    options = [*common, reference(name_of("internal")), reference(_UNLISTED)]
    told = "What every callable may answer instead of a result."
    components.add(_COMMON, {"description": told, "anyOf": options})


def answered(spec: Spec[Any, Any]) -> Schema:
    """Return the schema of what a callable answers instead of a result."""
    own = [reference(name_of(reason)) for reason in reasons(spec)]
    error = {"anyOf": [*own, reference(_COMMON)]}
    return record({"error": error}, ["error"], f"What `{spec.name}` answers instead of a result.")


def _add(components: Components, code: str, doc: str, details: Schema) -> None:
    """Take in one error: with its details, which are a schema of their own."""
    name = name_of(details["properties"]["reason"]["const"])
    sentence = details["properties"]["sentence"]["examples"]
    fields: dict[str, Schema] = {
        "status": {"type": "string", "const": status(code)},
        "message": {"type": "string", "description": _MESSAGE, "examples": sentence},
        "details": components.add(f"{name.removesuffix('Error')}Details", details),
    }
    told = " ".join(doc.partition("\n\n")[0].split())
    components.add(name, record(fields, fields, f"{told} HTTP {HTTP[code]}."))


def _details(reason: str, sentence: str, facts: dict[str, tuple[Schema, bool]]) -> Schema:
    always = [name for name, (_, needed) in facts.items() if needed]
    fields: dict[str, Schema] = {
        "reason": {"type": "string", "const": reason},
        "sentence": {"type": "string", "description": _SENTENCE, "examples": [sentence]},
        **{name: body for name, (body, _) in facts.items()},
    }
    told = f"What comes with `{reason}`."
    return record(fields, ["reason", "sentence", *always], told)


def _facts(
    facts: tuple[Detail, ...], machine: Machine[Any, Any] | None, components: Components
) -> dict[str, tuple[Schema, bool]]:
    """Return each fact by its name: its schema, and whether it is always told."""
    found = {}
    for fact in facts:
        body = _fact(fact, components)
        if machine and fact.name == "state":
            body = opened(components.enumeration(kinds(machine)[0].__name__))
        found[fact.name] = ({"description": fact.meaning, **body}, fact.always)
    return found


def _fact(fact: Detail, components: Components) -> Schema:
    if fact.parts:
        inner = _facts(fact.parts, None, components)
        needed = [name for name, (_, always) in inner.items() if always]
        fields = {name: body for name, (body, _) in inner.items()}
        return {"type": "array", "items": record(fields, needed, "")}
    if fact.kind in _TYPES:
        return _TYPES[fact.kind]
    return opened(components.enumeration(enumerations(fact)[0].__name__))


def reasons(spec: Spec[Any, Any]) -> list[str]:
    """Return the reasons of a callable's own, in the order of their declaration."""
    return list(dict.fromkeys(error.reason for error in spec.raises))


def name_of(reason: str) -> str:
    """Return the name of the schema of an error: `CaseNotFoundError`."""
    return "".join(part.capitalize() for part in reason.split("-")) + "Error"


def status(code: str) -> str:
    """Return an error code as it stands on the wire: `NOT_FOUND`."""
    return code.upper().replace("-", "_")


def _unlisted() -> Schema:
    """Return the error that any other fits: of a newer release, or of Firebase's own."""
    fields: dict[str, Schema] = {
        "status": {"type": "string", "description": "The error code of the callable protocol."},
        "message": {"type": "string", "description": _SENTENCE},
        "details": {
            "type": "object",
            "description": "As `reason` and `sentence` of the others, if the error is Scanner's.",
            "additionalProperties": True,
        },
    }
    told = "An error that this document does not list: of a newer release, or of Firebase's own."
    return record(fields, ["status", "message"], told)
