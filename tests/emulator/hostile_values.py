"""What no field of a request takes, by the type of the field, and requests that carry it."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, timedelta
from typing import Any

from core import fields, text
from tests.support.request_fields import ELEMENT, KEY, VALUE, Leaf, of_a_set

#: Text that does not show, deceives, or is no text, whatever a field takes of printable text.
TEXTS = (
    "a\x00b",
    "a\x1b[31mb",
    "a\rb",
    "a\u2028b",
    "a\u202eb",
    "a\u2066b\u2069",
    "a\u200fb",
    "\u200b\u200d",
    "\u0301",
    "a\ufeffb",
    "a\U000e0041b",
    "a\ufffeb",
    "a\ud800b",
    "x" * 100_000,
)
#: Both ends of the calendar with the offset that leads beyond them, what lies outside of the
#: century, and what only counts as a date.
MOMENTS = (
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59-12:00",
    "9999-12-31T23:59:59.999999Z",
    "1999-12-31T23:59:59Z",
    "2100-01-01T00:00:00Z",
    "2026-05-04T09:30:00",
    "2026-05-04",
    "1777887000",
    1777887000,
    -62135596800,
    1e300,
    True,
)
DAYS = ("0001-01-01", "9999-12-31", "1999-12-31", "2100-01-01", "2026-02-30", "1777887000", 0, True)
NUMBERS = (
    True,
    "1",
    2**53,
    -(2**53),
    -0.0,
    1.5,
    float("inf"),
    float("nan"),
    10**400,
    {"@type": "type.googleapis.com/google.protobuf.Int64Value", "value": str(2**53)},
)
FLAGS = ("true", 1, 0.0, "")
#: What is no single value.
SHAPES = (["a"], {"a": 1})

Body = dict[str, Any]


def refused_by(leaf: Leaf) -> tuple[Any, ...]:
    """What a leaf never takes."""
    kind = leaf.kind
    if of_a_set(leaf):
        return (*TEXTS, True, -1, *SHAPES)
    if kind is bool:
        return (*FLAGS, *SHAPES)
    if kind is int:
        return (*NUMBERS, *SHAPES[:1])
    if kind is str or kind.__name__ == "EmailStr":
        dated = DAYS[:5] if str(leaf.mark("pattern")).startswith("^20[0-9]{2}-") else ()
        return (*TEXTS, *dated, True, 7, *SHAPES)
    return (*(DAYS if kind is date else MOMENTS), *TEXTS, *SHAPES)


def ends_of(leaf: Leaf) -> tuple[Any, ...]:
    """The ends of what a leaf takes, where it has any: the code behind it has to bear them."""
    last = fields.END - timedelta(microseconds=1)
    if of_a_set(leaf) or leaf.kind is bool:
        return ()
    if leaf.kind is int:
        low = leaf.mark("gt")
        return (leaf.mark("ge") if low is None else low + 1, leaf.mark("le"))
    if leaf.kind is str:
        longest = leaf.mark("max_length")
        taken = leaf.mark("pattern") in (text.LINE, text.LINES, text.FILE_NAME)
        return ("\N{GRINNING FACE}" * longest,) if taken else ()
    if leaf.kind is date:
        return (fields.FIRST.date().isoformat(), last.date().isoformat())
    if isinstance(leaf.kind, type) and issubclass(leaf.kind, str):
        return ()
    ends = (fields.FIRST, last, datetime(2099, 12, 31, tzinfo=UTC))
    return tuple(each.isoformat() for each in ends)


def planted(body: Body, leaf: Leaf, value: Any) -> Body:
    """A request with a value in the place of a leaf; what leads there is made where it is not."""
    found = copy.deepcopy(body)
    found[leaf.way[0]] = _put(found.get(leaf.way[0]), leaf.way[1:], value)
    return found


def _put(there: Any, way: tuple[str, ...], value: Any) -> Any:
    if not way:
        return value
    part, rest = way[0], way[1:]
    if part == ELEMENT:
        several = there if isinstance(there, list) and there else [None]
        return [_put(several[0], rest, value), *several[1:]]
    record = dict(there) if isinstance(there, dict) else {}
    if part == KEY:
        return {value if isinstance(value, str) else "a": []}
    if part == VALUE:
        name = next(iter(record), "a")
        return {**record, name: _put(record.get(name), rest, value)}
    return {**record, part: _put(record.get(part), rest, value)}


def place(leaf: Leaf) -> str:
    """Where a refusal says that a leaf is; up to the map, whose keys are not ours."""
    parts = ["0" if part == ELEMENT else part for part in leaf.way]
    ends = [at for at, part in enumerate(parts) if part in {KEY, VALUE}]
    return ".".join(parts[: ends[0]] if ends else parts)
