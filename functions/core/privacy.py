"""The vocabulary of the data map: what every stored field must declare about itself.

A field declares five facts: its fideslang data category, the use it is held for, who may see it,
how long it is kept after which event, and what erasure does to it. Export, correction, erasure,
retention, projections and `docs/data_map.md` are derived from these declarations.
"""

from dataclasses import dataclass
from enum import StrEnum


class Viewer(StrEnum):
    """Who may see a field, through rules, projections or exports."""

    SUBJECT = "subject"  # the person that the document is about, signed in, active or not
    ACTIVE_SUBJECT = "active_subject"  # the person that the document is about, while active
    ORG_OWNER = "org_owner"  # active owners of the organisation that the document belongs to
    CLINIC = "clinic"  # active members of the clinic that the document belongs to
    LAB = "lab"  # active members of the lab that the document belongs to
    ANY_CLINIC = "any_clinic"  # active members of any clinic
    OPERATOR = "operator"  # the operator assigned to it, while active
    ADMIN = "admin"  # active admins
    SYSTEM = "system"  # functions only


class Retention(StrEnum):
    """A rule for how long a field is kept; `core.periods.PERIODS` says how long, and why."""

    ACCOUNT = "account"
    ORGANISATION = "organisation"
    CASE = "case"
    LANDING = "landing"
    INBOX = "inbox"
    MESSAGE = "message"
    SUPPORT = "support"
    AUDIT = "audit"
    REQUEST = "request"
    COUNT = "count"
    INVITE = "invite"
    FINANCIAL = "financial"
    JOB = "job"


class Erasure(StrEnum):
    """What an erasure request does to a field."""

    DELETE = "delete"  # the value goes
    MASK = "mask"  # the value is replaced by a constant that says so
    KEEP = "keep"  # the value stays, on the ground that `FieldPolicy.ground` names


@dataclass(frozen=True)
class FieldPolicy:
    """What a field declares: data category, use, viewers, how long it is kept, how it is erased.

    Attributes:
        category: fideslang data category key, e.g. `user.contact.email`.
        use: fideslang data use key, e.g. `essential.service`.
        seen_by: everyone who may see the value.
        kept: the retention rule.
        erased: what erasure does.
        ground: why it stays, required where `erased` is KEEP.
        about: whose data it is: the name of the document's field that says by an id or an address
            who the person is, itself or another one; empty where that is whoever the document as a
            whole is about. See `whose`.
    """

    category: str
    use: str
    seen_by: frozenset[Viewer]
    kept: Retention
    erased: Erasure
    ground: str = ""
    about: str | None = None

    def __post_init__(self) -> None:
        if (self.erased is Erasure.KEEP) != bool(self.ground):
            raise ValueError("a ground is named where, and only where, erasure keeps the value")


#: What tells one person from all others: a field of these says of whom it is, unless declared else.
NAMING = frozenset({"user.unique_id", "user.contact.email", "user.contact.phone_number"})


def whose(name: str, policy: FieldPolicy) -> str:
    """Return the field that says whose data a field is, as `FieldPolicy.about` has it.

    What nobody declared otherwise is decided by the category: an id or an address is data of whom
    it names, who may be somebody else than the document is about.
    """
    if policy.about is not None:
        return policy.about
    return name if policy.category in NAMING else ""


def held(
    category: str,
    *seen_by: Viewer,
    kept: Retention,
    use: str = "essential.service",
    erased: Erasure = Erasure.DELETE,
    ground: str = "",
    about: str | None = None,
) -> FieldPolicy:
    """Declare a field; functions themselves always see what is stored."""
    viewers = frozenset(seen_by) | {Viewer.SYSTEM}
    return FieldPolicy(category, use, viewers, kept, erased, ground, about)
