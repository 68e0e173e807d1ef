"""The lives of visits, cases, consents and uploads, written by hand and not read from the tables.

Each row is a state, each column an act. A cell says where the act leads and who may take it, one
letter for each party; `!` is refused, `=` was done already. Where the next state follows from other
facts, the cell names the parties alone.
"""

from __future__ import annotations

from core.machines import Party

#: A row for each state, "" for what is yet to be made; a cell for each act.
Life = dict[str, dict[str, str]]

PARTIES = {
    "A": Party.ADMIN,
    "C": Party.CLINIC,
    "L": Party.LAB,
    "O": Party.OPERATOR,
    "S": Party.SYSTEM,
}


def _life(*tables: str) -> Life:
    """Read a life; a head names the acts, and a wide table goes on in a second one.

    A cell's end and its parties are joined by a dot.
    """
    life: Life = {}
    for table in tables:
        head, *rows = [line.split() for line in table.strip().splitlines()]
        for state, *cells in rows:
            life.setdefault(state.strip("-"), {}).update(zip(head[1:], cells, strict=True))
    return life


def ends(cell: str) -> str | None:
    """Return the state that a cell leads to; None where it is refused or other facts say."""
    end, dot, _ = cell.partition(".")
    return (end or None) if dot else None


def parties(cell: str) -> frozenset[Party]:
    """Return who may take the act of a cell."""
    return frozenset(PARTIES[letter] for letter in cell.partition(".")[2])


VISIT = _life(
    """
    from        request     assign     accept     decline    depart     arrive
    -           requested.C !          !          !          !          !
    requested   =           assigned.A !          !          !          !
    assigned    !           assigned.A accepted.O declined.O !          !
    accepted    !           assigned.A =          declined.O en_route.O !
    en_route    !           !          !          declined.O =          arrived.O
    arrived     !           !          !          !          !          =
    scanning    !           !          !          !          !          !
    uploaded    !           !          !          !          !          !
    completed   !           !          !          !          !          !
    declined    !           assigned.A !          =          !          !
    rescheduled !           assigned.A !          !          !          !
    cancelled   !           !          !          !          !          !
    no_show     !           !          !          !          !          !
    interrupted !           assigned.A !          !          !          !
    """,
    """
    from        begin      finish     complete     report_no_show reschedule     cancel
    -           !          !          !            !              !              !
    requested   !          !          !            !              rescheduled.AC cancelled.ACS
    assigned    !          !          !            !              rescheduled.AC cancelled.ACS
    accepted    !          !          !            !              rescheduled.AC cancelled.ACS
    en_route    !          !          !            !              rescheduled.AC cancelled.ACS
    arrived     scanning.O !          !            no_show.AO     rescheduled.A  cancelled.ACS
    scanning    =          uploaded.O !            !              rescheduled.A  cancelled.AS
    uploaded    scanning.O =          completed.AC !              rescheduled.A  cancelled.AS
    completed   !          !          =            !              !              !
    declined    !          !          !            !              rescheduled.AC cancelled.ACS
    rescheduled !          !          !            !              rescheduled.AC cancelled.ACS
    cancelled   !          !          !            !              !              =
    no_show     !          !          !            =              !              !
    interrupted !          !          completed.C  !              rescheduled.AC cancelled.ACS
    """,
    """
    from        release
    -           !
    requested   =
    assigned    requested.S
    accepted    requested.S
    en_route    requested.S
    arrived     interrupted.S
    scanning    interrupted.S
    uploaded    uploaded.S
    completed   !
    declined    !
    rescheduled !
    cancelled   !
    no_show     !
    interrupted =
    """,
)

CASE = _life(
    """
from              open   request_visit upload link close     reopen freeze
-                 open.C !             !      !    !         !      !
open              =      scheduled.C   .COS   .C   closed.CS !      frozen.S
scheduled         !      =             .COS   .C   !         !      frozen.S
scanned           !      scheduled.C   .COS   .C   closed.CS !      frozen.S
closed            !      !             !      .C   =         .C     frozen.S
awaiting_guardian !      !             !      !    .CS       !      frozen.S
frozen            !      !             !      !    !         !      =
""",
    """
from              require_guardian    resume
-                 !                   !
open              awaiting_guardian.S !
scheduled         awaiting_guardian.S !
scanned           awaiting_guardian.S !
closed            awaiting_guardian.S !
awaiting_guardian =                   .S
frozen            !                   !
""",
)

CONSENT = _life("""
from      record  withdraw
-         given.C !
given     =       withdrawn.C
withdrawn !       =
""")

UPLOAD = _life("""
from       issue     claim        admit   refuse
-          issued.CLO !           !       !
issued     =         processing.S !       !
processing !         processing.S ready.S rejected.S
ready      !         !            =       !
rejected   !         !            !       =
""")
