"""The deployment surface: every function by name, each importing only the module it needs.

An instance serves one function, named by FUNCTION_TARGET, and loads that function's module of
endpoints alone. Without a target (discovery, at deployment and when the emulators start) all are.
"""

import os
from importlib import import_module

from core.firebase import app

#: Module -> the functions it deploys. The names' first word is the package, a test holds us to it.
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "accounts.endpoints": (
        "accounts_accept_policy",
        "accounts_approve",
        "accounts_change_role",
        "accounts_hand_over_ownership",
        "accounts_invite_member",
        "accounts_list",
        "accounts_register",
        "accounts_reinstate",
        "accounts_reject",
        "accounts_remove_member",
        "accounts_suspend",
        "accounts_withdraw_invite",
    ),
    "jobs.endpoints": (
        "jobs_list",
        "jobs_retry",
        "jobs_sweep",
        "remind",
        "sweep",
    ),
    "labs.endpoints.catalogue": (
        "labs_save_profile",
        "labs_save_service",
    ),
    "labs.endpoints.events": (
        "labs_correct_orders",
        "labs_stop_orders",
    ),
    "labs.endpoints.figures": ("labs_get_figures",),
    "labs.endpoints.files": ("labs_get_file_links",),
    "labs.endpoints.messages": (
        "labs_get_message_links",
        "labs_send_message",
        "labs_start_attachment",
    ),
    "labs.endpoints.orders": (
        "labs_move_order",
        "labs_place_order",
    ),
    "labs.endpoints.receipts": ("labs_get_receipt",),
    "messaging.endpoints": (
        "messaging_deliver",
        "messaging_set_preferences",
    ),
    "privacy.endpoints.affected": ("privacy_list_affected",),
    "privacy.endpoints.answers": (
        "privacy_answer_request",
        "privacy_list_requests",
    ),
    "privacy.endpoints.breaches": (
        "privacy_list_breaches",
        "privacy_move_breach",
        "privacy_open_breach",
    ),
    "privacy.endpoints.consents": ("privacy_get_consent_record",),
    "privacy.endpoints.disclosures": (
        "privacy_build_disclosure",
        "privacy_decide_disclosure",
        "privacy_get_disclosure_link",
        "privacy_list_disclosures",
        "privacy_record_disclosure",
        "privacy_request_disclosure",
    ),
    "privacy.endpoints.holds": (
        "privacy_list_holds",
        "privacy_release_hold",
        "privacy_set_hold",
    ),
    "privacy.endpoints.notices": ("privacy_draft_notice",),
    "privacy.endpoints.reviews": (
        "privacy_acknowledge_review",
        "privacy_get_access_review",
    ),
    "privacy.endpoints.rights": (
        "privacy_cancel_request",
        "privacy_get_export_link",
        "privacy_request_correction",
        "privacy_request_erasure",
        "privacy_request_export",
    ),
    "scans.endpoints.cases": (
        "scans_close_case",
        "scans_list_cases",
        "scans_open_case",
        "scans_reopen_case",
    ),
    "scans.endpoints.consents": (
        "scans_get_form_link",
        "scans_record_consent",
        "scans_withdraw_consent",
    ),
    "scans.endpoints.figures": ("scans_get_figures",),
    "scans.endpoints.files": (
        "scans_get_file_links",
        "scans_start_upload",
    ),
    "scans.endpoints.landing": ("scans_receive_upload",),
    "scans.endpoints.operators": (
        "scans_set_service_area",
        "scans_suggest_operators",
    ),
    "scans.endpoints.patients": (
        "scans_add_patient",
        "scans_correct_patient",
    ),
    "scans.endpoints.visits": (
        "scans_announce_visit",
        "scans_assign_operator",
        "scans_cancel_visit",
        "scans_list_visits",
        "scans_move_visit",
        "scans_request_visit",
        "scans_reschedule_visit",
    ),
    "support.endpoints.figures": ("support_get_figures",),
    "support.endpoints.messages": (
        "support_get_message_links",
        "support_send_message",
        "support_start_attachment",
    ),
    "support.endpoints.tickets": (
        "support_assign",
        "support_close",
        "support_list",
        "support_open_ticket",
        "support_show",
    ),
    "wallet.endpoints.billing": (
        "bill",
        "wallet_bill_month",
        "wallet_start_billing",
    ),
    "wallet.endpoints.invoices": (
        "wallet_get_invoice_link",
        "wallet_get_statement_file",
        "wallet_get_totals",
        "wallet_issue_invoices",
        "wallet_list_invoices",
        "wallet_set_billing",
    ),
    "wallet.endpoints.payments": (
        "wallet_receive_payment",
        "wallet_start_top_up",
    ),
    "wallet.endpoints.prices": (
        "wallet_get_prices",
        "wallet_publish_prices",
    ),
    "wallet.endpoints.wallets": (
        "wallet_adjust",
        "wallet_get_balance",
        "wallet_get_statement",
        "wallet_refund",
        "wallet_release_expired",
        "wallet_set_terms",
    ),
}


def _load(target: str | None) -> None:
    """Bring the target's function, or all of them, into this module."""
    for module, names in FUNCTIONS.items():
        wanted = [name for name in names if target in {None, name}]
        if wanted:
            endpoints = import_module(module)
            globals().update({name: getattr(endpoints, name) for name in wanted})


_TARGET = os.environ.get("FUNCTION_TARGET") or None
_load(_TARGET)
if _TARGET:
    app()  # callables verify ID tokens with it before our code runs; it opens no connection
