"""The errors: each reason with its sentence, and the type of what its details hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.docs.enumerations import kinds
from tools.docs.errors import enumerations, machines, met
from tools.docs.typescript.source import comment, imports, key, quoted

if TYPE_CHECKING:
    from core.details import Detail
    from core.errors import ScannerError
    from core.machines import Machine
    from tools.docs.surface import Surface

_TYPES: dict[Any, str] = {
    str: "string",
    int: "number",
    list[str]: "string[]",
    list[int]: "number[]",
}


def render(surface: Surface) -> str:
    """Return the module of errors."""
    from core.callables import INTERNAL
    from core.errors import COMMON_ERRORS

    moved = machines(surface)
    errors, used = met(surface), {"Open"}
    details = "".join(_details(error, moved.get(error.reason), used) for error in errors)
    sentences = "".join(f"  {quoted(e.reason)}: {quoted(e.sentence)},\n" for e in errors)
    common = "".join(f"  {quoted(error.reason)},\n" for error in COMMON_ERRORS)
    own = comment("Something went wrong on Scanner's side, and was logged.", indent="  ")
    return "\n".join(
        [
            imports({"Open"}, "../basics.js") + imports(used - {"Open"}, "./enumerations.js"),
            f"{comment('What the details of each error hold, by its reason.')}"
            f"export interface Details {{\n{details}{own}  internal: {{}};\n}}\n",
            f"{comment('What people are told, in English.')}"
            f"export const SENTENCES: {{ readonly [R in keyof Details]: string }} = {{\n"
            f"{sentences}  internal: {quoted(INTERNAL)},\n}};\n",
            f"{comment('The reasons that every callable may refuse for.')}"
            f"export const COMMON = [\n{common}  'internal',\n] as const;\n",
        ]
    )


def _details(error: type[ScannerError], machine: Machine[Any, Any] | None, used: set[str]) -> str:
    states = {}
    if machine is not None:
        kind, _ = kinds(machine)
        used.add(kind.__name__)
        states["state"] = f"Open<{kind.__name__}>"
    doc = comment(error.__doc__ or "", f"Told: {error.sentence}", indent="  ")
    used |= {each.__name__ for fact in error.gives for each in enumerations(fact)}
    inner = _facts(error.gives, states, "    ")
    body = f"{{\n{inner}  }}" if inner else "{}"
    return f"{doc}  {key(error.reason)}: {body};\n"


def _facts(facts: tuple[Detail, ...], types: dict[str, str], indent: str) -> str:
    return "".join(
        f"{comment(fact.meaning, indent=indent)}"
        f"{indent}{key(fact.name)}{'' if fact.always else '?'}: "
        f"{types.get(fact.name) or _type(fact, indent)};\n"
        for fact in facts
    )


def _type(fact: Detail, indent: str) -> str:
    if fact.parts:
        return f"{{\n{_facts(fact.parts, {}, indent + '  ')}{indent}}}[]"
    return _TYPES.get(fact.kind) or f"Open<{enumerations(fact)[0].__name__}>"
