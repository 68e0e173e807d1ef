"""Requests about one's data, as a practice's people make them, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from accounts.models import Address
from core.access import Caller
from core.context import Context
from core.jobs import Job
from privacy.data_requests import decisions, submission
from privacy.data_requests.requests import (
    AnswerRequest,
    AskCorrection,
    AskErasure,
    AskExport,
    OneRequest,
)
from privacy.models import PrivacyRequest
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key

DAY = timedelta(days=1)


@dataclass
class DataRequestFixture:
    """Where requests of a practice's people come in."""

    practice: ClinicFixture

    def ctx(self, who: str, **changes: Any) -> Context:
        """Somebody who has just signed in."""
        caller: Caller = self.practice.people[who]
        signed_in = int(self.practice.clock.at.timestamp())
        return self.practice.as_caller(replace(caller, **{"auth_time": signed_in, **changes}))

    def erase(self, who: str = "owner", patient_id: str | None = None, **changes: Any) -> str:
        """Ask for an erasure; the request's id."""
        request = AskErasure(patient_id=patient_id, idempotency_key=key())
        return submission.ask_erasure(self.ctx(who, **changes), request).request_id

    def export(self, who: str = "member", patient_id: str | None = None) -> str:
        """Ask for an export; the request's id."""
        request = AskExport(patient_id=patient_id, idempotency_key=key())
        return submission.ask_export(self.ctx(who), request).request_id

    def cancel(self, request_id: str, who: str = "owner") -> str:
        """Take a request back; its state."""
        return submission.cancel(self.ctx(who), OneRequest(request_id=request_id)).state

    def refuse(self, request_id: str) -> str:
        """Refuse a request; its state."""
        request = AnswerRequest(request_id=request_id, answer="refuse", reason="unfounded")
        return decisions.answer(self.ctx("admin"), request).state

    def of(self, request_id: str) -> PrivacyRequest:
        """A request as it stands."""
        found = self.practice.ctx().store.get(PrivacyRequest, request_id)
        assert found is not None
        return found

    def job(self, job_id: str) -> Job | None:
        """A promise."""
        return self.practice.ctx().store.get(Job, job_id)

    def steps(self, who: str) -> list[str]:
        """What somebody was told of requests."""
        told = [d for d in self.practice.notices(who) if d["kind"] == "privacy_step"]
        return [d["refs"]["step"] for d in told]


BETTER = {"name": "Smile Care", "address": "14 MG Road", "city": "Pune", "pincode": "411004"}


def ask_correction(data_requests: DataRequestFixture, who: str = "owner") -> str:
    """Ask for another name and address; the request's id."""
    request = AskCorrection(organisation=Address(**BETTER), idempotency_key=key())
    return submission.ask_correction(data_requests.ctx(who), request).request_id
