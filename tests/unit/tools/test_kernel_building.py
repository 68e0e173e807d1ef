"""The compiled drawing as a file: the same each time, on its own, where a deployment takes it."""

from __future__ import annotations

import json
import struct
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support.sources import FUNCTIONS, ROOT
from tools.kernel import building

NEEDED, DYNAMIC, SYMBOLS, SYMBOL_SIZE = 1, 6, 11, 24
"""ELF: the tag of a library that is needed, and the section of tags; the section of symbols that
others see, and the size of one."""


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    """Compiled twice, in other places, with nothing kept of the first time."""
    one, other = (
        building.build(building.RUNTIME, tmp_path / name / "it.so", cache=tmp_path / name / "zig")
        for name in ("one", "other")
    )
    assert one.read_bytes() == other.read_bytes()
    assert str(tmp_path).encode() not in one.read_bytes()


@pytest.mark.parametrize("target", building.TARGETS, ids=lambda t: f"{t.system} {t.machine}")
def test_it_is_compiled_for_every_platform(target: building.Target, tmp_path: Path) -> None:
    kinds = {"linux": b"\x7fELF\x02\x01", "darwin": b"\xcf\xfa\xed\xfe"}
    made = building.build(target, tmp_path / "it.so")
    assert made.read_bytes().startswith(kinds[target.system])


def test_it_needs_no_library_and_calls_no_function(tmp_path: Path) -> None:
    """All that another file could give it would stand among its symbols, without a section."""
    data = building.build(building.RUNTIME, tmp_path / "it.so").read_bytes()
    (offset,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<2H", data, 58)
    sections = [struct.unpack_from("<2I4Q2I2Q", data, offset + n * size) for n in range(count)]
    symbols: dict[str, int] = {}
    for _, kind, _, _, at, length, link, *_ in sections:
        if kind == SYMBOLS:
            names = sections[link][4]
            for entry in range(at + SYMBOL_SIZE, at + length, SYMBOL_SIZE):
                name, _, _, section = struct.unpack_from("<I2BH", data, entry)
                start = names + name
                symbols[data[start : data.index(b"\0", start)].decode()] = section
        if kind == DYNAMIC:
            tags = [struct.unpack_from("<q", data, at + n)[0] for n in range(0, length, 16)]
            assert NEEDED not in tags
    assert set(symbols) == {"scanner_paint", "scanner_develop", "scanner_painting_source"}
    assert all(symbols.values())


def test_a_source_that_cannot_be_compiled_is_told_and_the_file_left(tmp_path: Path) -> None:
    made = building.build(building.RUNTIME, tmp_path / "it.so")
    before, source = made.read_bytes(), tmp_path / "source"
    source.mkdir()
    (source / "painting.c").write_text("int wrong(void) { return nothing; }\n")
    with pytest.raises(building.KernelBuildError, match="undeclared identifier 'nothing'"):
        building.build(building.RUNTIME, made, source=source)
    assert made.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"it.so", "source"}


def test_where_nothing_can_be_written_that_is_told(tmp_path: Path) -> None:
    """As in a checkout that is read-only."""
    (tmp_path / "file").write_text("")
    with pytest.raises(
        building.KernelBuildError, match=r"cannot be written to .*: make it writable"
    ):
        building.build(building.RUNTIME, tmp_path / "file" / "it.so")


def test_git_leaves_it_out_and_a_deployment_does_not() -> None:
    path = building.RUNTIME.library
    ignored = subprocess.run(
        ["git", "check-ignore", "--quiet", str(path)], cwd=ROOT, check=False
    ).returncode
    assert ignored == 0
    [functions] = json.loads((ROOT / "firebase.json").read_text())["functions"]
    below = path.relative_to(FUNCTIONS)
    parts = [str(below), *below.parts]
    left_out = [
        pattern
        for pattern in functions["ignore"]
        if any(fnmatch(part, pattern.removeprefix("**/")) for part in parts)
    ]
    assert left_out == []
