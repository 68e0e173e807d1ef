"""What errors tell beside their reason: each fact by its name in `details`, with type and meaning.

A fact that several errors tell is declared here once; one that is an error's own stands beside it.
Docs and the typed client are made from it. Details hold figures, ids and names of fields, never
what a person typed.
"""

from dataclasses import dataclass, replace
from types import GenericAlias


@dataclass(frozen=True)
class Detail:
    """One fact in the `details` of an error.

    Attributes:
        name: its key.
        kind: the type of its JSON: str, int, an enumeration, a list of str or int, or, for a list
            of objects, what each of them tells.
        meaning: what it is, with its unit.
        always: whether each such error tells it.
    """

    name: str
    kind: "type | GenericAlias | tuple[Detail, ...]"
    meaning: str
    always: bool = True

    @property
    def parts(self) -> "tuple[Detail, ...]":
        """What each object of a list tells; nothing where it is none."""
        return self.kind if isinstance(self.kind, tuple) else ()

    def at_times(self) -> "Detail":
        """Return the same as a fact that only some such errors tell."""
        return replace(self, always=False)


#: What a state machine tells of a step that it refuses; clients get the states of its table.
STATE = Detail("state", str, "The state in which it is.")
ACTION = Detail("action", str, "What was to be done.")
STEP = (STATE, ACTION)
#: The same of a refusal that other code raises too.
STEP_AT_TIMES = (STATE.at_times(), ACTION.at_times())

LIMIT = Detail("limit", int, "How many there may be at most.")
LIMIT_PAISE = Detail("limit_paise", int, "The bound of the amount, in paise.")
MISSING_PAISE = Detail("missing_paise", int, "How much is missing, in paise.")
ALLOWED = Detail("allowed", list[str], "What may be given; nothing may where it is empty.")
EARLIEST_DAY = Detail("earliest", str, "The first day that is possible, such as 2026-05-04.")
LATEST_DAY = Detail("latest", str, "The last day that is possible, such as 2026-05-04.")
EARLIEST = Detail("earliest", str, "The first moment at which it is possible, ISO 8601.")
REQUEST_ID = Detail("request_id", str, "The request of `privacy_requests` that it is about.")
STARTS_AT = Detail("starts_at", str, "When an erasure begins, ISO 8601.")
ASKED = Detail("asked", str, "Who asked for an erasure, and can take it back.")
