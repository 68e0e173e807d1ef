"""Collects what is documented: callables, triggers, stored documents, state machines."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tools.deployed import FUNCTIONS, callables, events

if TYPE_CHECKING:
    from core.callables import Message, Spec
    from core.documents import Document
    from core.lists import ClientList
    from core.machines import Machine


class UndocumentedError(Exception):
    """Something in the code lacks what its documentation is made from."""


@dataclass(frozen=True)
class Trigger:
    """A function that no client calls: what sets it off, and what it does."""

    name: str
    doc: str
    event: str
    options: str


@dataclass(frozen=True)
class Package:
    """A package's callables and triggers, by name."""

    name: str
    doc: str
    specs: tuple[Spec[Any, Any], ...]
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, eq=False)  # one is itself alone: what is made of it is made once
class Surface:
    """Everything that the pages are rendered from."""

    packages: tuple[Package, ...]
    documents: tuple[type[Document], ...]
    machines: tuple[Machine[Any, Any], ...]
    lists: tuple[ClientList, ...]


@cache
def load() -> Surface:
    """Import the whole deployment surface and describe it, once in a process.

    Raises:
        UndocumentedError: a docstring, an example or a declaration is missing or wrong.
    """
    called, set_off = callables(), events()
    _import_all()
    from core.documents import Document
    from core.lists import ClientList
    from core.machines import Machine

    packages = tuple(
        Package(
            name,
            _doc(importlib.import_module(name), name),
            tuple(map(_checked, sorted(called.get(name, []), key=lambda spec: spec.name))),
            tuple(_trigger(n, found) for n, found in sorted(set_off.get(name, {}).items())),
        )
        for name in sorted({*called, *set_off})
    )
    documents = [m for m in Document.registry if m.__module__.split(".")[0] in _ours()]
    return Surface(
        packages,
        tuple(sorted(documents, key=lambda model: model.path)),
        tuple(sorted(Machine.registry, key=lambda machine: machine.title)),
        tuple(sorted(ClientList.registry, key=lambda each: each.name)),
    )


def _import_all() -> None:
    """Import what functions import late, too: its documents and queries are declared there."""
    for name in sorted(_ours()):
        package = importlib.import_module(name)
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(found.name)


def _ours() -> set[str]:
    """Return the packages of functions/, so that documents made up by tests stay out."""
    return {path.parent.name for path in FUNCTIONS.glob("*/__init__.py")}


def _doc(thing: object, name: str) -> str:
    doc = (getattr(thing, "__doc__", None) or "").strip()
    if not doc:
        raise UndocumentedError(f"{name} has no docstring.")
    return "\n".join(line.strip() for line in doc.splitlines())


def _checked(spec: Spec[Any, Any]) -> Spec[Any, Any]:
    """Return a callable whose docstring and examples are there and right."""
    if not spec.doc:
        raise UndocumentedError(f"{spec.name} has no docstring.")
    _check_example(spec.name, spec.request, answered=False)
    _check_example(spec.name, spec.response, answered=True)
    return spec


def _check_example(name: str, model: type[Message], *, answered: bool) -> None:
    """Hold an example against its model; a response must be just what the function would send."""
    from pydantic import ValidationError

    if "example" not in model.__dict__ and model.model_fields:
        raise UndocumentedError(f"{model.__name__} of {name} has no example of its own.")
    try:
        sent = model.model_validate(model.example).model_dump(mode="json")
    except ValidationError as err:
        raise UndocumentedError(f"the example of {model.__name__} is not valid: {err}") from err
    if answered and sent != model.example:
        raise UndocumentedError(
            f"the example of {model.__name__} is not what {name} answers, which is {sent}."
        )


def _trigger(name: str, function: Any) -> Trigger:  # noqa: ANN401
    """Describe a trigger by the manifest entry that it is deployed with."""
    endpoint = function.__firebase_endpoint__
    found = endpoint.eventTrigger or {}
    event = found.get("eventType") or _other_event(endpoint)
    again = found.get("retry") or getattr(endpoint, "taskQueueTrigger", None)
    options = [
        "retried when it fails" if again else "not retried",
        # What is not declared stands there as a sentinel of the library's.
        f"{seconds} s at most" if isinstance(seconds := endpoint.timeoutSeconds, int) else "",
        f"{memory} MiB" if isinstance(memory := endpoint.availableMemoryMb, int) else "",
    ]
    return Trigger(name, _doc(function, name), str(event), ", ".join(filter(None, options)))


def _other_event(endpoint: Any) -> str:  # noqa: ANN401
    kinds = {"taskQueueTrigger": "task queue", "scheduleTrigger": "schedule"}
    return next((text for kind, text in kinds.items() if getattr(endpoint, kind, None)), "HTTP")
