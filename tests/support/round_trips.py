"""A Firestore client that counts what it sends, apart from what the code says of itself."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

from google.cloud.firestore import Client

#: The requests that an operation waits for.
_WAITED_FOR = frozenset(
    {
        "batch_get_documents",
        "begin_transaction",
        "commit",
        "rollback",
        "run_aggregation_query",
        "run_query",
    }
)


class CountingApi:
    """Google's client of the API, and how often each request was made.

    What was sent by other threads than that which made this counts apart, as `beside`: it waits
    beside one of that thread's own, which is what `core.side_by_side` promises.
    """

    def __init__(self, client: Client) -> None:
        self.sent: Counter[str] = Counter()
        self.beside: Counter[str] = Counter()
        self._thread = threading.get_ident()
        self._api = client._firestore_api
        client._firestore_api_internal = self

    def __getattr__(self, name: str) -> Any:
        if name in _WAITED_FOR:
            own = threading.get_ident() == self._thread
            (self.sent if own else self.beside)[name] += 1
        return getattr(self._api, name)
