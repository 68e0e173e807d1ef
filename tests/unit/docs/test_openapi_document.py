"""docs/openapi.json is a valid document of every callable; a Python client of it type-checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import regress
from firebase_functions.https_fn import FunctionsErrorCode, HttpsError
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from core.callables import INTERNAL
from tests.support.openapi_client import PAGE, GeneratedClient, commands
from tests.support.sources import ROOT
from tools.deployed import callables
from tools.docs.enumerations import Enumeration
from tools.docs.openapi import errors, schemas

DOCUMENT: dict[str, Any] = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
#: Programs that say what the document does not, and what mypy calls that.
BROKEN = {
    "a_field_is_renamed": (
        "OpenCase(patient='p', consent_id='c', idempotency_key='k')",
        "call-arg",
    ),
    "a_reason_is_no_more": ("client.ConsentLostInTheMailError", "attr-defined"),
    "a_text_is_taken_for_a_value": ("GetStatementFile(day, day, format_='doc')", "arg-type"),
    "null_is_forgotten": ("row.visit_id.upper()", "union-attr"),
    "a_moment_is_taken_for_a_text": ("row.opened_at.upper()", "attr-defined"),
    "paise_are_taken_for_rupees_as_text": ("balance.available.upper()", "attr-defined"),
}
_NAMES = """\
import datetime
from scanner_client import models as client
from scanner_client.models import Balance, CaseRow, GetStatementFile, OpenCase

def program(row: CaseRow, balance: Balance, day: datetime.date) -> None:
    row.opened_at.year
    (row.visit_id or "").upper()
    GetStatementFile(day, day, format_=client.GetStatementFileFormat.PDF)
"""


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every operation by the name of its callable."""
    return ((path[1:], item["post"]) for path, item in DOCUMENT["paths"].items())


def served() -> dict[str, Any]:
    """Every callable that is deployed."""
    return {spec.name: spec for found in callables().values() for spec in found}


@cache
def registry() -> Registry[Any]:
    """Where references of the document lead."""
    return Registry().with_resource("urn:scanner", Resource(DOCUMENT, DRAFT202012))


def pattern(
    _: object, expression: str, value: object, __: object
) -> Iterator[jsonschema.ValidationError]:
    """Read expressions with the flag `u`, as JSON Schema says: the library leaves that out.

    https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
    """
    if isinstance(value, str) and regress.Regex(expression, "u").find(value) is None:
        yield jsonschema.ValidationError(f"{value!r} does not match {expression}")


VALIDATOR = jsonschema.validators.extend(OAS31Validator, {"pattern": pattern})


def faults(schema: str, value: object) -> list[str]:
    """What a schema of the document has against a value."""
    body = {"$ref": f"urn:scanner#/components/schemas/{schema}"}
    formats = OAS31Validator.FORMAT_CHECKER
    checked = VALIDATOR(body, registry=registry(), format_checker=formats)
    return [error.message for error in checked.iter_errors(value)]


def test_it_is_valid() -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(DOCUMENT).iter_errors()] == []


def test_every_callable_has_its_path_and_nothing_else_has() -> None:
    assert {name for name, _ in operations()} == set(served())
    assert "/wallet_receive_payment" not in DOCUMENT["paths"]


def test_every_operation_has_its_package_and_the_example_fits() -> None:
    """What the models give as example fits the schemas that were made of them."""
    tags = {tag["name"] for tag in DOCUMENT["tags"]}
    for name, body in operations():
        title = "".join(part.capitalize() for part in re.split("[/_]", name))
        asked = body["requestBody"]["content"]["application/json"]
        answered = body["responses"]["200"]["content"]["application/json"]
        assert set(body["tags"]) <= tags
        assert asked["schema"] == schemas.reference(f"{title}Request")
        assert answered["schema"] == schemas.reference(f"{title}Response")
        assert faults(f"{title}Request", asked["example"]) == [], name
        assert faults(f"{title}Response", answered["example"]) == [], name


@pytest.mark.parametrize(("value", "expected"), [("pdf", True), ("doc", False), (None, False)])
def test_an_enumeration_is_held_to(value: object, expected: bool) -> None:
    assert (faults("GetStatementFileFormat", value) == []) is expected


def example(callable_name: str, side: str) -> dict[str, Any]:
    """The example of a request or answer, to be changed."""
    body = DOCUMENT["paths"][f"/{callable_name}"]["post"]
    part = body["requestBody"] if side == "data" else body["responses"]["200"]
    found: dict[str, Any] = json.loads(json.dumps(part["content"]["application/json"]["example"]))
    return found


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("notes", None, True),
        ("notes", 3, False),
        ("notes", "\u200b", False),  # nothing to see: the pattern is of JavaScript's expressions
        ("remarks", "urgent", False),  # a request is closed
    ],
)
def test_a_request_is_held_to_its_fields(field: str, value: object, expected: bool) -> None:
    asked = example("scans/open_case", "data")
    asked["data"][field] = value
    assert (faults("ScansOpenCaseRequest", asked) == []) is expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("status", "in_the_mail", True),  # a value of a newer release
        ("status", None, False),
        ("colour", "red", True),  # a field of a newer release
        ("opened_at", 3, False),
    ],
)
def test_an_answer_may_be_of_a_newer_release(field: str, value: object, expected: bool) -> None:
    answered = example("scans/list_cases", "result")
    answered["result"]["cases"][0][field] = value
    assert (faults("ScansListCasesResponse", answered) == []) is expected


def refused(reason: str, status: str = "FAILED_PRECONDITION", **details: object) -> dict[str, Any]:
    """An error as a callable answers it."""
    told = {"reason": reason, "sentence": "Told.", **details}
    return {"error": {"status": status, "message": "Told.", "details": told}}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (refused("consent-does-not-cover", scope="scan"), True),
        (refused("consent-does-not-cover"), False),
        (refused("consent-does-not-cover", "NOT_FOUND", scope="scan"), False),
        (refused("consent-withdrawn", scope="scan"), False),
    ],
)
def test_an_error_is_held_to_its_reason(value: dict[str, Any], expected: bool) -> None:
    assert (faults("ConsentDoesNotCoverError", value["error"]) == []) is expected


def test_a_callable_lists_its_reasons_and_whatever_else_may_come() -> None:
    for name, spec in served().items():
        title = "".join(part.capitalize() for part in re.split("[/_]", name))
        error = SCHEMAS[f"{title}Error"]["properties"]["error"]
        listed = {each["$ref"].rpartition("/")[2] for each in error["anyOf"]}
        assert listed == {*map(errors.name_of, errors.reasons(spec)), "CommonError"}, name
    assert faults("ScansOpenCaseError", refused("of-a-newer-release")) == []
    bare = {"error": {"status": "UNAUTHENTICATED", "message": "Unauthenticated"}}
    assert faults("ScansOpenCaseError", bare) == []
    assert faults("ScansOpenCaseError", {"error": {"status": "UNAUTHENTICATED"}}) != []


@pytest.mark.parametrize("code", errors.HTTP)
def test_a_code_is_answered_as_the_library_answers_it(code: str) -> None:
    """The library's own table says so, which it hands out nowhere."""
    error = HttpsError(FunctionsErrorCode(code), INTERNAL)
    assert error._http_error_code.status == errors.HTTP[code]
    assert error._as_dict()["status"] == errors.status(code)


def test_nothing_is_told_twice_and_all_is_used() -> None:
    text = json.dumps(DOCUMENT)
    assert "$defs" not in text
    used = set(re.findall(r'"#/components/schemas/(\w+)"', text))
    assert set(SCHEMAS) == used


def test_names_are_neither_numbered_nor_taken_twice() -> None:
    assert [name for name in SCHEMAS if re.search(r"\d$|Input$|Output$", name)] == []
    taken = schemas.Components({}, {})
    taken.add("Jaw", {"type": "string"})
    taken.add("Jaw", {"type": "string"})
    with pytest.raises(schemas.NameTakenError):
        taken.add("Jaw", {"type": "integer"})


def test_what_a_value_means_is_told_with_it() -> None:
    told = schemas.enumeration(Enumeration("What it is.\n\nMore.", {"a": "the first", "b": ""}))
    assert told["description"] == "What it is.\n\n- `a`: the first"
    assert (told["enum"], told["x-enum-descriptions"]) == (["a", "b"], ["the first", ""])
    assert "x-enum-descriptions" not in schemas.enumeration(Enumeration("", {"a": ""}))


def test_a_python_client_type_checks_and_refuses_what_is_not_so(tmp_path: Path) -> None:
    """The page's commands, and beside its program those that are wrong."""
    client = GeneratedClient.at(tmp_path)
    for name, (line, _) in BROKEN.items():
        client.add(f"{name}.py", _NAMES, f"    {line}\n")
    _, check, _ = commands()
    run = client.run(f"{check} {' '.join(f'{name}.py' for name in BROKEN)}")
    found = re.findall(r"^(\w+)\.py:(\d+): error: .*\[([\w-]+)\]$", run.stdout, re.MULTILINE)
    last = str(len(_NAMES.splitlines()) + 1)
    assert sorted(found) == sorted((name, last, code) for name, (_, code) in BROKEN.items())
    assert run.stdout.count(": error: ") == len(BROKEN), run.stdout


def test_the_page_names_the_generator_that_was_tried() -> None:
    assert f" {version('openapi-python-client')} was tried" in PAGE.read_text(encoding="utf-8")
