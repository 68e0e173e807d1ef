"""The lists that apps may ask for, as a page of docs and as data for clients in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.docs import fields, released

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.lists import ClientList, Own, Parameter, Value

#: What stands on the page for a value that is the reader's own.
_OWN = {"uid": "own uid", "org": "own org", "email": "own e-mail"}
_DIRECTIONS = {"ASCENDING": "ascending", "DESCENDING": "descending"}


def as_data(lists: Iterable[ClientList], schemas: Mapping[str, fields.Schema]) -> dict[str, Any]:
    """Return all lists as docs/schemas/lists.json has them, given the schemas of documents."""
    return {
        "description": "The lists that clients may ask Firestore for, under its rules; "
        "docs/lists.md tells how to read this.",
        "lists": [_entry(each, schemas[released.name_of(each.model)]) for each in lists],
    }


def _entry(each: ClientList, body: fields.Schema) -> dict[str, Any]:
    from core.lists import plain

    return {
        "name": each.name,
        "description": each.sentence,
        "viewer": each.viewer.value,
        "document": released.name_of(each.model),
        "path": each.model.path.rpartition("/")[0],
        "parents": [plain(parent) for parent in each.parents],
        "where": each.constraints,
        "order": [{"field": field, "direction": direction} for field, direction in each.order],
        "parameters": [
            {
                "name": parameter.name,
                "description": parameter.description,
                "schema": _schema_of(each, parameter, body),
            }
            for parameter in each.parameters
        ],
        "index": each.index(),
    }


def _schema_of(each: ClientList, parameter: Parameter, body: fields.Schema) -> fields.Schema:
    """Return what a parameter may be: as the field that it is compared with, or a document's id."""
    for field, _, value in each.where:
        if value == parameter:
            return fields.part(body, field)
    return {"type": "string"}


def as_tables(lists: Iterable[ClientList]) -> list[dict[str, Any]]:
    """Return a table for each reader, in the order in which the viewers are declared."""
    from core.privacy import Viewer

    found: dict[Viewer, list[dict[str, str]]] = {viewer: [] for viewer in Viewer}
    for each in lists:
        found[each.viewer].append(_row(each))
    told = fields.meanings(Viewer)
    return [
        {"viewer": viewer.value, "who": told[viewer.value], "rows": rows}
        for viewer, rows in found.items()
        if rows
    ]


def _row(each: ClientList) -> dict[str, str]:
    where = (f"`{field} {op}` {_value(value)}" for field, op, value in each.where)
    order = (f"`{field}` {_DIRECTIONS[direction]}" for field, direction in each.order)
    index = each.index()
    return {
        "name": each.name,
        "finds": each.sentence,
        "path": _path(each.model.path.rpartition("/")[0], each.parents),
        "parameters": ", ".join(f"`{p.name}`: {p.description}" for p in each.parameters) or "none",
        "where": " and ".join(where) or "none",
        "order": ", ".join(order) or "by id",
        "index": ", ".join(f["fieldPath"] for f in index["fields"]) if index else "",
    }


def _path(path: str, parents: Iterable[Own | Parameter]) -> str:
    """Return the collection's path with what its ids are."""
    waiting = iter(parents)
    parts = (_value(next(waiting)) if p.startswith("{") else p for p in path.split("/"))
    return "/".join(parts).replace("`", "")


def _value(value: Value) -> str:
    from core.lists import plain

    ((kind, said),) = plain(value).items()
    if kind in {"own", "parameter"}:
        return f"`{{{_OWN[said] if kind == 'own' else said}}}`"
    if isinstance(said, list):
        return " or ".join(f"`{each}`" for each in said)
    return f"`{'null' if said is None else str(said).lower()}`"
