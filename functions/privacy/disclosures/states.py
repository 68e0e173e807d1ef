"""The state table of disclosures."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from privacy.disclosures.errors import WrongDisclosureState
from privacy.models import DisclosureState


class DisclosureAction(StrEnum):
    """What can happen to an authority's demand."""

    REQUEST = "request"
    APPROVE = "approve"
    REFUSE = "refuse"
    BUILD = "build"
    FETCH = "fetch"
    DISCLOSE = "disclose"


_D, _E = DisclosureState, DisclosureAction


DISCLOSURE: Machine[DisclosureState, DisclosureAction] = Machine(
    "Disclosure",
    "What an authority asks for by law. One admin enters it, another one decides. What it may have "
    "is built into an archive and fetched while that stands, and what was handed over is noted.",
    {
        (None, _E.REQUEST): step_to(_D.REQUESTED, Party.ADMIN),
        (_D.REQUESTED, _E.APPROVE): step_to(_D.APPROVED, Party.ADMIN),
        (_D.REQUESTED, _E.REFUSE): step_to(_D.REFUSED, Party.ADMIN),
        (_D.APPROVED, _E.REFUSE): step_to(_D.REFUSED, Party.ADMIN),
        (_D.APPROVED, _E.BUILD): step_to(_D.APPROVED, Party.ADMIN),
        (_D.APPROVED, _E.FETCH): step_to(_D.APPROVED, Party.ADMIN),
        (_D.APPROVED, _E.DISCLOSE): step_to(_D.DISCLOSED, Party.ADMIN),
    },
    WrongDisclosureState,
    {_E.DISCLOSE: ("digest",)},
)
