"""Tariffs: publishing versions of a price list, and quoting the one that applies."""

from core import audit, settings
from core.access import Role
from core.context import Context
from core.following import Following
from core.idempotency import once
from core.queries import Query, Search
from core.reading import Key
from core.store import Store
from core.units import UnitOfWork
from wallet.ledger import supplying
from wallet.ledger.charges import Charge, part
from wallet.ledger.models import Wallet
from wallet.ledger.terms import STANDARD, Prices, Registration, SaleItem, Terms
from wallet.prices.errors import PricesChanged
from wallet.prices.models import PriceList
from wallet.prices.requests import Amount, GetPrices, PublishPrices, Quote

VERSIONS = Query(PriceList, order=(("number", "DESCENDING"),))


#: The prices of an organisation's tariff, from its wallet.
FOLLOWS = Following()


def of_wallet(unit: UnitOfWork, wallet_id: str) -> tuple[Key, list[Search]]:
    """Return where a wallet stands, and the search that `current` makes for it. One read."""
    wallet = unit.get(Wallet, wallet_id)
    return (Wallet, wallet_id), [_latest(wallet.tariff if wallet else STANDARD)]


def current(reader: Store | UnitOfWork, tariff: str) -> tuple[int, Prices]:
    """Return the version of a tariff that applies now, and its number; 0 and free without one.

    One read.
    """
    latest = _latest(tariff)
    found: list[PriceList] = reader.find(latest.query, limit=latest.limit, under=latest.under)
    return (found[0].number, found[0].prices) if found else (0, _free())


def publish(ctx: Context, request: PublishPrices) -> Quote:
    """Make the next version of a tariff; visits that were asked for keep theirs. Two writes more.

    Raises:
        PricesChanged: somebody else published meanwhile.
        KeyReused.
    """

    def work(unit: UnitOfWork) -> Quote:
        number, _ = current(unit, request.tariff)
        if number != request.replaces:
            raise PricesChanged(price_list=number)
        made = PriceList(
            number=number + 1, prices=request.prices, set_by=ctx.caller.uid, set_at=ctx.clock.now()
        )
        unit.create(made, request.tariff, f"{made.number:06d}")
        path = PriceList.path_for(request.tariff, f"{made.number:06d}")
        audit.record(unit, ctx, "wallet.publish_prices", path)
        return _whole_quote(request.tariff, made.number, request.prices)

    return once(ctx, "wallet/publish_prices", request.idempotency_key, request, Quote, work)


def quote(ctx: Context, request: GetPrices) -> Quote:
    """Return what the caller's clinic pays; for admins, what a tariff says. Two reads at most."""
    if ctx.caller.role is Role.ADMIN or ctx.caller.org is None:
        tariff = request.tariff or STANDARD
        return _whole_quote(tariff, *current(ctx.store, tariff))
    wallet = ctx.store.get(Wallet, ctx.caller.org)
    tariff = wallet.tariff if wallet else STANDARD
    FOLLOWS.read(ctx.store, ctx.caller, ((Wallet, ctx.caller.org), [_latest(tariff)]))
    return _quote(tariff, *current(ctx.store, tariff), wallet)


def agreed(tariff: str, number: int, prices: Prices, customer: Wallet | None) -> Terms:
    """Return a customer's terms under a price list; one without details is held to be near.

    What is sold under them is taxed and invoiced under the registrations of now, whatever becomes
    of these: the place of supply is that of the sale (IGST Act 2017, section 12(2)).
    """
    billing = customer.billing if customer else None
    supplier = supplying.platform(taxed=prices.tax > 0)
    home = supplier.state if supplier else settings.STATE.value
    return Terms(
        tariff=tariff,
        number=number,
        prices=prices,
        same_state=billing is None or billing.state == home,
        registration=Registration(
            customer=customer.registration if customer else 0, supplier=supplier
        ),
    )


def charge_for(terms: Terms, item: SaleItem) -> Charge:
    """Return what is charged for an item under the terms.

    What is kept of a fee is taxed as the visit would have been: circular 178/10/2022-GST.
    """
    prices = terms.prices
    shares = {
        SaleItem.VISIT: 10_000,
        SaleItem.LATE_CANCELLATION: prices.late_cancellation,
        SaleItem.NO_SHOW: prices.no_show,
    }
    net = part(prices.visit, shares[item])
    return Charge.on(net, prices.tax, same_state=terms.same_state)


def _quote(tariff: str, number: int, prices: Prices, customer: Wallet | None) -> Quote:
    terms = agreed(tariff, number, prices, customer)
    return Quote(
        tariff=tariff,
        price_list=number,
        visit=_amount(charge_for(terms, SaleItem.VISIT)),
        late_cancellation=_amount(charge_for(terms, SaleItem.LATE_CANCELLATION)),
        no_show=_amount(charge_for(terms, SaleItem.NO_SHOW)),
        low_balance=prices.low_balance,
    )


def _whole_quote(tariff: str, number: int, prices: Prices) -> Quote:
    """Return a quote for admins, who publish the next version: it has the prices themselves."""
    listed = _quote(tariff, number, prices, None)
    return listed.model_copy(update={"published": prices if number else None})


def _amount(charge: Charge) -> Amount:
    return Amount(net=charge.net, tax=charge.tax, total=charge.gross)


def _latest(tariff: str) -> Search:
    return Search(VERSIONS, limit=1, under=f"tariffs/{tariff}")


def _free() -> Prices:
    """Return what applies where no list was published; made when wanted, for that takes a while."""
    return Prices(visit=0, tax=0, late_cancellation=0, no_show=0, low_balance=0)
