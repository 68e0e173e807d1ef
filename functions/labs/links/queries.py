"""Queries for the links that were handed out."""

from core.queries import Query
from labs.links.models import Share

SHARES = Query(Share, where=(("order_id", "=="),), order=(("at", "ASCENDING"),))
