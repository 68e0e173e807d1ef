"""Hashes of what documents say."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest

from core.digests import digest

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_it_is_the_sha256_of_canonical_json() -> None:
    expected = hashlib.sha256(b'{"a":[1,null],"b":"x"}').hexdigest()
    assert digest({"b": "x", "a": [1, None]}) == expected


def test_a_time_is_the_same_in_every_zone() -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    assert digest(NOON) == digest(NOON.astimezone(india))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOON, NOON + timedelta(microseconds=1)),
        (NOON, NOON.isoformat()),
        (1, True),
        (1, 1.0),
        (1, "1"),
        (None, "null"),
        ({"a": {"b": 1}}, {"a": {}, "b": 1}),
        ([1, 2], [2, 1]),
        ("a", b"a"),
    ],
)
def test_what_differs_has_another_hash(one: object, other: object) -> None:
    assert digest(one) != digest(other)
