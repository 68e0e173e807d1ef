"""The deployment surface: every function by name, each importing only the module it needs.

An instance serves one function, named by FUNCTION_TARGET. A callable function imports the module of
a callable when that is first called; any other imports its own. Without a target (discovery, at
deployment and when the emulators start) all functions are made, and no callable is imported.
"""

import gc

gc.disable()  # until the functions are loaded, as `core.loading` says

import logging
import os
from importlib import import_module
from pathlib import Path

from core import bytecode

bytecode.use(Path(__file__))  # before all of ours that follows

from firebase_functions import options

from core import log, settings
from core.context import Context
from core.firebase import app
from core.instances import Instances
from core.loading import loading
from core.router import Router

#: What callable functions run on. A call mostly waits for Firestore, so one instance works on many.
#: Of 80 calls at once the 95th percentile is 0.41 of that with four threads, from 16 threads on
#: (`make bench ARGS=concurrency`): the processor is busy then. 32 leaves room for calls that wait
#: longer, for Storage or the payment gateway.
CALLS = Instances(memory=options.MemoryOption.MB_512, timeout_sec=60, concurrency=32)

CALLABLES = (
    Router(
        "accounts",
        {
            "accounts.endpoints": (
                "accept_policy",
                "approve_account",
                "change_phone",
                "change_role",
                "follow_email",
                "get_policy",
                "hand_over_ownership",
                "invite_member",
                "list_accounts",
                "register_account",
                "reinstate_account",
                "reject_account",
                "remove_member",
                "suspend_account",
                "withdraw_invite",
            ),
        },
        CALLS,
    ),
    Router(
        "scans",
        {
            "scans.cases.endpoints": (
                "close_case",
                "get_figures",
                "get_file_links",
                "list_cases",
                "open_case",
                "reopen_case",
            ),
            "scans.consents.endpoints": ("get_form_link",),
            "scans.effects.endpoints": (
                "correct_patient",
                "record_consent",
                "withdraw_consent",
            ),
            "scans.intake.endpoints": ("start_upload",),
            "scans.pairs.endpoints": ("get_occlusion_links",),
            "scans.patients.endpoints": ("add_patient",),
            "scans.visits.endpoints": (
                "assign_operator",
                "cancel_visit",
                "list_visits",
                "move_visit",
                "request_visit",
                "reschedule_visit",
                "set_service_area",
                "show_visit",
                "suggest_operators",
            ),
        },
        CALLS,
    ),
    Router(
        "labs",
        {
            "labs.catalogue.endpoints": (
                "save_profile",
                "save_service",
            ),
            "labs.figures.endpoints": ("get_figures",),
            "labs.links.endpoints": ("get_file_links",),
            "labs.messages.endpoints": (
                "get_message_links",
                "send_message",
                "start_attachment",
            ),
            "labs.orders.endpoints": (
                "check_order",
                "move_order",
                "place_order",
            ),
            "labs.receipts.endpoints": ("get_receipt",),
        },
        CALLS,
    ),
    Router(
        "wallet",
        {
            "wallet.accounts.endpoints": (
                "adjust_wallet",
                "get_balance",
                "get_statement",
                "refund_transaction",
                "release_expired_holds",
                "set_billing",
                "set_terms",
            ),
            "wallet.invoices.endpoints": (
                "get_invoice_link",
                "get_statement_file",
                "get_totals",
                "issue_invoices",
                "list_invoices",
                "start_billing",
            ),
            "wallet.payouts.endpoints.admins": (
                "approve_payout",
                "export_payouts",
                "get_payout_file",
                "record_payout_file",
                "record_payout_result",
                "reject_payout",
            ),
            "wallet.payouts.endpoints.labs": (
                "cancel_payout",
                "get_payout_method",
                "list_payouts",
                "request_payout",
                "set_payout_method",
            ),
            "wallet.prices.endpoints": (
                "get_prices",
                "publish_prices",
            ),
            "wallet.withholding.endpoints": (
                "get_withholding",
                "list_withholding",
            ),
        },
        CALLS,
    ),
    Router(
        "payments",
        {
            "wallet.payments.endpoints": (
                "reconcile_payments",
                "start_top_up",
            ),
            "wallet.payouts.endpoints.sending": ("send_payouts",),
        },
        CALLS,
        secrets=(settings.RAZORPAY_KEY_SECRET,),
    ),
    Router(
        "messaging",
        {
            "messaging.endpoints": ("set_preferences",),
        },
        CALLS,
    ),
    Router(
        "support",
        {
            "support.endpoints.figures": ("get_figures", "get_queue"),
            "support.endpoints.messages": (
                "get_message_links",
                "send_message",
                "start_attachment",
            ),
            "support.endpoints.tickets": (
                "assign_ticket",
                "close_ticket",
                "list_tickets",
                "open_ticket",
                "show_ticket",
            ),
        },
        CALLS,
    ),
    Router(
        "jobs",
        {
            "jobs.endpoints": (
                "list_jobs",
                "retry_job",
                "sweep_jobs",
            ),
        },
        CALLS,
    ),
    Router(
        "privacy",
        {
            "privacy.access_reviews.endpoints": (
                "acknowledge_review",
                "get_access_review",
            ),
            "privacy.breaches.endpoints": (
                "draft_notice",
                "list_affected",
                "list_breaches",
                "move_breach",
                "open_breach",
            ),
            "privacy.consents.endpoints": ("get_consent_record",),
            "privacy.data_requests.endpoints": (
                "answer_request",
                "cancel_request",
                "get_export_link",
                "list_requests",
                "request_correction",
                "request_erasure",
                "request_export",
                "show_request",
            ),
            "privacy.disclosures.endpoints": (
                "build_disclosure",
                "decide_disclosure",
                "get_disclosure_link",
                "list_disclosures",
                "record_disclosure",
                "request_disclosure",
            ),
            "privacy.holds.endpoints": (
                "list_holds",
                "release_hold",
                "set_hold",
            ),
        },
        CALLS,
    ),
)

#: Of functions-framework, for what is served one at a time: something has to answer meanwhile.
FEWEST_THREADS = 4

EVENTS: dict[str, tuple[str, ...]] = {
    "jobs.tasks": (
        "remind",
        "sweep",
    ),
    "labs.follow_ups.triggers": (
        "labs_correct_orders",
        "labs_stop_orders",
    ),
    "messaging.triggers": (
        "messaging_announce",
        "messaging_deliver",
    ),
    "scans.intake.triggers": ("scans_receive_upload",),
    "wallet.invoices.tasks": (
        "bill",
        "wallet_bill_month",
    ),
    "wallet.payments.tasks": ("wallet_reconcile_nightly",),
    "wallet.payments.triggers": ("wallet_receive_payment",),
}


def _follow_email(ctx: Context) -> None:
    """Have the account of a caller follow the address that Auth has verified meanwhile."""
    with loading():
        service = import_module("accounts.service")
    try:
        service.follow_email(ctx)
    except Exception as err:  # noqa: BLE001 - of no concern to the call; the next one tries again
        log.failure("address not followed", err)


def _load(target: str | None) -> None:
    """Bring the target's function, or all of them, into this module."""
    for router in CALLABLES:
        if target in {None, router.function}:
            globals()[router.function] = router.deployed(_follow_email)
    for module, names in EVENTS.items():
        wanted = [name for name in names if target in {None, name}]
        if wanted:
            functions = import_module(module)
            globals().update({name: getattr(functions, name) for name in wanted})


def _serve(target: str) -> None:
    """Prepare to serve a function: called by its instance, before the server starts."""
    logging.getLogger().addFilter(log.WithoutPayloads())
    app()  # callables verify ID tokens with it before our code runs; it opens no connection
    concurrency = globals()[target].__firebase_endpoint__.concurrency
    os.environ.setdefault("THREADS", str(max(concurrency, FEWEST_THREADS)))


_TARGET = os.environ.get("FUNCTION_TARGET") or None
with loading():
    _load(_TARGET)
    if _TARGET in globals():
        _serve(_TARGET)
