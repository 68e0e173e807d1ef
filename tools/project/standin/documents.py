"""Google's discovery documents: which requests an API takes, and of which form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from googleapiclient import discovery_cache

from tools.project.apis import APIS, Api

Json = dict[str, Any]


class RefusedRequestError(Exception):
    """A request that the service refuses, with the answer."""

    def __init__(
        self, code: int, status: str, message: str, details: tuple[Json, ...] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.body = {
            "error": {
                "code": code,
                "status": status,
                "message": message,
                "details": list(details),
            }
        }


@dataclass(frozen=True)
class Method:
    """A method of an API, as its document has it."""

    api: Api
    id: str
    http: str
    path: re.Pattern[str]
    parameters: Mapping[str, Json]
    request: str
    response: str

    @property
    def verb(self) -> str:
        """Return what it does: `get`, `setIamPolicy`."""
        return self.id.rpartition(".")[2]

    @property
    def permission(self) -> str:
        """Return a permission for it: the service names one in its refusal."""
        return re.sub(r"\.(projects|locations|v1)(?=\.)", "", self.id)

    def hold(self, query: Mapping[str, str], body: Json | None) -> None:
        """Hold a request to the document.

        Raises:
            RefusedRequestError: there is no such parameter or field, one is missing, or a value is
                none of those that it may have.
        """
        for name in query.keys() - self.parameters.keys() - _common(self.api).keys():
            raise _invalid(f'Invalid JSON payload received. Unknown name "{name}"')
        for name, parameter in self.parameters.items():
            if parameter.get("required") and parameter["location"] == "query" and name not in query:
                raise _invalid(f"Required parameter: {name}")
        if body and not self.request:
            raise _invalid("The request has a body, which the method does not take")
        if self.request:
            for where in _faults(self.api, {"$ref": self.request}, body or {}, ""):
                raise _invalid(f"Invalid JSON payload received. {where}")


def method(api: Api, http: str, path: str) -> Method:
    """Return the method that a request is of.

    Raises:
        RefusedRequestError: the API has none.
    """
    for each in methods(api):
        if each.http == http and each.path.fullmatch(path):
            return each
    raise RefusedRequestError(404, "NOT_FOUND", f"{http} {path} is no method of {api.host}")


@cache
def methods(api: Api) -> tuple[Method, ...]:
    """Return the methods of an API, those whose path says most first."""
    found = [_method(api, each) for each in _within(document(api))]
    return tuple(sorted(found, key=lambda each: -len(each.path.pattern)))


@cache
def document(api: Api) -> Json:
    """Return an API's document. Google publishes none of Firebase Extensions: a part is here."""
    own = Path(__file__).with_name(f"{api.name}.{api.version}.json")
    text = discovery_cache.get_static_doc(api.name, api.version)
    found: Json = json.loads(text if text is not None else own.read_text(encoding="utf-8"))
    return found


def schema(api: Api, name: str) -> Json:
    """Return a schema of an API's document, {} where there is none."""
    found: Json = document(api).get("schemas", {}).get(name, {})
    return found


def has_path(api: Api, name: str, path: str) -> bool:
    """Return whether a schema has a field, written with dots as in a mask."""
    body: Json = {"$ref": name}
    for part in path.split("."):
        properties = _resolved(api, body).get("properties")
        if properties is None:
            return "additionalProperties" in _resolved(api, body)
        if part not in properties:
            return False
        body = properties[part]
    return True


def api_of(host: str, path: str) -> Api:
    """Return the API that a request is to: by host, and by version, as the path begins.

    Raises:
        RefusedRequestError: none of those that are stood in for.
    """
    for api in APIS:
        if api.host == host and path.startswith(api.path("")):
            return api
    raise RefusedRequestError(404, "NOT_FOUND", f"{host}/{path} is not stood in for")


def _within(node: Json) -> Iterator[Json]:
    yield from node.get("methods", {}).values()
    for below in node.get("resources", {}).values():
        yield from _within(below)


def _method(api: Api, each: Json) -> Method:
    parameters = each.get("parameters", {})
    pattern = re.sub(r"\{(\+?)(\w+)\}|([^{]+)", lambda m: _piece(m, parameters), each["path"])
    root = document(api)["servicePath"]
    return Method(
        api,
        each["id"],
        each["httpMethod"],
        re.compile(re.escape(root) + pattern),
        parameters,
        each.get("request", {}).get("$ref", ""),
        each.get("response", {}).get("$ref", ""),
    )


def _piece(match: re.Match[str], parameters: Mapping[str, Json]) -> str:
    if match[3] is not None:
        return re.escape(match[3])
    pattern: str = parameters[match[2]].get("pattern", "^[^/:]+$")
    return pattern.removeprefix("^").removesuffix("$")


def _common(api: Api) -> Json:
    found: Json = document(api).get("parameters", {})
    return found


def _invalid(message: str) -> RefusedRequestError:
    return RefusedRequestError(400, "INVALID_ARGUMENT", message)


def _resolved(api: Api, body: Json) -> Json:
    return schema(api, body["$ref"]) if "$ref" in body else body


_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
}


def _faults(api: Api, declared: Json, value: object, where: str) -> Iterator[str]:
    """Yield what a value has that its schema has not."""
    body = _resolved(api, declared)
    kind = body.get("type", "any")
    if kind != "any" and not isinstance(value, _TYPES[kind]):
        yield f"Invalid value at '{where}' ({kind}), {value!r}"
    elif isinstance(value, dict):
        yield from _fields(api, body, value, where)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _faults(api, body["items"], each, f"{where}[{number}]")
    elif "enum" in body and value not in body["enum"]:
        yield f"Invalid value at '{where}' (enum), {value!r}"


def _fields(api: Api, body: Json, value: Json, where: str) -> Iterator[str]:
    properties, others = body.get("properties", {}), body.get("additionalProperties")
    for name, each in value.items():
        below = f"{where}.{name}" if where else name
        if name in properties:
            yield from _faults(api, properties[name], each, below)
        elif others is not None:
            yield from _faults(api, others, each, below)
        elif properties or body.get("id"):
            yield f"Unknown name \"{name}\" at '{where}': Cannot find field."
