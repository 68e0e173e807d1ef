"""The requests and responses of the accounts callables, with an example of each."""

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, EmailStr, Field

from accounts.identity import Verified, VerifiedContacts
from accounts.models import Address, OrgId, Reason, User
from accounts.phones import PhoneNumber
from core.access import Role, Status
from core.callables import Message
from core.fields import PRINTABLE, Flag, Name, Uid, Version
from core.paging import PageRequest, WorkPage

_UID = "kJ3nQ8vYt2RcXz1LmP0aWd7sEf42"
_ORG = "Zq8LrT4mXc2VbN6yHd0K"


_PHONE = (
    "The person's phone number, with the country code or as it is dialled within India: "
    "`+91 98123 45678` and `098123 45678` are the same. One that its country's numbering plan has, "
    "without an extension; it is stored in the form of E.164, such as `+919812345678`."
)


class Register(Message):
    """Ask for an account."""

    name: Name = Field(
        description="The person's own name, as members of the organisation and admins will read it."
    )
    phone: PhoneNumber = Field(description=_PHONE)
    role: Literal[Role.CLINIC, Role.LAB, Role.OPERATOR] = Field(
        description="What the account is for. Admins are appointed by the operator of the platform."
    )
    organisation: Annotated[Address, PRINTABLE] | None = Field(
        default=None,
        description="The clinic or lab to be made when an admin approves. Needed for `clinic` and "
        "`lab` unless there is an `invite_id`; not used with one, nor for `operator`.",
    )
    invite_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{20}$")] | None = Field(
        default=None,
        description="The invitation that is taken up, as `accounts/invite_member` returned it: "
        "open, for this role, and for the caller's verified e-mail address. Leave it out where "
        "there is none.",
    )
    policy_version: Version = Field(
        description="The version of the privacy policy that was shown and accepted, such as "
        "`2026-05`. It must be the one in force.",
    )

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


class GetPolicy(Message):
    """Ask for the privacy policy in force."""

    example: ClassVar = {}


class PolicyInForce(Message):
    """The privacy policy in force, to be shown before it is accepted."""

    version: str = Field(
        description="Its version, such as `2026-05`: what registration and "
        "`accounts/accept_policy` take."
    )
    updated: str | None = Field(
        description="When it was last changed, as the text says it, such as `May 2026`; null where "
        "there is no text."
    )
    text: str | None = Field(
        description="The whole text, in English, a paragraph or point a line. Null where the "
        "version in force is published elsewhere and not deployed with the functions."
    )

    example: ClassVar = {
        "version": "2026-05",
        "updated": "May 2026",
        "text": "Privacy Policy\nLast updated: May 2026\n1. Information We Collect",
    }


class AcceptPolicy(Message):
    """Accept the privacy policy in force, by its version: the one that was shown."""

    version: Version = Field(
        description="The version of the privacy policy that was shown, such as `2026-05`. It must "
        "be the one in force.",
    )

    example: ClassVar = {"version": "2026-05"}


class PolicyAccepted(Message):
    """The version, and since when it is accepted."""

    version: str = Field(description="The version that is accepted now: the one of the request.")
    accepted_at: AwareDatetime = Field(
        description="When this version was accepted, in UTC; an earlier call's time where it was "
        "accepted already."
    )

    example: ClassVar = {"version": "2026-05", "accepted_at": "2026-05-04T09:30:00Z"}


class ChangePhone(Message):
    """Put another phone number on the caller's own account."""

    phone: PhoneNumber = Field(description=_PHONE)

    example: ClassVar = {"phone": "+91 98123 45678"}


class PhoneNow(Message):
    """The phone number on the account."""

    phone: str = Field(description="The number as it is stored: in the form of E.164.")

    example: ClassVar = {"phone": "+919812345678"}


class FollowEmail(Message):
    """Take over the e-mail address that Firebase Auth has verified for the caller."""

    example: ClassVar = {}


class EmailNow(Message):
    """The e-mail address on the account."""

    email: str = Field(description="The address that mail goes to from now on, in lower case.")

    example: ClassVar = {"email": "asha.rao@clinic.example.com"}


class OneAccount(Message):
    """The account that an admin or owner acts on."""

    uid: Uid = Field(
        description="The account to act on, by its user's id in Firebase Auth, as lists of "
        "accounts and members show it."
    )

    example: ClassVar = {"uid": _UID}


class SubjectWithReason(OneAccount):
    """The account, and the reason that its holder will read."""

    reason: Reason = Field(description="Why, in words that the holder of the account will read.")

    example: ClassVar = {"uid": _UID, "reason": "The clinic's address could not be verified."}


class ChangeRole(OneAccount):
    """Give an active account another role, and organisation where the role has one."""

    role: Role = Field(description="The role that the account has from now on.")
    org: OrgId | None = Field(
        default=None,
        description="The clinic or lab to act for, by its id. Needed for `clinic` and `lab`; to be "
        "left out for `operator` and `admin`.",
    )

    example: ClassVar = {"uid": _UID, "role": "operator"}


class ListAccounts(PageRequest):
    """One page of the accounts of a status, oldest first."""

    status: Status = Field(
        description="Where the accounts stand that are listed; `pending` ones wait for a decision."
    )

    example: ClassVar = {"status": "pending", "limit": 20}


class InviteMember(Message):
    """Invite a person into the caller's organisation."""

    email: EmailStr = Field(
        description="The address of the person to invite. Only an account with this address, "
        "verified, can take the invitation up."
    )
    owner: Flag = Field(
        default=False,
        description="True to make the person another owner, who manages members as the caller "
        "does.",
    )

    example: ClassVar = {"email": "ravi@clinic.example.com"}


class WithdrawInvite(Message):
    """Take an invitation back."""

    invite_id: str = Field(
        pattern=r"^[A-Za-z0-9]{20}$",
        description="The open invitation of the caller's organisation, as `accounts/invite_member` "
        "returned it.",
    )

    example: ClassVar = {"invite_id": _ORG}


class Account(Message):
    """Where an account stands after the call."""

    uid: str = Field(
        description="The account, by its user's id in Firebase Auth; its document is `users/{uid}`."
    )
    status: Status = Field(
        description="Where the account stands; only `active` ones may do anything."
    )
    role: Role | None = Field(
        description="What the account is for; null until it is approved, and once it was removed."
    )
    org: str | None = Field(
        description="The id of the clinic or lab that the account acts for; null for operators and "
        "admins, for an applicant without an invitation, and once it was removed."
    )
    owner: bool = Field(
        description="Whether it is an owner of its clinic or lab, who manages its members."
    )

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

    name: str = Field(description="The person's own name.")
    email: str = Field(description="The address that mail for the person goes to.")
    email_verified: Verified = Field(
        description="Whether Firebase Auth has verified this address: only `yes` can be approved."
    )
    phone: str | None = Field(
        description="The person's phone number in the form of E.164; null where none is on record."
    )
    phone_verified: Verified = Field(
        description="Whether Firebase Auth has verified this number: people may sign in by another."
    )
    wants: Role = Field(description="The role that the person asked for.")
    organisation: Address | None = Field(
        description="The clinic or lab that the person asked to have made; null for operators and "
        "for who was invited."
    )
    reason: str | None = Field(
        description="Why it was rejected or suspended last, in an admin's words; null where it "
        "never was."
    )
    created_at: AwareDatetime = Field(
        description="When the person first asked for an account, in UTC."
    )

    example: ClassVar = {
        **Account.example,
        "name": "Asha Rao",
        "email": "asha@clinic.example.com",
        "email_verified": "yes",
        "phone": "+919812345678",
        "phone_verified": "no",
        "wants": "clinic",
        "organisation": Register.example["organisation"],
        "reason": None,
        "created_at": "2026-05-04T09:30:00Z",
    }

    @classmethod
    def row(cls, user: User, contacts: VerifiedContacts) -> "AccountRow":
        """Return the row of a user document, beside what Auth has verified of it."""
        return cls(
            **dict(Account.of(user)),
            name=user.name,
            email=user.email,
            email_verified=contacts.of_email(user.email),
            phone=user.phone,
            phone_verified=contacts.of_phone(user.phone),
            wants=user.application.role,
            organisation=user.application.organisation,
            reason=user.reason,
            created_at=user.created_at,
        )


class Accounts(WorkPage):
    """One page of accounts and the cursor of the next."""

    accounts: list[AccountRow] = Field(
        description="The accounts of this page, the oldest first; empty where there are none."
    )

    example: ClassVar = {"accounts": [AccountRow.example], "cursor": None, "left_out": 0}


class Invited(Message):
    """The invitation that now stands."""

    invite_id: str = Field(
        description="The invitation to give to the person, who registers with it; the same where "
        "it was renewed."
    )
    expires_at: AwareDatetime = Field(
        description="When the invitation lapses, in UTC; nobody can take it up from then on."
    )

    example: ClassVar = {"invite_id": _ORG, "expires_at": "2026-05-18T09:30:00Z"}


class Done(Message):
    """The act was done, now or by an earlier call."""

    example: ClassVar = {}
