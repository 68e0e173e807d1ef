"""What an instance of each function imports: little until a callable is called, then its module."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

import pytest

from tests.support.sources import PACKAGES
from tests.unit.instances import run
from tools import deployed

DEPLOYED = set(deployed.functions())
#: The modules that define callables.
DEFINING = {spec.handler.__module__ for specs in deployed.callables().values() for spec in specs}

#: Imports main as an instance does, with the network closed, and finds the callables at the paths;
#: prints what was loaded before and after.
_INSTANCE = """
import json, sys

def closed(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"}:
        raise AssertionError(f"{event} at import")
    if event == "open" and "credentials" in str(arguments[0]).rsplit("/", 1)[-1]:
        if str(arguments[0]).endswith(".json"):
            raise AssertionError("credentials read at import")

sys.addaudithook(closed)
import main
loaded, names = sorted(sys.modules), sorted(vars(main))
routers = {router.function: router for router in main.CALLABLES}
for name in sys.argv[1:]:
    function, _, path = name.partition("/")
    routers[function].find("/" + path)
print(json.dumps([loaded, names, sorted(sys.modules)]))
"""


#: An instance of the Storage trigger meets an object, at a whole second; prints whether it has
#: NumPy and Pillow then.
_ARRIVED = """
import sys
from cloudevents.http import CloudEvent
import main
from core.triggers import FailedError

event = {"id": "1", "source": "s", "type": "t", "time": "2026-05-04T09:30:00Z"}
numbers = {"generation": "1", "metageneration": "1", "size": "1"}
names = {"id": "i", "bucket": "demo-x", "name": sys.argv[1], "storageClass": "STANDARD"}
try:
    main.scans_receive_upload(CloudEvent(event, numbers | names))
except FailedError:
    pass  # there is no Firestore here
print(sorted({"numpy", "PIL"} & set(sys.modules)))
"""


@dataclass(frozen=True)
class Loaded:
    """What an instance has in memory: when it is up, and after the calls."""

    up: frozenset[str]
    names: frozenset[str]
    after: frozenset[str]


@cache
def instance(target: str | None, *called: str) -> Loaded:
    """Return what an instance of a function loads, and what these callables load in it."""
    return Loaded(*map(frozenset, json.loads(run(_INSTANCE, target, *called))))


def packages_in(modules: frozenset[str]) -> set[str]:
    return {module.split(".")[0] for module in modules} & set(PACKAGES)


def of_callables(modules: frozenset[str]) -> set[str]:
    return set(modules & DEFINING)


HEAVY = {"numpy", "PIL", "fpdf", "google.cloud.storage", "google.cloud.firestore"}


@pytest.mark.parametrize(
    ("name", "module", "loaded"),
    [
        ("accounts/list_accounts", "accounts.endpoints", {"core", "accounts", "messaging"}),
        ("labs/save_service", "labs.catalogue.endpoints", {"core", "labs"}),
        ("labs/get_receipt", "labs.receipts.endpoints", {"core", "labs", "scans"}),
        (
            "support/show_ticket",
            "support.endpoints.tickets",
            {"core", "labs", "messaging", "scans", "support"},
        ),
        ("scans/open_case", "scans.cases.endpoints", {"core", "scans"}),
        (
            "scans/request_visit",
            "scans.visits.endpoints",
            {"core", "messaging", "scans", "wallet"},
        ),
        ("messaging/set_preferences", "messaging.endpoints", {"core", "messaging"}),
        ("wallet/adjust_wallet", "wallet.accounts.endpoints", {"core", "wallet"}),
    ],
)
def test_an_instance_loads_a_callable_and_what_that_uses_once_it_is_called(name, module, loaded):
    function = name.partition("/")[0]
    found = instance(function, name)
    assert packages_in(found.up) == {"core"}
    assert packages_in(found.after) == loaded
    assert of_callables(found.after) == {module}
    assert not HEAVY & found.after
    assert found.names & DEPLOYED == {function}


def test_two_callables_of_a_function_load_a_module_each():
    found = instance("scans", "scans/open_case", "scans/add_patient")
    assert of_callables(found.after) == {"scans.cases.endpoints", "scans.patients.endpoints"}


def test_the_rooms_of_other_packages_stay_shut():
    """Of other packages, a callable of scans loads the service and what that needs, no more."""
    modules = instance("scans", "scans/request_visit").after
    assert {name for name in modules if name.startswith("wallet.")} == {
        "wallet.service",
        "wallet.ledger",
        "wallet.ledger.errors",
        "wallet.prices",
        "wallet.prices.errors",
    }


def test_what_an_event_sets_off_loads_no_callable():
    found = instance("sweep")
    assert of_callables(found.up) == set()
    assert "jobs.tasks" in found.up


def test_discovery_makes_all_functions_and_loads_no_callable():
    found = instance(None)
    assert found.names >= DEPLOYED
    assert of_callables(found.up) == set()
    assert not HEAVY & found.up


_THREADS = "import main, os; print(os.environ['THREADS'])"


@pytest.mark.parametrize(
    ("function", "threads"), [("scans", "32"), ("remind", "4"), ("scans_receive_upload", "4")]
)
def test_an_instance_has_a_thread_for_each_call_that_it_is_sent(function, threads):
    """And never fewer than four, which functions-framework starts by itself."""
    assert run(_THREADS, function) == threads


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        ("cases/c1/k1/f1/thumbnail.png", []),
        ("landingX/u1/s1/upper.stl", []),
        ("landing/u1/s1/upper.stl", ["PIL", "numpy"]),
    ],
)
def test_the_storage_trigger_loads_numpy_for_what_it_judges_alone(name, loaded):
    assert run(_ARRIVED, "scans_receive_upload", name) == str(loaded)
