"""The privacy policy in force: account holders accept it anew when it changes, and are told."""

from functools import partial

from accounts.errors import AccountNotFound, PolicyNotCurrent
from accounts.models import User
from accounts.requests import AcceptPolicy, PolicyAccepted
from core import audit, settings
from core.context import Context
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Notice, notify

ALL = Query(User)

#: Accounts told in one transaction; Firestore takes 500 writes.
_BATCH = 200


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
