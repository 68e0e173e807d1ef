"""The enumerations: each as the union of its values, with what each of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.docs import enumerations
from tools.docs.typescript.source import comment, quoted

if TYPE_CHECKING:
    from tools.docs.models import Models
    from tools.docs.surface import Surface


def render(surface: Surface, models: Models) -> str:
    """Return the module of enumerations: of messages, documents, state machines, and errors."""
    found = enumerations.by_name(surface, models)
    return "\n".join(_union(name, each.doc, each.meanings) for name, each in found.items())


def _union(name: str, doc: str, meanings: dict[str, str]) -> str:
    values = "".join(
        f"{comment(meaning, indent='  ')}  | {quoted(value)}\n"
        for value, meaning in meanings.items()
    )
    doc = doc.partition("\n\n")[0]
    return f"{comment(doc)}export type {name} =\n{values.rstrip()};\n"
