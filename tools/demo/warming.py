"""Starting the functions that the story calls, several at once.

On the emulators each has a process of its own, and whoever calls it first waits for that. Started
beforehand, they let the steps of the story show the platform's own times.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import requests

from tools.demo.steps import Steps

#: In the order of the story, so that what is needed first is ready first.
CALLED = (
    "accounts_register",
    "accounts_list",
    "accounts_approve",
    "scans_set_service_area",
    "wallet_get_prices",
    "wallet_publish_prices",
    "wallet_set_billing",
    "wallet_start_top_up",
    "wallet_get_balance",
    "scans_add_patient",
    "scans_record_consent",
    "scans_request_visit",
    "scans_list_visits",
    "scans_suggest_operators",
    "scans_assign_operator",
    "scans_move_visit",
    "scans_start_upload",
    "scans_get_file_links",
    "wallet_get_statement",
    "wallet_issue_invoices",
    "wallet_get_invoice_link",
    "wallet_refund",
    "labs_save_profile",
    "labs_save_service",
    "labs_place_order",
    "labs_move_order",
    "labs_get_file_links",
    "labs_get_receipt",
    "scans_withdraw_consent",
    "scans_open_case",
    "privacy_request_export",
    "privacy_get_export_link",
    "privacy_request_erasure",
)
_AT_ONCE = os.cpu_count()  # a start is all computing


def warm(steps: Steps) -> None:
    """Start every function of the story."""
    with steps.step("the functions that this needs start") as step:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for count, _ in enumerate(pool.map(_start, CALLED), start=1):
                step.reached(f"{count} of {len(CALLED)}")
        step.found(f"{len(CALLED)} callables, each a process of its own")


def _start(function: str) -> None:
    """Send what a browser sends before it calls: the pre-flight, which runs none of our code."""
    url = f"{os.environ['SCANNER_FUNCTIONS_URL']}/{function}"
    asked = {"Origin": "http://localhost", "Access-Control-Request-Method": "POST"}
    requests.options(url, headers=asked, timeout=120).raise_for_status()
