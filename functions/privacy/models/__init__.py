"""The documents of privacy, a module for each subject.

They stand together at the bottom because the inventory and the retention schedule name every
collection. Requests and state tables are in the rooms.
"""

from privacy.models.breaches import CLOCK, Breach, BreachState, Risk
from privacy.models.disclosures import (
    Digest,
    Disclosure,
    DisclosureState,
    Fetching,
    Ground,
    ScopePath,
    Secrecy,
)
from privacy.models.holds import CaseNumber, HoldGround, HoldSubject, LegalHold, LegalHoldState
from privacy.models.reviews import AccessReview, AdminSeen, LinksSeen, ReviewState, SealsChecked
from privacy.models.rights import Authority, PrivacyRequest, RequestKind, RequestState
from privacy.models.seals import Evidence, Mark, Seal, SealEvidence

__all__ = [
    "CLOCK",
    "AccessReview",
    "AdminSeen",
    "Authority",
    "Breach",
    "BreachState",
    "CaseNumber",
    "Digest",
    "Disclosure",
    "DisclosureState",
    "Evidence",
    "Fetching",
    "Ground",
    "HoldGround",
    "HoldSubject",
    "LegalHold",
    "LegalHoldState",
    "LinksSeen",
    "Mark",
    "PrivacyRequest",
    "RequestKind",
    "RequestState",
    "ReviewState",
    "Risk",
    "ScopePath",
    "Seal",
    "SealEvidence",
    "SealsChecked",
    "Secrecy",
]
