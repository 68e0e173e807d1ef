"""How often people do what: what is not named here is done as often as most things."""

from __future__ import annotations

from datetime import datetime

from core.clock import IST

#: How often beside other things; a callable that is new has 1.
RATES = {
    "accounts/suspend_account": 0.06,
    "accounts/reject_account": 0.08,
    "accounts/change_role": 0.05,
    "accounts/remove_member": 0.05,
    "accounts/hand_over_ownership": 0.1,
    "accounts/accept_policy": 0.2,
    "accounts/get_policy": 0.2,
    "accounts/change_phone": 0.2,
    "accounts/follow_email": 0.2,
    "accounts/register_account": 0.3,
    "accounts/approve_account": 3,
    "accounts/reinstate_account": 1,
    "accounts/invite_member": 0.5,
    "privacy/request_erasure": 0.08,
    "privacy/cancel_request": 0.3,
    "privacy/request_export": 0.15,
    "privacy/request_correction": 0.2,
    "privacy/request_disclosure": 0.2,
    "wallet/set_billing": 0.4,
    "support/open_ticket": 0.5,
    "scans/withdraw_consent": 0.2,
    "scans/add_patient": 2,
    "scans/record_consent": 2.5,
    "scans/request_visit": 3,
    "scans/open_case": 2,
    "scans/start_upload": 3,
    "scans/assign_operator": 5,
    "scans/list_visits": 2,
    "scans/move_visit": 10,
    "scans/cancel_visit": 0.12,
    "scans/reschedule_visit": 0.3,
    "accounts/withdraw_invite": 0.2,
    "privacy/acknowledge_review": 0.2,
    "privacy/get_export_link": 0.3,
    "labs/save_profile": 0.5,
    "scans/close_case": 0.3,
    "labs/place_order": 4,
    "labs/move_order": 8,
    "payments/start_top_up": 0.7,
    "scans/set_service_area": 0.2,
    "scans/suggest_operators": 0.5,
    "wallet/release_expired_holds": 0.2,
    "wallet/issue_invoices": 0.3,
    "wallet/record_payout_file": 0.3,
    "privacy/set_hold": 0.3,
    "privacy/open_breach": 0.2,
    "messaging/set_preferences": 0.3,
    "wallet/start_billing": 0.2,
    "wallet/publish_prices": 0.3,
    "jobs/sweep_jobs": 0.2,
}
#: Days on which few work: Republic Day, Independence Day, Gandhi Jayanti.
HOLIDAYS = {(1, 26), (8, 15), (10, 2)}


def pause(at: datetime) -> float:
    """Return how many seconds pass between two acts, on average, at a time of the day."""
    local = at.astimezone(IST)
    idle = local.weekday() == 6 or (local.month, local.day) in HOLIDAYS
    if not 8 <= local.hour < 20:
        return 3_600
    return 1_800 if idle else 300
