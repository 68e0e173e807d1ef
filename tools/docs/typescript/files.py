"""The generated files of the client: path in the repository -> text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.docs.models import Models
from tools.docs.typescript import (
    callables,
    documents,
    enumerations,
    errors,
    fields,
    lists,
    names,
    orders,
    states,
    words,
    works,
)
from tools.docs.typescript.source import PARTS, file

if TYPE_CHECKING:
    from tools.docs.surface import Surface


def render(surface: Surface) -> dict[str, str]:
    """Return every generated file of the client."""
    models = Models.of(surface)
    parts = {
        "callables": callables.render(surface, models),
        "documents": documents.render(surface, models),
        "enumerations": enumerations.render(surface, models),
        "errors": errors.render(surface),
        "fields": fields.render(surface, models),
        "lists": lists.render(surface, models),
        "names": names.render(surface),
        "orders": orders.render(),
        "states": states.render(surface),
        "words": words.render(surface),
        "wire": callables.messages(models),
        "works": works.render(),
    }
    return {f"{PARTS}/{name}.ts": file(text) for name, text in parts.items()}
