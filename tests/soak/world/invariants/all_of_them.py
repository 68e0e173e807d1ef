"""Which invariants are checked when: after each act, each night, and at the end."""

from __future__ import annotations

from datetime import timedelta

from tests.soak.world.actions import Acting
from tests.soak.world.invariants import ends, facts, law, money, standing, telling
from tests.soak.world.invariants.base import Touched
from tests.soak.world.invariants.oracle import Oracle

#: After each act, of what it touched.
STEPS = (
    telling.nothing_fails,
    telling.notices_reach_who_is_there,
    money.transactions_sum_to_zero,
    money.wallets_follow_entries,
    standing.the_lost_hold_nothing,
    standing.operators_are_active,
    standing.bookings_do_not_overlap,
    facts.status_of_cases,
    facts.visits_show_their_sources,
    facts.labels_follow,
    facts.frozen_cases_stand_still,
    facts.nothing_unexamined,
    facts.steps_are_listed,
)
#: Each night, of all that there is.
NIGHTS = (money.holds_are_what_is_held, telling.mail_names_nobody)
#: When nothing has gone wrong for some days.
ENDS = (
    money.the_product_agrees,
    standing.claims_follow_documents,
    ends.all_is_done,
    ends.landing_is_empty,
    telling.notices_are_once,
    law.newer_fields_stay,
)
#: How long the world is left alone at its end.
_QUIET = timedelta(days=4)


class Watch:
    """Checks them all."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._night = acting.engine.time.now() + timedelta(days=1)
        self._erased = law.Erased(acting)
        acting.engine.observe = self._observe
        oracle = Oracle(acting)
        acting.heard, acting.repeated = oracle.hear, oracle.repeat

    def _observe(self, what: str, touched: Touched) -> None:
        for check in STEPS:
            check(self._acting, what, touched)
        self._erased.observe(what, touched)

    def step(self) -> None:
        """Check what is checked each night, where one is over."""
        if self._acting.engine.time.now() >= self._night:
            self._night += timedelta(days=1)
            for check in NIGHTS:
                check(self._acting)

    def end(self) -> None:
        """Leave the world alone for some days, without faults; then check all."""
        engine = self._acting.engine
        engine.calm()
        engine.advance(engine.time.now() + _QUIET)
        for check in (*NIGHTS, *ENDS, self._erased.nowhere):
            check(self._acting)
