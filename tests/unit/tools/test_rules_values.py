"""Firestore REST values as the rules evaluator reads them."""

import pytest

from tools.emulators.rules_values import document_path, expression_value, resource_value


@pytest.mark.parametrize(
    ("rest", "rules"),
    [
        ({"stringValue": "u1"}, {"string_value": "u1"}),
        ({"integerValue": "5"}, {"int_value": "5"}),
        ({"doubleValue": 0.5}, {"float_value": 0.5}),
        ({"booleanValue": False}, {"bool_value": False}),
        ({"nullValue": None}, {"null_value": None}),
        (
            {"timestampValue": "2026-01-01T00:00:00Z"},
            {"timestamp_value": "2026-01-01T00:00:00Z"},
        ),
        (
            {"arrayValue": {"values": [{"integerValue": "1"}]}},
            {"list_value": {"values": [{"int_value": "1"}]}},
        ),
        ({"arrayValue": {}}, {"list_value": {"values": []}}),
        (
            {"mapValue": {"fields": {"a": {"booleanValue": True}}}},
            {"map_value": {"fields": {"a": {"bool_value": True}}}},
        ),
        (
            {"referenceValue": "projects/p/databases/d/documents/a/b"},
            {
                "path_value": {
                    "segments": [
                        {"simple": part} for part in ("databases", "d", "documents", "a", "b")
                    ]
                }
            },
        ),
    ],
)
def test_each_kind_of_value(rest, rules):
    assert expression_value(rest) == rules


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="vectorValue"):
        expression_value({"vectorValue": {}})


def test_a_document_shows_its_data_and_its_id():
    document = {"name": "projects/p/databases/(default)/documents/uploads/x1", "fields": {}}
    fields = resource_value(document)["map_value"]["fields"]
    assert fields["id"] == {"string_value": "x1"}
    assert fields["data"] == {"map_value": {"fields": {}}}


def test_a_path_is_escaped_but_for_the_default_database():
    segments = ["databases", "(default)", "documents", "uploads", "a/b ?"]
    assert document_path(segments) == "/databases/(default)/documents/uploads/a%2Fb%20%3F"
