"""Legal holds that a test sets and lets go of."""

from __future__ import annotations

from core.firebase import firestore_client
from privacy.holds import register as hold_register
from privacy.holds.requests import SetHold
from tests.support.data_request_fixture import DataRequestFixture
from tests.support.moments import key


def hold_request(subject: str) -> SetHold:
    """The request to hold somebody."""
    said = {**SetHold.example, "subject": subject, "idempotency_key": key()}
    return SetHold.model_validate(said)


def hold(data_requests: DataRequestFixture, subject: str) -> str:
    """Hold somebody; the hold's id."""
    return hold_register.set_hold(data_requests.ctx("admin"), hold_request(subject)).hold_id


def let_go(hold_id: str) -> None:
    """Have a hold end, as two admins would."""
    firestore_client().document(f"legal_holds/{hold_id}").update({"state": "released"})
