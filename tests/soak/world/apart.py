"""Running something in a process of its own that has all imported: a world leaves much behind."""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def apart(work: Callable[[], T]) -> T:
    """Return what the work returns that a forked process does.

    Raises:
        RuntimeError: it failed; what it told stands on stderr.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        status = 1
        try:
            with os.fdopen(writing, "wb") as out:
                pickle.dump(work(), out)
            status = 0
        except BaseException:  # noqa: BLE001  this process ends here
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as found:
        data = found.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError("the world ended before its time")
    answer: Any = pickle.loads(data)  # noqa: S301  of our own child
    return answer
