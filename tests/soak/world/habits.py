"""How often people do what: what is not named here is done as often as most things."""

from __future__ import annotations

from datetime import datetime

from core.clock import IST

#: How often beside other things; a callable that is new has 1.
RATES = {
    "scans/get_file_links": 0.6,
    "scans/correct_patient": 1.5,
    "wallet/get_statement_file": 0.03,
    "wallet/get_invoice_link": 0.1,
    "labs/get_receipt": 0.1,
    "support/send_message": 0.5,
    "support/start_attachment": 0.3,
    "support/close_ticket": 0.15,
    "accounts/accept_policy": 0.05,
    "accounts/approve_account": 3,
    "accounts/change_phone": 0.05,
    "accounts/change_role": 0.6,
    "accounts/follow_email": 0.1,
    "accounts/get_policy": 0.05,
    "accounts/hand_over_ownership": 0.1,
    "accounts/invite_member": 0.8,
    "accounts/register_account": 0.15,
    "accounts/reinstate_account": 1.0,
    "accounts/reject_account": 0.08,
    "accounts/remove_member": 0.4,
    "accounts/suspend_account": 1.0,
    "accounts/withdraw_invite": 0.2,
    "jobs/retry_job": 0.3,
    "jobs/sweep_jobs": 0.2,
    "labs/move_order": 12,
    "labs/place_order": 10,
    "labs/save_profile": 0.5,
    "labs/save_service": 1.5,
    "messaging/set_preferences": 0.3,
    "payments/reconcile_payments": 0.2,
    "payments/send_payouts": 0.4,
    "payments/start_top_up": 2,
    "privacy/acknowledge_review": 0.2,
    "privacy/cancel_request": 0.3,
    "privacy/get_export_link": 0.2,
    "privacy/open_breach": 0.2,
    "privacy/record_disclosure": 0.5,
    "privacy/request_correction": 0.2,
    "privacy/request_disclosure": 0.2,
    "privacy/request_erasure": 0.25,
    "privacy/request_export": 0.15,
    "privacy/set_hold": 0.3,
    "scans/add_patient": 3,
    "scans/assign_operator": 12,
    "scans/cancel_visit": 0.12,
    "scans/close_case": 0.6,
    "scans/list_visits": 3,
    "scans/move_visit": 20,
    "scans/open_case": 4,
    "scans/record_consent": 5,
    "scans/request_visit": 8,
    "scans/reschedule_visit": 0.3,
    "scans/set_service_area": 0.2,
    "scans/start_upload": 8,
    "scans/suggest_operators": 0.5,
    "scans/withdraw_consent": 0.5,
    "support/open_ticket": 0.2,
    "wallet/adjust_wallet": 0.6,
    "wallet/get_prices": 1,
    "wallet/issue_invoices": 0.3,
    "wallet/publish_prices": 0.08,
    "wallet/record_payout_file": 0.3,
    "wallet/release_expired_holds": 0.2,
    "wallet/set_billing": 1.5,
    "wallet/set_payout_method": 0.3,
    "wallet/set_terms": 0.5,
    "wallet/start_billing": 0.2,
}
#: Days on which few work: Republic Day, Independence Day, Gandhi Jayanti.
HOLIDAYS = {(1, 26), (8, 15), (10, 2)}


def pause(at: datetime) -> float:
    """Return how many seconds pass between two acts, on average, at a time of the day."""
    local = at.astimezone(IST)
    idle = local.weekday() == 6 or (local.month, local.day) in HOLIDAYS
    if not 8 <= local.hour < 20:
        return 3_600
    return 600 if idle else 100
