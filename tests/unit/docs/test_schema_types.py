"""A generator of types that knows nothing of us makes arrays of the lists in docs/schemas."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.sources import ROOT
from tools.docs import fields

PROGRAM = Path(__file__).with_name("schema_types.mjs")
SCHEMAS = {
    path.relative_to(ROOT).as_posix(): json.loads(path.read_text(encoding="utf-8"))
    for path in (ROOT / "docs" / "schemas").rglob("*.json")
    if path.parent.name != "released" and path.name != "lists.json"
}
LIST: dict[str, Any] = {"type": "array", "items": {"type": "string"}}


def types_of(schemas: dict[str, Any]) -> dict[str, str]:
    """Return the types of some schemas, by name."""
    run = subprocess.run(
        ["node", PROGRAM],
        input=json.dumps(schemas),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found: dict[str, str] = json.loads(run.stdout)
    return found


def tuples(source: str) -> list[str]:
    """Return the tuple types in a source, without what comments say."""
    code = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return re.findall(r"[:|(]\s*\[[^\]]*\]", code)


def test_no_list_becomes_a_tuple() -> None:
    bounded = [name for name, body in SCHEMAS.items() if "maxContains" in json.dumps(body)]
    assert len(bounded) > 10
    found = types_of({name: SCHEMAS[name] for name in bounded})
    assert {name: tuples(source) for name, source in found.items() if tuples(source)} == {}
    assert not [name for name, body in SCHEMAS.items() if '"maxItems"' in json.dumps(body)]


def test_of_the_usual_bounds_it_makes_tuples() -> None:
    """So the test above can fail, and the detour is needed."""
    body = {"type": "object", "properties": {"jaws": {**LIST, "maxItems": 2}}}
    assert tuples(types_of({"usual": body})["usual"])
    assert tuples(types_of({"ours": fields.published(body)})["ours"]) == []


@pytest.mark.parametrize(
    ("usual", "ours"),
    [
        ({"maxItems": 2}, {"minContains": 0, "maxContains": 2}),
        ({"minItems": 1}, {"minContains": 1}),
        ({"minItems": 1, "maxItems": 2}, {"minContains": 1, "maxContains": 2}),
    ],
)
def test_the_bounds_that_are_published_are_the_same(
    usual: dict[str, int], ours: dict[str, int]
) -> None:
    """Every element is one that an empty `contains` counts; of none at least one is demanded."""
    nested = {"properties": {"jaws": {"anyOf": [{**LIST, **usual}, {"type": "null"}]}}}
    expected = {"anyOf": [{**LIST, "contains": {}, **ours}, {"type": "null"}]}
    assert fields.published(nested) == {"properties": {"jaws": expected}}
    assert fields.published(LIST) == LIST
