"""Compiling the drawing of scans, for any platform, by the compiler that pip installs."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scans.gate.stl import kernel

ROOT: Final = Path(__file__).resolve().parents[2]
CACHE: Final = ROOT / ".scanner" / "zig"

FLAGS: Final = (
    "-std=c11",
    "-Wall", "-Wextra", "-Wconversion", "-Werror",
    "-O2",
    "-fno-slp-vectorize",  # loops are enough; single triangles became slower
    "-fno-math-errno",  # a square root is an instruction, no call
    "-ffp-contract=off",  # a multiplication and an addition round twice, as in NumPy
    "-ffreestanding", "-nostdlib", "-fno-stack-protector",  # nothing is called or loaded
    "-shared", "-fPIC", "-fvisibility=hidden", "-s",
)  # fmt: skip
"""How it is compiled. Neither paths nor times get into the file: the same source gives the same
bytes."""

TRAPS: Final = (
    "-fsanitize=undefined,float-cast-overflow,local-bounds",
    "-fsanitize-trap=all",
)
"""What makes the process die where C leaves open what happens: an index out of bounds, an overflow,
a float that does not fit the integer it is made to."""


class KernelBuildError(Exception):
    """It cannot be compiled; the message says why and what to do."""


@dataclass(frozen=True)
class Target:
    """A platform: as `sys.platform` and `platform.machine` name it, and as the compiler does."""

    system: str
    machine: str
    triple: str
    processor: str

    @property
    def library(self) -> Path:
        """Where the functions look for the file."""
        return kernel.library(self.system, self.machine)


TARGETS: Final = (
    # The least that NumPy's own packages for x86-64 run on since 2.4, with SSE 4.1 for rounding.
    Target("linux", "x86_64", "x86_64-linux-gnu.2.17", "x86_64_v2"),
    Target("linux", "aarch64", "aarch64-linux-gnu.2.17", "generic"),
    Target("darwin", "x86_64", "x86_64-macos.11.0", "x86_64_v2"),
    Target("darwin", "arm64", "aarch64-macos.11.0", "apple_m1"),
)
RUNTIME: Final = TARGETS[0]
"""What Cloud Functions run on."""


def here() -> Target:
    """Return what fits this machine. Raises KernelBuildError when no target is known for it."""
    found = [t for t in TARGETS if (t.system, t.machine) == (sys.platform, platform.machine())]
    if not found:
        known = ", ".join(f"{target.system} {target.machine}" for target in TARGETS)
        raise KernelBuildError(
            f"nothing is known of {sys.platform} {platform.machine()}, only of {known}: NumPy draws"
        )
    return found[0]


def build(
    target: Target,
    into: Path | None = None,
    *,
    source: Path = kernel.SOURCE,
    flags: Sequence[str] = (),
    cache: Path = CACHE,
) -> Path:
    """Compile for a target, and return the file, which is replaced as a whole.

    `into`: where to write it, without it where the functions look. `flags`: further ones, such as
    `TRAPS`. Raises KernelBuildError with what the compiler said, or where nothing can be written.
    """
    path = into or target.library
    files = sorted(source.glob("*.c"))
    with _beside(path) as folder:
        made = Path(folder) / path.name
        command = [
            sys.executable, "-m", "ziglang", "cc",
            "-target", target.triple, f"-mcpu={target.processor}",
            *FLAGS, *flags, f'-DSOURCE_DIGEST="{kernel.digest(source)}"',
            "-o", str(made), *map(str, files),
        ]  # fmt: skip
        caches = {"ZIG_GLOBAL_CACHE_DIR": str(cache), "ZIG_LOCAL_CACHE_DIR": str(cache)}
        done = subprocess.run(
            command, env=os.environ | caches, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise KernelBuildError(f"{source} cannot be compiled:\n{done.stderr}")
        made.replace(path)
    return path


def _beside(path: Path) -> tempfile.TemporaryDirectory[str]:
    """Return a folder from which a file can be moved to the path at once."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(dir=path.parent)
    except OSError as err:
        raise KernelBuildError(
            f"{path.parent} cannot be written to ({err.strerror}): make it writable to compile; "
            "without the file NumPy draws"
        ) from err
