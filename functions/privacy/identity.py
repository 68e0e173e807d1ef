"""The account in Firebase Auth, as rights need it: its address, and its end."""

from typing import Any, Protocol

from core.firebase import app


class AuthAccounts(Protocol):
    """What rights need of Firebase Auth."""

    def described(self, uid: str) -> dict[str, Any] | None:
        """Return what Auth holds of an account; None where there is none."""

    def delete(self, uid: str) -> None:
        """Delete the account; gone already is as good."""


class FirebaseAccounts:
    """The real one."""

    def described(self, uid: str) -> dict[str, Any] | None:
        """Return what Auth holds: address, number, name, and when it was made and last used."""
        from firebase_admin import auth

        try:
            found = auth.get_user(uid, app=app())
        except auth.UserNotFoundError:
            return None
        return {
            "email": found.email,
            "email_verified": found.email_verified,
            "phone_number": found.phone_number,
            "display_name": found.display_name,
            "photo_url": found.photo_url,
            "created_at": found.user_metadata.creation_timestamp,
            "last_sign_in_at": found.user_metadata.last_sign_in_timestamp,
            "last_refresh_at": found.user_metadata.last_refresh_timestamp,
        }

    def delete(self, uid: str) -> None:
        """Delete the account. Idempotent."""
        from firebase_admin import auth

        try:
            auth.delete_user(uid, app=app())
        except auth.UserNotFoundError:
            return
