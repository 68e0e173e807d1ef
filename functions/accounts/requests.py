"""The requests and responses of the accounts callables, with an example of each."""

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, EmailStr, Field

from accounts.models import Address, OrgId, Phone, Reason, User
from core.access import Role, Status
from core.callables import Message
from core.fields import LeftOut, Name, Uid

_UID = "kJ3nQ8vYt2RcXz1LmP0aWd7sEf42"
_ORG = "Zq8LrT4mXc2VbN6yHd0K"


class Register(Message):
    """Ask for an account."""

    name: Name
    phone: Phone
    role: Literal[Role.CLINIC, Role.LAB, Role.OPERATOR]
    organisation: Address | None = None
    invite_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{20}$")] | None = None
    policy_version: Annotated[str, Field(max_length=20)]

    example: ClassVar = {
        "name": "Asha Rao",
        "phone": "+919812345678",
        "role": "clinic",
        "organisation": {
            "name": "Smile Dental",
            "address": "12 MG Road",
            "city": "Pune",
            "pincode": "411001",
        },
        "policy_version": "2026-05",
    }


class AcceptPolicy(Message):
    """Accept the privacy policy in force, by its version: the one that was shown."""

    version: Annotated[str, Field(max_length=20)]

    example: ClassVar = {"version": "2026-05"}


class PolicyAccepted(Message):
    """The version, and since when it is accepted."""

    version: str
    accepted_at: AwareDatetime

    example: ClassVar = {"version": "2026-05", "accepted_at": "2026-05-04T09:30:00Z"}


class Subject(Message):
    """The account that an admin or owner acts on."""

    uid: Uid

    example: ClassVar = {"uid": _UID}


class SubjectWithReason(Subject):
    """The account, and the reason that its holder will read."""

    reason: Reason

    example: ClassVar = {"uid": _UID, "reason": "The clinic's address could not be verified."}


class ChangeRole(Subject):
    """Give an active account another role, and organisation where the role has one."""

    role: Role
    org: OrgId | None = None

    example: ClassVar = {"uid": _UID, "role": "operator"}


class ListAccounts(Message):
    """One page of the accounts of a status, oldest first."""

    status: Status
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"status": "pending", "limit": 20}


class InviteMember(Message):
    """Invite a person into the caller's organisation."""

    email: EmailStr
    owner: bool = False

    example: ClassVar = {"email": "ravi@clinic.example.com"}


class WithdrawInvite(Message):
    """Take an invitation back."""

    invite_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{20}$")]

    example: ClassVar = {"invite_id": _ORG}


class Account(Message):
    """Where an account stands after the call."""

    uid: str
    status: Status
    role: Role | None
    org: str | None
    owner: bool

    example: ClassVar = {
        "uid": _UID,
        "status": "active",
        "role": "clinic",
        "org": _ORG,
        "owner": True,
    }

    @classmethod
    def of(cls, user: User) -> "Account":
        """Return the view of a user document."""
        return cls(uid=user.id, status=user.status, role=user.role, org=user.org, owner=user.owner)


class AccountRow(Account):
    """An account as the admin's list shows it."""

    name: str
    email: str
    phone: str | None
    wants: Role
    organisation: Address | None
    reason: str | None
    created_at: AwareDatetime

    example: ClassVar = {
        **Account.example,
        "name": "Asha Rao",
        "email": "asha@clinic.example.com",
        "phone": "+919812345678",
        "wants": "clinic",
        "organisation": Register.example["organisation"],
        "reason": None,
        "created_at": "2026-05-04T09:30:00Z",
    }

    @classmethod
    def of(cls, user: User) -> "AccountRow":
        """Return the row of a user document."""
        return cls(
            **dict(Account.of(user)),
            name=user.name,
            email=user.email,
            phone=user.phone,
            wants=user.application.role,
            organisation=user.application.organisation,
            reason=user.reason,
            created_at=user.created_at,
        )


class Accounts(Message):
    """One page of accounts and the cursor of the next."""

    accounts: list[AccountRow]
    cursor: str | None
    left_out: LeftOut = 0

    example: ClassVar = {"accounts": [AccountRow.example], "cursor": None, "left_out": 0}


class Invited(Message):
    """The invitation that now stands."""

    invite_id: str
    expires_at: AwareDatetime

    example: ClassVar = {"invite_id": _ORG, "expires_at": "2026-05-18T09:30:00Z"}


class Done(Message):
    """The act was done, now or by an earlier call."""

    example: ClassVar = {}
