"""Disclosures: what authorities asked for by law, who approved it, and what they were given."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, StringConstraints

from core.documents import Document, Record
from core.fields import StoredName
from core.objects import StoredObject
from core.privacy import Retention, Viewer, held
from privacy.models.declared import provable

_ABOUT = provable("user.unique_id")
_FACT = provable("system.operations")
#: What those concerned are told by their exports, unless it is kept secret by law.
_CONCERNED = (Viewer.SUBJECT, Viewer.CLINIC)
_TOLD = provable("system.operations", *_CONCERNED)

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
    """By what law an authority asks.

    BNSS: Bharatiya Nagarik Suraksha Sanhita. DPDP Act: Digital Personal Data Protection Act.
    """

    COURT_ORDER = "court_order"  # an order of a court
    PRODUCTION_ORDER = "production_order"  # a court's or officer's written order: BNSS 2023 s. 94
    GOVERNMENT_DEMAND = "government_demand"  # a demand of the government: DPDP Act 2023 s. 36


class Secrecy(StrEnum):
    """By what law those concerned are not told."""

    ORDERED = "ordered"  # the court's or officer's order says so
    OFFENCE = "offence"  # to prevent, detect or prosecute an offence: DPDP Act 2023 s. 11(2)
    STATE_SECURITY = "state_security"  # India's sovereignty or security: DPDP Act 2023 s. 36


class DisclosureState(StrEnum):
    """Where a disclosure stands."""

    REQUESTED = "requested"  # another admin has to decide
    APPROVED = "approved"  # the archive may be built and fetched
    REFUSED = "refused"  # nothing is handed over
    DISCLOSED = "disclosed"  # something was handed over, and its digest noted


class Fetching(Record):
    """A link to the archive that was given out."""

    by: Annotated[str, _ABOUT]
    at: Annotated[AwareDatetime, _FACT]


class Disclosure(Document):
    """`disclosures/{disclosure_id}`: one demand of an authority."""

    path: ClassVar[str] = "disclosures/{disclosure_id}"

    state: Annotated[DisclosureState, _FACT] = DisclosureState.REQUESTED
    authority: Annotated[StoredName, _TOLD]
    #: The number under which the authority keeps its demand.
    file_number: Annotated[StoredName, _FACT]
    ground: Annotated[Ground, _TOLD]
    #: Whose data, or which: and nothing else.
    scope: Annotated[
        list[ScopePath],
        provable("user.unique_id", *_CONCERNED),
        Field(min_length=1, max_length=50),
    ]
    #: Why those concerned are not told; they are, where no law says so.
    secrecy: Annotated[Secrecy | None, _FACT] = None
    requested_by: Annotated[str, _ABOUT]
    requested_at: Annotated[AwareDatetime, _FACT]
    decided_by: Annotated[str | None, _ABOUT] = None
    decided_at: Annotated[AwareDatetime | None, _FACT] = None
    disclosed_by: Annotated[str | None, _ABOUT] = None
    disclosed_at: Annotated[AwareDatetime | None, _TOLD] = None
    #: Of the file that was handed over.
    digest: Annotated[Digest | None, _FACT] = None
    #: All that the scope names, built once it was approved, until it is taken away.
    archive: Annotated[
        StoredObject | None, held("user.content.private", kept=Retention.REQUEST)
    ] = None
    archive_until: Annotated[AwareDatetime | None, _FACT] = None
    fetches: list[Fetching] = []
