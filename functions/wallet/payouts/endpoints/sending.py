"""The callable that hands payouts to the gateway, for which it needs the gateway's key."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from wallet.payouts import sending
from wallet.payouts.errors import PayoutGatewayNotConfigured
from wallet.payouts.payout_gateway import PayoutGateway
from wallet.payouts.requests.results import PayoutsSent, SendPayouts


@callable_function(
    request=SendPayouts,
    response=PayoutsSent,
    roles=ADMINS,
    raises=(PayoutGatewayNotConfigured,),
)
def send_payouts(ctx: Context, data: SendPayouts) -> PayoutsSent:
    """Hand approved payouts to the gateway; again, it pays nothing twice."""
    return sending.send(ctx, PayoutGateway.configured(), data)
