"""The deployment surface: every function by name, each importing only the package it needs.

An instance serves one function, named by FUNCTION_TARGET, and loads that function's package
alone. Without a target (discovery, at deployment and when the emulators start) all are loaded.
"""

import os
from importlib import import_module

from core.firebase import app

#: Package -> the functions it deploys. The names' first word is the package, a test holds us to it.
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "accounts": (
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
    "jobs": (
        "jobs_list",
        "jobs_retry",
        "jobs_sweep",
        "remind",
        "sweep",
    ),
    "labs": (
        "labs_correct_orders",
        "labs_get_figures",
        "labs_get_file_links",
        "labs_get_message_links",
        "labs_get_receipt",
        "labs_move_order",
        "labs_place_order",
        "labs_save_profile",
        "labs_save_service",
        "labs_send_message",
        "labs_start_attachment",
        "labs_stop_orders",
    ),
    "messaging": (
        "messaging_deliver",
        "messaging_set_preferences",
    ),
    "privacy": (
        "privacy_acknowledge_review",
        "privacy_answer_request",
        "privacy_build_disclosure",
        "privacy_cancel_request",
        "privacy_decide_disclosure",
        "privacy_draft_notice",
        "privacy_get_access_review",
        "privacy_get_consent_record",
        "privacy_get_disclosure_link",
        "privacy_get_export_link",
        "privacy_list_affected",
        "privacy_list_breaches",
        "privacy_list_disclosures",
        "privacy_list_holds",
        "privacy_list_requests",
        "privacy_move_breach",
        "privacy_open_breach",
        "privacy_record_disclosure",
        "privacy_release_hold",
        "privacy_request_correction",
        "privacy_request_disclosure",
        "privacy_request_erasure",
        "privacy_request_export",
        "privacy_set_hold",
    ),
    "scans": (
        "scans_add_patient",
        "scans_announce_visit",
        "scans_assign_operator",
        "scans_cancel_visit",
        "scans_close_case",
        "scans_correct_patient",
        "scans_get_figures",
        "scans_get_file_links",
        "scans_get_form_link",
        "scans_list_cases",
        "scans_list_visits",
        "scans_move_visit",
        "scans_open_case",
        "scans_receive_upload",
        "scans_record_consent",
        "scans_reopen_case",
        "scans_request_visit",
        "scans_reschedule_visit",
        "scans_set_service_area",
        "scans_start_upload",
        "scans_suggest_operators",
        "scans_withdraw_consent",
    ),
    "support": (
        "support_assign",
        "support_close",
        "support_get_figures",
        "support_get_message_links",
        "support_list",
        "support_open_ticket",
        "support_send_message",
        "support_show",
        "support_start_attachment",
    ),
    "wallet": (
        "bill",
        "wallet_adjust",
        "wallet_bill_month",
        "wallet_get_balance",
        "wallet_get_invoice_link",
        "wallet_get_prices",
        "wallet_get_statement",
        "wallet_get_statement_file",
        "wallet_get_totals",
        "wallet_issue_invoices",
        "wallet_list_invoices",
        "wallet_publish_prices",
        "wallet_receive_payment",
        "wallet_refund",
        "wallet_release_expired",
        "wallet_set_billing",
        "wallet_set_terms",
        "wallet_start_billing",
        "wallet_start_top_up",
    ),
}


def _load(target: str | None) -> None:
    """Bring the target's function, or all of them, into this module."""
    for package, names in FUNCTIONS.items():
        wanted = [name for name in names if target in {None, name}]
        if wanted:
            endpoints = import_module(f"{package}.endpoints")
            globals().update({name: getattr(endpoints, name) for name in wanted})


_TARGET = os.environ.get("FUNCTION_TARGET") or None
_load(_TARGET)
if _TARGET:
    app()  # callables verify ID tokens with it before our code runs; it opens no connection
