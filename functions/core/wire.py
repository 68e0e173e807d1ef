"""Numbers as the Firebase SDKs send them, where JSON has no number of that kind.

The SDKs for Apple and Android write a 64-bit integer, which each `Int` of Swift and `Long` of
Kotlin is, as an object that names its type; firebase-functions (0.6.0) hands that over as it is.
https://firebase.google.com/docs/functions/callable-reference
"""

import re
from typing import Any

_PREFIX = "type.googleapis.com/google.protobuf."
_TYPES = frozenset({f"{_PREFIX}Int64Value", f"{_PREFIX}UInt64Value"})
_WHOLE = re.compile(r"-?[0-9]{1,20}")
#: No request is nested as deep.
_DEPTH = 16


def decoded(data: Any, depth: int = _DEPTH) -> Any:  # noqa: ANN401
    """Return what a client sent with its 64-bit integers as integers; what is no such stays."""
    if not depth:
        return data
    match data:
        case {"@type": str(kind), "value": str(value), **rest} if kind in _TYPES and not rest:
            return int(value) if _WHOLE.fullmatch(value) else data
        case dict():
            return {name: decoded(each, depth - 1) for name, each in data.items()}
        case list():
            return [decoded(each, depth - 1) for each in data]
    return data
