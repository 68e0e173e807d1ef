"""What proves that nothing is left: a word is found wherever it stands, and any change is seen."""

from __future__ import annotations

import pytest

from tools.demo.show import archive_table, console, receipt_table
from tools.everything import Everything

HELD = {
    "cases/a": b'{"notes": {"stringValue": "for Sunil"}}',
    "cases/b": b"{}",
    "gs://cases/Sunil/content": b"\x00\xff",
    "gs://cases/b/content": b"\x00\xffSunil\xfe",
    "auth://u": b"{}",
    "log": b"Sunil",
}


def test_a_word_is_found_in_documents_in_objects_and_in_their_names() -> None:
    found = Everything(HELD).naming("Sunil")
    assert found == {"cases/a", "gs://cases/Sunil/content", "gs://cases/b/content", "log"}
    assert Everything(HELD).naming("Sunila") == set()


@pytest.mark.parametrize("changed", [{"cases/b": b"{ }"}, {"cases/b": b""}, {}])
def test_a_byte_that_is_changed_or_gone_is_seen(changed: dict[str, bytes]) -> None:
    paths = ["cases/a", "cases/b"]
    before = Everything(HELD).digest(paths)
    kept = {path: data for path, data in HELD.items() if path != "cases/b"}
    assert Everything({**HELD, "log": b"more"}).digest(paths[::-1]) == before
    assert Everything({**kept, **changed}).digest(paths) != before


def test_what_is_in_an_archive_and_what_became_of_it_is_shown() -> None:
    planned = {"cases/{case_id}/events/{event_id}": {"delete": 10}, "consents/{id}": {"blank": 1}}
    with console.capture() as captured:
        console.print(archive_table({"cases events": 12}, 18))
        console.print(receipt_table(planned))
    shown = [line.split() for line in captured.get().replace("│", " ").splitlines()]
    for row in (["cases", "events", "12"], ["cases", "events", "10"], ["consents", "1"]):
        assert row in shown
