"""The compiled drawing stands its trial, and one that is wrong anywhere does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from scans.gate.stl import kernel
from tests.support.kernel_sources import sources
from tests.support.sources import ROOT
from tools.kernel import building

ROUNDS = 600

WRONG = {
    "a row too high": ("between(batch->top[i], -1, (float)(job->height - 1))", "batch->top[i]"),
    "a row too low": ("between(bottom, 0, (float)job->height)", "bottom"),
    "one row too many": ("(float)(job->height - 1)", "(float)job->height"),
    "a column too far": ("(float)(job->width - 1)", "(float)job->width"),
    "a column too few": ("(float)(job->width - 1)", "(float)(job->width - 2)"),
    "a column before the first": ("between(from, 0, (float)", "between(from, -1, (float)"),
    "what is no number gets through": (
        "float least = value > low ? value : low;\n    return least < high ? least : high;",
        "float least = value < low ? low : value;\n    return least > high ? high : least;",
    ),
    "normals where there are none": (
        "            if (job->normals)\n                batch->normals[part]",
        "                batch->normals[part]",
    ),
    "no normals of flat ones": ("if (!job->normals)", "if (0)"),
    "light on one corner alone": ("(job->normals ? 3 : 1)", "1"),
    "one more than are worked on together": ("size < BLOCK &&", "size <= BLOCK &&"),
    "no end to those that are made ready": ("*at < found;", "*at <= found;"),
    "normals of any length": ("batch->normals[3][i] = y / length", "batch->normals[3][i] = y"),
    "normals the other way": ("u[2] * v[0] - u[0] * v[2]", "u[0] * v[2] - u[2] * v[0]"),
    "numbers within a block only": ("(uint32_t)(start + i)", "(uint32_t)i"),
    "room for one number more": ("seen[found++]", "seen[++found]"),
    "triangles from after the last": ("rest < BLOCK ? (int)rest :", "rest < 0 ? (int)rest :"),
    "the last one drawn wins": ("packed > pixel[step] ? packed : pixel[step]", "packed"),
    "the one behind wins": ("packed > pixel[step] ?", "packed < pixel[step] ?"),
    "cracks": ("lower(near, far) - rules->overlap", "lower(near, far)"),
    "thin ones left": ("> rules->thin", "> rules->thin * 0.5f"),
    "a pixel to the left": ("(box.left <= box.right)", "(box.left < box.right)"),
    "corners in another order": ("(one.y > other.y)", "(one.y < other.y)"),
    "no turned light on the inside": ("inside ? -1.0f : 1.0f", "1.0f"),
    "light from the front on what is behind": ("side ? -facing[1] :", "side ? facing[1] :"),
    "brightness of the front behind": (
        "(*bright)[BLOCK] = batch->bright[side]", "(*bright)[BLOCK] = batch->bright[0]"
    ),
    "dimmed where it is not": ("inside ^ side ?", "inside ?"),
    "depth of the front behind": ("rules->depths + 1 - near", "rules->depths - near"),
    "inside and outside alike": ("((batch->doubled[i] < 0) ^ side)", "(batch->doubled[i] < 0)"),
    "thin triangles for nothing": ("higher(columns, rows)", "(columns < 0 ? 0 : rows)"),
    "one of fewer drawn": ("(allowed > 1 ? allowed : 1) + 1", "(allowed > 1 ? allowed : 1) + 2"),
    "a picture from the row above": ("(height - y) * finer - 1", "(height - y) * finer"),
    "a picture upside down": ("int64_t at = y * width;", "int64_t at = (height - 1 - y) * width;"),
    "a picture of one pixel more": ("x < width; x++", "x <= width; x++"),
    "one pixel of four": ("along < finer; along++", "along < 1; along++"),
    "all of a pixel is light": ("pixel >> 1 & 2047", "pixel >> 1"),
    "half of it behind": ("weight > 0.5f", "weight >= 0.5f"),
    "empty pixels taken for far ones": ("some > 1 ? some : 1", "(float)(finer * finer)"),
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


def changed(folder: Path, right: str, instead: str) -> Path:
    """A copy of the source in which something that stands there once is something else."""
    source = sources(folder / "source")
    texts = {path: path.read_text() for path in source.iterdir()}
    assert sum(text.count(right) for text in texts.values()) == 1
    for path, text in texts.items():
        path.write_text(text.replace(right, instead))
    return source


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
    source = changed(tmp_path, right, instead)
    done = trial(source, building.TRAPS, tmp_path)
    assert done.returncode < 0 or "BrokenError" in done.stderr, done.stdout[-300:]


def test_rounding_once_in_place_of_twice_is_found(tmp_path: Path) -> None:
    """As a compiler does that may fuse a multiplication and an addition."""
    sum_of = "row[0] * x + row[1] * y + row[2] * z"
    source = changed(tmp_path, sum_of, f"(float)({sum_of.replace('row', '(double)row')})")
    assert "BrokenError" in trial(source, (), tmp_path).stderr
