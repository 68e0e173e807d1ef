"""Accounts as Firebase Auth knows them, page by page; behind one call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from core.firebase import app


@dataclass(frozen=True)
class SignIn:
    """One account in Auth: its claims, and when it was last signed in with or kept signed in."""

    uid: str
    claims: Mapping[str, str]
    last_active: datetime | None
    created_at: datetime | None = None


class Directory(Protocol):
    """What an access review needs of Firebase Auth."""

    def page(self, token: str | None, most: int) -> tuple[list[SignIn], str | None]:
        """Return a page of accounts and the token of the next; None where there is none."""


class FirebaseDirectory:
    """The real one."""

    def page(self, token: str | None, most: int) -> tuple[list[SignIn], str | None]:
        """Return a page of at most so many accounts, 1,000 being the most that Auth gives."""
        from firebase_admin import auth

        found = auth.list_users(page_token=token, max_results=most, app=app())
        return [_sign_in(user) for user in found.users], found.next_page_token or None


def moment(milliseconds: int | None) -> datetime | None:
    """Return a time as Auth tells it, in milliseconds since 1970; None for none."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None


def _sign_in(user: Any) -> SignIn:  # noqa: ANN401
    metadata = user.user_metadata
    used = [metadata.last_sign_in_timestamp, metadata.last_refresh_timestamp]
    last = max((stamp for stamp in used if stamp), default=None)
    created = moment(metadata.creation_timestamp)
    return SignIn(user.uid, user.custom_claims or {}, moment(last), created)
