"""Compiled drawing under trial: triangles made at random, in memory between guard pages.

python -m tests.fuzz.painting --seconds 60 --seed 1
python -m tests.fuzz.painting --round 17
python -m tests.fuzz.painting --library painting.so --rounds 300

Every third round the triangles are in the picture, and what is drawn is held to what NumPy draws.
Every third they reach out of it, and every third their numbers are any 32 bits: there it must come
back, with nothing written beside what it was handed.

Without `--library` the source is compiled so that it dies where C leaves open what happens.
"""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import developing, kernel, painting
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import DEPTHS, UNIT
from tests.support.guarded import Guarded
from tools.kernel import building

HOME = Path(".scanner/fuzz")
ANSWERS = (-1, -2)
"""What it answers beside a cost: that it refuses, that it was stopped."""
EDGES = np.array(
    [
        0, -0.0, 0.5, 1, -1, 1e-45, 1e-30, 2.0**24, 2.0**31, -(2.0**31), 2.0**63,
        3e38, -3e38, np.inf, -np.inf, np.nan,
    ],
    np.float32,
)  # fmt: skip


class BrokenError(Exception):
    """The drawing did what it must not do."""


@dataclass(frozen=True)
class Trial:
    """What is drawn: arguments of `paint`."""

    canvas: painting.Canvas
    points: Floats32
    normals: Floats32 | None
    allowed: int


def main(arguments: list[str] | None = None) -> None:
    """Try for some time or some rounds, or one round again."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.painting", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rounds", type=int, help="instead of seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--round", type=int, help="this round and no other")
    parser.add_argument("--library", type=Path, help="drawing that was compiled before")
    parser.add_argument(
        "--source", type=Path, default=kernel.SOURCE, help="the folder of its source"
    )
    chosen = parser.parse_args(arguments)
    path = chosen.library or building.build(
        building.here(), HOME / "painting.so", flags=building.TRAPS
    )
    calls = kernel.entries(path, chosen.source)
    end = time.monotonic() + chosen.seconds
    number = chosen.round or 0
    while number < chosen.rounds if chosen.rounds else time.monotonic() < end:
        HOME.mkdir(parents=True, exist_ok=True)
        sys.stdout.write(f"\rround {number}")  # the last that is told is the one that ended it
        sys.stdout.flush()
        try_round(calls, chosen.seed, number)
        number += 1
        if chosen.round is not None:
            break
    sys.stdout.write(f"\r{number} rounds: nothing wrong\n")


def try_round(calls: kernel.Entries, seed: int, number: int) -> None:
    """Draw what a number gives. Raises BrokenError, or ends the process, if it does not do."""
    chance = np.random.default_rng((seed, number))
    at_end = bool(number // 3 % 2)
    try_developing(calls, np.random.default_rng((seed, number, 1)), at_end=at_end)
    call = calls.paint
    if number % 3:
        _guarded(call, (beyond if number % 3 == 1 else any_bits)(chance), at_end=at_end)
        return
    trial = inside(chance)
    expected = np.zeros_like(trial.canvas.sides)
    cost = painting.paint(
        trial.canvas._replace(sides=expected), trial.points, trial.normals, trial.allowed
    )
    drawn, answer = _guarded(call, trial, at_end=at_end)
    if answer != cost or (drawn != expected).any():
        raise BrokenError(f"round {number}: cost {answer}, NumPy has {cost}; {drawn.size} pixels")


def try_developing(calls: kernel.Entries, chance: np.random.Generator, *, at_end: bool) -> None:
    """Develop pixels of any bits. Raises BrokenError, or ends the process, if it does not do."""
    finer, height, width = chance.integers(1, (5, 40, 40)).tolist()
    pixels = chance.integers(0, 2**32, (height * finer, width * finer), np.uint32)
    pixels[chance.random(pixels.shape) < 0.3] = 0
    deep = float(chance.choice((0.01, 50)))
    expected = developing.develop(pixels, finer, deep)
    read = Guarded(pixels, at_end=at_end, written=False)
    covered, bright, sides, depth = (
        Guarded(array, at_end=at_end, written=True)
        for array in developing.Developed.blank(height, width)
    )
    answer = calls.develop(
        read.address, pixels.size, finer, width, height, deep, UNIT,
        covered.address, bright.address, depth.address, sides.address, height * width,
    )  # fmt: skip
    written = (covered, bright, sides, depth)
    if answer or not all(memory.untouched for memory in (read, *written)):
        raise BrokenError(f"it answered {answer}, or wrote beside a picture")
    if any((made.array != array).any() for made, array in zip(written, expected, strict=True)):
        raise BrokenError(f"a picture of {width} by {height} is another than NumPy's")


def inside(chance: np.random.Generator) -> Trial:
    """Triangles within a picture, many of them small, thin, in line with pixels, or all three."""
    sides, width, height = chance.integers(1, (3, 90, 90))
    count, flat = int(chance.integers(0, 400)), bool(chance.random() < 0.5)
    rotation = np.linalg.qr(chance.normal(size=(3, 3)))[0].astype(np.float32)
    middles = chance.uniform(0, 1, (3, 1, count))
    reach = chance.choice((0.02, 0.2, 1)) * chance.choice((1, 1e-3), (3, 1, count), p=(0.8, 0.2))
    placed = np.clip(middles + reach * chance.uniform(-1, 1, (3, 3, count)), 0, 1)
    thin = chance.random(count) < 0.2  # one corner is beside the line of the others
    along = placed[:, 0] + chance.random(count) * (placed[:, 1] - placed[:, 0])
    placed[:, 2, thin] = (along + chance.normal(0, 1e-4, along.shape))[:, thin].clip(0, 1)
    placed *= np.array((width, height, DEPTHS - 1))[:, None, None]
    if grid := chance.choice((0, 0, 2, 16)):
        placed[:2] = np.round(placed[:2] * grid) / grid
    placed = placed[:, :, chance.integers(0, max(count, 1), count)]  # some are there twice
    placed[0] = np.clip(placed[0], 0.01, width - 0.01)
    placed[1] = np.clip(placed[1], 0.01, height - 0.01)
    matrix = np.diag((width, height, DEPTHS)).astype(np.float32)
    if chance.random() < 0.7:  # else as pictures from the side have it, with factors of zero
        matrix = (matrix @ np.linalg.qr(chance.normal(size=(3, 3)))[0]).astype(np.float32)
    points = np.linalg.inv(matrix.astype(np.float64)) @ placed.reshape(3, -1)
    normals = chance.normal(size=(3, 3, count))
    normals /= np.linalg.norm(normals, axis=0)
    return Trial(
        painting.Canvas(
            np.zeros((sides, height, width), np.uint32),
            matrix,
            np.array((0, 0, 1), np.float32),
            rotation,
        ),
        points.reshape(3, 3, count).astype(np.float32),
        None if flat else normals.astype(np.float32),
        int(chance.choice((0, 1, 100, 3000, 10**7))),
    )


def beyond(chance: np.random.Generator) -> Trial:
    """Triangles of which many reach out of the picture, on any side, some by far."""
    trial = inside(chance)
    canvas = trial.canvas
    factor = chance.choice((1.01, 2, 50))
    middle = np.array((canvas.sides.shape[2], canvas.sides.shape[1], DEPTHS)) / 2
    shift = (canvas.shift - middle) * factor + middle
    canvas = canvas._replace(
        matrix=canvas.matrix * np.float32(factor), shift=shift.astype(np.float32)
    )
    return replace(trial, canvas=canvas)


def any_bits(chance: np.random.Generator) -> Trial:
    """Numbers that no scan has: any bits, and the edges of what 32 of them can hold."""
    trial = inside(chance)
    share = chance.choice((0.01, 0.3, 1))

    def spoiled(array: Floats32) -> Floats32:
        bits = chance.integers(0, 2**32, array.shape, np.uint32).view(np.float32)
        wild = np.where(chance.random(array.shape) < 0.5, bits, chance.choice(EDGES, array.shape))
        return np.where(chance.random(array.shape) < share, wild, array).astype(np.float32)

    canvas = trial.canvas
    if chance.random() < 0.5:
        placing = (spoiled(part) for part in canvas.placing)
        canvas = painting.Canvas(canvas.sides, *placing)
    normals = None if trial.normals is None else spoiled(trial.normals)
    return Trial(canvas, spoiled(trial.points), normals, trial.allowed)


def _guarded(
    call: Callable[..., int], trial: Trial, *, at_end: bool
) -> tuple[NDArray[np.uint32], int]:
    """Draw in guarded memory; return the pixels and the answer."""
    sides, height, width = trial.canvas.sides.shape
    count = trial.points.shape[2]
    placing = np.concatenate([array.ravel() for array in trial.canvas.placing])
    read = [
        Guarded(array, at_end=at_end, written=False)
        for array in (placing, kernel.RULES, trial.points, trial.normals)
        if array is not None
    ]
    pixels, seen = (
        Guarded(array, at_end=at_end, written=True)
        for array in (trial.canvas.sides, np.zeros(count, np.uint32))
    )
    answer = call(
        pixels.address, pixels.array.size, sides, width, height,
        *(array.address for array in read), *([None] * (4 - len(read))),
        count, seen.address, count, trial.allowed,
    )  # fmt: skip
    if not all(memory.untouched for memory in (*read, pixels, seen)):
        raise BrokenError("it wrote beside what it was handed")
    if answer < 0 and answer not in ANSWERS:
        raise BrokenError(f"it answered {answer}")
    return pixels.array, answer


if __name__ == "__main__":
    main()
