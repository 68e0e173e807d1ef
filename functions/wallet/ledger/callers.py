"""What a caller is to the ledger: the wallet that it means, and its idempotency keys."""

from pydantic import BaseModel

from core.access import ORG_ROLES, Caller, Role
from core.context import Context
from core.idempotency import fingerprint_of
from wallet.ledger.errors import WalletNotFound
from wallet.ledger.journal import PostingRequest


def order_of(ctx: Context, name: str, key: str, body: BaseModel) -> PostingRequest:
    """Return the posting request of a caller's idempotency key, in a key space of its own."""
    return order_by(ctx.caller, name, key, body)


def order_by(caller: Caller, name: str, key: str, body: BaseModel) -> PostingRequest:
    """Likewise, before there is a context."""
    return PostingRequest(caller.uid, f"{caller.uid}/{name}/{key}", fingerprint_of(body))


def named(ctx: Context, wallet_id: str | None) -> str:
    """Return the id of the caller's own wallet or, for an admin, of the one that is named.

    Raises:
        WalletNotFound: none is named, or another's.
    """
    caller = ctx.caller
    if caller.role is Role.ADMIN and wallet_id is not None:
        return wallet_id
    if caller.role in ORG_ROLES and caller.org and wallet_id in {None, caller.org}:
        return caller.org
    raise WalletNotFound
