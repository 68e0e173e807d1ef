"""The documents of accounts: users, the clinics and labs they act for, and invitations."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import (
    AwareDatetime,
    ConfigDict,
    EmailStr,
    Field,
    StringConstraints,
    computed_field,
)

from core import periods
from core.access import Role, Standing
from core.documents import Document, Record
from core.erasures import PendingErasure
from core.fields import Pincode, StoredName, StoredText, Text
from core.privacy import FieldPolicy, Retention, Viewer, held

#: E.164: a plus, the country code, at most 15 digits. https://www.itu.int/rec/T-REC-E.164
Phone = Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{7,14}$")]
OrgId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{20}$")]

_PROFILE = (Viewer.SUBJECT, Viewer.ORG_OWNER, Viewer.ADMIN)


def _profile(category: str) -> FieldPolicy:
    return held(category, *_PROFILE, kept=Retention.ACCOUNT, about="")


class Address(Record):
    """Where a clinic or lab is found."""

    name: StoredName = Field(description="The name of the clinic or lab, as others will read it.")
    address: StoredText = Field(description="Building, street and area, without city and PIN code.")
    city: StoredName = Field(description="The city or town.")
    pincode: Pincode = Field(description="The postal PIN code: six digits, the first not zero.")


class Application(Record):
    """What a new user asks for: a role and, for a clinic or lab, the organisation behind it."""

    role: Role
    organisation: Address | None = None
    invite_id: str | None = None


class User(Standing):
    """`users/{uid}`: one person's account."""

    path: ClassVar[str] = "users/{uid}"
    readers = frozenset({Viewer.SUBJECT, Viewer.ORG_OWNER, Viewer.ADMIN})
    model_config = ConfigDict(extra="forbid")

    name: Annotated[StoredName, _profile("user.name")]
    phone: Annotated[Phone | None, _profile("user.contact.phone_number")]
    email: Annotated[str, _profile("user.contact.email")]
    application: Annotated[Application, _profile("user.contact.organization")]
    reason: Annotated[StoredText | None, _profile("user.account")] = None
    policy_accepted_at: Annotated[AwareDatetime | None, _profile("user.privacy_preferences")]
    created_at: Annotated[AwareDatetime, _profile("user.account")]
    updated_at: Annotated[AwareDatetime, _profile("user.account")]
    #: The organisation that a removed member was of; `org` is empty from then on.
    former_org: Annotated[str | None, _profile("user.account")] = None
    #: When the token's claims were last brought in line; clients refresh their token on a change.
    claims_at: Annotated[AwareDatetime | None, _profile("user.account")] = None


def _org(category: str, *also: Viewer) -> FieldPolicy:
    return held(
        category, Viewer.CLINIC, Viewer.LAB, Viewer.ADMIN, *also, kept=Retention.ORGANISATION
    )


def _of_clinic(category: str) -> FieldPolicy:
    return held(category, Viewer.CLINIC, Viewer.ADMIN, kept=Retention.ORGANISATION)


def _of_lab(category: str) -> FieldPolicy:
    return held(category, Viewer.LAB, Viewer.ANY_CLINIC, Viewer.ADMIN, kept=Retention.ORGANISATION)


class Organisation(Document):
    """A clinic or a lab: what accounts of these roles act for."""

    readers = frozenset({Viewer.ADMIN})

    name: Annotated[StoredName, _org("user.contact.organization", Viewer.OPERATOR)]
    address: Annotated[StoredText, _org("user.contact.address.street", Viewer.OPERATOR)]
    city: Annotated[StoredName, _org("user.contact.address.city", Viewer.OPERATOR)]
    pincode: Annotated[Pincode, _org("user.contact.address.postal_code", Viewer.OPERATOR)]
    owners: Annotated[list[str], _org("user.unique_id")]
    created_at: Annotated[AwareDatetime, _org("system.operations")]
    #: The erasure of its last member, with whom it goes: until it is taken back nothing new begins.
    erasure: Annotated[PendingErasure | None, _org("user.privacy_preferences")] = None


class Clinic(Organisation):
    """`clinics/{clinic_id}`: asks for scans, orders from labs."""

    path: ClassVar[str] = "clinics/{clinic_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.ADMIN})

    # Not for labs: what they see of a clinic goes with the clinic's orders.
    owners: Annotated[list[str], _of_clinic("user.unique_id")]
    created_at: Annotated[AwareDatetime, _of_clinic("system.operations")]
    erasure: Annotated[PendingErasure | None, _of_clinic("user.privacy_preferences")] = None


class Lab(Organisation):
    """`labs/{lab_id}`: makes what clinics order."""

    path: ClassVar[str] = "labs/{lab_id}"
    readers = frozenset({Viewer.LAB, Viewer.ADMIN})

    # What every clinic sees of a lab, by its profile in the catalogue.
    name: Annotated[StoredName, _of_lab("user.contact.organization")]
    city: Annotated[StoredName, _of_lab("user.contact.address.city")]


ORG_MODELS: dict[Role, type[Organisation]] = {Role.CLINIC: Clinic, Role.LAB: Lab}


class InviteState(StrEnum):
    """Where an invitation stands."""

    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"


def _invite(category: str = "user.account") -> FieldPolicy:
    return held(category, *_PROFILE, kept=Retention.INVITE)


_INVITE = _invite()


class Invite(Document):
    """`invites/{invite_id}`: an owner asks a person, by e-mail address, to join."""

    path: ClassVar[str] = "invites/{invite_id}"
    readers = frozenset({Viewer.SUBJECT, Viewer.ORG_OWNER})

    email: Annotated[EmailStr, _invite("user.contact.email")]
    role: Annotated[Role, _INVITE]
    org: Annotated[str, _INVITE]
    owner: Annotated[bool, _INVITE]
    state: Annotated[InviteState, _INVITE] = InviteState.OPEN
    invited_by: Annotated[str, _invite("user.unique_id")]
    created_at: Annotated[AwareDatetime, _INVITE]
    #: When it lapses: nobody can take it up from then on.
    expires_at: Annotated[AwareDatetime, _INVITE]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def gone_at(self) -> Annotated[datetime, _INVITE]:
        """When TTL may take it away, used or not."""
        return periods.due(Retention.INVITE, self.expires_at)


#: A person's own words for a decision, kept on the account it is about.
Reason = Annotated[Text, Field(min_length=3)]
