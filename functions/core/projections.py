"""A projection holds what of a document one viewer may see, as its fields declare.

Each role reads documents of its own, made so: that is least disclosure.
"""

from typing import Any

from core.documents import Document
from core.privacy import Viewer


def visible_to(viewer: Viewer, document: Document) -> dict[str, Any]:
    """Return the fields of a document that are declared visible to a viewer, nested as stored.

    Projections are made from this and from nothing else; their models forbid further fields, so
    a field that becomes visible without having a place there is an error and not a leak.
    """
    return visible(viewer, type(document), document.model_dump(mode="python"))


def visible(viewer: Viewer, model: type[Document], values: dict[str, Any]) -> dict[str, Any]:
    """Return the same of a document's dump, of which something may have been masked."""
    names = [
        name.split(".")
        for name, held in model.declarations()
        if held is not None and viewer in held.seen_by
    ]
    return _picked(values, names)


def _picked(values: dict[str, Any], names: list[list[str]]) -> dict[str, Any]:
    """Return the named fields of a record; a name is the way to a field, part by part."""
    found: dict[str, Any] = {}
    for head in dict.fromkeys(name[0] for name in names if name[0] in values):
        inner = [name[1:] for name in names if name[0] == head]
        value = values[head]
        if isinstance(value, dict) and inner != [[]]:
            found[head] = _picked(value, inner)
        elif isinstance(value, list) and inner != [[]]:
            found[head] = [_picked(each, inner) for each in value]
        elif value is not None or inner == [[]]:
            found[head] = value
    return found
