"""The query for the shares of an order."""

from core.queries import Query
from labs.links.models import Share

SHARES = Query(Share, where=(("order_id", "=="),), order=(("at", "ASCENDING"),))
