"""Claims are what an ID token says of an account: role and organisation. Only this writes them."""

from typing import Protocol


class Identity(Protocol):
    """What accounts needs of Firebase Auth."""

    def set_claims(self, uid: str, claims: dict[str, str]) -> None:
        """Replace the custom claims of the account."""

    def revoke(self, uid: str) -> None:
        """Revoke the refresh tokens, so no new ID token is minted from an old sign-in."""


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
