"""The state table of consents."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from scans.consents.errors import ConsentWithdrawn
from scans.consents.models import ConsentState


class ConsentAction(StrEnum):
    """What can be done to a consent."""

    RECORD = "record"
    WITHDRAW = "withdraw"


CONSENT: Machine[ConsentState, ConsentAction] = Machine(
    "Consent",
    "A patient's consent. What was withdrawn stays withdrawn: who consents again gets a new "
    "record.",
    {
        (None, ConsentAction.RECORD): step_to(ConsentState.GIVEN, Party.CLINIC),
        (ConsentState.GIVEN, ConsentAction.WITHDRAW): step_to(ConsentState.WITHDRAWN, Party.CLINIC),
    },
    ConsentWithdrawn,
)
