"""The OpenAPI document: one path for each callable, in the envelope of the callable protocol.

https://firebase.google.com/docs/functions/callable-reference
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.docs import enumerations
from tools.docs.models import Models
from tools.docs.openapi import errors, schemas
from tools.docs.openapi.schemas import record
from tools.docs.typescript.source import camel

if TYPE_CHECKING:
    from core.callables import Spec
    from tools.docs.fields import Schema
    from tools.docs.surface import Package, Surface

ROOT = Path(__file__).resolve().parents[3]
#: Where the document stands in the repository.
PLACE = "docs/openapi.json"
_HEAD = {
    "openapi": "3.1.1",
    "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
}
_ABOUT = (
    "The callables of Scanner, for clients in languages for which there is no typed client: "
    "docs/apps/other-languages.md tells how to generate one. A call is a POST of `data`; the "
    "answer has a `result`, or an `error` whose `details.reason` programs decide by. Money is in "
    "paise, time in UTC, ISO 8601. A callable with an `idempotency_key` does its work once for "
    "each key: send the same key when no answer came or the status was `ABORTED` or `UNAVAILABLE`. "
    "The payment gateway's webhook is not here, for apps never call it."
)
_TOKENS: dict[str, Schema] = {
    "idToken": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The ID token of the signed-in user, from Firebase Authentication.",
    },
    "appCheck": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Firebase-AppCheck",
        "description": "The token of Firebase App Check, where the deployment enforces that.",
    },
}


def render(surface: Surface) -> dict[str, str]:
    """Return the generated file: path in the repository -> text."""
    return {PLACE: json.dumps(document(surface), indent=1, ensure_ascii=False) + "\n"}


def document(surface: Surface) -> Schema:
    """Return the whole document.

    Raises:
        NameTakenError: two of its schemas would have the same name.
    """
    models = Models.of(surface)
    components = schemas.of(models, enumerations.by_name(surface, models))
    errors.add(surface, components)
    called = [(package, spec) for package in surface.packages for spec in package.specs]
    paths = {
        f"/{spec.name}": {"post": _operation(package, spec, models, components)}
        for package, spec in sorted(called, key=lambda each: each[1].name)
    }
    return {
        **_HEAD,
        "info": {"title": "Scanner", "version": _version(), "description": _ABOUT},
        "servers": _servers(),
        "security": [{"idToken": []}, {"idToken": [], "appCheck": []}],
        "tags": [_tag(package) for package in surface.packages if package.specs],
        "paths": paths,
        "components": {
            "securitySchemes": _TOKENS,
            "schemas": dict(sorted(components.schemas.items())),
        },
    }


def operation_name(spec: Spec[Any, Any]) -> str:
    """Return the name of an operation: `scansOpenCase`."""
    return camel(spec.name.replace("/", "_"))


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def _servers() -> list[Schema]:
    from core import settings
    from tools.emulators.layout import HOST, PROJECT, ports, read_config

    emulator = str(ports(read_config(ROOT))["functions"])

    region = {"default": settings.REGION, "description": "Where the functions run."}
    project = {"default": "your-project", "description": "The Firebase project of the deployment."}
    port = {"default": emulator, "description": "The port that `make emulators` prints."}
    return [
        {
            "url": "https://{region}-{project}.cloudfunctions.net",
            "description": "A deployment.",
            "variables": {"region": region, "project": project},
        },
        {
            "url": f"http://{HOST}:{{port}}/{PROJECT}/{settings.REGION}",
            "description": "The emulators.",
            "variables": {"port": port},
        },
    ]


def _tag(package: Package) -> Schema:
    return {"name": package.name, "description": " ".join(package.doc.split("\n\n")[0].split())}


def _operation(
    package: Package, spec: Spec[Any, Any], models: Models, components: schemas.Components
) -> dict[str, Any]:
    title = (name := operation_name(spec))[:1].upper() + name[1:]
    doc = [" ".join(part.split()) for part in spec.doc.split("\n\n")]
    request = components.record(models.request(spec))
    response = components.record(models.response(spec))
    wrapped = "The envelope of the callable protocol around {}."
    asked = record({"data": request}, ["data"], wrapped.format("a request"))
    answered = record({"result": response}, ["result"], wrapped.format("an answer"))
    return {
        "operationId": name,
        "tags": [package.name],
        "summary": doc[0],
        "description": "\n\n".join([*doc[1:], *_facts(spec)]),
        "requestBody": {
            "required": True,
            "content": _json(
                components.add(f"{title}Request", asked), {"data": spec.request.example}
            ),
        },
        "responses": {
            "200": {
                "description": "What it answers.",
                "content": _json(
                    components.add(f"{title}Response", answered),
                    {"result": spec.response.example},
                ),
            },
            "default": {
                "description": "Why it was refused, or failed.",
                "content": _json(components.add(f"{title}Error", errors.answered(spec)), None),
            },
        },
    }


def _facts(spec: Spec[Any, Any]) -> list[str]:
    """Return who may call it and why it may refuse, each as a paragraph."""
    who = "everybody who is signed in" if spec.roles is None else ", ".join(sorted(spec.roles))
    own = ", ".join(f"`{reason}`" for reason in errors.reasons(spec))
    return [f"For: {who}.", *([f"Refused for: {own}."] if own else [])]


def _json(schema: Schema, example: Schema | None) -> Schema:
    shown = {} if example is None else {"example": example}
    return {"application/json": {"schema": schema, **shown}}
