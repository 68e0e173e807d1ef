"""What people do at the stand-in beside the emulators, for the demo, the seed and the tests."""

from __future__ import annotations

import os

import requests

from tools.gateway.records import Json
from tools.gateway.stand_in import HOST


def act_at(order_id: str, action: str) -> list[int]:
    """Pay an order, or fail to (`pay`, `fail`), at the stand-in beside the emulators.

    Returns how the events that it delivered were answered.
    """
    delivered: list[int] = act_on_at("orders", order_id, action)["delivered"]
    return delivered


def settle_at(reference: str, status: str) -> int:
    """Have the bank do something with a payout there; how the event was answered.

    `reference` is our own id of it.
    """
    (delivered,) = act_on_at("payouts", reference, status)["delivered"]
    return int(delivered)


def act_on_at(*path: str, **query: str | int) -> Json:
    """Do what a person does, such as `payments, <id>, refund`, at that stand-in; its answer."""
    port = os.environ["SCANNER_GATEWAY_PORT"]
    url = f"http://{HOST}:{port}/stand-in/{'/'.join(path)}"
    answer = requests.post(url, params=query, timeout=120)
    answer.raise_for_status()
    found: Json = answer.json()
    return found
