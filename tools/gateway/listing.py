"""Lists of the gateway's stand-in, and what Razorpay refuses of a request for one.

Sources: https://razorpay.com/docs/api/payments/fetch-all-payments/ (`from`, `to`, `count` of 100 at
most and 10 unless given, `skip`), .../settlements/fetch-recon/ (`year`, `month`, `day`, `count` of
1,000 at most). Parameters that are not known are refused, and so are ids of another form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta, timezone

from tools.gateway.records import Json

_IST = timezone(timedelta(hours=5, minutes=30))
_USUAL, _MOST, _MOST_ITEMS = 10, 100, 1_000
Query = dict[str, list[str]]


class RefusedError(Exception):
    """A request that Razorpay would refuse."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        code = "BAD_REQUEST_ERROR" if status < 500 else "SERVER_ERROR"
        self.status = status
        self.answer: Json = {"error": {"code": code, "description": description}}


def listed(records: Iterable[Json], query: Query) -> Json:
    """Return a page of the records of a span of time, the newest first.

    Raises:
        RefusedError.
    """
    asked = _figures(query, {"from", "to", "count", "skip"}, _MOST)
    begin, end = asked.get("from", 0), asked.get("to", 2**40)
    found = [each for each in records if begin <= each["created_at"] <= end]
    found.sort(key=lambda each: int(each["created_at"]), reverse=True)
    return _page(found, asked)


def settled(items: Iterable[Json], query: Query) -> Json:
    """Return a page of what was settled on a day, or in a month, of India.

    Raises:
        RefusedError.
    """
    asked = _figures(query, {"year", "month", "day", "count", "skip"}, _MOST_ITEMS)
    if not {"year", "month"} <= set(asked):
        raise RefusedError(400, "The year field is required.")

    def fits(item: Json) -> bool:
        at = datetime.fromtimestamp(item["settled_at"], _IST)
        day = asked.get("day", at.day)
        return (at.year, at.month, at.day) == (asked["year"], asked["month"], day)

    return _page([item for item in items if fits(item)], asked)


def one(records: dict[str, Json], prefix: str, record_id: str) -> Json:
    """Return one record.

    Raises:
        RefusedError.
    """
    if not re.fullmatch(rf"{prefix}_[A-Za-z0-9]{{14}}", record_id):
        raise RefusedError(400, f"{record_id} is not a valid id")
    if record_id not in records:
        raise RefusedError(400, "The id provided does not exist")
    return records[record_id]


def _figures(query: Query, known: Collection[str], most: int) -> dict[str, int]:
    if unknown := sorted(set(query) - set(known)):
        raise RefusedError(400, f"{unknown[0]} is/are not required and should not be sent")
    if not all(len(v) == 1 and v[0].isdecimal() for v in query.values()):
        raise RefusedError(400, "The value must be an integer.")
    asked = {name: int(values[0]) for name, values in query.items()}
    if not 1 <= asked.get("count", 1) <= most:
        raise RefusedError(400, f"The count must be between 1 and {most}.")
    return asked


def _page(found: list[Json], asked: dict[str, int]) -> Json:
    skip = asked.get("skip", 0)
    items = found[skip : skip + asked.get("count", _USUAL)]
    return {"entity": "collection", "count": len(items), "items": items}
