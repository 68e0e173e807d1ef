"""Runs the tests, then walks all that the suite holds; fails for what nothing declares.

python -m tests.dump                 # looks at what there is
python -m tests.dump -- pytest ...   # runs a command before; after one that failed it does not look
"""

from __future__ import annotations

import subprocess
import sys
import time

from tests.dump.looking import look
from tools import everything


def main(command: list[str]) -> int:
    """Run the command, look, and say what was found; the exit code."""
    if command and (code := subprocess.run(command, check=False).returncode):
        return code
    started = time.monotonic()
    faults = look(
        everything.documents(), everything.objects(), everything.accounts(), everything.log()
    )
    looked = ", ".join(f"{count:,} {what}" for what, count in faults.looked.items())
    print(f"looked at {looked} in {time.monotonic() - started:.0f} s", flush=True)
    for line in faults.lines():
        print(f"must not be there: {line}", file=sys.stderr)
    return bool(faults.kinds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
