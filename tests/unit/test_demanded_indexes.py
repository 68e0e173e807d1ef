"""What production demands, by the examples of Firestore's documentation and by hand."""

from __future__ import annotations

from typing import Any

import pytest
from google.auth.credentials import AnonymousCredentials
from google.cloud.firestore import Client

from core.lists import ClientList
from core.queries import Query, Shape, Total
from core.reading import Reader
from tests.support import index_demand
from tests.support.demanded_indexes import Indexes, asked
from tests.support.queries import unregistered
from tools.docs.surface import load

#: https://firebase.google.com/docs/firestore/query-data/index-overview, and overrides of ours.
_DECLARED = {
    "indexes": [
        ["restaurants", "COLLECTION", "category", "star_rating"],
        ["restaurants", "COLLECTION", "city", "star_rating"],
        ["cities", "COLLECTION", "country", "-population"],
        ["cities", "COLLECTION", "@regions", "state"],
        ["landmarks", "COLLECTION_GROUP", "category", "height"],
        ["sales", "COLLECTION", "shop", "at", "paise"],
    ],
    "overrides": {
        ("landmarks", "category"): [("COLLECTION_GROUP", "ASCENDING")],
        ("cities", "mayor"): [],
        ("cities", "founded"): [("COLLECTION", "ASCENDING")],
    },
}


def field(name: str) -> dict[str, str]:
    if name.startswith("@"):
        return {"fieldPath": name[1:], "arrayConfig": "CONTAINS"}
    return {"fieldPath": name.lstrip("-"), "order": _direction(name)}


def _direction(name: str) -> str:
    return "DESCENDING" if name.startswith("-") else "ASCENDING"


HELD = Indexes(
    {
        "indexes": [
            {"collectionGroup": where, "queryScope": scope, "fields": [field(f) for f in fields]}
            for where, scope, *fields in _DECLARED["indexes"]
        ],
        "fieldOverrides": [
            {
                "collectionGroup": where,
                "fieldPath": name,
                "indexes": [{"queryScope": scope, "order": kind} for scope, kind in kinds],
            }
            for (where, name), kinds in _DECLARED["overrides"].items()  # type: ignore[attr-defined]
        ],
    }
)


def query(collection: str, *where: tuple[str, str], order: str = "", group: bool = False) -> Any:
    """A query in the JSON form; an order such as `population -name`."""
    filters = [
        {"unaryFilter": {"field": {"fieldPath": name}, "op": op}}
        if op.startswith("IS_")
        else {"fieldFilter": {"field": {"fieldPath": name}, "op": op, "value": {}}}
        for name, op in where
    ]
    return {
        "from": [{"collectionId": collection, "allDescendants": group}],
        "where": {"compositeFilter": {"op": "AND", "filters": filters}},
        "orderBy": [
            {"field": {"fieldPath": name.lstrip("-")}, "direction": _direction(name)}
            for name in order.split()
        ],
    }


EQ, IN, LT, GE, HAS = "EQUAL", "IN", "LESS_THAN", "GREATER_THAN_OR_EQUAL", "ARRAY_CONTAINS"


@pytest.mark.parametrize(
    "served",
    [
        query("cities"),
        query("cities", ("state", EQ)),
        query("cities", ("state", EQ), ("country", EQ), ("capital", EQ)),
        query("cities", ("state", "IS_NULL"), ("country", IN), order="__name__"),
        query("cities", ("population", LT)),
        query("cities", ("population", GE), ("population", LT), order="-population"),
        query("cities", order="-name -__name__"),
        query("cities", ("regions", HAS)),
        query("cities", ("regions", HAS), ("state", EQ)),
        query("cities", ("country", EQ), order="-population -__name__"),
        query("cities", ("country", IN), ("population", LT), order="-population"),
        query("cities", ("founded", GE)),
        query("cities", ("country", EQ), order="country"),
        # merged: each has one of the two, and the same order
        query("restaurants", ("category", EQ), ("city", EQ), order="star_rating"),
        query("restaurants", ("city", EQ), ("star_rating", GE)),
        query("landmarks", ("category", EQ), group=True),
        query("landmarks", ("category", EQ), ("height", LT), group=True),
    ],
)
def test_what_is_served(served: Any) -> None:
    assert HELD.missing(asked(served)) is None


@pytest.mark.parametrize(
    ("refused", "index"),
    [
        (query("cities", ("country", EQ), ("population", LT)), "country population"),
        (query("cities", ("country", EQ), order="population"), "country population"),
        (query("cities", ("state", EQ), order="-population"), "state -population"),
        (query("cities", ("country", EQ), order="-population name"), "country -population name"),
        (query("cities", ("country", EQ), ("state", IN), order="-population"),
         "country state -population"),
        (query("cities", order="name -population"), "name -population"),
        (query("cities", ("population", LT), ("name", GE)), "population name"),
        (query("cities", ("regions", HAS), ("country", EQ)), "@regions country"),
        (query("cities", ("mayor", EQ)), "mayor"),
        (query("cities", ("mayor.name", EQ)), "mayor.name"),
        (query("cities", order="-founded"), "-founded"),
        (query("cities", order="-__name__"), "-__name__"),
        (query("cities", ("country", EQ), order="-population __name__"),
         "country -population __name__"),
        (query("restaurants", ("category", EQ), ("open", EQ), order="star_rating"),
         "category open star_rating"),
        (query("restaurants", ("category", EQ), order="-star_rating"), "category -star_rating"),
        (query("landmarks", ("name", EQ), group=True), "name"),
        (query("landmarks", ("category", EQ), ("height", LT)), "category height"),
        (query("cities", ("country", EQ), order="-population", group=True), "country -population"),
    ],
)  # fmt: skip
def test_what_is_refused(refused: Any, index: str) -> None:
    missing = HELD.missing(asked(refused))
    assert missing is not None
    assert missing["fields"] == [field(name) for name in index.split()]
    group = refused["from"][0]["allDescendants"]
    assert missing["queryScope"] == ("COLLECTION_GROUP" if group else "COLLECTION")


SUM = [{"alias": "sum", "sum": {"field": {"fieldPath": "paise"}}}]
COUNT = [{"alias": "count", "count": {}}]


@pytest.mark.parametrize(
    ("counted", "aggregations", "served"),
    [
        (query("sales", ("shop", EQ), ("at", GE)), SUM, True),
        (query("sales", ("shop", EQ), ("at", GE)), COUNT, False),  # has no index of its own
        (query("sales", ("shop", EQ)), SUM, False),
        (query("sales", ("shop", EQ)), COUNT, True),
        (query("sales"), SUM, True),
    ],
)
def test_what_is_summed_up_is_read_from_the_index(
    counted: Any, aggregations: Any, served: bool
) -> None:
    assert (HELD.missing(asked(counted, aggregations)) is None) is served


# --- what is deployed ----------------------------------------------------------------------------


def sent(shape: Shape) -> Any:
    """A declared query as the code's client has it, with values of no meaning."""
    query = unregistered(Query(shape.model, shape.where, shape.order, shape.group))
    values = [["x"] if op == "in" else "x" for _, op in shape.where]
    client = Client("demo-none", credentials=AnonymousCredentials())
    under = "/".join("x" for _ in shape.model.path.split("/")[:-2])
    return Reader(client).build(query, values, "" if shape.group else under).limit(1)


def declared() -> list[tuple[Any, list[Any]]]:
    """All that is declared, as it goes over the wire: queries, pages of them, and sums."""
    load()
    client_lists = [each.shape for each in ClientList.registry]
    found: list[tuple[Any, list[Any]]] = []
    for shape in (*Query.registry, *client_lists):
        built = sent(shape)
        found.append((index_demand.plain(built._to_protobuf()), []))
        if shape.order:
            paged = built.order_by("__name__", direction=shape.order[-1][1])
            found.append((index_demand.plain(paged._to_protobuf()), COUNT))
    for total in Total.registry:
        summed = sent(total.query).sum(total.field, alias="sum")
        message = index_demand.plain(summed._to_protobuf())
        found.append((message["structuredQuery"], message["aggregations"]))
    return found


def test_all_that_is_declared_is_served_by_what_is_deployed() -> None:
    queries = declared()
    assert len(queries) > 200
    for query_, aggregations in queries:
        assert index_demand.declared().missing(asked(query_, aggregations)) is None
