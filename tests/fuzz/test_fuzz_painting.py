"""The compiled drawing stands its trial, and one that is wrong anywhere does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from scans.gate.stl import kernel
from tests.support.sources import ROOT
from tools.kernel import building

ROUNDS = 600

WRONG = {
    "a row too high": ("between(box.top, -1, (float)(canvas->height - 1))", "box.top"),
    "a row too low": ("between(box.bottom, 0, (float)canvas->height)", "box.bottom"),
    "one row too many": ("(float)(canvas->height - 1)", "(float)canvas->height"),
    "a column too far": ("(float)(canvas->width - 1)", "(float)canvas->width"),
    "a column too few": ("(float)(canvas->width - 1)", "(float)(canvas->width - 2)"),
    "a column before the first": ("between(from, 0, (float)", "between(from, -1, (float)"),
    "what is no number gets through": (
        "float least = value > low ? value : low;\n    return least < high ? least : high;",
        "float least = value < low ? low : value;\n    return least > high ? high : least;",
    ),
    "normals of three corners where there is one": (
        "next = facet->per * facet->count", "next = 3 * facet->count"
    ),
    "numbers within a block only": ("(uint32_t)(start + i)", "(uint32_t)i"),
    "room for one number more": ("seen[found++]", "seen[++found]"),
    "triangles from after the last": ("count - start < BLOCK ? (int)(count - start) :", ""),
    "what is as near is hidden": ("near < *pixel >> 12", "near <= *pixel >> 12"),
    "the last one drawn wins": ("if (packed > *pixel)", "if (packed)"),
    "cracks": ("lower(near, far) - rules->overlap", "lower(near, far)"),
    "thin ones left": ("> rules->thin", "> rules->thin * 0.5f"),
    "a pixel to the left": ("(box.left <= box.right)", "(box.left < box.right)"),
    "corners in another order": ("(one.y > other.y)", "(one.y < other.y)"),
    "no turned light on the inside": ("facet->inside ? -1.0f : 1.0f", "1.0f"),
    "light from the front on what is behind": ("-facing[1], facing[2]", "facing[1], facing[2]"),
    "brightness of the front behind": ("&facet->bright[side]", "&facet->bright[0]"),
    "depth of the front behind": ("(uint32_t)rules->depths + 1 - depth", "depth"),
    "inside and outside alike": ("(facet->inside ^ side)", "facet->inside"),
    "thin triangles for nothing": ("higher(columns, rows)", "(columns < 0 ? 0 : rows)"),
    "one of fewer drawn": ("(allowed > 1 ? allowed : 1) + 1", "(allowed > 1 ? allowed : 1) + 2"),
    "all that is allowed is not": ("spent + more > allowed", "spent + more >= allowed"),
}  # fmt: skip
"""Changes to the source, each of which must show: pictures that differ, or a process that dies."""


def trial(source: Path, flags: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Compile a source and try it in a process of its own, which it may end."""
    library = building.build(building.here(), folder / "painting.so", source=source, flags=flags)
    command = [
        sys.executable, "-m", "tests.fuzz.painting", "--rounds", str(ROUNDS),
        "--library", str(library), "--source", str(source),
    ]  # fmt: skip
    return subprocess.run(
        command,
        cwd=ROOT,
        env={"PYTHONPATH": "functions:."},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("flags", [(), building.TRAPS], ids=["as deployed", "with traps"])
def test_draws_what_numpy_draws_and_stays_within_its_memory(
    flags: Sequence[str], tmp_path: Path
) -> None:
    done = trial(kernel.SOURCE, flags, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"{ROUNDS} rounds: nothing wrong\n")


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_one_is_found(wrong: str, tmp_path: Path) -> None:
    right, instead = WRONG[wrong]
    text = kernel.SOURCE.read_text()
    assert text.count(right) == 1
    source = tmp_path / "painting.c"
    source.write_text(text.replace(right, instead))
    done = trial(source, building.TRAPS, tmp_path)
    assert done.returncode < 0 or "BrokenError" in done.stderr, done.stdout[-300:]


def test_fused_arithmetic_is_found(tmp_path: Path) -> None:
    """On processors that can, a compiler would round once where NumPy rounds twice."""
    source = tmp_path / "painting.c"
    text = kernel.SOURCE.read_text()
    source.write_text(text.replace("* row[0] +", "* row[0] * 1.0000001f +"))
    assert "BrokenError" in trial(source, (), tmp_path).stderr
