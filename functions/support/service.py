"""What other packages use of support."""

from core.store import Store


def tickets_waiting(store: Store) -> int:
    """Count the tickets that wait for an admin. A read for each thousand."""
    from support.figures import WAITING  # only digests do
    from support.models import TicketState

    return store.count(WAITING, TicketState.OPEN)
