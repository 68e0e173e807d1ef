"""The callable that has a month invoiced."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid
from wallet import monthly
from wallet.requests import invoices as invoice_forms


@callable_function(
    request=invoice_forms.StartBilling,
    response=invoice_forms.BillingStarted,
    roles=ADMINS,
    raises=(CursorInvalid,),
)
def start_billing(ctx: Context, data: invoice_forms.StartBilling) -> invoice_forms.BillingStarted:
    """Have a month invoiced, a page of wallets a call, as `wallet_bill_month` does by itself."""
    return monthly.start(ctx, data)
