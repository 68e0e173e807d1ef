"""Accounts as Firebase Auth knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accounts.identity import VerifiedContacts
from tools.scannerctl.console import FailureError


@dataclass(frozen=True)
class AuthAccount:
    """One account in Auth."""

    uid: str
    email: str | None
    verified: bool
    name: str | None
    disabled: bool
    claims: dict[str, Any]
    phone: str | None = None

    @property
    def contacts(self) -> VerifiedContacts:
        """What Auth has verified of it."""
        return VerifiedContacts.of(self.email if self.verified else None, self.phone)


def find(uid_or_email: str) -> AuthAccount | None:
    """Look an account up by its e-mail address or its uid; None where there is none.

    Raises:
        FailureError: it is neither an address nor a uid.
    """
    from firebase_admin import auth

    look_up = auth.get_user_by_email if "@" in uid_or_email else auth.get_user
    try:
        record = look_up(uid_or_email)
    except auth.UserNotFoundError:
        return None
    except ValueError as err:
        raise FailureError(f"{uid_or_email} is neither an e-mail address nor a uid.") from err
    return AuthAccount(
        uid=record.uid,
        email=record.email,
        verified=record.email_verified,
        name=record.display_name,
        disabled=record.disabled,
        claims=record.custom_claims or {},
        phone=record.phone_number,
    )
