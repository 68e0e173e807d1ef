"""The callables as the client has them: what each takes, answers and refuses."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from tools.docs.models import Models, specs
from tools.docs.typescript.source import camel, comment, imports, quoted, union
from tools.docs.typescript.types import Printer

if TYPE_CHECKING:
    from core.callables import Spec
    from tools.docs.surface import Surface

#: The first word of what changes nothing that a caller could see: it may be asked again.
READING = frozenset({"check", "draft", "get", "list", "show", "suggest"})
_KEY = "idempotency_key"


def reads(spec: Spec[Any, Any]) -> bool:
    """Tell whether a callable changes nothing; that it was asked may be on record."""
    return spec.name.partition("/")[2].partition("_")[0] in READING


def keyed(spec: Spec[Any, Any]) -> bool:
    """Tell whether a callable takes an idempotency key."""
    return _KEY in spec.request.model_fields


def messages(models: Models) -> str:
    """Return the module of requests and responses."""
    kinds = frozenset(models.enumerations)
    asked = Printer(kinds, "DateTime", "Day", open=False)
    answered = Printer(kinds, "DateTime", "Day", open=True, used=asked.used)
    parts = []
    for name, body in sorted(models.wire.items()):
        printer = answered if name in models.answered else asked
        # What is answered is there, defaults too.
        required = body.get("required" if name in models.asked else "properties", ())
        parts.append(printer.record(name, body, set(required) - {_KEY}))
    basics = {"DateTime", "Day", "Open"} & asked.used
    return "\n".join(
        [
            imports(basics, "../basics.js") + imports(asked.used - basics, "./enumerations.js"),
            *parts,
        ]
    )


def render(surface: Surface, models: Models) -> str:
    """Return the module of callables: their types, and the table that the client is made from."""
    called = specs(surface)
    groups = [(name, list(found)) for name, found in groupby(called, _group)]
    used = {models.request(spec) for spec in called} | {models.response(spec) for spec in called}
    typed = "".join(
        f"  {group}: {{\n{''.join(_function(spec, models) for spec in found)}  }};\n"
        for group, found in groups
    )
    table = "".join(
        f"  {group}: {{\n{''.join(_row(spec) for spec in found)}  }},\n" for group, found in groups
    )
    requests = "".join(f"  {quoted(s.name)}: {models.request(s)};\n" for s in called)
    responses = "".join(f"  {quoted(s.name)}: {models.response(s)};\n" for s in called)
    raised = "".join(f"  {quoted(s.name)}: {union(_own(s))};\n" for s in called)
    listed = "".join(f"  {quoted(s.name)}: [{', '.join(map(quoted, _own(s)))}],\n" for s in called)
    return "\n".join(
        [
            imports(used, "./wire.js"),
            f"{comment('Every callable, by the function that serves it.')}"
            f"export interface Callables {{\n{typed}}}\n",
            f"{comment('How each is called: its name, whether it takes a key, whether it reads.')}"
            f"export const CALLABLES = {{\n{table}}} as const;\n",
            f"{comment('What each takes, by its name on the wire.')}"
            f"export interface CallableRequests {{\n{requests}}}\n",
            f"{comment('What each answers.')}"
            f"export interface CallableResponses {{\n{responses}}}\n",
            f"{comment('The reasons of its own that each may be refused for.')}"
            f"export interface Raises {{\n{raised}}}\n",
            f"{comment('The same as data.')}"
            f"export const RAISES: {{ readonly [N in keyof Raises]: readonly Raises[N][] }} = "
            f"{{\n{listed}}};\n",
        ]
    )


def _group(spec: Spec[Any, Any]) -> str:
    return spec.name.partition("/")[0]


def _own(spec: Spec[Any, Any]) -> list[str]:
    return list(dict.fromkeys(error.reason for error in spec.raises))


def _method(spec: Spec[Any, Any]) -> str:
    return camel(spec.name.partition("/")[2])


def _function(spec: Spec[Any, Any], models: Models) -> str:
    who = "everybody who is signed in" if spec.roles is None else ", ".join(sorted(spec.roles))
    own = ", ".join(f"`{reason}`" for reason in _own(spec))
    tags = [f"@throws {{@link ScannerError}} {own}."] if own else []
    doc = comment(*spec.doc.split("\n\n"), f"For: {who}.", *tags, indent="    ")
    needed = any(
        field.is_required() for name, field in spec.request.model_fields.items() if name != _KEY
    )
    mark = "" if needed else "?"
    return (
        f"{doc}    {_method(spec)}(request{mark}: {models.request(spec)}): "
        f"Promise<{models.response(spec)}>;\n"
    )


def _row(spec: Spec[Any, Any]) -> str:
    flags = f"keyed: {str(keyed(spec)).lower()}, reads: {str(reads(spec)).lower()}"
    return f"    {_method(spec)}: {{ name: {quoted(spec.name)}, {flags} }},\n"
