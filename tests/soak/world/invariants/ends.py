"""Ends: everything that was asked for ends, given that faults end: jobs, uploads, holds, requests.

From decision 22 (jobs decide, the sweep finds what no alarm woke), decisions 25 and 26, and the
law's deadlines (DPDP Act 2023, section 12; the policy, 7).
"""

from __future__ import annotations

from datetime import timedelta

from tests.soak.world.actions import Acting
from tests.soak.world.invariants.base import every, must

#: Longer than a sweep's period and all retries of a job.
_LATE = timedelta(days=2)


def all_is_done(acting: Acting) -> None:
    """A while after the last act no job is overdue, nothing is half-judged, no slot stays open."""
    now = acting.engine.time.now()
    for path, job in every(acting, "jobs"):
        overdue = job["state"] == "due" and job["due_at"] < now - _LATE
        must(not overdue, "jobs-end", f"{path} is due since {job['due_at']}: {job['last_error']}")
    for path, slot in every(acting, "uploads"):
        must(slot["state"] != "processing", "uploads-end", f"{path} is still being judged")
        old = slot["open"] and slot["expires_at"] < now - _LATE
        must(not old, "uploads-end", f"{path} is open since {slot['expires_at']}")
    for path, _ in every(acting, "wallets"):
        for hold_path, hold in every(acting, f"{path}/holds"):
            old = hold["state"] == "open" and hold["expires_at"] < now - _LATE
            must(not old, "holds-end", f"{hold_path} is over since {hold['expires_at']}")


def landing_is_empty(acting: Acting) -> None:
    """What landed was judged, and is not left there."""
    left = sorted(acting.engine.storage.objects.get("world-landing", {}))
    must(not left, "landing-is-empty", f"{left[:3]} in the landing zone")
