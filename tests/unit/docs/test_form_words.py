"""What stands at the fields of forms: a text for all that the functions say of one."""

from __future__ import annotations

import ast
import json

from core.callables import parse
from core.errors import InvalidRequest
from tests.support.sources import ROOT
from tools.docs import surface
from tools.docs.models import specs
from tools.docs.words import faults, forms, places

CALLED = {spec.name: spec for spec in specs(surface.load())}


def said(name: str, /, **changes: object) -> list[str]:
    """What a callable says of its example with some fields changed."""
    spec = CALLED[name]
    try:
        parse(spec.request, {**spec.request.example, **changes})
    except InvalidRequest as error:
        problems = error.details["problems"]
        assert isinstance(problems, list)
        return [each["problem"] for each in problems]
    return []


def test_what_the_functions_say_of_fields_has_its_text() -> None:
    assert set(forms.FAULTS) == faults.sentences()
    met = [
        *said("wallet/adjust_wallet", paise=0),
        *said("wallet/get_totals", first_day="2026-05-04", last_day="2026-05-03"),
        *said("scans/list_cases", opened_from="yesterday"),
        *said("labs/place_order", wanted_on="2026-02-30"),
        *said("scans/add_patient", name="\u2800"),
        *said("labs/send_message", text="\u2800"),
        *said("labs/start_attachment", file_name="a/b.stl"),
    ]
    assert len(met) == 7
    assert set(met) <= set(forms.FAULTS)


def test_texts_are_found_where_they_are_said() -> None:
    source = """
raise PydanticCustomError("code", "This is wrong")
Kind = Annotated[str, _written(_FORM, "Give a kind")]
raise InvalidRequest(problems=[{"field": name, "problem": "Name one"}])
raise OtherError("code", "Not of a field")
log.info("problem", "Not told")
"""
    assert set(faults.told(ast.parse(source))) == {"This is wrong", "Give a kind", "Name one"}


def test_a_pattern_that_has_a_text_is_one_of_a_request() -> None:
    schemas = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in (ROOT / "docs" / "schemas").glob("*/*.request.json")
    ]
    known = {found for schema in schemas for found in patterns(schema)}
    assert set(forms.PATTERNS) <= known


def patterns(part: object) -> set[str]:
    """All patterns in a schema."""
    if isinstance(part, dict):
        own = {part["pattern"]} if isinstance(part.get("pattern"), str) else set()
        return own.union(*map(patterns, part.values()))
    return set().union(*map(patterns, part)) if isinstance(part, list) else set()


def test_bounds_are_the_only_places() -> None:
    for english, hindi in (*forms.TAKES.values(), *forms.PATTERNS.values()):
        assert set(places.of(english)) in ({"least", "most"}, set())
        assert places.of(english) == places.of(hindi)
