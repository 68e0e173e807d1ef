"""The callables of tariffs."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from wallet import errors, prices
from wallet.requests.prices import GetPrices, PublishPrices, Quote

_SEEING = frozenset({Role.CLINIC, Role.LAB, Role.ADMIN})
_ADMIN = frozenset({Role.ADMIN})


@callable_function(request=GetPrices, response=Quote, roles=_SEEING)
def wallet_get_prices(ctx: Context, data: GetPrices) -> Quote:
    """Tell what visits cost; a request for one names the price list that was shown."""
    return prices.quote(ctx, data)


@callable_function(
    request=PublishPrices, response=Quote, roles=_ADMIN, raises=(errors.PricesChanged, KeyReused)
)
def wallet_publish_prices(ctx: Context, data: PublishPrices) -> Quote:
    """Publish the next version of a tariff; visits that were asked for keep their prices."""
    return prices.publish(ctx, data)
