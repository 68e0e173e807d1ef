"""The lists that apps may ask Firestore for: a function for each, and the query that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.docs import lists, released
from tools.docs.surface import UndocumentedError
from tools.docs.typescript.documents import READERS
from tools.docs.typescript.source import camel, comment, imports, key, literal
from tools.docs.typescript.types import Printer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.lists import ClientList
    from tools.docs.fields import Schema
    from tools.docs.models import Models
    from tools.docs.surface import Surface

#: What the reader is known by, as the app's `me()` answers it.
_OWN = {
    "uid": "The reader's uid.",
    "org": "The reader's clinic or lab.",
    "email": "The reader's verified e-mail address, in lower case.",
}
_OPS = {"array_contains": "array-contains"}
_DIRECTIONS = {"ASCENDING": "asc", "DESCENDING": "desc"}


def render(surface: Surface, models: Models) -> str:
    """Return the module of lists."""
    schemas = {released.name_of(model): released.schema(model) for model in surface.documents}
    entries = lists.as_data(surface.lists, schemas)["lists"]
    names = {_known(body): name for name, body in models.enumerations.items()}
    printer = Printer(frozenset(models.enumerations), "Moment", "Day", open=False)
    used: set[str] = set()
    typed, table = "", ""
    for each, entry in zip(surface.lists, entries, strict=True):
        shown = f"{models.document(each.model)}For{READERS[each.viewer.value]}"
        used.add(shown)
        given = "".join(_parameters(entry, names, printer))
        taken = f"given: {{\n{given}  }}" if given else ""
        doc = comment(entry["description"], f"Of `{entry['path']}`.", indent="  ")
        typed += f"{doc}  {camel(each.name)}({taken}): Query<{shown}>;\n"
        table += f"  {camel(each.name)}: {_query(each, entry, models)},\n"
    basics = printer.used & {"Day", "Moment"}
    return "\n".join(
        [
            imports({"Query"}, "firebase/firestore")
            + imports({*basics, "ListQuery"}, "../basics.js")
            + imports(used, "./documents.js")
            + imports(printer.used - basics, "./enumerations.js"),
            f"{comment('Every list that is supported; each is allowed to its readers alone.')}"
            f"export interface Lists {{\n{typed}}}\n",
            f"{comment('What each of them asks for.')}"
            f"export const LISTS: {{ readonly [N in keyof Lists]: ListQuery }} = {{\n{table}}};\n",
        ]
    )


def _parameters(
    entry: Schema, names: dict[tuple[str, ...], str], printer: Printer
) -> Iterator[str]:
    """Yield the fields that the app gives: what the reader is known by, and the parameters."""
    values = [*entry["parents"], *(each["value"] for each in entry["where"])]
    own = dict.fromkeys(value["own"] for value in values if "own" in value)
    if twice := own.keys() & {parameter["name"] for parameter in entry["parameters"]}:
        raise UndocumentedError(f"{entry['name']}: {twice} names what the reader is known by.")
    for name in own:
        yield f"{comment(_OWN[name], indent='    ')}    {name}: string;\n"
    for parameter in entry["parameters"]:
        body = parameter["schema"]
        if name := names.get(_known(body)):
            body = {"$ref": f"#/$defs/{name}"}
        doc = comment(parameter["description"], indent="    ")
        yield f"{doc}    {key(parameter['name'])}: {printer.type(body)};\n"


def _known(body: Schema) -> tuple[str, ...]:
    """Return what an enumeration is told from others by: its description and its values."""
    return (body.get("description", ""), *body["enum"]) if "enum" in body else ()


def _query(each: ClientList, entry: Schema, models: Models) -> str:
    where = [
        [filter_["field"], _OPS.get(filter_["op"], filter_["op"]), filter_["value"]]
        for filter_ in entry["where"]
    ]
    order = [[by["field"], _DIRECTIONS[by["direction"]]] for by in entry["order"]]
    lines = {
        "path": entry["path"],
        "record": models.document(each.model),
        "parents": entry["parents"],
        "where": where,
        "order": order,
    }
    inner = "".join(f"    {name}: {literal(value)},\n" for name, value in lines.items())
    return f"{{\n{inner}  }}"
