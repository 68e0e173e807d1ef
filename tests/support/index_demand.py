"""Makes the emulator demand indexes as production does: a query that none serves is refused.

The Firestore emulator serves every query. What the code's client and the REST clients of the tests
send is looked at on its way, and refused as production would, with the index that is missing.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import requests

from tests.support import wire
from tests.support.demanded_indexes import Indexes, Json, asked
from tests.support.sources import ROOT
from tools import client


@cache
def declared() -> Indexes:
    """Return the indexes that are deployed."""
    return Indexes(json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8")))


def demand(query: Json, aggregations: list[Json]) -> None:
    """Refuse a query, in its JSON form, that no index serves.

    Raises:
        FailedPrecondition: as Firestore answers it, with the index that is to be declared.
    """
    from google.api_core.exceptions import FailedPrecondition

    missing = declared().missing(asked(query, aggregations))
    if missing is not None:
        raise FailedPrecondition(f"The query requires an index: {json.dumps(missing)}")


@cache
def watch() -> None:
    """Look at all queries of this process from now on."""
    from google.cloud.firestore_v1.services.firestore import FirestoreClient

    run_query, run_aggregation = FirestoreClient.run_query, FirestoreClient.run_aggregation_query

    def _run_query(self: Any, request: Any = None, **options: Any) -> Any:
        demand(plain(request["structured_query"]), [])
        return run_query(self, request, **options)

    def _run_aggregation(self: Any, request: Any = None, **options: Any) -> Any:
        counted = plain(request["structured_aggregation_query"])
        demand(counted["structuredQuery"], counted["aggregations"])
        return run_aggregation(self, request, **options)

    FirestoreClient.run_query = _run_query  # type: ignore[method-assign]
    FirestoreClient.run_aggregation_query = _run_aggregation  # type: ignore[method-assign]
    for session in (client._SESSION, wire._SESSION):
        session.hooks["response"].append(_answered)


def plain(message: Any) -> Json:
    """Return a message of Firestore's client in its JSON form."""
    from google.protobuf.json_format import MessageToDict

    found: Json = MessageToDict(getattr(message, "_pb", message))
    return found


def _answered(answer: requests.Response, **_: object) -> None:
    """Look at the query that was answered; one that the rules refuse has been refused."""
    method, body = answer.url.rpartition(":")[2], answer.request.body
    if answer.ok and body and method == "runQuery":
        demand(json.loads(body)["structuredQuery"], [])
    if answer.ok and body and method == "runAggregationQuery":
        counted = json.loads(body)["structuredAggregationQuery"]
        demand(counted["structuredQuery"], counted["aggregations"])
