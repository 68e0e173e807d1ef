"""Firebase Auth in memory: accounts, what is verified of them, claims, ID tokens of an hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from firebase_admin import auth, exceptions

#: Seconds that an ID token is good for.
#: https://firebase.google.com/docs/auth/admin/manage-sessions
HOUR = 3600


@dataclass
class AuthAccount:
    """One account: what `UserRecord` has of it, as far as anybody asks."""

    uid: str
    email: str
    email_verified: bool
    created: int
    phone_number: str | None = None
    custom_claims: dict[str, str] | None = None
    signed_in: int = 0
    refreshed: int = 0
    #: Refresh tokens of sign-ins before this second are good for nothing.
    valid_since: int = 0
    display_name: str | None = None
    photo_url: str | None = None

    @property
    def user_metadata(self) -> Any:
        """When it was made and used, in milliseconds."""
        return SimpleNamespace(
            creation_timestamp=self.created * 1000,
            last_sign_in_timestamp=self.signed_in * 1000 or None,
            last_refresh_timestamp=self.refreshed * 1000 or None,
        )


@dataclass
class MemoryAuth:
    """All accounts; `broken` says whether the service fails just now."""

    broken: Callable[[], bool] = lambda: False
    accounts: dict[str, AuthAccount] = field(default_factory=dict)

    def install(self) -> None:
        """Stand where firebase-admin's functions stand, which ask the service."""
        auth.get_user = self.get_user
        auth.get_users = self.get_users
        auth.list_users = self.list_users
        auth.delete_user = self.delete_user
        auth.set_custom_user_claims = self.set_custom_user_claims
        auth.revoke_refresh_tokens = self.revoke_refresh_tokens

    # --- what firebase-admin offers -----------------------------------------------------------

    def get_user(self, uid: str, app: Any = None) -> AuthAccount:
        """Return one account."""
        self._answers()
        if uid not in self.accounts:
            raise auth.UserNotFoundError("no such account")
        return self.accounts[uid]

    def get_users(self, identifiers: Sequence[Any], app: Any = None) -> Any:
        """Return those of up to a hundred that there are."""
        self._answers()
        assert len(identifiers) <= 100, "the service takes no more"
        found = [self.accounts[i.uid] for i in identifiers if i.uid in self.accounts]
        return SimpleNamespace(users=found)

    def list_users(
        self, page_token: str | None = None, max_results: int = 1000, app: Any = None
    ) -> Any:
        """Return a page, by uid."""
        self._answers()
        rest = [self.accounts[uid] for uid in sorted(self.accounts) if uid > (page_token or "")]
        page, more = rest[:max_results], len(rest) > max_results
        return SimpleNamespace(users=page, next_page_token=page[-1].uid if more else "")

    def delete_user(self, uid: str, app: Any = None) -> None:
        """Delete an account."""
        self.get_user(uid)
        del self.accounts[uid]

    def set_custom_user_claims(
        self, uid: str, claims: dict[str, str] | None, app: Any = None
    ) -> None:
        """Replace the claims."""
        self.get_user(uid).custom_claims = dict(claims) if claims else None

    def revoke_refresh_tokens(self, uid: str, app: Any = None) -> None:
        """Have nothing minted any more from a sign-in before now."""
        self.get_user(uid).valid_since = _now()

    def _answers(self) -> None:
        if self.broken():
            raise exceptions.UnavailableError("Auth does not answer")

    # --- what clients do ----------------------------------------------------------------------

    def sign_up(self, uid: str, email: str, *, verified: bool = True) -> None:
        """Make an account."""
        self.accounts[uid] = AuthAccount(uid, email, verified, _now(), signed_in=_now())

    def token(self, uid: str, signed_in: int) -> dict[str, Any] | None:
        """Mint an ID token from a sign-in; None where that is good for nothing any more."""
        account = self.accounts.get(uid)
        if account is None or signed_in < account.valid_since:
            return None
        account.refreshed = _now()
        return {
            "uid": uid,
            "sub": uid,
            "email": account.email,
            "email_verified": account.email_verified,
            "auth_time": signed_in,
            "iat": _now(),
            "exp": _now() + HOUR,
            **(account.custom_claims or {}),
        }


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
