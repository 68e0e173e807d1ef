"""Walks all that the suite holds, after the tests; fails for what nothing declares.

python -m tests.dump                 # looks at what there is
python -m tests.dump -- pytest ...   # runs that before; where it failed there is no look
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time

from tests.dump.looking import look
from tools import everything


def main(command: list[str]) -> int:
    """Run the command, look, and say what was found; the exit code."""
    if command and (code := _ran(command)):
        return code
    started = time.monotonic()
    faults = look(everything.log())
    looked = ", ".join(f"{count:,} {what}" for what, count in faults.looked.items())
    print(f"looked at {looked} in {time.monotonic() - started:.0f} s", flush=True)
    for line in faults.lines():
        print(f"must not be there: {line}", file=sys.stderr)
    return bool(faults.kinds)


def _ran(command: list[str]) -> int:
    """Run a command, which hears of the signals that ask this to stop; its exit code."""
    process = subprocess.Popen(command)

    def pass_on(signum: int, _: object) -> None:
        # A terminal has sent its Ctrl-C to the command already.
        if signum != signal.SIGINT or not sys.stdin.isatty():
            process.send_signal(signum)

    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, pass_on)
    code = process.wait()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
