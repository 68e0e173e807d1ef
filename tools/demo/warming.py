"""Starting the functions that the story calls, several at once.

On the emulators each has a process of its own, and whoever calls it first waits for that and for
the imports of the callable. Started beforehand, they let the steps of the story show the platform's
own times.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

from tools.client import CallError, Person
from tools.demo.steps import Steps, UnexpectedError

#: In the order of the story, so that what is needed first is ready first.
CALLED = (
    "accounts/register_account",
    "accounts/list_accounts",
    "accounts/approve_account",
    "scans/set_service_area",
    "scans/add_patient",
    "scans/record_consent",
    "scans/request_visit",
    "scans/list_visits",
    "scans/suggest_operators",
    "scans/assign_operator",
    "scans/move_visit",
    "scans/start_upload",
    "scans/get_file_links",
    "scans/get_occlusion_links",
    "scans/withdraw_consent",
    "scans/open_case",
    "wallet/get_prices",
    "wallet/publish_prices",
    "wallet/set_billing",
    "wallet/get_balance",
    "wallet/get_statement",
    "wallet/issue_invoices",
    "wallet/get_invoice_link",
    "wallet/refund_transaction",
    "payments/start_top_up",
    "labs/save_profile",
    "labs/save_service",
    "labs/check_order",
    "labs/place_order",
    "labs/move_order",
    "labs/get_file_links",
    "labs/get_receipt",
    "privacy/request_export",
    "privacy/get_export_link",
    "privacy/request_erasure",
)


def function_of(name: str) -> str:
    """Return the function that serves a callable."""
    return name.partition("/")[0]


def warm(steps: Steps) -> None:
    """Start every function of the story, and have it import what the story calls."""
    functions = [list(names) for _, names in groupby(CALLED, function_of)]
    with steps.step("the functions that this needs start") as step:
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # a start is all computing
            for count, _ in enumerate(pool.map(_start, functions), start=1):
                step.reached(f"{count} of {len(functions)}")
        step.found(f"{len(functions)} functions, for {len(CALLED)} callables")


def _start(names: Iterable[str]) -> None:
    """Call each as nobody: it is imported, refuses, and does no more."""
    for name in names:
        try:
            Person().call(name)
        except CallError as err:
            if err.reason != "sign-in-required":
                raise
        else:
            raise UnexpectedError(f"{name} answered nobody")
