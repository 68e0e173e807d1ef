"""The gate's limits in docs/api.md: each with its number and its reason."""

from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from scans.gate import limit_settings
from scans.gate.limits import Limits
from scans.gate.stl import StlCode
from tools.docs import limits
from tools.docs.surface import UndocumentedError

API = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Explained:
    """Two limits, each with a reason."""

    max_bytes: int = 3 * 2**20
    """So much is sent in a minute."""

    bad_share: float = 0.005
    """More means damage."""


@dataclass(frozen=True)
class Unexplained:
    """A limit without one."""

    max_bytes: int = 3
    most: int = 4
    """This one has."""


def test_a_limit_is_told_with_its_unit_and_its_reason() -> None:
    assert limits.of(Explained(), "SCANNER_TEST") == [
        limits.Limit("SCANNER_TEST_MAX_BYTES", "3 MiB", "So much is sent in a minute."),
        limits.Limit("SCANNER_TEST_BAD_SHARE", "0.5%", "More means damage."),
    ]


def test_a_limit_without_a_reason_cannot_be_told() -> None:
    with pytest.raises(UndocumentedError, match="max_bytes"):
        limits.of(Unexplained(), "SCANNER_TEST")


def test_every_setting_of_the_gate_is_told() -> None:
    params = [
        *limit_settings.STL.values(),
        *limit_settings.IMAGE.values(),
        *limit_settings.ARCHIVE.values(),
    ]
    assert len(params) == sum(len(fields(each.type)) for each in fields(Limits))
    for param in params:
        assert f"| `{param.name}` | " in API


@pytest.mark.parametrize("code", StlCode)
def test_every_finding_is_told(code: StlCode) -> None:
    (row,) = [line for line in API.splitlines() if line.startswith(f"| `{code}` |")]
    assert row.split("|")[2].strip(), "and what was found"


@pytest.mark.parametrize(
    "number", ["up to 72 MB", "1,500,000 triangles", "JPEG, PNG", "| `stl` | `model/stl`"]
)
def test_people_are_told_in_numbers(number: str) -> None:
    assert number in API
