"""What people say of themselves after they registered: their phone number and e-mail address.

Their name they write themselves, under the rules. The address follows Firebase Auth, which verifies
it: mail goes to the one that the account's document holds.
"""

from accounts.errors import AccountNotFound, EmailNotVerified
from accounts.identity import UNVERIFIED, Identity
from accounts.models import Invite, InviteState, User
from accounts.queries import INVITED
from accounts.requests import ChangePhone, EmailNow, PhoneNow
from core import audit
from core.access import Status
from core.context import Context
from core.errors import AccountNotActive
from core.units import UnitOfWork
from messaging.service import Notice, notify, write_to

#: More invitations at once than one address has.
_MOST_INVITES = 50


def change_phone(ctx: Context, request: ChangePhone) -> PhoneNow:
    """Put another phone number on the caller's account. One read, at most two writes.

    Who waits for approval may correct it: an admin decides by it. The same number changes nothing.

    Raises:
        AccountNotFound, AccountNotActive.
    """

    def work(unit: UnitOfWork) -> PhoneNow:
        user = _own(unit, ctx)
        if user.phone != request.phone:
            unit.change(user, phone=request.phone, updated_at=ctx.clock.now())
            audit.record(unit, ctx, "accounts.change_phone", User.path_for(user.id))
        return PhoneNow(phone=request.phone)

    return ctx.store.run(work)


def follow_email(ctx: Context, identity: Identity) -> EmailNow:
    """Take over the address that Auth has verified for the caller; the same changes nothing.

    Both addresses hear of it: the account by a notice, which goes to the new one, and the old one
    by an e-mail of its own, for whoever reads it may not have wanted the change. An invitation that
    the account took up follows. Others to the old address are gone: nobody can take them up who is
    known here, and an erasure would not find them any more.

    One request to Auth and one read; if the address changed two reads more, one for each invitation
    and at least one, and four writes and one or two for each invitation.

    Raises:
        EmailNotVerified, AccountNotFound, AccountNotActive.
    """
    uid = ctx.caller.uid
    address = identity.contacts([uid]).get(uid, UNVERIFIED).email
    if not address:
        raise EmailNotVerified

    def work(unit: UnitOfWork) -> EmailNow:
        user = _own(unit, ctx)
        if user.email != address:
            _follow(unit, ctx, user, address)
        return EmailNow(email=address)

    return ctx.store.run(work)


def _follow(unit: UnitOfWork, ctx: Context, user: User, address: str) -> None:
    invites = unit.find(INVITED, user.email, limit=_MOST_INVITES) if user.email else []
    if user.email:
        write_to(unit, ctx, user.id, user.email, Notice.EMAIL_CHANGED)
    for invite in invites:
        if invite.id == user.application.invite_id:
            unit.change(invite, email=address)
            continue
        unit.delete(invite)
        if invite.state is InviteState.OPEN:
            path = Invite.path_for(invite.id)
            audit.record(unit, ctx, "accounts.withdraw_invite", path, org=invite.org)
    unit.change(user, email=address, updated_at=ctx.clock.now())
    audit.record(unit, ctx, "accounts.follow_email", User.path_for(user.id))
    notify(unit, ctx.store, ctx.clock, user.id, Notice.EMAIL_CHANGED)


def _own(unit: UnitOfWork, ctx: Context) -> User:
    """Read the caller's account; who is suspended changes nothing, as in the rules."""
    user = unit.get(User, ctx.caller.uid)
    if user is None:
        raise AccountNotFound
    if user.status is Status.SUSPENDED:
        raise AccountNotActive
    return user
