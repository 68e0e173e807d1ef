"""The type tests of the client fail where its types no longer say what apps are built on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.typescript import CLIENT, ClientCopy

#: What is changed in a generated module, and what the compiler then says of which line of the type
#: tests. TS2578: nothing is wrong with what is expected to be.
BROKEN = {
    "a field is renamed": (
        ("wire", r"(?<=interface OpenCase \{)((?:.|\n)*?)notes", r"\1remarks"),
        ("TS2353", "await scanner.scans.openCase({ ...ids, notes: null,"),
    ),
    "a field of a document is renamed": (
        ("documents", r"\bassignee\b", "operator"),
        ("TS2339", "same<typeof visit.assignee, string | null>();"),
    ),
    "a reason is no more": (
        ("errors", r"'insufficient-funds'", "'funds-short'"),
        ("TS2678", "case 'insufficient-funds':"),
    ),
    "a reason is one again": (
        ("errors", r"busy: \{\};", "busy: {};\n  'visit-lost-in-the-mail': {};"),
        ("TS2578", "// @ts-expect-error a reason that is no more"),
    ),
    "a moment is a string": (
        ("documents", r"(requested_at: )Timestamp", r"\1string"),
        ("TS2578", "// @ts-expect-error a moment in a document is a Timestamp, and no string"),
    ),
    "null is forgotten": (
        ("documents", r"(slot: VisitSlot) \| null", r"\1"),
        ("TS2578", "// @ts-expect-error it may be null"),
    ),
    "a list is a tuple": (
        ("wire", r"(file_ids: )string\[\]", r"\1[string] | []"),
        ("TS2554", "same<NonNullable<Parameters<Scanner['labs']['placeOrder']>[0]['file_ids']>,"),
    ),
    "any action passes": (
        ("wire", r"(action: )'accept'", r"\1string | 'accept'"),
        ("TS2578", "// @ts-expect-error a value that the enumeration does not have"),
    ),
}

#: What the page does not say, for it is the app's.
OF_THE_APP = (
    "declare const email: string, password: string, patient_id: string, consent_id: string;\n",
    "declare function show(jaws: unknown): void;\n",
    "declare function askFor(scope: string): void;\n",
)


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """What the compiler says once all of it is changed: no change hides the fault of another."""
    copy = ClientCopy.at(tmp_path_factory.mktemp("broken"))
    for change, _ in BROKEN.values():
        copy.change(*change)
    return copy.faults()


def test_the_client_passes_its_type_tests_and_its_page_too(tmp_path: Path) -> None:
    """What the README shows compiles, with the names that it leaves to the app."""
    copy = ClientCopy.at(tmp_path)
    shown = re.findall(r"```ts\n(.*?)```", (CLIENT / "README.md").read_text(), re.DOTALL)
    assert len(shown) == 1
    copy.test_types("readme", "".join([*shown, *OF_THE_APP]))
    assert copy.faults() == []


@pytest.mark.parametrize("change", BROKEN)
def test_a_change_that_breaks_apps_fails_the_type_tests(
    faults: list[tuple[str, str]], change: str
) -> None:
    _, (code, line) = BROKEN[change]
    assert [found for found in faults if found[0] == code and found[1].startswith(line)]
