"""What the generator of the client tells forms of the fields of requests."""

from __future__ import annotations

from typing import Any

import pytest

from core import text
from tools.docs import surface
from tools.docs.models import Models
from tools.docs.typescript import fields

SURFACE = surface.load()
MODELS = Models.of(SURFACE)
TOLD = fields.render(SURFACE, MODELS)


def told(body: dict[str, Any], *, required: bool = True) -> str:
    """What is told of a field of this schema."""
    return fields.Printer(MODELS).field(("labs/move_tooth", "by"), body, required)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"type": "string", "minLength": 1, "maxLength": 9}, "kind: 'text', least: 1, most: 9"),
        ({"type": "string", "pattern": text.LINE}, "kind: 'text', pattern: LINE"),
        ({"type": "string", "pattern": text.LINES}, "kind: 'text', pattern: LINES, lines: true"),
        ({"type": "string", "format": "email"}, "kind: 'text', format: 'email'"),
        ({"type": "string", "format": "date"}, "kind: 'day'"),
        ({"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"}, "kind: 'day'"),
        ({"type": "string", "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])$"}, "kind: 'month'"),
        ({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}, "kind: 'time'"),
        ({"type": "string", "format": "date-time"}, "kind: 'moment'"),
        ({"type": "boolean"}, "kind: 'yes_no'"),
        ({"type": "number", "minimum": 0.5}, "kind: 'number', least: 0.5"),
        ({"type": "integer", "exclusiveMinimum": 0}, "kind: 'whole', least: 1"),
        ({"type": "integer", "minimum": 0, "maximum": 7}, "kind: 'whole', least: 0, most: 7"),
        ({"$ref": "#/$defs/Arch"}, "kind: 'choice', enumeration: 'Arch', values: VALUES.Arch"),
        (
            {"enum": ["upper", "lower"], "x-name": "labs.Arch"},
            "kind: 'choice', enumeration: 'Arch', values: ['upper', 'lower']",
        ),
        ({"$ref": "#/$defs/SlotOffered"}, "kind: 'record', record: 'SlotOffered'"),
    ],
)
def test_a_field_of_each_kind(body: dict[str, Any], expected: str) -> None:
    kind, _, more = expected.partition(", ")
    rest = f", {more}" if more else ""
    assert told(body) == f"{{ {kind}, required: true{rest} }}"
    assert told(body, required=False) == f"{{ {kind}, required: false{rest} }}"
    listed = {"type": "array", "minItems": 1, "maxItems": 3, "items": body}
    assert told(listed) == (
        f"{{ kind: 'list', required: true, least: 1, most: 3, of: {told(body)} }}"
    )
    none = {"anyOf": [body, {"type": "null"}]}
    assert told(none) == f"{{ {kind}, required: true, nullable: true{rest} }}"


def test_what_is_left_out_and_what_a_number_counts() -> None:
    fee = {"type": "integer", "default": 0, "description": "The fee, in paise."}
    assert told(fee, required=False).endswith(", default: 0, unit: 'paise' }")
    for nothing in ({"default": None}, {"default": []}, {}):
        assert "default" not in told({"type": "string", **nothing}, required=False)


@pytest.mark.parametrize(
    "body",
    [
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"anyOf": [{"type": "null"}]},
        {"type": "object", "additionalProperties": True},
        {"type": "tuple"},
        {},
    ],
)
def test_what_no_form_can_be_drawn_of_is_told(body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"labs/move_tooth\.by"):
        told(body)


def test_every_number_has_a_unit_or_counts_nothing() -> None:
    """An amount in paise that is not told to be one would be shown a hundred times too large."""
    plain = {"limit", "price_list", "replaces", "teeth", "tooth", "closed_weekdays"}
    lines = [line.strip() for line in TOLD.splitlines() if "kind: 'whole'" in line]
    assert {line.partition(":")[0] for line in lines if "unit:" not in line} == plain
    in_paise = {line.partition(":")[0] for line in lines if "unit: 'paise'" in line}
    assert in_paise == {"credit_limit", "low_balance", "paise", "price", "visit"}
    basis = {line.partition(":")[0] for line in lines if "unit: 'basis_points'" in line}
    assert basis == {"commission", "late_cancellation", "no_show", "tax"}


def test_choices_of_no_enumeration_are_called_as_it_is_said_of_their_callable() -> None:
    format_ = "format: { kind: 'choice', required: false, enumeration: 'StatementFormat',"
    assert f"{format_} values: ['csv', 'pdf'], default: 'pdf' }}" in TOLD
    with pytest.raises(KeyError):
        told({"enum": ["mesial", "distal"]})
