"""Acts of the past: through the services that the callables call, on a clock that is put back.

The functions' clock is the machine's, so what was asked for yesterday cannot come through them.
Each entry takes the callable's own request and writes what the code would have written then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from core.access import Caller, Role
from core.context import Context
from core.firebase import firestore_client
from core.store import Store
from scans.consents.requests import RecordConsent
from scans.effects import recording
from scans.patients import records
from scans.patients.requests import AddPatient
from scans.visits import actions, request_visit
from scans.visits.requests import AssignOperator, MoveVisit, RequestVisit
from wallet.accounts import admin_operations
from wallet.accounts.requests import Adjust
from wallet.payouts import methods
from wallet.payouts.requests.payouts import SetPayoutMethod

if TYPE_CHECKING:
    from tools.client import Person

_Act = tuple[Callable[[Context, Any], BaseModel], type[BaseModel]]

_ACTS: dict[str, _Act] = {
    "scans/add_patient": (records.add, AddPatient),
    "scans/assign_operator": (actions.assign, AssignOperator),
    "scans/move_visit": (actions.move, MoveVisit),
    "scans/record_consent": (recording.record, RecordConsent),
    "scans/request_visit": (request_visit.request_visit, RequestVisit),
    "wallet/adjust_wallet": (admin_operations.adjust, Adjust),
    "wallet/set_payout_method": (methods.set_method, SetPayoutMethod),
}


@dataclass(frozen=True)
class _At:
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment."""
        return self.moment


@dataclass(frozen=True)
class Earlier:
    """Somebody at a moment of the past; calls as the person does today."""

    person: Person
    at: datetime

    def call(self, function: str, **fields: object) -> dict[str, Any]:
        """Act as the callable would have; returns its answer as it goes over the wire.

        Raises:
            ScannerError: the service's own refusal.
        """
        act, request = _ACTS[function]
        account = self.person.read(f"users/{self.person.uid}") or {}
        caller = Caller(
            self.person.uid,
            self.person.email,
            email_verified=True,
            role=Role(account["role"]),
            org=account.get("org"),
            owner=bool(account.get("owner")),
        )
        ctx = Context(Store(firestore_client()), caller, _At(self.at))
        return act(ctx, request.model_validate(fields)).model_dump(mode="json")
