"""Accounts that are reviewed, in a database of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from accounts.models import User
from core.access import Caller, Role
from core.context import Context
from core.store import Store
from core.unknown import stored
from privacy.access_reviews import compilation
from privacy.access_reviews.requests import NameReview
from privacy.directory import SignIn
from privacy.models import AccessReview
from tests.support import account_records, ids, tokens
from tests.support.announced import announce_all
from tests.support.moments import NOW
from tests.support.own_database import OwnDatabase
from tests.support.queries import ACTS_BY_NAME, INBOX

MAY = NameReview(month="2026-05")


@dataclass
class ReviewFixture(OwnDatabase):
    """Accounts in Auth and their documents, both of the test's own."""

    listed: list[SignIn] = field(default_factory=list)

    def join(
        self,
        *,
        used: datetime | None = NOW,
        claims: Mapping[str, str] | None = None,
        **standing: object,
    ) -> str:
        """An account, with these claims rather than those of its document; its uid."""
        user = account_records.Tenants().account(tokens.person(), **standing)
        self.client.document(user.path_for(user.id)).set(stored(user))
        own = user.claims() if claims is None else claims
        self.listed.append(SignIn(user.id, own, used))
        return user.id

    def page(self, token: str | None, most: int) -> tuple[list[SignIn], str | None]:
        """What Auth would list: three at a time."""
        assert most == compilation.PAGE
        start = int(token or 0)
        end = start + 3
        return self.listed[start:end], str(end) if end < len(self.listed) else None

    def look(self, most: int = 5, store: Store | None = None) -> int:
        """Do the chore."""
        return compilation.review_access(self.ctx(store=store), self, most)

    @property
    def review(self) -> AccessReview:
        """The month's review."""
        found = self.ctx().store.get(AccessReview, MAY.month)
        assert found is not None
        return found

    def notices(self, uid: str) -> list[tuple[str, dict[str, str]]]:
        """What somebody was told."""
        announce_all(self.client)
        found = self.ctx().store.find(INBOX, limit=9, under=User.path_for(uid))
        return [(item.kind, item.refs) for item in found]

    def admin(self) -> Context:
        """The surroundings of an admin."""
        return self.ctx(Caller(ids.uid(), "", email_verified=False, role=Role.ADMIN))

    def acts(self, action: str) -> list[str]:
        """Who did such an act."""
        return [e.actor for e in self.ctx().store.find(ACTS_BY_NAME, action, limit=9)]
