"""Ends a program that only prints as Unix's do when nobody reads on, as in `… | head`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def printed(main: Callable[[], int]) -> int:
    """Run a program that changes nothing, and return its exit code; 0 where its reader has enough.

    rich and typer do the same for what is printed through them.
    """
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code
