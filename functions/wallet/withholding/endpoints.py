"""The callables of what is withheld of labs' sales."""

from core.access import ADMINS, LABS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid
from wallet.ledger.errors import WalletNotFound
from wallet.withholding import totals
from wallet.withholding.requests import (
    GetWithholding,
    ListWithholding,
    WithholdingOfLab,
    WithholdingRows,
)


@callable_function(
    request=GetWithholding,
    response=WithholdingOfLab,
    roles=LABS | ADMINS,
    raises=(WalletNotFound,),
)
def get_withholding(ctx: Context, data: GetWithholding) -> WithholdingOfLab:
    """Tell a lab what was withheld of its sales in a month or quarter, which it may claim."""
    return totals.of_lab(ctx, data)


@callable_function(
    request=ListWithholding, response=WithholdingRows, roles=ADMINS, raises=(CursorInvalid,)
)
def list_withholding(ctx: Context, data: ListWithholding) -> WithholdingRows:
    """List what was withheld of labs in a month or quarter, for the platform's returns."""
    return totals.list_labs(ctx, data)
