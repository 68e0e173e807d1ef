"""One function, many callables: the path alone says which, and its module is imported then."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import settings
from core.callables import Spec
from core.errors import CallableUnknown
from core.instances import Instances
from core.router import Router
from tests.support.sources import ROOT
from tools import deployed

ROUTERS = {router.function: router for router in deployed.routers()}
NAMES = [
    (router, module, name)
    for router in ROUTERS.values()
    for module, names in router.modules.items()
    for name in names
]
SCHEDULES = {"sweep", "wallet_bill_month", "wallet_reconcile_nightly"}
INSTANCES = Instances(memory=512, timeout_sec=60, concurrency=1)

#: What a module of endpoints looks like.
_MODULE = """
from core.callables import Message, callable_function

@callable_function(request=Message, response=Message, roles=None)
def {name}(ctx, data):
    \"\"\"Do nothing.\"\"\"
    return Message()
"""


@pytest.mark.parametrize(("router", "module", "name"), NAMES, ids=lambda part: str(part)[:60])
def test_a_path_leads_to_its_callable(router: Router, module: str, name: str) -> None:
    spec = router.find(f"/{name}")
    assert spec.name == f"{router.function}/{name}"
    assert (spec.handler.__module__, spec.handler.__name__) == (module, name)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "//",
        "open_case",
        "/open_case/",
        "//open_case",
        "/open_case/open_case",
        "/scans/open_case",
        "/Open_case",
        "/open_case ",
        "/open_case\n",
        "/open-case",
        "/open",
        "_".join(("/scans", "open_case")),  # its name of before
        "/get_balance",  # of the wallet
        "/receive_upload",  # a trigger
        "/open_case?x=1",
        "/..",
        "/__class__",
        "/registry",
    ],
)
def test_any_other_path_leads_nowhere(path: str) -> None:
    with pytest.raises(CallableUnknown) as caught:
        ROUTERS["scans"].find(path)
    assert caught.value.details == {}
    assert ROUTERS["scans"].find("/open_case").name == "scans/open_case"


@pytest.fixture
def customer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Router]:
    """A function of two callables, in modules that nobody has imported."""
    monkeypatch.syspath_prepend(tmp_path)
    for module, name in (("shop_buying", "buy_tea"), ("shop_selling", "sell_tea")):
        monkeypatch.delitem(sys.modules, module, raising=False)
        (tmp_path / f"{module}.py").write_text(_MODULE.format(name=name))
    modules = {"shop_buying": ("buy_tea",), "shop_selling": ("sell_tea",)}
    yield Router("shop", modules, INSTANCES)
    for name in [name for name in Spec.registry if name.startswith("shop/")]:
        del Spec.registry[name]


def test_a_module_is_imported_when_its_callable_is_first_called(customer: Router) -> None:
    customer.deployed(lambda _ctx: None)
    with pytest.raises(CallableUnknown):
        customer.find("/sell_coffee")
    assert not {"shop_buying", "shop_selling"} & set(sys.modules)
    first = customer.find("/sell_tea")
    assert "shop_selling" in sys.modules
    assert "shop_buying" not in sys.modules
    assert customer.find("/sell_tea") is first


def test_the_gateways_key_reaches_who_asks_it_and_the_webhooks_another() -> None:
    bound = {
        name: [
            secret["key"] for secret in function.__firebase_endpoint__.secretEnvironmentVariables
        ]
        for name, function in deployed.functions().items()
        if function.__firebase_endpoint__.secretEnvironmentVariables
    }
    assert bound == {
        "payments": ["RAZORPAY_KEY_SECRET"],
        "wallet_reconcile_nightly": ["RAZORPAY_KEY_SECRET"],
        "wallet_receive_payment": ["RAZORPAY_WEBHOOK_SECRET"],
    }


@pytest.mark.parametrize("function", ROUTERS)
def test_a_function_is_declared_as_a_callable(function: str) -> None:
    endpoint = deployed.functions()[function].__firebase_endpoint__
    assert endpoint.entryPoint == function
    assert endpoint.region == [settings.REGION]
    assert endpoint.callableTrigger is not None
    assert endpoint.eventTrigger is None or not isinstance(endpoint.eventTrigger, dict)


@pytest.mark.parametrize("name", deployed.functions())
def test_every_function_declares_what_it_runs_on(name: str) -> None:
    endpoint = deployed.functions()[name].__firebase_endpoint__
    assert (endpoint.minInstances, endpoint.maxInstances, endpoint.cpu) == (0, 20, 1)
    assert endpoint.availableMemoryMb == (1024 if name == "scans_receive_upload" else 512)
    assert isinstance(endpoint.timeoutSeconds, int)
    # What is judged in the landing zone takes an instance of its own.
    assert (endpoint.concurrency == 1) == (name in {"scans_receive_upload", *SCHEDULES})


def test_the_api_tells_what_happens_to_an_unknown_name() -> None:
    api = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert "| `callable-unknown` | `not-found` |" in api
