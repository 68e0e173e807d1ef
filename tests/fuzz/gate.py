"""The fuzz target: files changed at random, each judged as a scan and as a picture.

python -m tests.fuzz.gate --seconds 60 --seed 1
python -m tests.fuzz.gate --file .scanner/fuzz/crash-…
"""

import argparse
import hashlib
import random
import sys
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("Fuzzing needs atheris, which runs on Linux (x86-64) with Python 3.11 to 3.13.")

# Where bytes decide the way. Code that works on whole arrays has few ways to take, and atheris
# keeps every array that it sees compared.
DECIDING = ("parsing", "solids", "text", "text_variants", "examination")
GATE = Path("functions/scans/gate/stl")
NUMERIC = [f"scans.gate.stl.{path.stem}" for path in GATE.glob("*.py") if path.stem not in DECIDING]
assert NUMERIC, f"no modules in {GATE}: every array compared would be kept"

with atheris.instrument_imports(include=["scans", "PIL"], exclude=NUMERIC):
    from scans.gate.models import FileKind
    from tests.fuzz.repairs import repaired
    from tests.hostile import camera_files, canary, colour_files, picture_files, scan_files

HOME = Path(".scanner/fuzz")
SEEDS, FOUND = HOME / "seeds", HOME / "found"
LONGEST = 16_384
"""Bytes. The small files of the catalogue are shorter, and short ones are judged quickly."""


def say(line: str) -> None:
    """Print a line beside those of libFuzzer."""
    sys.stderr.write(f"{line}\n")


def test_one(data: bytes) -> None:
    """Judge one file; libFuzzer saves it when this raises."""
    try:
        for kind in FileKind:
            canary.check(kind, data)
    except BaseException:
        name = HOME / f"crash-{hashlib.sha1(data, usedforsecurity=False).hexdigest()}"
        say(f"\nThis file breaks the gate. To judge it again:\n  make fuzz FILE={name}\n")
        raise


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Change a file; every other time set its checksums, count or length right again."""
    changed = bytes(atheris.Mutate(data, most))
    return repaired(changed)[:most] if random.Random(seed).random() < 0.5 else changed


def write_seeds() -> None:
    """The catalogue's small files, from which the changes start."""
    for folder in (SEEDS, FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    files = scan_files.FILES | picture_files.FILES | colour_files.FILES | camera_files.FILES
    for number, case in enumerate(files.values()):
        if len(data := case.make()) <= LONGEST:
            (SEEDS / f"{number:03}").write_bytes(data)


def main(arguments: list[str] | None = None) -> None:
    """Fuzz for some time, or judge one file."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.gate", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", type=Path, help="judge this file and nothing else")
    chosen = parser.parse_args(arguments)
    if chosen.file:
        test_one(chosen.file.read_bytes())
        say(f"{chosen.file}: nothing wrong")
        return
    write_seeds()
    options = [
        f"-max_total_time={chosen.seconds}", f"-seed={chosen.seed}", f"-max_len={LONGEST}",
        "-timeout=20", "-rss_limit_mb=1024", f"-artifact_prefix={HOME}/", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(["gate", *options, str(FOUND), str(SEEDS)], test_one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
