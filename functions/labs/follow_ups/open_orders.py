"""Acts on each order under way of some cases, in one transaction each."""

from collections.abc import Callable, Iterable, Iterator

from core import log
from core.queries import Query
from core.store import Store
from core.triggers import FailedError
from labs.orders.models import Order, OrderState

#: Orders of one page.
PAGE = 50

OPEN = Query(Order, where=(("case_id", "=="), ("state", "in")), order=(("placed_at", "ASCENDING"),))


def each(
    store: Store,
    case_ids: Iterable[str],
    states: Iterable[OrderState],
    act: Callable[[str], bool],
) -> int:
    """Apply an act to each order of the cases that is in one of the states; how many it changed.

    One read for each case and for each order beyond its first, and what `act` costs, which says
    whether it changed anything.

    Raises:
        FailedError: it failed for some, and was done to the others; again, it is done to the rest.
    """
    done, failed, wanted = 0, 0, sorted(states)
    for case_id in case_ids:
        for order_id in _of(store, case_id, wanted):
            try:
                done += act(order_id)
            except Exception as err:  # noqa: BLE001  one order keeps no other from being done
                log.failure("order left as it was", err, order=order_id)
                failed += 1
    if failed:
        raise FailedError
    return done


def _of(store: Store, case_id: str, states: list[OrderState]) -> Iterator[str]:
    """Yield the ids of a case's orders, page by page."""
    cursor: str | None = None
    while True:
        page = store.page(OPEN, case_id, states, limit=PAGE, cursor=cursor)
        yield from (order.id for order in page.items)
        cursor = page.cursor
        if cursor is None:
            return
