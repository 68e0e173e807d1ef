"""The builds that a benchmark measures: today's, and beside it the one that `BASE=<commit>` names.

Benchmarks, peers and tools are always today's; what they measure is the source of a build. A base
is unpacked once into `.scanner/builds/<commit>`, without touching git's own state, and runs on the
environment of this checkout: the same interpreter, packages and emulators. What a base does not
have is told as `NOT_THERE`.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from tools.emulators.layout import ports, read_config

ROOT = Path(__file__).resolve().parents[1]
#: What a table shows where a build does not have what is measured.
NOT_THERE = "not there"
TODAY = "today"
#: What is not in git and a build cannot run without.
_LINKED = (Path("functions", "venv"), Path("node_modules"))
#: The ports of a base's suite begin so far above today's, that both can run at once.
_APART = 100


class BaseError(Exception):
    """`BASE` names no commit of this repository; says what to do."""


@dataclass(frozen=True)
class Build:
    """A source tree that can be run.

    Attributes:
        name: `today`, or the commit in seven digits.
        root: the folder of its checkout.
    """

    name: str
    root: Path

    @property
    def commit(self) -> str:
        """Return its commit in seven digits, and whether what is deployed was changed since."""
        if self.name != TODAY:
            return self.name
        head = _git(self.root, "rev-parse", "--short=7", "HEAD").stdout.decode().strip()
        same = _git(self.root, "diff", "--quiet", "HEAD", "--", "functions").returncode == 0
        return head if same else f"{head} with changes"

    @property
    def functions(self) -> Path:
        """What is deployed of it: the folder that `tools.served` serves as `source`."""
        return self.root / "functions"

    def has(self, *paths: str) -> bool:
        """Tell whether all these are in it, given from its root: `functions/labs/orders`."""
        return all((self.root / path).exists() for path in paths)

    def environment(self, **more: str) -> dict[str, str]:
        """Return what a Python program runs with that imports the source of this build.

        It is to be started by its path, with `-P`, as `-m` puts the working folder first. `core`
        and the other packages are then the build's, `tools` and `tests` as well.
        """
        return os.environ | {"PYTHONPATH": os.pathsep.join(map(str, self._path))} | more

    @property
    def _path(self) -> tuple[Path, Path]:
        return self.functions, self.root

    def in_suite(self, *command: str) -> int:
        """Run a command beside emulators of this build's functions; returns its exit code.

        The command runs in today's checkout, with today's `benchmarks`, `tools` and packages of
        `functions` in its path, and with the variables that lead to the emulators.
        """
        here = Build(TODAY, ROOT)._path
        entered = [sys.executable, "-c", _ENTER, str(ROOT), os.pathsep.join(map(str, here))]
        # The launcher serves the checkout that it is in, on the interpreter that is in there.
        python = self.functions / "venv" / "bin" / "python"
        suite = [str(python), "-m", "tools.emulators", "run", "--"]
        settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        if self.name != TODAY:
            first = min(ports(read_config(ROOT), os.environ.get("PORT_BASE", "")).values())
            settings["PORT_BASE"] = str(first + _APART)
        ran = subprocess.run([*suite, *entered, *command], cwd=self.root, env=settings, check=False)
        return ran.returncode


#: Turns a command that a base's launcher has started back into one of today's checkout.
_ENTER = (
    "import os, sys; os.chdir(sys.argv[1]); os.environ['PYTHONPATH'] = sys.argv[2]; "
    "os.execvp(sys.argv[3], sys.argv[3:])"
)


def builds(root: Path = ROOT) -> tuple[Build, ...]:
    """Return today's build and, when the environment has `BASE`, that one after it.

    Raises:
        BaseError: BASE names no commit.
    """
    return (Build(TODAY, root), *filter(None, [base(root=root)]))


def base(commit: str = "", root: Path = ROOT) -> Build | None:
    """Return the build of a commit, of `BASE` by default; None when there is neither.

    Raises:
        BaseError: it names no commit.
    """
    named = commit or os.environ.get("BASE", "")
    if not named:
        return None
    found = _git(root, "rev-parse", "--verify", "--quiet", "--short=7", f"{named}^{{commit}}")
    if found.returncode:
        raise BaseError(f"BASE={named} is no commit of this repository: `git log` lists them.")
    name = found.stdout.decode().strip()
    folder = root / ".scanner" / "builds" / name
    if not folder.exists():
        _unpack(root, name, folder)
    return Build(name, folder)


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit into a folder; it stands there whole or not at all."""
    packed = _git(root, "archive", "--format=tar", commit)
    packed.check_returncode()
    coming = folder.with_name(f"{folder.name}.{os.getpid()}")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(coming, filter="data")
    for path in _LINKED:
        (coming / path).symlink_to(root / path)
    try:
        coming.rename(folder)
    except OSError:  # another run was quicker
        shutil.rmtree(coming)


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
