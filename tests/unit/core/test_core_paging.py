"""One form of paged lists: every request with a cursor has it, and every page that gives one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from core.callables import Message, Spec
from core.paging import CostlyPageRequest, CursorRequest, PageRequest, PageResponse
from tools.docs.surface import load

load()
PAGED = [spec for spec in Spec.registry.values() if "cursor" in spec.request.model_fields]
#: Pages of which each entry takes several queries.
COSTLY = {"wallet/list_withholding"}


def strangers(base: type[Message], forms: list[type[Message]]) -> set[str]:
    """Return the forms that declare a field of the base's themselves, or have it from elsewhere."""
    own = base.model_fields.keys()
    return {
        form.__name__
        for form in forms
        if own & form.model_fields.keys()
        and (not issubclass(form, base) or own & form.__annotations__.keys())
    }


def test_every_cursor_of_a_request_is_the_one_of_the_form():
    assert len(PAGED) == 15
    assert not strangers(CursorRequest, [spec.request for spec in Spec.registry.values()])
    assert {s.name for s in PAGED if not issubclass(s.request, PageRequest)} == COSTLY
    assert {s.name for s in PAGED if issubclass(s.request, CostlyPageRequest)} == COSTLY


def test_every_page_tells_how_to_ask_for_the_next():
    answers = [spec.response for spec in Spec.registry.values()]
    assert not strangers(PageResponse, answers)
    assert {s.name for s in Spec.registry.values() if issubclass(s.response, PageResponse)} == {
        spec.name for spec in PAGED
    }


def test_a_form_of_its_own_is_found():
    class Typed(Message):
        cursor: str | None = None

    class Retyped(CursorRequest):
        cursor: str | None = None

    class Used(CursorRequest):
        state: str

    assert strangers(CursorRequest, [Typed, Retyped, Used]) == {"Typed", "Retyped"}


@pytest.mark.parametrize("spec", PAGED, ids=lambda spec: spec.name)
def test_the_bounds_are_those_that_the_form_names(spec):
    told = spec.request.model_json_schema()["properties"]
    assert told["cursor"]["anyOf"][0]["maxLength"] == 500
    assert {k: told["limit"][k] for k in ("minimum", "maximum", "default")} == {
        "minimum": 1,
        "maximum": 50 if spec.name in COSTLY else 100,
        "default": 20 if spec.name in COSTLY else 50,
    }


@pytest.mark.parametrize(
    ("asked", "valid"),
    [
        ({}, True),
        ({"limit": 1}, True),
        ({"limit": 0}, False),
        ({"limit": 100}, True),
        ({"limit": 101}, False),
        ({"cursor": "c" * 500}, True),
        ({"cursor": "c" * 501}, False),
        ({"cursor": None}, True),
    ],
)
def test_a_page_has_bounds(asked, valid):
    if valid:
        assert PageRequest.model_validate(asked)
    else:
        with pytest.raises(ValidationError):
            PageRequest.model_validate(asked)
