"""The documents that a client may read: a type for each of their readers, and where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.docs.models import Models, read, references
from tools.docs.typescript.source import camel, comment, imports, key, literal, union
from tools.docs.typescript.types import Printer

if TYPE_CHECKING:
    from core.documents import Document
    from core.privacy import Viewer
    from tools.docs.fields import Schema
    from tools.docs.surface import Surface

#: How the type of a document ends that one of its readers is shown.
READERS = {
    "active_subject": "Self",
    "admin": "Admin",
    "any_clinic": "AnyClinic",
    "clinic": "Clinic",
    "lab": "Lab",
    "operator": "Operator",
    "org_owner": "Owner",
    "subject": "Self",
}
_BASICS = {"Day", "Open"}


def render(surface: Surface, models: Models) -> str:
    """Return the module of documents."""
    printer = Printer(frozenset(models.enumerations), "Timestamp", "Day", open=True, limits=False)
    found = read(surface)
    paths = {models.document(model): model.path for model in found}
    records = [
        printer.record(name, body, body.get("properties", {}), *_standing(paths.get(name)))
        for name, body in sorted(models.documents.items())
    ]
    viewers = [text for model in found for text in _for_readers(model, models)]
    shapes = "".join(_shape(name, body, models) for name, body in sorted(models.documents.items()))
    typed = "".join(_function(model, models) for model in found)
    gathered = "".join(_collection(model, models) for model in found)
    table = "".join(
        f"  {camel(name)}: {{ path: {literal(path)}, record: {literal(name)} }},\n"
        for name, path in paths.items()
    )
    basics, sdk = printer.used & _BASICS, printer.used & {"Timestamp"}
    named = printer.used - basics - sdk
    return "\n".join(
        [
            imports({"CollectionReference", "DocumentReference", *sdk}, "firebase/firestore")
            + imports({*basics, "Shape"}, "../basics.js")
            + imports(named, "./enumerations.js"),
            *records,
            *viewers,
            f"{comment('A reference to each kind of document, by the ids in its path.')}"
            f"export interface Documents {{\n{typed}}}\n",
            f"{comment('A reference to each collection, by the ids in its path.')}"
            f"export interface Collections {{\n{gathered}}}\n",
            f"{comment('Where each kind of document stands, and the record that it is.')}"
            f"export const PATHS = {{\n{table}}} as const;\n",
            f"{comment('What a document of an earlier release may lack, and the records in it.')}"
            f"export const SHAPES: Record<string, Shape> = {{\n{shapes}}};\n",
        ]
    )


def _standing(path: str | None) -> tuple[str, ...]:
    return (f"Stands at `{path}`.",) if path else ()


def _for_readers(model: type[Document], models: Models) -> list[str]:
    """Return the types that readers of a document are shown."""
    name = models.document(model)
    fields = list(models.documents[name].get("properties", {}))
    readers: dict[str, list[Viewer]] = {}
    for viewer in sorted(model.readers):
        readers.setdefault(READERS[viewer.value], []).append(viewer)
    found = []
    for end, viewers in readers.items():
        hidden = [field for field in fields if not _seen(model, field, viewers)]
        shown = f"Omit<{name}, {union(hidden)}>" if hidden else name
        found.append(f"export type {name}For{end} = {shown};\n")
    return found


def _seen(model: type[Document], field: str, viewers: list[Viewer]) -> bool:
    """Tell whether all that a field holds is declared visible to some of its readers."""
    held = [kept for name, kept in model.declarations() if name.partition(".")[0] == field]
    return all(kept is not None and kept.seen_by & set(viewers) for kept in held)


def _ids(path: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", path)


def _function(model: type[Document], models: Models) -> str:
    taken = ", ".join(f"{name}: string" for name in _ids(model.path))
    name = models.document(model)
    doc = comment(f"`{model.path}`", indent="  ")
    return f"{doc}  {camel(name)}({taken}): DocumentReference<{name}>;\n"


def _collection(model: type[Document], models: Models) -> str:
    taken = ", ".join(f"{name}: string" for name in _ids(model.path)[:-1])
    name = models.document(model)
    doc = comment(f"`{model.path.rpartition('/')[0]}`", indent="  ")
    return f"{doc}  {camel(name)}({taken}): CollectionReference<{name}>;\n"


def _shape(name: str, body: Schema, models: Models) -> str:
    """Return what the converter has to know of a record; nothing where that is nothing."""
    declared: dict[str, Schema] = body.get("properties", {})
    defaults = {
        field: each["default"]
        for field, each in declared.items()
        if "default" in each and not each.get("readOnly")
    }
    nested = {
        field: inner.pop()
        for field, each in declared.items()
        if (inner := references(each) & models.documents.keys())
    }
    if not defaults and not nested:
        return ""
    return f"  {key(name)}: {{ defaults: {literal(defaults)}, records: {literal(nested)} }},\n"
