"""The state machines as data, for apps that show the steps which somebody may take now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.docs.enumerations import kinds
from tools.docs.typescript.source import comment, imports, quoted, union

if TYPE_CHECKING:
    from core.machines import Machine
    from tools.docs.surface import Surface

_ROWS = "Each step: from, action, to, who may. Null: yet to be made, or an end that depends."


def render(surface: Surface) -> str:
    """Return the module of state machines."""
    from core.machines import Party

    used = {kind.__name__ for machine in surface.machines for kind in kinds(machine)}
    parties = union(p.name.lower() for p in Party)
    types = "".join(f"  {_name(m)}: Table<{_types(m)}>;\n" for m in surface.machines)
    tables = "".join(_table(machine) for machine in surface.machines)
    return "\n".join(
        [
            imports({"Table"}, "../states.js") + imports(used, "./enumerations.js"),
            f"{comment('Who somebody is to the thing that a step is about.')}"
            f"export type Party = {parties};\n",
            f"{comment('The table of each state machine.')}"
            f"export interface Machines {{\n{types}}}\n",
            f"{comment(_ROWS)}export const MACHINES: Machines = {{\n{tables}}};\n",
        ]
    )


def _name(machine: Machine[Any, Any]) -> str:
    first, *others = machine.title.split()
    return first.lower() + "".join(word.capitalize() for word in others)


def _types(machine: Machine[Any, Any]) -> str:
    return ", ".join(kind.__name__ for kind in kinds(machine))


def _table(machine: Machine[Any, Any]) -> str:
    rows = "".join(
        f"    [{_state(state)}, {quoted(action)}, {_state(step.to)}, "
        f"[{', '.join(sorted(quoted(party.name.lower()) for party in step.who))}]],\n"
        for (state, action), step in machine.table.items()
    )
    return f"{comment(machine.doc, indent='  ')}  {_name(machine)}: [\n{rows}  ],\n"


def _state(state: str | None) -> str:
    return "null" if state is None else quoted(state)
