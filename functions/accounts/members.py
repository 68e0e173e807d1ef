"""Signing up, and what owners do with the members of their clinic or lab."""

import hashlib
from datetime import timedelta

from accounts import approvals
from accounts.errors import (
    AccountNotFound,
    AlreadyMember,
    AlreadyRegistered,
    EmailNotVerified,
    InviteNotOpen,
    OrgNotFound,
    OwnAccount,
    PolicyNotCurrent,
    WrongStatus,
)
from accounts.identity import Identity
from accounts.models import ORG_MODELS, Application, Invite, InviteState, User
from accounts.requests import Account, Done, Invited, InviteMember, Register
from accounts.standing import leave, settle, synchronise
from accounts.states import ACCOUNT, AccountAction
from core import audit, erasures, losses, settings
from core.access import ORG_ROLES, Caller, Status
from core.context import Context
from core.errors import NotOwner
from core.queries import Query
from core.reading import Key
from core.units import UnitOfWork
from messaging.service import Notice, notify

BY_ORG_AND_EMAIL = Query(User, where=(("org", "=="), ("email", "==")))


def register(ctx: Context, request: Register) -> Account:
    """Ask for an account: pending, without claims, until an admin decides.

    Asking again while pending, or after a rejection or removal, replaces the application. Whoever
    asks has an e-mail address that Auth has verified: notices go to it, and invitations name it.

    Raises:
        EmailNotVerified, PolicyNotCurrent, AlreadyRegistered, InviteNotOpen, OrgNotFound.
        ErasurePending: the clinic or lab that invited is about to be erased.
    """
    if not ctx.caller.proved_email:
        raise EmailNotVerified
    if request.policy_version != settings.POLICY_VERSION.value:
        raise PolicyNotCurrent(current=settings.POLICY_VERSION.value)

    def work(unit: UnitOfWork) -> User:
        before = unit.get(User, ctx.caller.uid)
        try:
            ACCOUNT.step(before.status if before else None, AccountAction.REGISTER)
        except WrongStatus as err:
            raise AlreadyRegistered from err
        invite = _invitation(ctx, unit, request, before)
        if request.role in ORG_ROLES and invite is None and request.organisation is None:
            raise OrgNotFound
        if invite is not None:
            unit.change(invite, state=InviteState.USED)
        user = _applicant(ctx, request, before, invite)
        unit.put(user, ctx.caller.uid)
        approvals.promise(unit, ctx, ctx.caller.uid)
        audit.record(unit, ctx, "accounts.register", f"users/{ctx.caller.uid}")
        return user.placed(ctx.caller.uid)

    return Account.of(ctx.store.run(work))


def invite(ctx: Context, request: InviteMember) -> Invited:
    """Invite a person by e-mail; inviting the same address again renews the invitation.

    Raises:
        NotOwner, AlreadyMember.
    """
    org = _owned(ctx.caller)
    email = request.email.lower()
    invite_id = hashlib.sha256(f"{org}/{email}".encode()).hexdigest()[:20]
    now = ctx.clock.now()
    made = Invite(
        email=email,
        role=ctx.caller.role,
        org=org,
        owner=request.owner,
        invited_by=ctx.caller.uid,
        created_at=now,
        expires_at=now + timedelta(days=settings.INVITE_DAYS.value),
    )

    def work(unit: UnitOfWork) -> Invited:
        members = unit.find(BY_ORG_AND_EMAIL, org, email, limit=5)
        if any(member.status is not Status.REJECTED for member in members):
            raise AlreadyMember
        unit.put(made, invite_id)
        audit.record(unit, ctx, "accounts.invite_member", f"invites/{invite_id}")
        return Invited(invite_id=invite_id, expires_at=made.expires_at)

    return ctx.store.run(work)


def withdraw_invite(ctx: Context, invite_id: str) -> Done:
    """Take an invitation back; doing it twice is the same as once.

    Raises:
        NotOwner, InviteNotOpen.
    """
    org = _owned(ctx.caller)

    def work(unit: UnitOfWork) -> Done:
        found = unit.get(Invite, invite_id)
        if found is None or found.org != org or found.state is InviteState.USED:
            raise InviteNotOpen
        if found.state is InviteState.OPEN:
            unit.change(found, state=InviteState.WITHDRAWN)
            audit.record(unit, ctx, "accounts.withdraw_invite", f"invites/{invite_id}")
        return Done()

    return ctx.store.run(work)


def remove(ctx: Context, identity: Identity, uid: str) -> Account:
    """Take a member out of the organisation, or leave it oneself.

    Raises:
        NotOwner, AccountNotFound, WrongStatus, LastOwner.
    """
    org = ctx.caller.org if uid == ctx.caller.uid else _owned(ctx.caller)

    def work(unit: UnitOfWork) -> None:
        user = unit.get(User, uid)
        if user is None or org not in {user.org, user.former_org}:
            raise AccountNotFound
        found = ACCOUNT.step(user.status, AccountAction.REMOVE)
        if found is None:
            return
        left = leave(unit, user)
        lost = losses.prepare(unit, uid, user)
        settle(unit, left, uid)
        lost.write(unit, ctx)
        unit.change(
            user,
            status=found.to,
            role=None,
            org=None,
            former_org=org,
            owner=False,
            updated_at=ctx.clock.now(),
            claims_at=None,
        )
        audit.record(unit, ctx, "accounts.remove_member", f"users/{uid}", org=str(org))
        notify(unit, ctx.store, ctx.clock, uid, Notice.MEMBER_REMOVED)

    ctx.store.run(work)
    return synchronise(ctx, identity, uid)


def hand_over(ctx: Context, uid: str) -> Account:
    """Make another member the owner in the caller's place; the caller stays a member.

    Raises:
        NotOwner, OwnAccount, AccountNotFound, WrongStatus.
    """
    if uid == ctx.caller.uid:
        raise OwnAccount

    def work(unit: UnitOfWork) -> User:
        giver = unit.get(User, ctx.caller.uid)
        user = unit.get(User, uid)
        if giver is None or user is None or giver.org is None or user.org != giver.org:
            raise AccountNotFound
        if user.owner and not giver.owner:
            return user  # a retry
        if not giver.owner or giver.role not in ORG_MODELS:
            raise NotOwner
        if user.status is not Status.ACTIVE:
            raise WrongStatus
        org = unit.get(ORG_MODELS[giver.role], giver.org)
        if org is None:
            raise OrgNotFound
        unit.change(org, owners=sorted({*org.owners, uid} - {giver.id}))
        unit.change(giver, owner=False, updated_at=ctx.clock.now())
        taker = unit.change(user, owner=True, updated_at=ctx.clock.now())
        audit.record(unit, ctx, "accounts.hand_over_ownership", f"users/{uid}", org=giver.org)
        notify(unit, ctx.store, ctx.clock, uid, Notice.OWNERSHIP_RECEIVED)
        return taker

    return Account.of(ctx.store.run(work))


def own(caller: Caller, _: object) -> list[Key]:
    """Return the caller's organisation, whose owners `hand_over` changes."""
    model = ORG_MODELS.get(caller.role) if caller.role else None
    return [(model, caller.org)] if model and caller.org else []


def _owned(caller: Caller) -> str:
    if not caller.owner or caller.org is None:
        raise NotOwner
    return caller.org


def _invitation(
    ctx: Context, unit: UnitOfWork, request: Register, before: User | None
) -> Invite | None:
    """Read the invitation that the applicant names, which must be theirs and open.

    The one that this same application has used already is theirs, and counts as open: a retry,
    whatever the address of the account is by now.
    """
    if request.invite_id is None:
        return None
    found = unit.get(Invite, request.invite_id)
    repeated = (
        before is not None
        and before.status is Status.PENDING
        and before.application.invite_id == request.invite_id
    )
    fits = (
        found is not None
        and found.expires_at > ctx.clock.now()
        and found.role is request.role
        and (
            (repeated and found.state is InviteState.USED)
            or (found.state is InviteState.OPEN and found.email == ctx.caller.proved_email)
        )
    )
    if found is None or not fits:
        raise InviteNotOpen
    org = unit.get(ORG_MODELS[found.role], found.org)
    erasures.refuse(org.erasure if org is not None else None)
    return found


def _applicant(ctx: Context, request: Register, before: User | None, invite: Invite | None) -> User:
    now = ctx.clock.now()
    return User(
        status=Status.PENDING,
        org=invite.org if invite else None,
        owner=invite.owner if invite else False,
        name=request.name,
        phone=request.phone,
        email=ctx.caller.proved_email,
        application=Application(
            role=request.role,
            organisation=None if invite else request.organisation,
            invite_id=request.invite_id,
        ),
        policy_version=request.policy_version,
        policy_accepted_at=now,
        created_at=before.created_at if before else now,
        updated_at=now,
    )
