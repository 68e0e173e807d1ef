"""The privacy policy in force: shown, accepted anew when it changes, and announced."""

import re
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from accounts.errors import AccountNotFound, PolicyNotCurrent
from accounts.models import User
from accounts.requests import AcceptPolicy, PolicyAccepted, PolicyInForce
from core import audit, settings
from core.context import Context
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Notice, notify

ALL = Query(User)

#: Deployed with the functions; `make docs` copies it from docs/privacy_policy.txt.
_TEXT = Path(__file__).with_name("privacy_policy.txt")
_UPDATED = re.compile(r"^Last updated: (.+)$", re.MULTILINE)

#: Accounts told in one transaction; Firestore takes 500 writes.
_BATCH = 200


def in_force() -> PolicyInForce:
    """Return the version in force, with the text where it is the one that is deployed.

    A version is the month in which its text was last changed.
    """
    text, updated = _deployed()
    version = settings.POLICY_VERSION.value
    if f"{datetime.strptime(updated, '%B %Y'):%Y-%m}" != version:  # noqa: DTZ007 - a month alone
        return PolicyInForce(version=version, updated=None, text=None)
    return PolicyInForce(version=version, updated=updated, text=text)


@cache
def _deployed() -> tuple[str, str]:
    text = _TEXT.read_text(encoding="utf-8")
    found = _UPDATED.search(text)
    if found is None:
        raise ValueError(f"{_TEXT.name} does not say when it was updated")
    return text, found[1]


def accept(ctx: Context, request: AcceptPolicy) -> PolicyAccepted:
    """Record that the caller accepted the policy in force. One read, two writes.

    Accepted already, it changes nothing.

    Raises:
        PolicyNotCurrent, AccountNotFound.
    """
    if request.version != settings.POLICY_VERSION.value:
        raise PolicyNotCurrent(current=settings.POLICY_VERSION.value)

    def work(unit: UnitOfWork) -> PolicyAccepted:
        user = unit.get(User, ctx.caller.uid)
        if user is None:
            raise AccountNotFound
        if user.policy_version != request.version or user.policy_accepted_at is None:
            path, now = User.path_for(user.id), ctx.clock.now()
            audit.record(unit, ctx, "accounts.accept_policy", path, version=request.version)
            user = unit.change(user, policy_version=request.version, policy_accepted_at=now)
        return PolicyAccepted(version=request.version, accepted_at=user.policy_accepted_at)

    return ctx.store.run(work)


def announce(ctx: Context, version: str) -> int:
    """Tell everybody who has not accepted a version that it is in force; return how many.

    A read for each account, a write for each that is told, and an entry. Done again, it tells those
    who still have not, by the same notice: it is unread again, and no other channel carries it.
    """
    uids = [user.id for user in ctx.store.each(ALL) if user.policy_version != version]
    for start in range(0, len(uids), _BATCH):
        ctx.store.run(partial(_tell, ctx, version, uids[start : start + _BATCH]))
    told = {"version": version, "told": str(len(uids))}
    ctx.store.run(
        lambda unit: audit.record(unit, ctx, "accounts.announce_policy", User.collection(), **told)
    )
    return len(uids)


def _tell(ctx: Context, version: str, uids: list[str], unit: UnitOfWork) -> None:
    for uid in uids:
        notify(unit, ctx.store, ctx.clock, uid, Notice.POLICY_CHANGED, key=version, version=version)
