"""Standing: who lost it holds nothing, and no two bookings of an operator overlap.

From the policy (2, 3), README.md ("reads where to go ... while assigned and not a moment longer";
"a suspended account is out at once") and decisions 2, 3, 10 and 11.
"""

from __future__ import annotations

from typing import Any

from google.cloud.firestore import FieldFilter

from tests.soak.world.actions import Acting
from tests.soak.world.invariants.base import Touched, must, now_at, of_collection

#: Visits that are over name nobody any more.
_OVER = frozenset({"completed", "cancelled", "no_show"})


def the_lost_hold_nothing(acting: Acting, what: str, touched: Touched) -> None:
    """Whose account is not active any more, or changed its role, has no open slot and no visit."""
    for path in of_collection(touched, "users"):
        before, now = touched[path], now_at(acting, path)
        rights = ("status", "role", "org")
        had = before is not None and before["status"] == "active"
        if not had or (now and all(before.get(r) == now.get(r) for r in rights)):
            continue
        uid = path.partition("/")[2]
        for name, field in (("uploads", "uid"), ("visits", "assignee")):
            query = acting.engine.db.collection(name).where(filter=FieldFilter(field, "==", uid))
            for found in query.stream():
                kept = found.fields or {}
                lost = name == "visits" or kept["open"]
                must(not lost, "lost-hold-nothing", f"{found.reference.path} of {uid} after {what}")


def operators_are_active(acting: Acting, what: str, touched: Touched) -> None:
    """A visit names an active operator alone, and none once it is over."""
    for path in of_collection(touched, "visits"):
        now = now_at(acting, path)
        if now is None or now["assignee"] is None:
            continue
        must(now["state"] not in _OVER, "over-names-nobody", f"{path} {now['state']} after {what}")
        who = now_at(acting, f"users/{now['assignee']}") or {}
        active = who.get("status") == "active" and who.get("role") == "operator"
        must(active, "assigned-are-active", f"{path} names {now['assignee']} after {what}")


def bookings_do_not_overlap(acting: Acting, what: str, touched: Touched) -> None:
    """No two visits of an operator share any time."""
    for path in of_collection(touched, "visits"):
        now = now_at(acting, path)
        if now is None or now["assignee"] is None or now["slot"] is None:
            continue
        query = acting.engine.db.collection("visits").where(
            filter=FieldFilter("assignee", "==", now["assignee"])
        )
        for found in query.stream():
            other: Any = found.fields or {}
            if found.reference.path == path or other["slot"] is None:
                continue
            apart = (
                now["slot"]["ends_at"] <= other["slot"]["starts_at"]
                or other["slot"]["ends_at"] <= now["slot"]["starts_at"]
            )
            must(apart, "no-overlap", f"{path} and {found.reference.path} overlap after {what}")


def claims_follow_documents(acting: Acting) -> None:
    """At the end claims are what the documents say, or nothing: an admin's call was lost, then."""
    for uid, account in acting.engine.auth.accounts.items():
        claims = account.custom_claims or {}
        now = now_at(acting, f"users/{uid}") or {}
        active = now.get("status") == "active"
        wanted = {k: now[k] for k in ("role", "org") if now.get(k)} if active else {}
        pending = now.get("claims_at") is None
        must(claims == wanted or pending, "claims", f"{uid} has {claims}, its document {wanted}")
