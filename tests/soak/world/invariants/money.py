"""Money: every paisa is booked twice, wallets add up and are chained.

From README.md ("Every paisa is booked twice, in transactions that sum to zero, and every wallet's
entries are chained"), decisions 14, 15 and 47.
"""

from __future__ import annotations

from collections import Counter

from tests.soak.world.actions import Acting
from tests.soak.world.invariants.base import Touched, every, must, now_at, of_collection


def transactions_sum_to_zero(acting: Acting, what: str, touched: Touched) -> None:
    """Each transaction sums to zero, and is never changed."""
    for path in of_collection(touched, "transactions"):
        now, before = now_at(acting, path), touched[path]
        must(before is None or now is None, "transactions-stay", f"{path} was changed by {what}")
        if now is not None:
            total = sum(posting["paise"] for posting in now["postings"])
            must(total == 0, "sums-to-zero", f"{path} sums to {total} after {what}")


def wallets_follow_entries(acting: Acting, what: str, touched: Touched) -> None:
    """Each entry is chained to the one before and says what the wallet has after it."""
    for path in touched:
        parts = path.split("/")
        if parts[0] != "wallets" or len(parts) != 4 or parts[2] != "entries":
            continue
        now = now_at(acting, path)
        if now is None:
            continue
        must(touched[path] is None, "entries-stay", f"{path} was changed by {what}")
        before = now_at(acting, f"wallets/{parts[1]}/entries/{now['number'] - 1:012d}")
        if before is None:
            continue
        must(now["previous"] == before["hash"], "chained", f"{path} does not follow ({what})")
        must(
            now["available"] == before["available"] + now["available_change"]
            and now["held_after"] == before["held_after"] + now["held_change"],
            "adds-up",
            f"{path} does not add up ({what})",
        )
    for path in of_collection(touched, "wallets"):
        now = now_at(acting, path)
        if now is None or not now["sequence"]:
            continue
        last = now_at(acting, f"{path}/entries/{now['sequence']:012d}")
        if last is not None:
            must(
                (last["available"], last["held_after"], last["hash"])
                == (now["available"], now["held"], now["head"]),
                "wallet-is-its-last-entry",
                f"{path} says another balance than its last entry ({what})",
            )
        must(now["held"] >= 0, "held", f"{path} holds less than nothing ({what})")


def holds_are_what_is_held(acting: Acting) -> None:
    """What a wallet holds is what its open holds hold; all accounts together have nothing."""
    totals: Counter[str] = Counter()
    for path, transaction in every(acting, "transactions"):
        del path
        for posting in transaction["postings"]:
            totals[posting["account"]] += posting["paise"]
    must(sum(totals.values()) == 0, "sums-to-zero", f"all accounts have {sum(totals.values())}")
    for path, wallet in every(acting, "wallets"):
        holds = [hold for _, hold in every(acting, f"{path}/holds") if hold["state"] == "open"]
        left = sum(hold["amount"] - hold["captured"] - hold["released"] for hold in holds)
        must(left == wallet["held"], "holds", f"{path} holds {wallet['held']}, its holds {left}")


def the_product_agrees(acting: Acting) -> None:
    """The wallets verify as `scannerctl wallet verify` has it."""
    from core.store import Store
    from wallet.ledger import verification

    store = Store(acting.engine.db)  # type: ignore[arg-type]
    for wallet in verification.wallets(store, 10_000):
        faults = list(verification.faults(store, wallet))
        must(not faults, "chain-verifies", f"{wallet.id}: {faults[:2]}")
