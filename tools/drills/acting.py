"""What the drills do: type the commands of the pages, and hold what comes back to what must."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.clock import day_of
from tools.client import CallError, Person
from tools.demo.people import apply_for, appoint_admin, notice_claims, sign_up
from tools.demo.steps import Steps, UnexpectedError
from tools.deployed import FUNCTIONS
from tools.gateway import KEY_ID, KEY_SECRET
from tools.served import Served, served

_ROOT = Path(__file__).resolve().parents[2]
#: No cell of a table is folded: what is looked for stands on one line.
_WIDE = {"COLUMNS": "400"}


def expect(holds: object, otherwise: str) -> None:
    """Go on only if something holds.

    Raises:
        UnexpectedError: it does not; says `otherwise`.
    """
    if not holds:
        raise UnexpectedError(otherwise)


def scannerctl(*words: str, place: Mapping[str, str] | None = None, code: int | None = 0) -> str:
    """Run a command of `./scannerctl` as an operator would; return what it printed.

    Args:
        words: the command.
        place: variables that lead it to another project of the emulators.
        code: what it must end with: 1 where it must find something, None where it may or may not.

    Raises:
        UnexpectedError: it ended otherwise.
    """
    run = subprocess.run(
        [sys.executable, "-m", "tools.scannerctl", *words],
        capture_output=True,
        text=True,
        cwd=_ROOT,
        env={**os.environ, **_WIDE, **(place or {})},
        check=False,
    )
    expect(
        code is None or run.returncode == code,
        f"scannerctl {' '.join(words)} ended with {run.returncode}: {run.stdout}{run.stderr}",
    )
    printed: str = run.stdout
    return printed


def swept_ahead(subject: str, days: int) -> None:
    """Have the sweep look at one document as if so many days were over.

    Raises:
        UnexpectedError: it failed.
    """
    about = ["--days", str(days), "--subject", subject]
    command = [sys.executable, "-m", "tools.emulators.ticking", *about]
    run = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT, check=False)
    expect(run.returncode == 0, f"the sweep: {run.stderr.strip()}")


def refused(act: Callable[[], object], reason: str) -> None:
    """Have a call refused for this reason and for no other.

    Raises:
        UnexpectedError: it was answered, or refused for another one.
    """
    try:
        act()
    except CallError as err:
        expect(err.reason == reason, f"refused for {err.reason}, and not for {reason}: {err}")
    else:
        raise UnexpectedError(f"it was answered, and not refused for {reason}")


@contextmanager
def answered_by(function: str, **environment: str) -> Iterator[Served]:
    """Have a function answer from a process of its own, with other settings, until the block ends.

    Its callables are then called by their names alone.

    Raises:
        NotServedError: it did not come up.
    """
    deployed = os.environ["SCANNER_FUNCTIONS_URL"]
    keys = {"RAZORPAY_KEY_ID": KEY_ID, "RAZORPAY_KEY_SECRET": KEY_SECRET}
    with (
        tempfile.TemporaryDirectory() as folder,
        served(function, Path(folder) / "log", FUNCTIONS, **keys | environment) as other,
    ):
        os.environ["SCANNER_FUNCTIONS_URL"] = other.url
        try:
            yield other
        finally:
            os.environ["SCANNER_FUNCTIONS_URL"] = deployed


def around_today() -> tuple[str, ...]:
    """Return the options that have `wallet reconcile` look at yesterday and today, as in India."""
    today = day_of(datetime.now(UTC))
    return ("--from", str(today - timedelta(days=1)), "--to", str(today))


def told_of(printed: str, words: str, subject: str) -> bool:
    """Tell whether a line that a command printed has both the words and the subject."""
    return any(words in line and subject in line for line in printed.splitlines())


def clinic_and_admin(steps: Steps) -> tuple[Person, Person]:
    """Let a clinic and an admin in.

    Raises:
        StoryEndedError: it failed.
    """
    with steps.step("a clinic and an admin are let in"):
        clinic, admin = sign_up("clinic"), sign_up("admin")
        apply_for(clinic, "Dr. Asha Rao", "Smile Dental")
        appoint_admin(admin)
        admin.call("accounts/approve_account", uid=clinic.uid)
        notice_claims(clinic)
    return clinic, admin


def available(clinic: Person) -> int:
    """Return what a clinic's wallet has to spend, in paise."""
    found: int = clinic.call("wallet/get_balance")["available"]
    return found
