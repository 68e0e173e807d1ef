"""What Firebase Auth holds of an account: claims, which only this writes, and what it verified."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self

from core.firebase import app

if TYPE_CHECKING:
    from firebase_admin.auth import UserRecord

#: Auth tells of so many accounts in one request.
#: https://firebase.google.com/docs/auth/admin/manage-users#bulk_retrieve_user_data
_AT_ONCE = 100


class Verified(StrEnum):
    """Whether Auth has verified what an account says of itself."""

    YES = "yes"  # Auth has verified this very value
    NO = "no"  # Auth has verified none
    DIFFERS = "differs"  # Auth has verified another one


@dataclass(frozen=True)
class VerifiedContacts:
    """What Auth has verified of one account; empty where it has verified nothing.

    Attributes:
        email: the e-mail address, in lower case.
        phone: the phone number, in the form of E.164.
    """

    email: str = ""
    phone: str = ""

    @classmethod
    def of(cls, email: str | None, phone: str | None) -> Self:
        """Return what is verified: Auth keeps an address as it was typed."""
        return cls((email or "").lower(), phone or "")

    def of_email(self, declared: str) -> Verified:
        """Compare the address that the account's document holds."""
        return _compared(self.email, declared)

    def of_phone(self, declared: str | None) -> Verified:
        """Compare the number that the account's document holds."""
        return _compared(self.phone, declared)


#: Nobody, or somebody of whom nothing is verified.
UNVERIFIED = VerifiedContacts()


def _compared(verified: str, declared: str | None) -> Verified:
    if not verified:
        return Verified.NO
    return Verified.YES if verified == declared else Verified.DIFFERS


class Identity(Protocol):
    """What accounts needs of Firebase Auth."""

    def set_claims(self, uid: str, claims: dict[str, str]) -> None:
        """Replace the custom claims of the account."""

    def revoke(self, uid: str) -> None:
        """Revoke the refresh tokens, so no new ID token is minted from an old sign-in."""

    def contacts(self, uids: Iterable[str]) -> Mapping[str, VerifiedContacts]:
        """Return what is verified of each account that Auth has."""


class FirebaseIdentity:
    """The real one."""

    def set_claims(self, uid: str, claims: dict[str, str]) -> None:
        """Replace the custom claims. Idempotent."""
        from firebase_admin import auth

        auth.set_custom_user_claims(uid, claims or None)

    def revoke(self, uid: str) -> None:
        """Revoke the refresh tokens. Idempotent."""
        from firebase_admin import auth

        auth.revoke_refresh_tokens(uid)

    def contacts(self, uids: Iterable[str]) -> Mapping[str, VerifiedContacts]:
        """Return what is verified of each account that Auth has; a request for each hundred."""
        from firebase_admin import auth

        wanted: list[Any] = [auth.UidIdentifier(uid) for uid in uids]
        found: dict[str, VerifiedContacts] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            answer = auth.get_users(wanted[start : start + _AT_ONCE], app=app())
            found |= {record.uid: _contacts(record) for record in answer.users}
        return found


def _contacts(record: "UserRecord") -> VerifiedContacts:
    """Read a record; a phone number stands in Auth once a code that was sent to it came back."""
    return VerifiedContacts.of(record.email if record.email_verified else None, record.phone_number)
