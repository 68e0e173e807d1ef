"""How many calls meet a cold instance: with one function a callable, and with one a package.

A simulation, and what it assumes:

- A visit makes the calls of `VISIT`, in this order, minutes apart; one in three leads to an order
  with those of `ORDER`, half an hour apart. Twice as many calls as there are visits are of `RARE`,
  at any time. The cost model has the number of calls (`tools/costs/inputs.toml`).
- Visits begin at any time of ten working hours; nights are cold in either layout.
- An instance without a call for 15 minutes is gone: what Google does not promise, and mostly does.
- One instance of each function is enough at these rates.

It says how often a call waits for a start, not for how long; `cold_start` measures that.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import pairwise

VISIT = (
    "scans/add_patient",
    "scans/record_consent",
    "wallet/get_prices",
    "scans/request_visit",
    "scans/list_visits",
    "scans/suggest_operators",
    "scans/assign_operator",
    *["scans/move_visit"] * 4,
    "scans/start_upload",
    "scans/start_upload",
    "scans/move_visit",
    "scans/move_visit",
    "scans/get_file_links",
    "wallet/get_balance",
)
ORDER = (
    "labs/place_order",
    "labs/move_order",
    "labs/get_file_links",
    "labs/move_order",
    "labs/send_message",
    "labs/move_order",
    "labs/move_order",
    "labs/get_receipt",
    "wallet/get_statement",
)
RARE = (
    "accounts/register_account",
    "accounts/approve_account",
    "accounts/list_accounts",
    "accounts/invite_member",
    "support/open_ticket",
    "support/list_tickets",
    "support/show_ticket",
    "support/send_message",
    "payments/start_top_up",
    "wallet/list_invoices",
    "wallet/get_invoice_link",
    "privacy/request_export",
    "privacy/list_requests",
    "scans/open_case",
    "scans/list_cases",
    "scans/close_case",
    "scans/withdraw_consent",
    "scans/reschedule_visit",
    "scans/cancel_visit",
    "labs/save_service",
    "labs/get_figures",
    "messaging/set_preferences",
    "wallet/adjust_wallet",
    "scans/get_figures",
)
#: Seconds: between two calls of a visit and of an order on average, of a working day, until an
#: instance without a call is gone.
VISIT_PAUSE, ORDER_PAUSE, DAY, IDLE = 240.0, 1800.0, 36_000.0, 900.0
DAYS = 20

Call = tuple[float, str]
#: Which instance a call goes to.
Layout = Callable[[str], str]


def a_callable(name: str) -> str:
    """One function for each callable."""
    return name


def a_package(name: str) -> str:
    """One function for each package, as deployed: what stands before the slash."""
    return name.partition("/")[0]


def share(visits: int, layout: Layout, seed: int = 1) -> float:
    """Return the share of calls that meet a cold instance, at so many visits a day."""
    source = random.Random(seed)  # noqa: S311  a simulation, and the same each time
    days = [sorted(_day(source, visits)) for _ in range(DAYS)]
    return sum(cold(day, layout) for day in days) / sum(map(len, days))


def cold(calls: list[Call], layout: Layout) -> int:
    """Count the calls that no instance waits for; they come in the order of their times."""
    by_instance: dict[str, list[float]] = {}
    for at, name in calls:
        by_instance.setdefault(layout(name), []).append(at)
    return sum(
        1 + sum(later - earlier > IDLE for earlier, later in pairwise(times))
        for times in by_instance.values()
    )


def _day(source: random.Random, visits: int) -> Iterator[Call]:
    for _ in range(visits):
        at = source.uniform(0, DAY)
        for name in VISIT:
            yield at, name
            at += source.expovariate(1 / VISIT_PAUSE)
        for name in ORDER if source.random() < 1 / 3 else ():
            yield at, name
            at += source.expovariate(1 / ORDER_PAUSE)
    for _ in range(visits * 2):
        yield source.uniform(0, DAY), source.choice(RARE)
