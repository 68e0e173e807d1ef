"""The callables of tariffs."""

from core.access import ADMINS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from core.idempotency import Request
from wallet.ledger.models import Wallet
from wallet.prices import errors, tariffs
from wallet.prices.requests import GetPrices, PublishPrices, Quote


@callable_function(
    request=GetPrices,
    response=Quote,
    roles=ORG_ROLES | ADMINS,
    reads=(Wallet,),
    follows=tariffs.FOLLOWS,
)
def get_prices(ctx: Context, data: GetPrices) -> Quote:
    """Tell what visits cost; a request for one names the price list that was shown."""
    return tariffs.quote(ctx, data)


@callable_function(
    request=PublishPrices,
    response=Quote,
    roles=ADMINS,
    raises=(errors.PricesChanged, KeyReused),
    locks=(Request,),
)
def publish_prices(ctx: Context, data: PublishPrices) -> Quote:
    """Publish the next version of a tariff; visits that were asked for keep their prices."""
    return tariffs.publish(ctx, data)
