"""What each change of a standing writes besides: the claims, and the organisation that is left."""

from functools import partial

from accounts.errors import AccountNotFound, LastOwner
from accounts.identity import Identity
from accounts.models import ORG_MODELS, Organisation, User
from accounts.requests import Account
from core.context import Context
from core.units import UnitOfWork


def synchronise(ctx: Context, identity: Identity, uid: str) -> Account:
    """Bring the claims in line with the document, and note when, for the client that listens.

    Runs until the document did not change meanwhile, so that of two opposite decisions at the
    same moment the claims follow the one that the document ended with.
    """
    user = ctx.store.get(User, uid)
    while user is not None and user.claims_at is None:
        identity.set_claims(uid, user.claims())
        if not user.claims():  # otherwise the sign-in stays, and refreshing it brings the claims
            identity.revoke(uid)
        user = ctx.store.run(partial(_claimed, ctx, user))
    if user is None:
        raise AccountNotFound
    return Account.of(user)


def _claimed(ctx: Context, seen: User, unit: UnitOfWork) -> User | None:
    user = unit.get(User, seen.id)
    if user is None:
        return None
    if user.claims() != seen.claims():
        # Decided anew meanwhile, and perhaps synchronised before our late write: once more.
        return unit.change(user, claims_at=None)
    return user if user.claims_at else unit.change(user, claims_at=ctx.clock.now())


def leave(unit: UnitOfWork, user: User) -> Organisation | None:
    """Read what `settle` needs to take a user out of its organisation.

    Raises:
        LastOwner: the user is its only owner.
    """
    if user.org is None or user.role not in ORG_MODELS or not user.owner:
        return None
    org = unit.get(ORG_MODELS[user.role], user.org)
    if org is not None and org.owners == [user.id]:
        raise LastOwner
    return org


def settle(unit: UnitOfWork, org: Organisation | None, uid: str) -> None:
    """Write the organisation that an owner left."""
    if org is not None:
        unit.change(org, owners=[o for o in org.owners if o != uid])
