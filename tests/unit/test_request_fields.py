"""What requests carry is bounded by its type: text, dates, numbers and switches, at each depth.

And what is stored, or answered from what is stored, is not: it outlives the release that took it.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Annotated, get_args

import pytest
from pydantic import BaseModel, Field, StringConstraints, ValidationError
from pydantic_core import SchemaValidator, core_schema

from core import fields, text
from core.callables import Spec
from tests.support.request_fields import Leaf, leaves, of_a_set
from tools.docs import surface

SURFACE = surface.load()

#: What no pattern of a request may take, beside text of `core.text`.
UNPRINTABLE = ("\x00", "\x1b", "\n", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\U000e0041")
_AROUND = ("{}", "{}a", "a{}", "1{}", "A1{}")
#: Above this, JavaScript no longer tells a whole number from the next.
SAFE = 2**53 - 1
_STRICT = (text.LINE, text.LINES, text.FILE_NAME)


def marks_of(kind: object) -> tuple[object, ...]:
    return get_args(kind)[1:]


def fault(leaf: Leaf) -> str:
    """What is wrong with a leaf of a request; nothing where it is bounded."""
    if of_a_set(leaf):
        return ""
    if leaf.kind is str:
        return _fault_of_text(leaf)
    if leaf.kind is bool:
        return "" if leaf.mark("strict") else "takes what reads like a bool: core.fields.Flag"
    if leaf.kind is int:
        low, high = leaf.mark("ge"), leaf.mark("le")
        low = leaf.mark("gt") if low is None else low
        if not leaf.mark("strict"):
            return "takes what reads like a number: core.fields.Whole"
        bounded = low is not None and high is not None and -SAFE <= low <= high <= SAFE
        return "" if bounded else "has no bounds"
    for kind, type_ in ((datetime, fields.Moment), (date, fields.CalendarDay)):
        if getattr(leaf.kind, "__name__", "") in {kind.__name__, "AwareDatetime"}:
            whole = set(map(id, marks_of(type_))) <= set(map(id, leaf.marks))
            return "" if whole else "takes any date: core.fields.Moment or CalendarDay"
    return "" if leaf.kind.__name__ == "EmailStr" else f"is a {leaf.kind}, which nobody bounded"


def _fault_of_text(leaf: Leaf) -> str:
    pattern = leaf.mark("pattern")
    if leaf.printable or pattern in _STRICT:
        return ""
    if pattern is None:
        # What is read letter by letter: the validator decides.
        return "" if leaf.mark("func") else "is a bare str: core.fields.Name, Text, Prose or an id"
    if not (pattern.startswith("^") and pattern.endswith("$")):
        return "has a pattern that does not take the whole"
    takes = [c for c in UNPRINTABLE if any(_takes(pattern, at.format(c)) for at in _AROUND)]
    return f"takes {takes!r}" if takes else ""


@cache
def _form(pattern: str) -> SchemaValidator:
    return SchemaValidator(core_schema.str_schema(pattern=pattern))


def _takes(pattern: str, value: str) -> bool:
    try:
        _form(pattern).validate_python(value)
    except ValidationError:
        return False
    return True


REQUESTS = [pytest.param(spec.request, id=name) for name, spec in sorted(Spec.registry.items())]


@pytest.mark.parametrize("request_", REQUESTS)
def test_what_a_request_carries_is_bounded(request_: type[BaseModel]) -> None:
    faults = {".".join(leaf.way): fault(leaf) for leaf in leaves(request_)}
    assert {way: said for way, said in faults.items() if said} == {}


class _Loose(BaseModel):
    """One field of each kind that is not bounded, and its twin that is."""

    words: str
    several: list[str]
    padded: Annotated[str, StringConstraints(max_length=5)]
    dotted: Annotated[str, StringConstraints(pattern=r"^[^/]{1,128}$")]
    count: Annotated[int, Field(ge=0, le=5)]
    endless: Annotated[fields.Whole, Field(ge=0)]
    unsafe: Annotated[fields.Whole, Field(ge=0, le=2**53)]
    sure: bool
    moment: datetime
    day: date
    share: float


class _Bounded(BaseModel):
    words: fields.Text
    several: list[fields.DocId]
    padded: Annotated[fields.Name, StringConstraints(max_length=5)]
    dotted: fields.Uid
    count: Annotated[fields.Whole, Field(ge=0, le=5)]
    sure: fields.Flag
    moment: fields.Moment
    day: fields.CalendarDay


def test_a_field_without_bounds_is_found() -> None:
    assert [leaf.way[0] for leaf in leaves(_Loose) if fault(leaf)] == list(_Loose.model_fields)
    assert [leaf.way[0] for leaf in leaves(_Bounded) if fault(leaf)] == []


def strictness(model: type[BaseModel]) -> list[str]:
    """The fields that hold what is read or answered to what requests may carry today."""
    bounds = [mark for kind in (fields.Moment, fields.CalendarDay) for mark in marks_of(kind)]
    return [
        ".".join(leaf.way)
        for leaf in leaves(model)
        if leaf.printable or leaf.mark("pattern") in _STRICT or any(m in leaf.marks for m in bounds)
    ]


@pytest.mark.parametrize("model", [pytest.param(m, id=m.path) for m in SURFACE.documents])
def test_what_is_stored_is_held_to_what_its_release_took(model: type[BaseModel]) -> None:
    """A document of an earlier release holds what requests no longer carry, and is read still."""
    assert strictness(model) == []


@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_what_is_answered_may_come_from_an_earlier_release(name: str) -> None:
    assert strictness(Spec.registry[name].response) == []


def test_strictness_is_found_where_it_is() -> None:
    assert strictness(_Bounded) == ["words", "padded", "moment", "day"]
