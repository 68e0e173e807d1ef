"""The enumerations: each as the union of its values, with what each of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.docs import fields
from tools.docs.typescript.source import comment, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from core.machines import Machine
    from tools.docs.surface import Surface
    from tools.docs.typescript.models import Models


def render(surface: Surface, models: Models, others: Iterable[type[StrEnum]]) -> str:
    """Return the module of enumerations: of messages, documents, state machines, and others."""
    found = {
        name: (body.get("description", ""), dict(zip(body["enum"], _told(body), strict=True)))
        for name, body in models.enumerations.items()
    }
    moved = (kind for machine in surface.machines for kind in kinds(machine))
    for kind in (*moved, *others):
        found.setdefault(kind.__name__, (kind.__doc__ or "", fields.meanings(kind)))
    return "\n".join(_union(name, *said) for name, said in sorted(found.items()))


def kinds(machine: Machine[Any, Any]) -> tuple[type[StrEnum], type[StrEnum]]:
    """Return the enumerations of a machine's states and actions."""
    (state,) = {type(state) for state, _ in machine.table if state is not None}
    (action,) = {type(action) for _, action in machine.table}
    return state, action


def _told(body: fields.Schema) -> list[str]:
    told: list[str] = body.get("enumDescriptions", [""] * len(body["enum"]))
    return told


def _union(name: str, doc: str, meanings: dict[str, str]) -> str:
    values = "".join(
        f"{comment(meaning, indent='  ')}  | {quoted(value)}\n"
        for value, meaning in meanings.items()
    )
    doc = doc.partition("\n\n")[0]
    return f"{comment(doc)}export type {name} =\n{values.rstrip()};\n"
