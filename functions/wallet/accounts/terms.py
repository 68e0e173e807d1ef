"""Sets the terms of a wallet, credit and tariff, and whom its invoices are made out to."""

from collections.abc import Mapping

from core import audit
from core.access import ORG_ROLES, Role
from core.context import Context
from core.errors import NotOwner, RoleNotAllowed
from core.units import UnitOfWork
from wallet.accounts.errors import TooManyBillingDetails
from wallet.accounts.requests import BillingSet, SetBilling, SetTerms, TermsSet
from wallet.ledger.errors import WalletNotFound
from wallet.ledger.models import Wallet
from wallet.prices import tariffs
from wallet.prices.errors import TariffNotFound

#: Details that a wallet keeps, at most: those that something was sold under. It is read with every
#: booking, and each may have 1.3 kB, so that all are an eighth of what a document may be.
MOST_REGISTRATIONS = 100


def set_terms(ctx: Context, request: SetTerms) -> TermsSet:
    """Set a wallet's credit and its tariff; what is owed stays owed.

    Two reads and two writes, a read more for a tariff; setting the same again changes nothing but
    the audit's length.

    Raises:
        WalletNotFound.
        TariffNotFound: no version of the tariff was published, under which all would be free.
    """
    from accounts import service as accounts  # the other functions of the wallet do without

    if not accounts.has_organisation(ctx.store, request.kind, request.wallet_id):
        raise WalletNotFound
    changes = {
        name: value
        for name, value in (("credit_limit", request.credit_limit), ("tariff", request.tariff))
        if value is not None
    }

    def work(unit: UnitOfWork) -> Wallet:
        path = Wallet.path_for(request.wallet_id)
        if request.tariff is not None and not tariffs.current(unit, request.tariff)[0]:
            raise TariffNotFound
        before = unit.get(Wallet, request.wallet_id)
        after = _changed(unit, request.wallet_id, request.kind, before, changes)
        audit.record(
            unit, ctx, "wallet.set_terms", path, **{name: str(v) for name, v in changes.items()}
        )
        return after

    after = ctx.store.run(work)
    return TermsSet(wallet_id=after.id, credit_limit=after.credit_limit, tariff=after.tariff)


def set_billing(ctx: Context, request: SetBilling) -> BillingSet:
    """Store whom the caller's invoices are made out to. One read, two writes.

    What was agreed before is invoiced under the details of then, which the wallet keeps; details
    that nothing was agreed under are gone.

    Raises:
        NotOwner: only owners say who pays.
        TooManyBillingDetails: it sold under as many as a wallet keeps, and these are others.
    """
    caller = ctx.caller
    if caller.role not in ORG_ROLES or caller.org is None:
        raise RoleNotAllowed
    if not caller.owner:
        raise NotOwner
    org, kind = caller.org, Role(caller.role)

    def work(unit: UnitOfWork) -> Wallet:
        before = unit.get(Wallet, org)
        used = before.used_registrations if before else []
        if request.billing not in used and len(used) >= MOST_REGISTRATIONS:
            raise TooManyBillingDetails
        changes: dict[str, object] = {"billing": request.billing, "registrations": used}
        if "pan" in request.model_fields_set:
            changes["pan"] = request.pan
        after = _changed(unit, org, kind, before, changes)
        audit.record(unit, ctx, "wallet.set_billing", Wallet.path_for(org))
        return after

    ctx.store.run(work)
    return BillingSet(wallet_id=org, billing=request.billing)


def _changed(
    unit: UnitOfWork,
    wallet_id: str,
    kind: Role,
    before: Wallet | None,
    changes: Mapping[str, object],
) -> Wallet:
    """Change a wallet, or make it: nothing needs to have been booked before."""
    if before is not None:
        return unit.change(before, **changes)
    made = Wallet.model_validate({"kind": kind, **changes}).placed(wallet_id)
    unit.create(made, wallet_id)
    return made
