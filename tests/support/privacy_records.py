"""Documents of oversight: seals of the audit, reviews, disclosures, holds, breaches."""

from __future__ import annotations

from datetime import timedelta
from random import Random, SystemRandom

from privacy.audit import chain
from privacy.models import (
    AccessReview,
    AdminSeen,
    Breach,
    Disclosure,
    Ground,
    HoldGround,
    LegalHold,
    LinksSeen,
    ReviewState,
    Seal,
    SealsChecked,
)
from tests.support import ids
from tests.support.account_records import MADE

_DICE: Random = SystemRandom()


def seal() -> Seal:
    """A seal over nothing."""
    sealed = chain.follow(None, (), MADE, MADE + timedelta(hours=1))
    return sealed.placed(ids.document_id())


def month() -> str:
    """A month that no other test has, or hardly."""
    return f"20{_DICE.randint(40, 99)}-{_DICE.randint(1, 12):02}"


def review() -> AccessReview:
    """A review that waits to be read."""
    return AccessReview(
        state=ReviewState.OPEN,
        begun_at=MADE,
        accounts={"admin/active": 1},
        admins=[AdminSeen(uid=ids.uid(), since=MADE, last_active=None, dormant=True)],
        differing=[ids.uid()],
        differing_count=1,
        links=[LinksSeen(uid=ids.uid(), day="2026-05-04", files=150)],
        seals=SealsChecked(newest=1, seed="0" * 64, numbers=[1], differing=[]),
        ended_at=MADE,
    ).placed(month())


def disclosure(**changes: object) -> Disclosure:
    """A demand that waits to be decided on."""
    said = {
        "authority": "District Court Pune",
        "file_number": "CRI 112/2026",
        "ground": Ground.COURT_ORDER,
        "scope": [f"users/{ids.uid()}"],
        "requested_by": ids.uid(),
        "requested_at": MADE,
    }
    return Disclosure.model_validate(said | changes).placed(ids.document_id())


def hold(**changes: object) -> LegalHold:
    """A hold on an account, in force unless it says otherwise."""
    said = {
        "subject": f"users/{ids.uid()}",
        "ground": HoldGround.COURT_ORDER,
        "case_number": "CRI 112/2026",
        "set_by": ids.uid(),
        "set_at": MADE,
    }
    return LegalHold.model_validate(said | changes).placed(ids.document_id())


def breach(**changes: object) -> Breach:
    """A breach through a lab's access, in the two days before somebody knew of it."""
    said = {
        "lab_id": ids.document_id(),
        "since": MADE - timedelta(days=2),
        "until": MADE,
        "aware_at": MADE,
        "opened_by": ids.uid(),
        "moved_by": ids.uid(),
    }
    return Breach.model_validate(said | changes).placed(ids.document_id())
