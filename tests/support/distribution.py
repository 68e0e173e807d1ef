"""A plugin of pytest that deals the tests out to the workers of xdist; it leaves none out."""

from __future__ import annotations

import os
from itertools import groupby, islice

import pytest

#: Which folders go first: what queries whole collections does so while few documents stand there,
#: for the emulator reads all of a collection for each query.
_ORDER = ("emulator", "journeys", "hostile", "rules", "unit", "fuzz")
#: Tests of one module that stay together, so that they share what the module prepares.
_TOGETHER = 200


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deal the tests out: xdist's workers get equal parts, and each goes folder by folder."""
    hands: list[list[pytest.Item]] = [
        [] for _ in range(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
    ]
    for _, module in groupby(sorted(items, key=_rank), key=lambda item: item.path):
        rest = iter(module)
        while part := list(islice(rest, _TOGETHER)):
            min(hands, key=len).extend(part)
    dealt = [item for hand in hands for item in hand]
    assert len(dealt) == len(items), "every test is dealt to somebody"
    items[:] = dealt


def _rank(item: pytest.Item) -> tuple[int, str]:
    folder = item.nodeid.split("/")[1]
    return (_ORDER.index(folder) if folder in _ORDER else len(_ORDER), str(item.path))
