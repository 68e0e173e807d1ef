"""The simulation of cold calls: what it counts, and that it calls what there is."""

from __future__ import annotations

import pytest

from benchmarks.cold_share import (
    IDLE,
    ORDER,
    RARE,
    VISIT,
    a_callable,
    a_package,
    cold,
    share,
)
from benchmarks.cold_start import SHARES
from tools.deployed import callables, routers


@pytest.mark.parametrize(
    ("seconds", "counted"),
    [([], 0), ([0], 1), ([0, IDLE], 1), ([0, IDLE + 1], 2), ([0, 600, 1200], 1)],
)
def test_a_call_is_cold_when_the_instance_was_idle_too_long(seconds, counted):
    assert cold([(at, "scans/open_case") for at in seconds], a_package) == counted


def test_callables_of_a_package_keep_each_other_warm():
    calls = [(0.0, "scans/open_case"), (600.0, "scans/list_cases"), (1200.0, "scans/open_case")]
    assert cold(calls, a_package) == 1
    assert cold(calls, a_callable) == 3
    calls[1] = (600.0, "labs/place_order")
    assert cold(calls, a_package) == 3


def test_the_simulated_calls_are_callables():
    names = {spec.name for specs in callables().values() for spec in specs}
    assert {*VISIT, *ORDER, *RARE} <= names
    assert {a_package(name) for name in names} == {router.function for router in routers()}


@pytest.mark.parametrize(("visits", "most"), SHARES.items())
def test_a_function_a_package_meets_its_target_and_a_function_a_callable_does_not(visits, most):
    assert share(visits, a_package) <= most < share(visits, a_callable)
