"""Judges files in this process and prints, as JSON, what was said and what it took.

    python -m tests.hostile.judging stl=a.stl image=b.jpg

Imports the gate and nothing of the tests, so that the memory is that of the gate.
"""

import hashlib
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from scans.gate import admission
from scans.gate.models import FileKind


def judged(kind: FileKind, path: Path) -> dict[str, Any]:
    """The verdict on one file as plain data, processor seconds for each MiB (one at least)."""
    data = path.read_bytes()
    started = time.process_time()
    outcome = admission.judge(kind, data)
    seconds = time.process_time() - started
    if isinstance(outcome, admission.Passed) and outcome.unmeasured is not None:
        raise outcome.unmeasured
    verdict = {
        "passes": isinstance(outcome, admission.Passed),
        "findings": [finding.model_dump() for finding in outcome.findings],
        "report": outcome.report,
        "stored": _digests(outcome),
    }
    return {"verdict": verdict, "seconds_per_mib": seconds / max(1, len(data) / 2**20)}


def _digests(outcome: admission.Passed | admission.Refused) -> list[str]:
    if isinstance(outcome, admission.Refused):
        return []
    stored = (outcome.content, *outcome.pictures.values())
    return [hashlib.sha256(picture.data).hexdigest() for picture in stored]


def peak_mib() -> float:
    """Most memory this process ever held, in MiB.

    Linux lets `getrusage` start from what the parent held, so there its other figure is taken.
    """
    status = Path("/proc/self/status")
    if not status.exists():  # macOS
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def main(arguments: list[str]) -> None:
    """Judge the files named as `kind=path`."""
    files = [argument.partition("=") for argument in arguments]
    outcomes = [judged(FileKind(kind), Path(path)) for kind, _, path in files]
    json.dump({"files": outcomes, "peak_mib": peak_mib(), "optimised": not __debug__}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
