"""Disclosures: what authorities asked for by law, who approved it, and what they were given."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, StringConstraints

from core.documents import Document
from core.fields import Name
from privacy.models.declared import provable

_ABOUT = provable("user.unique_id")
_FACT = provable("system.operations")

#: The path of somebody's account, of a patient, of a case or an order: ids only.
ScopePath = Annotated[
    str,
    StringConstraints(
        pattern=r"^(users|cases|orders|clinics/[A-Za-z0-9]{20}/patients)/[A-Za-z0-9]{1,128}$"
    ),
]
#: SHA-256, in hex.
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Ground(StrEnum):
    """By what law an authority asks."""

    COURT_ORDER = "court_order"
    #: A written order of a court or an officer, Bharatiya Nagarik Suraksha Sanhita 2023 s. 94.
    PRODUCTION_ORDER = "production_order"
    #: Digital Personal Data Protection Act 2023 s. 36.
    GOVERNMENT_DEMAND = "government_demand"


class DisclosureState(StrEnum):
    """Where a disclosure stands."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"
    DISCLOSED = "disclosed"


class Disclosure(Document):
    """`disclosures/{disclosure_id}`: one demand of an authority."""

    path: ClassVar[str] = "disclosures/{disclosure_id}"

    state: Annotated[DisclosureState, _FACT] = DisclosureState.REQUESTED
    authority: Annotated[Name, _FACT]
    #: The number under which the authority keeps its demand.
    file_number: Annotated[Name, _FACT]
    ground: Annotated[Ground, _FACT]
    #: Whose data, or which: and nothing else.
    scope: Annotated[list[ScopePath], _ABOUT, Field(min_length=1, max_length=50)]
    requested_by: Annotated[str, _ABOUT]
    requested_at: Annotated[AwareDatetime, _FACT]
    decided_by: Annotated[str | None, _ABOUT] = None
    decided_at: Annotated[AwareDatetime | None, _FACT] = None
    disclosed_by: Annotated[str | None, _ABOUT] = None
    disclosed_at: Annotated[AwareDatetime | None, _FACT] = None
    #: Of the file that was handed over.
    digest: Annotated[Digest | None, _FACT] = None
