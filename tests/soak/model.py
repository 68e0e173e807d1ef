"""When the time of each document is over, by arithmetic of its own, not by the code's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

INDIA = timezone(timedelta(hours=5, minutes=30))
DAY = timedelta(days=1)


def years(number: int, at: datetime) -> datetime:
    """The end of the day that is so many years later in India; 1 March for 29 February."""
    day = at.astimezone(INDIA).date()
    leap = (day.month, day.day) == (2, 29)
    try:
        last = date(day.year + number, day.month, day.day)
    except ValueError:
        assert leap
        last = date(day.year + number, 3, 1)
    return datetime(last.year, last.month, last.day, tzinfo=INDIA) + DAY


def idle(opened_at: datetime) -> datetime:
    """The same time in India two years later; on 28 February for the 29th."""
    local = opened_at.astimezone(INDIA)
    try:
        return local.replace(year=local.year + 2)
    except ValueError:
        return local.replace(year=local.year + 2, day=28)


def books(at: datetime) -> datetime:
    """The 1 April after eight whole financial years that follow the one of a booking."""
    day = at.astimezone(INDIA).date()
    ends = day.year if day < date(day.year, 4, 1) else day.year + 1
    return datetime(ends + 8, 4, 1, tzinfo=INDIA)


Documents = dict[str, dict[str, Any]]

#: What is looked at by itself, or never goes: accounts, organisations, heads of chains.
_LASTING = {"users", "clinics", "labs", "wallets", "audit", "audit_seals", "jobs", "retention"}
_SIMPLE: dict[str, Callable[[dict[str, Any]], datetime]] = {
    "requests": lambda d: d["expires_at"],
    "users/inbox": lambda d: d["sent_at"] + 180 * DAY,
    "notices": lambda d: d["at"] + 30 * DAY,
    "wallets/entries": lambda d: books(d["at"]),
    "wallets/holds": lambda d: books(d["expires_at"]),
    "uploads": lambda d: d["expires_at"] + 2 * DAY,
    "invites": lambda d: d["expires_at"] + 30 * DAY,
    "link_counts": lambda d: datetime.fromisoformat(d["day"]).replace(tzinfo=INDIA) + 63 * DAY,
    "privacy_requests": lambda d: years(1, d["done_at"]),
    "access_reviews": lambda d: years(1, d["acknowledged_at"]),
    "breaches": lambda d: years(1, d["closed_at"]),
    "disclosures": lambda d: years(1, d["disclosed_at"]),
    "legal_holds": lambda d: years(1, d["released_at"]),
    "transactions": lambda d: books(d["at"]),
    "payments": lambda d: books(d["settled_at"]),
    "payment_events": lambda d: books(d["received_at"]),
    "gateway_refunds": lambda d: books(d["first_told_at"]),
    "disputes": lambda d: books(d["said_at"]),
    "payouts": lambda d: books(d["ended_at"]),
    "payout_batches": lambda d: books(d["made_at"]),
    "invoices": lambda d: books(d["issued_at"]),
}


def over(path: str, found: Documents) -> datetime | None:
    """When the time of a document is over, as far as the model looks at it."""
    parts, fields = path.split("/"), found[path]
    case = found.get(f"cases/{case_of(parts, found)}")
    if case is not None:
        return years(7, closes(case))
    if parts[0] == "consents" or (parts[0] == "clinics" and len(parts) > 2):
        return _patient(parts, found)
    if parts[0] == "tickets":
        return years(1, found[f"tickets/{parts[1]}"]["since"])
    if parts[0] == "tariffs":
        later = found.get(f"tariffs/{parts[1]}/prices/{int(parts[3]) + 1:06d}")
        return books(later["set_at"]) if later else None
    ended = _SIMPLE.get("/".join(parts[::2]))
    assert ended or "/".join(parts[::2]) in _LASTING, f"the model does not know {path}"
    return ended(fields) if ended else None


def closes(case: dict[str, Any]) -> datetime:
    """When a case is over: once it was closed or, where its clinic forgets, once it is idle."""
    return case["closed_at"] or idle(case["opened_at"])


def case_of(parts: list[str], found: Documents) -> str | None:
    match parts:
        case ["cases", case_id, *_]:
            return case_id
        case ["orders", order_id, *_]:
            return str(found[f"orders/{order_id}"]["case_id"])
        case [("shares" | "visits") as collection, own]:
            return str(found[f"{collection}/{own}"]["case_id"])
    return None


def _patient(parts: list[str], found: Documents) -> datetime | None:
    """A patient goes with the last case, and with the last act where that came later."""
    fields = found["/".join(parts[:4])]
    if parts[0] == "consents" or parts[2] == "patient_references":
        patient_id = fields["patient_id"]
    else:
        patient_id = parts[3]
    records = [d for p, d in found.items() if p.endswith(f"/patients/{patient_id}")]
    mine = [d for p, d in found.items() if d.get("patient_id") == patient_id]
    cases = [closes(d) for d in mine if "closed_at" in d]
    acts = [d["attested_at"] for d in mine if "attested_at" in d]
    return years(7, max([*cases, *acts, *(d["updated_at"] for d in records)]))


@dataclass
class Kept:
    """What the model knows of one document or object."""

    due: datetime
    #: By which id a hold covers it, and until when.
    held_until: datetime | None = None

    @property
    def goes(self) -> datetime:
        """From when on it may go."""
        return max(self.due, self.held_until or self.due)
