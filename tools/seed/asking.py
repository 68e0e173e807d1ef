"""How the day's people ask: with a key, once more under it where it may help, in turns."""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections import defaultdict
from contextlib import nullcontext
from typing import Any

import requests

from tools.client import CallError, Person
from tools.seed.earlier import Earlier

#: After these nothing was done, or the same may be asked again under its key (docs/api.md).
_AGAIN = frozenset({"ABORTED", "UNAVAILABLE"})
_TRIES = 8
#: They set money aside: a person asks for one after the other, and does not contend with itself.
_IN_TURNS = frozenset({"scans/request_visit", "labs/place_order"})
_turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


def ask(who: Person | Earlier, function: str, **fields: object) -> dict[str, Any]:
    """Call a callable that changes something, as often as an app would, under one key.

    Raises:
        CallError: the callable's own error.
        RequestException: no answer came.
        ScannerError: the service's own error, of what is done earlier.
    """
    person = who.person if isinstance(who, Earlier) else who
    with _turns[person.uid] if function in _IN_TURNS else nullcontext():
        return _asked(who, function, {**fields, "idempotency_key": uuid.uuid4().hex})


def _asked(who: Person | Earlier, function: str, fields: dict[str, Any]) -> dict[str, Any]:
    for attempt in range(1, _TRIES):
        try:
            answer: dict[str, Any] = who.call(function, **fields)
        except requests.ConnectionError:
            pass
        except CallError as err:
            if err.code not in _AGAIN:
                raise
        else:
            return answer
        time.sleep(random.uniform(0, 0.1 * 2**attempt))  # noqa: S311  jitter
    last: dict[str, Any] = who.call(function, **fields)
    return last
