"""The page where one pays at the gateway's stand-in: what it shows, does, and lets others do."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import requests

from tools.gateway import KEY_ID, KEY_SECRET, StandIn
from tools.gateway.pages import is_local

APP = "http://localhost:5173"
ELSEWHERE = "https://evil.example.com"


class Hook(BaseHTTPRequestHandler):
    """Takes events and notes their kinds."""

    heard: list[str]
    status: int

    def do_POST(self) -> None:
        """Take one."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.heard.append(re.findall(r'"event": ?"([^"]+)"', body)[0])
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def hook() -> Iterator[Any]:
    """Where the stand-in delivers to."""
    handler = type("OwnHook", (Hook,), {"heard": [], "status": 200})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        handler.url = f"http://127.0.0.1:{server.server_address[1]}"  # type: ignore[attr-defined]
        yield handler
        server.shutdown()


@pytest.fixture
def gateway(hook: Any) -> Iterator[StandIn]:
    """A stand-in of the test's own."""
    with StandIn(hook.url) as stand_in:
        yield stand_in


def ordered(gateway: StandIn) -> str:
    """Make an order of ₹5,000 as the functions do; its id."""
    body = {"amount": 500_000, "currency": "INR", "receipt": "r1"}
    sent = requests.post(
        f"{gateway.url}/v1/orders", json=body, auth=(KEY_ID, KEY_SECRET), timeout=10
    )
    return str(sent.json()["id"])


def page(gateway: StandIn, order_id: str, back: str = "") -> requests.Response:
    """Open the page, as a browser does."""
    url = f"{gateway.url}/checkout/{order_id}"
    return requests.get(url, params={"back": back} if back else {}, timeout=10)


def press(gateway: StandIn, shown: requests.Response, button: str) -> requests.Response:
    """Send the page's own form by one of its buttons."""
    (target,) = re.findall(r'<form method=post action="([^"]+)"', shown.text)
    (back,) = re.findall(r'name=back value="([^"]*)"', shown.text)
    assert f"name=action value={button}>" in shown.text
    said = {"action": button, "back": html.unescape(back)}
    return requests.post(f"{gateway.url}{target}", data=said, timeout=10)


def test_who_pays_sees_the_amount_pays_once_and_goes_back(gateway: StandIn, hook: Any):
    shown = page(gateway, order_id := ordered(gateway), f"{APP}/wallet?tab=1&new=2")
    assert "₹5,000.00" in shown.text
    after = press(gateway, shown, "pay")
    assert hook.heard == ["payment.captured", "order.paid"]
    assert gateway.orders[order_id]["status"] == "paid"
    assert "Paid." in after.text
    assert "<form" not in after.text
    assert f'href="{APP}/wallet?tab=1&amp;new=2"' in after.text
    again = press(gateway, shown, "pay")  # the page was open in a second tab
    assert "Paid." in again.text
    assert len(gateway.payments) == 1
    assert len(hook.heard) == 2


def test_a_payment_that_fails_may_be_tried_again(gateway: StandIn, hook: Any):
    shown = page(gateway, order_id := ordered(gateway))
    after = press(gateway, shown, "fail")
    assert "failed" in after.text
    assert hook.heard == ["payment.failed"]
    assert gateway.orders[order_id]["status"] == "created"
    assert "Paid." in press(gateway, after, "pay").text


def test_it_says_when_the_platform_did_not_hear_of_it(gateway: StandIn, hook: Any):
    hook.status = 500
    after = press(gateway, page(gateway, ordered(gateway)), "pay")
    assert "did not hear of it: [500, 500]" in after.text


def test_the_page_runs_no_script_and_shows_nothing_as_markup(gateway: StandIn):
    order_id = ordered(gateway)
    shown = page(gateway, order_id, f'{APP}/"><script>alert(1)</script>')
    assert "<script" not in shown.text
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert "script-src" not in shown.headers["Content-Security-Policy"]
    assert shown.headers["Content-Type"] == "text/html; charset=utf-8"


def test_what_is_not_there_is_refused(gateway: StandIn, hook: Any):
    order_id = ordered(gateway)
    known, unknown = page(gateway, order_id), page(gateway, "order_00000000000000")
    assert (known.status_code, unknown.status_code) == (200, 400)
    url = f"{gateway.url}/checkout/{order_id}"
    assert requests.post(url, data={"action": "steal"}, timeout=10).status_code == 400
    # Opening an address pays nothing, whatever it says.
    assert requests.get(url, params={"action": "pay"}, timeout=10).status_code == 200
    assert (gateway.orders[order_id]["status"], hook.heard) == ("created", [])


@pytest.mark.parametrize(
    ("address", "local"),
    [
        (APP, True),
        ("http://127.0.0.1:3000/wallet", True),
        ("http://[::1]:3000", True),
        (ELSEWHERE, False),
        ("http://localhost.example.com", False),
        ("http://localhost@example.com", False),
        ("http://user@localhost", False),
        ("javascript:alert(1)//localhost", False),
        ("//localhost", False),
        ("http://[", False),
        ("null", False),
        ("", False),
    ],
)
def test_an_app_is_one_of_this_machine(address: str, local: bool):
    assert is_local(address) is local


def test_it_links_back_to_this_machine_alone(gateway: StandIn):
    order_id = ordered(gateway)
    assert "Back to the app" in page(gateway, order_id, APP).text
    assert "Back to the app" not in page(gateway, order_id, ELSEWHERE).text


def test_an_app_may_act_from_its_own_origin_and_may_not_call_the_api(gateway: StandIn):
    acting = f"{gateway.url}/stand-in/orders/{ordered(gateway)}/pay"
    asked = {"Access-Control-Request-Method": "POST"}

    def allowed(method: str, url: str, origin: str) -> str | None:
        headers = {"Origin": origin, **(asked if method == "OPTIONS" else {})}
        answer = requests.request(method, url, headers=headers, timeout=10)
        return answer.headers.get("Access-Control-Allow-Origin")

    assert allowed("OPTIONS", acting, APP) == allowed("POST", acting, APP) == APP
    assert allowed("OPTIONS", acting, ELSEWHERE) is None
    assert allowed("POST", acting, ELSEWHERE) is None
    assert allowed("OPTIONS", f"{gateway.url}/v1/orders", APP) is None
