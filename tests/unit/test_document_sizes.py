"""Sizes in Firestore, against the examples of https://firebase.google.com/docs/firestore/storage-size."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.support.document_sizes import Size, size

TASK = "users/jeff/tasks/my_task_id"
FIELDS = {
    "type": "Personal",
    "done": False,
    "priority": 1,
    "description": "Learn Cloud Firestore",
}


def test_a_document_takes_what_the_example_says() -> None:
    # Its name 44, 14 + 6 + 17 + 34 for its fields, and 32.
    assert size(TASK, FIELDS).bytes == 147


def test_a_field_takes_an_entry_in_each_direction() -> None:
    # The name 44, its parent's 27, "done" with its value 6, and 32: 109 as in the example.
    assert size(TASK, {"done": False}).single == 2 * 109


def test_fields_of_a_map_and_elements_of_an_array_have_entries_of_their_own() -> None:
    nested = size(TASK, {"a": {"done": False, "at": datetime.now(UTC)}})
    assert nested.single == 2 * (44 + 27 + 32 + 7 + 1) + 2 * (44 + 27 + 32 + 5 + 8)
    assert size(TASK, {"done": [True, False]}).single == 2 * 109


def test_a_long_text_is_indexed_by_its_beginning() -> None:
    entry = 44 + 27 + 32 + 2 + 1500
    assert size(TASK, {"t": "x" * 5000}).single == 2 * entry
    assert size(TASK, {"t": "x" * 1499}).single == 2 * entry
    assert size(TASK, {"t": "x" * 1498}).single == 2 * (entry - 1)


def test_declared_indexes_count_where_the_document_has_their_fields() -> None:
    at = datetime.now(UTC)
    entry = size("audit/one", {"action": "look", "at": at})
    # (action, at): the name 26, that of no parent 16, the values 5 and 8, and 32.
    assert entry.composite >= 26 + 16 + 5 + 8 + 32
    assert size("audit/one", {"at": at}).composite == 0


def test_a_field_that_is_exempt_has_no_entries() -> None:
    at = datetime.now(UTC)
    assert size("deliveries/one", {"expires_at": at}).single == 0
    assert size("deliveries/one", {"sent_at": at}).single > 0
    # A map is exempt with all that is in it; of another one, a part is asked for.
    assert size("audit/one", {"refs": {"file": "f1"}}).single == 0
    assert size("visits/one", {"slot": {"starts_at": at}}).single > 0


def test_sizes_are_added_up() -> None:
    one = size("users/jeff", {})
    assert one == Size(1, 6 + 5 + 16 + 32, 0, 0)
    assert one + one == Size(2, 2 * one.bytes, 0, 0)
