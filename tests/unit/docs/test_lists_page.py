"""The page of lists, and the same as data, say what was declared."""

from __future__ import annotations

import json
import re

import pytest

from core.documents import Document
from core.lists import ClientList
from tests.support.sources import FUNCTIONS, ROOT, SOURCES, imported, shown
from tools.docs import fields, released
from tools.docs.surface import load

PAGE = (ROOT / "docs" / "lists.md").read_text(encoding="utf-8")
DATA = json.loads((ROOT / "docs" / "schemas" / "lists.json").read_text(encoding="utf-8"))["lists"]
LISTS = load().lists


def data(name: str) -> dict[str, object]:
    (found,) = (each for each in DATA if each["name"] == name)
    return dict(found)


def test_a_list_as_data() -> None:
    moment = {"type": "string", "format": "date-time"}
    assert data("operator_visits_between") == {
        "name": "operator_visits_between",
        "description": "The operator's visits that begin within a time, such as today, the first "
        "one first.",
        "viewer": "operator",
        "document": "visits",
        "path": "visits",
        "parents": [],
        "where": [
            {"field": "assignee", "op": "==", "value": {"own": "uid"}},
            {"field": "slot.starts_at", "op": ">=", "value": {"parameter": "since"}},
            {"field": "slot.starts_at", "op": "<", "value": {"parameter": "until"}},
        ],
        "order": [{"field": "slot.starts_at", "direction": "ASCENDING"}],
        "parameters": [
            {
                "name": "since",
                "description": "The first moment of the time asked for.",
                "schema": moment,
            },
            {
                "name": "until",
                "description": "The moment at which the time ends, not included.",
                "schema": moment,
            },
        ],
        "index": {
            "collectionGroup": "visits",
            "queryScope": "COLLECTION",
            "fields": [
                {"fieldPath": "assignee", "order": "ASCENDING"},
                {"fieldPath": "slot.starts_at", "order": "ASCENDING"},
            ],
        },
    }


def test_the_ids_of_a_path_are_told() -> None:
    found = data("clinic_corrections_of_patient")
    assert found["path"] == "clinics/{clinic_id}/patients/{patient_id}/corrections"
    assert found["parents"] == [{"own": "org"}, {"parameter": "patient_id"}]


def test_a_parameter_of_an_enumeration_has_its_values() -> None:
    (parameter,) = data("clinic_cases_by_status")["parameters"]  # type: ignore[misc]
    schema = parameter["schema"]  # type: ignore[index]
    assert schema["title"] == "scans.CaseStatus"
    assert {"open", "closed", "frozen"} < set(schema["enum"])


def test_every_list_is_on_the_page_and_among_the_data() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == [each["name"] for each in DATA] == [each.name for each in LISTS]
    assert "A list that is not\ndeclared here is not supported" in PAGE


@pytest.mark.parametrize("each", [pytest.param(each, id=each["name"]) for each in DATA])
def test_a_list_as_data_fits_the_schema_of_its_documents(each: dict[str, object]) -> None:
    path = ROOT / released.PRESENT / f"{each['document']}.json"
    body = json.loads(path.read_text(encoding="utf-8"))
    for asked in (*each["where"], *each["order"]):  # type: ignore[misc]
        assert fields.part(body, asked["field"])  # type: ignore[index]


def test_no_function_imports_lists() -> None:
    """What only docs and tests read takes none of an instance's time as it starts."""
    of_lists = {".".join(path.relative_to(FUNCTIONS).with_suffix("").parts) for path in _lists()}
    assert "scans.visits.lists" in of_lists
    found = {
        (shown(path), name)
        for path in SOURCES
        if path not in _lists()
        for name in imported(path)
        if any(name == module or name.startswith(f"{module}.") for module in of_lists)
    }
    assert found == set()


def _lists() -> set[object]:
    return {path for path in SOURCES if path.name == "lists.py"}


def test_lists_are_of_documents_that_are_declared() -> None:
    known = set(Document.registry)
    assert all(each.model in known for each in ClientList.registry)
