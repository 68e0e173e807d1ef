"""Queries as data: the index that each needs, and the cursor between its pages."""

import base64
import json
from datetime import UTC, datetime
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Document
from core.errors import CursorInvalid
from core.queries import Query, Total, decode_cursor, encode_cursor

ids = st.text(min_size=1, max_size=40).filter(
    lambda text: "/" not in text and text not in {".", ".."} and not text.startswith("__")
)
moments = st.datetimes(timezones=st.just(UTC))


class Queried(Document):
    """A document of this test; `partial` keeps it out of the data map."""

    path: ClassVar[str] = "flocks/{flock}/sheep/{sheep}"
    partial: ClassVar[bool] = True


@pytest.fixture
def query():
    """Makes queries that leave no trace in the registry that other tests check."""
    before, totals = list(Query.registry), list(Total.registry)
    yield lambda **parts: Query(Queried, **parts)
    Query.registry[:], Total.registry[:] = before, totals


def fields(query: Query) -> list[dict[str, str]] | None:
    index = query.index()
    if index is None:
        return None
    assert index["collectionGroup"] == "sheep"
    assert index["queryScope"] == "COLLECTION"
    return index["fields"]


def ascending(name):
    return {"fieldPath": name, "order": "ASCENDING"}


def descending(name):
    return {"fieldPath": name, "order": "DESCENDING"}


@pytest.mark.parametrize(
    ("where", "order", "expected"),
    [
        # served by single-field indexes
        ((), (), None),
        ((("a", "=="),), (), None),
        ((("a", "=="), ("b", "==")), (), None),
        ((("a", "=="), ("b", "in")), (), None),
        ((("a", ">"),), (), None),
        ((), (("a", "ASCENDING"),), None),
        ((("a", ">"),), (("a", "DESCENDING"),), None),
        # composite
        ((("a", "=="),), (("b", "ASCENDING"),), [ascending("a"), ascending("b")]),
        ((("a", "=="),), (("b", "DESCENDING"),), [ascending("a"), descending("b")]),
        ((("a", "=="), ("b", "<=")), (), [ascending("a"), ascending("b")]),
        (
            (("a", "=="), ("b", "<=")),
            (("b", "DESCENDING"),),
            [ascending("a"), descending("b")],
        ),
        (
            (("tags", "array_contains"),),
            (("b", "ASCENDING"),),
            [{"fieldPath": "tags", "arrayConfig": "CONTAINS"}, ascending("b")],
        ),
    ],
)
def test_the_index_that_a_query_needs(query, where, order, expected):
    assert fields(query(where=where, order=order)) == expected


@given(st.lists(moments | st.integers() | st.booleans() | st.none(), max_size=3), ids)
def test_a_cursor_comes_back_as_it_was(values, document_id):
    assert decode_cursor(encode_cursor(values, document_id)) == (values, document_id)


@given(moments, ids)
def test_a_cursor_can_go_into_a_url(moment, document_id):
    assert set(encode_cursor([moment], document_id)) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
    )


def test_a_time_comes_back_aware():
    (found,), _ = decode_cursor(encode_cursor([datetime(2026, 5, 4, tzinfo=UTC)], "x"))
    assert found.tzinfo is not None


@given(st.text(max_size=200))
def test_garbage_is_refused(text):
    with pytest.raises(CursorInvalid):
        decode_cursor(text)


def packed(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "7",
        "[]",
        "[[]]",
        '[[], "x", 1]',
        "[[], null]",
        "[[], 7]",
        '[[], ""]',
        '[[], "a/b"]',
        '[7, "x"]',
        '[null, "x"]',
        '[["2026-05-04T00:00:00+00:00"], "x"',
    ],
)
def test_well_packed_nonsense_is_refused(text):
    with pytest.raises(CursorInvalid):
        decode_cursor(packed(text))


@pytest.mark.parametrize(
    ("values", "document_id"),
    [
        (["0001-01-01T00:00:00+14:00"], "x"),
        (["9999-12-31T23:59:59-12:00"], "x"),
        (["a"], "."),
        (["a"], ".."),
        (["a"], "__x__"),
    ],
)
def test_what_firestore_cannot_look_up_is_refused(values, document_id):
    """Nobody got such a cursor; the calls answered `internal`."""
    with pytest.raises(CursorInvalid):
        decode_cursor(packed(json.dumps([values, document_id])))
    assert decode_cursor(packed(json.dumps([["a", 2**63 - 1], "x__"]))) == (["a", 2**63 - 1], "x__")


def test_the_twin_of_the_nonsense_is_taken():
    assert decode_cursor(packed(json.dumps([[], "x"]))) == ([], "x")


@pytest.mark.parametrize("text", ['{"ab": 1, "c": 2}', '["abc", "x"]', '[{"a": 1}, "x"]', '"ab"'])
def test_values_that_are_no_list_are_refused(text):
    with pytest.raises(CursorInvalid):
        decode_cursor(packed(text))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ((), None),  # the field's own index
        ((("a", "=="),), [ascending("a"), ascending("sum")]),
        ((("a", ">="), ("a", "<")), [ascending("a"), ascending("sum")]),
        ((("sum", ">"),), None),
    ],
)
def test_a_sum_is_read_from_an_index_that_holds_its_field(query, where, expected):
    total = Total(query(where=where), "sum")
    assert Total.registry[-1] is total
    index = total.index()
    assert (index["fields"] if index else None) == expected
