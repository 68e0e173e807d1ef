"""What admins decide about an account: approval, rejection, role, suspension.

Each act is one transaction on the documents, then one synchronisation of the claims. Should the
second fail, the document already tells the truth, rules and callables follow the document, and
calling again repairs the claims.
"""

from accounts.errors import (
    AccountNotFound,
    ApplicantNotVerified,
    OrgNotFound,
    OwnAccount,
    WrongStatus,
)
from accounts.identity import UNVERIFIED, Identity, Verified
from accounts.models import ORG_MODELS, Address, Organisation, User
from accounts.requests import Account, AccountRow, Accounts, ChangeRole, ListAccounts
from accounts.standing import leave, settle, synchronise
from accounts.states import ACCOUNT, AccountAction
from core import audit, erasures, losses
from core.access import ORG_ROLES, Role, Status
from core.context import Context
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify

WAITING = Query(User, where=(("status", "=="),))
BY_STATUS = Query(User, where=(("status", "=="),), order=(("created_at", "ASCENDING"),))


def approve(ctx: Context, identity: Identity, uid: str) -> Account:
    """Let a pending account in, with the role it asked for; makes its clinic or lab.

    Five writes at most, six for a new lab, which hears what it lacks, and a request to Auth for the
    address that it has verified: the account may be of before registration asked for one, or have
    moved on to another one. A retry, and a retry after a crash, does what is left.

    Raises:
        AccountNotFound, WrongStatus, OwnAccount, ApplicantNotVerified, OrgNotFound.
    """
    contacts = identity.contacts([uid]).get(uid, UNVERIFIED)

    def work(unit: UnitOfWork) -> None:
        user = _subject(ctx, unit, uid)
        found = ACCOUNT.step(user.status, AccountAction.APPROVE)
        if found is None:
            return
        if contacts.of_email(user.email) is not Verified.YES:
            raise ApplicantNotVerified
        request = user.application
        org, owner = _join(ctx, unit, user) if request.role in ORG_ROLES else (None, False)
        unit.change(
            user,
            status=found.to,
            role=request.role,
            org=org,
            owner=owner,
            reason=None,
            updated_at=ctx.clock.now(),
            claims_at=None,
        )
        _tell(ctx, unit, user, "accounts.approve", Notice.ACCOUNT_APPROVED, role=request.role)
        if request.role is Role.LAB and user.org is None:  # it is new: nobody could bill it yet
            owners = Audience.organisation(Role.LAB, org or "", user.id)
            notify(unit, ctx.store, ctx.clock, owners, Notice.LAB_NOT_OPEN)

    ctx.store.run(work)
    return synchronise(ctx, identity, uid)


def reject(ctx: Context, uid: str, reason: str) -> Account:
    """Turn a pending account down, with a reason its holder reads. It may apply again.

    Raises:
        AccountNotFound, WrongStatus, OwnAccount.
        DoneOtherwise: it was turned down for another reason.
    """

    def work(unit: UnitOfWork) -> User:
        user = _subject(ctx, unit, uid)
        said = {"reason": reason}
        found = ACCOUNT.step(user.status, AccountAction.REJECT, kept=user, said=said)
        if found is None:
            return user
        changed = unit.change(user, status=found.to, reason=reason, updated_at=ctx.clock.now())
        _tell(ctx, unit, user, "accounts.reject", Notice.ACCOUNT_REJECTED)
        return changed

    return Account.of(ctx.store.run(work))


def change_role(ctx: Context, identity: Identity, request: ChangeRole) -> Account:
    """Give an active account another role or organisation; it loses what the one before held.

    Raises:
        AccountNotFound, WrongStatus, OwnAccount, OrgNotFound, LastOwner.
        ErasurePending: the organisation is about to be erased.
    """

    def work(unit: UnitOfWork) -> None:
        user = _subject(ctx, unit, request.uid)
        ACCOUNT.step(user.status, AccountAction.CHANGE_ROLE)
        if (user.role, user.org) == (request.role, request.org):
            return
        if (request.role in ORG_ROLES) != (request.org is not None):
            raise OrgNotFound
        if request.org is not None:
            joined = unit.get(ORG_MODELS[request.role], request.org)
            if joined is None:
                raise OrgNotFound
            erasures.refuse(joined.erasure)
        left = leave(unit, user)
        lost = losses.prepare(unit, user.id, user)
        settle(unit, left, user.id)
        lost.write(unit, ctx)
        unit.change(
            user,
            role=request.role,
            org=request.org,
            owner=False,
            updated_at=ctx.clock.now(),
            claims_at=None,
        )
        _tell(
            ctx, unit, user, "accounts.change_role", Notice.ACCOUNT_ROLE_CHANGED, role=request.role
        )

    ctx.store.run(work)
    return synchronise(ctx, identity, request.uid)


def suspend(ctx: Context, identity: Identity, uid: str, reason: str) -> Account:
    """Shut an active account out of rules, callables and uploads at once.

    It loses what it held: open upload slots, an operator its visits. See `core.losses`.

    Raises:
        AccountNotFound, WrongStatus, OwnAccount.
        DoneOtherwise: it is suspended for another reason.
    """

    def work(unit: UnitOfWork) -> None:
        user = _subject(ctx, unit, uid)
        said = {"reason": reason}
        found = ACCOUNT.step(user.status, AccountAction.SUSPEND, kept=user, said=said)
        if found is None:
            return
        losses.prepare(unit, uid, user).write(unit, ctx)
        unit.change(
            user, status=found.to, reason=reason, updated_at=ctx.clock.now(), claims_at=None
        )
        _tell(ctx, unit, user, "accounts.suspend", Notice.ACCOUNT_SUSPENDED)

    ctx.store.run(work)
    return synchronise(ctx, identity, uid)


def reinstate(ctx: Context, identity: Identity, uid: str) -> Account:
    """Let a suspended account back in, with the role it had.

    Raises:
        AccountNotFound, WrongStatus, OwnAccount.
    """

    def work(unit: UnitOfWork) -> None:
        user = _subject(ctx, unit, uid)
        if user.role is None:
            raise WrongStatus
        found = ACCOUNT.step(user.status, AccountAction.REINSTATE)
        if found is None:
            return
        unit.change(user, status=found.to, reason=None, updated_at=ctx.clock.now(), claims_at=None)
        _tell(ctx, unit, user, "accounts.reinstate", Notice.ACCOUNT_REINSTATED)

    ctx.store.run(work)
    return synchronise(ctx, identity, uid)


def appoint(ctx: Context, identity: Identity, uid: str, name: str, email: str) -> Account:
    """Make an account an active admin, whatever it was: the operator's way to the first one.

    Raises:
        LastOwner: the account is the only owner of an organisation.
    """

    def work(unit: UnitOfWork) -> None:
        now = ctx.clock.now()
        before = unit.get(User, uid)
        left = leave(unit, before) if before else None
        lost = losses.prepare(unit, uid, before)
        settle(unit, left, uid)
        lost.write(unit, ctx)
        rights = {"status": Status.ACTIVE, "role": Role.ADMIN, "org": None, "owner": False}
        if before is None:
            unit.create(
                User.model_validate(
                    {
                        **rights,
                        "name": name,
                        "phone": None,
                        "email": email.lower(),
                        "application": {"role": Role.ADMIN},
                        "policy_version": None,
                        "policy_accepted_at": None,
                        "created_at": now,
                        "updated_at": now,
                    }
                ),
                uid,
            )
        else:
            unit.change(before, **rights, reason=None, updated_at=now, claims_at=None)
        audit.record(unit, ctx, "accounts.appoint_admin", f"users/{uid}")

    ctx.store.run(work)
    return synchronise(ctx, identity, uid)


def list_accounts(ctx: Context, identity: Identity, request: ListAccounts) -> Accounts:
    """Return one page of the accounts of a status, oldest first; who was shown is on record.

    Beside what people declared stands whether Auth has verified it. One read per account, one
    write, and a request to Auth for each hundred.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx,
        "accounts.list",
        BY_STATUS,
        request.status,
        limit=request.limit,
        cursor=request.cursor,
        lenient=True,
    )
    contacts = identity.contacts(user.id for user in page.items)
    return Accounts(
        accounts=[AccountRow.row(u, contacts.get(u.id, UNVERIFIED)) for u in page.items],
        cursor=page.cursor,
        left_out=page.left_out,
    )


def _subject(ctx: Context, unit: UnitOfWork, uid: str) -> User:
    if uid == ctx.caller.uid:
        raise OwnAccount
    user = unit.get(User, uid)
    if user is None:
        raise AccountNotFound
    return user


def _join(ctx: Context, unit: UnitOfWork, user: User) -> tuple[str, bool]:
    """Make the organisation applied for, or join the one that the invitation named."""
    request = user.application
    model = ORG_MODELS[request.role]
    if user.org is not None:  # set at registration from a used invitation
        org = unit.get(model, user.org)
        if org is None:
            raise OrgNotFound
        if user.owner:
            unit.change(org, owners=sorted({*org.owners, user.id}))
        return user.org, user.owner
    if request.organisation is None:
        raise OrgNotFound
    org_id = ctx.store.new_id()
    unit.create(_organisation(ctx, model, request.organisation, user.id), org_id)
    return org_id, True


def _organisation(
    ctx: Context, model: type[Organisation], address: Address, owner: str
) -> Organisation:
    return model(**dict(address), owners=[owner], created_at=ctx.clock.now())


def _tell(
    ctx: Context, unit: UnitOfWork, user: User, action: str, notice: Notice, **refs: str
) -> None:
    """Record the act and tell its subject. Two writes."""
    audit.record(unit, ctx, action, f"users/{user.id}", **refs)
    notify(unit, ctx.store, ctx.clock, user.id, notice)
