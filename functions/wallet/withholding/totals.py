"""Totals of what was withheld, lab by lab, which Firestore adds up: for returns and for labs."""

from collections.abc import Sequence
from datetime import datetime

from core import audit
from core.access import Role
from core.context import Context
from core.queries import Aggregation, Query, Total
from core.reading import Reader
from wallet.ledger.callers import named
from wallet.ledger.errors import WalletNotFound
from wallet.ledger.models import Transaction, TransactionKind, Wallet
from wallet.withholding.periods import first_and_last, moments
from wallet.withholding.requests import (
    GetWithholding,
    ListWithholding,
    Withheld,
    WithholdingOfLab,
    WithholdingRow,
    WithholdingRows,
)

OF_LAB = Query(Transaction, where=(("seller", "=="), ("at", ">="), ("at", "<")))
OF_LAB_BY_KIND = Query(
    Transaction, where=(("seller", "=="), ("kind", "=="), ("at", ">="), ("at", "<"))
)
SOLD = Total(OF_LAB_BY_KIND, "sold")
TDS = Total(OF_LAB, "tds")
TCS_CGST, TCS_SGST, TCS_IGST = (
    Total(OF_LAB, field) for field in ("tcs_cgst", "tcs_sgst", "tcs_igst")
)
#: Wallets of labs, which follow each other by id.
WALLETS_OF_LABS = Query(Wallet, where=(("kind", "=="),), order=(("kind", "ASCENDING"),))


def of_lab(ctx: Context, request: GetWithholding) -> WithholdingOfLab:
    """Return what was withheld of the caller's lab or, for admins, of the one that is named.

    Seven reads, and six more for each thousand sales.

    Raises:
        WalletNotFound: there is no such wallet of a lab, or it is another's.
    """
    wallet_id = named(ctx, request.wallet_id)
    found = ctx.store.get(Wallet, wallet_id)
    if ctx.caller.role is Role.ADMIN and (found is None or found.kind is not Role.LAB):
        raise WalletNotFound
    first, last = first_and_last(request.period)
    (sums,) = added_up(ctx.store, [wallet_id], *moments(request.period))
    return WithholdingOfLab(first_day=first, last_day=last, withheld=sums)


def list_labs(ctx: Context, request: ListWithholding) -> WithholdingRows:
    """Return one page of labs with what was withheld of each, by id; it is on record first.

    Seven reads a lab, and six more for each thousand sales; one write.

    Raises:
        CursorInvalid.
    """
    first, last = first_and_last(request.period)
    page = ctx.store.page(WALLETS_OF_LABS, Role.LAB, limit=request.limit, cursor=request.cursor)
    audit.looked(ctx, "wallet.list_withholding", "wallets", (lab.id for lab in page.items))
    sums = added_up(ctx.store, [lab.id for lab in page.items], *moments(request.period))
    rows = [_row(lab, withheld) for lab, withheld in zip(page.items, sums, strict=True)]
    busy = [row for row in rows if any(row.withheld.model_dump().values())]
    return WithholdingRows(first_day=first, last_day=last, labs=busy, cursor=page.cursor)


def added_up(
    store: Reader, lab_ids: Sequence[str], start: datetime, end: datetime
) -> list[Withheld]:
    """Add up what was withheld of labs from one moment to another. Six reads a thousand sales."""
    found = store.aggregate(*(each for lab_id in lab_ids for each in _sums(lab_id, start, end)))
    each = len(found) // max(1, len(lab_ids))
    return [_withheld(*found[n * each : (n + 1) * each]) for n in range(len(lab_ids))]


def _sums(lab_id: str, start: datetime, end: datetime) -> list[Aggregation]:
    kinds = (TransactionKind.CAPTURE, TransactionKind.REFUND)
    sums = (TDS, TCS_CGST, TCS_SGST, TCS_IGST)
    return [
        *(SOLD.of(lab_id, kind, start, end) for kind in kinds),
        *(total.of(lab_id, start, end) for total in sums),
    ]


def _withheld(sold: int, returned: int, tds: int, cgst: int, sgst: int, igst: int) -> Withheld:
    return Withheld(
        sold=sold,
        returned=-returned,
        net=sold + returned,
        tds=tds,
        tcs_cgst=cgst,
        tcs_sgst=sgst,
        tcs_igst=igst,
    )


def _row(lab: Wallet, withheld: Withheld) -> WithholdingRow:
    billing = lab.billing
    return WithholdingRow(
        wallet_id=lab.id,
        legal_name=billing.legal_name if billing else None,
        gstin=billing.gstin if billing else None,
        pan=lab.known_pan,
        withheld=withheld,
    )
