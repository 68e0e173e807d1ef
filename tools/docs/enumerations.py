"""The enumerations that a client meets: those of messages, documents, state machines and errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tools.docs import errors, fields

if TYPE_CHECKING:
    from enum import StrEnum

    from core.machines import Machine
    from tools.docs.models import Models
    from tools.docs.surface import Surface


@dataclass(frozen=True)
class Enumeration:
    """What an enumeration is, and its values with what each of them means."""

    doc: str
    meanings: dict[str, str]


def by_name(surface: Surface, models: Models) -> dict[str, Enumeration]:
    """Return all of them by the names that they have in the code."""
    found = {
        name: Enumeration(body.get("description", ""), meanings(body))
        for name, body in models.enumerations.items()
    }
    moved = (kind for machine in surface.machines for kind in kinds(machine))
    for kind in (*moved, *errors.told(surface)):
        found.setdefault(kind.__name__, Enumeration(kind.__doc__ or "", fields.meanings(kind)))
    return dict(sorted(found.items()))


def meanings(body: fields.Schema) -> dict[str, str]:
    """Return the values in a schema with what they mean, as far as that is told."""
    told: list[str] = body.get("enumDescriptions", [""] * len(body["enum"]))
    return dict(zip(body["enum"], told, strict=True))


def kinds(machine: Machine[Any, Any]) -> tuple[type[StrEnum], type[StrEnum]]:
    """Return the enumerations of a machine's states and actions."""
    (state,) = {type(state) for state, _ in machine.table if state is not None}
    (action,) = {type(action) for _, action in machine.table}
    return state, action
