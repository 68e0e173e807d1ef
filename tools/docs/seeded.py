"""The page that tells what is in the seeded day, from its plan."""

from __future__ import annotations


def page() -> dict[str, object]:
    """Return what the template shows."""
    from tools.seed import money
    from tools.seed.plan import DAY, ORGANISATIONS

    amounts = [
        ("The fee of a visit, before tax", money.PRICES["visit"]),
        ("What each clinic had before", money.OPENING),
        ("What each clinic paid in today, through the gateway", money.TOP_UP),
        ("Each of the two payouts", money.PAYOUT),
    ]
    return {
        "plan": DAY,
        "people": [(who, ORGANISATIONS.get(who.org)) for who in DAY.people],
        "names": {who.key: who.name for who in DAY.people},
        "clinics": {case.key: case.clinic for case in DAY.cases},
        "money": amounts,
    }
