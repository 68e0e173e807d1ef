"""What money should do, in plain dictionaries: no postings, no accounts, no documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: How an operation ends: None, or the reason of its refusal and the figures with it.
Outcome = tuple[str, dict[str, Any]] | None


def _nothing() -> dict[str, int]:
    names = ("available", "held", "credit", "most_credit", "entries", "owed")
    return dict.fromkeys(names, 0)


@dataclass
class Balances:
    """Wallets, holds and keys, by id. Amounts in paise."""

    wallets: dict[str, dict[str, int]] = field(default_factory=dict)
    holds: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    #: What left the wallets for the platform and the world, all accounts together.
    outside: int = 0

    def wallet(self, wallet_id: str) -> dict[str, int]:
        """Return a wallet; who has none has an empty one."""
        return self.wallets.setdefault(wallet_id, _nothing())

    def move(self, *, overdraw: bool = False, **available: int) -> Outcome:
        """Change what wallets have; the rest of the sum comes from outside.

        With `overdraw` it is gone already, and what the wallet lacks is owed.
        """
        for wallet_id, paise in available.items():
            wallet = self.wallet(wallet_id)
            missing = -(wallet["available"] + paise + wallet["credit"])
            if paise < 0 < missing and not overdraw:
                return "insufficient-funds", {"missing_paise": missing}
            wallet["owed"] = max(wallet["owed"], missing if overdraw else 0)
        for wallet_id, paise in available.items():
            self.wallet(wallet_id)["available"] += paise
            self.wallet(wallet_id)["entries"] += 1
        self.outside -= sum(available.values())
        return None

    def hold(self, wallet_id: str, hold_id: str, paise: int, *, overdraw: bool = False) -> Outcome:
        """Set money aside."""
        if refused := self.move(overdraw=overdraw, **{wallet_id: -paise}):
            return refused
        self.outside -= paise
        self.wallet(wallet_id)["held"] += paise
        fields = {"amount": paise, "captured": 0, "released": 0, "refunded": 0, "state": "open"}
        self.holds[wallet_id, hold_id] = fields
        return None

    def close(self, wallet_id: str, hold_id: str, paise: int, **shares: int) -> Outcome:
        """Take `paise` of what was set aside, of which other wallets get shares."""
        found = self.holds.get((wallet_id, hold_id))
        if found is None:
            return "hold-not-found", {}
        if found["state"] != "open":
            return "hold-closed", {}
        if paise > found["amount"]:
            return "amount-too-large", {"limit_paise": found["amount"]}
        rest = found["amount"] - paise
        self.outside += found["amount"]
        self.wallet(wallet_id)["held"] -= found["amount"]
        self.move(**_together(wallet_id, rest, shares))
        state = "captured" if paise else "released"
        found.update(captured=paise, released=rest, state=state)
        return None

    def refund(self, wallet_id: str, hold_id: str, paise: int, **shares: int) -> Outcome:
        """Give back `paise` of what was captured, of which other wallets give shares."""
        found = self.holds.get((wallet_id, hold_id))
        if found is None:
            return "hold-not-found", {}
        left = found["captured"] - found["refunded"]
        if paise > left:
            return "amount-too-large", {"limit_paise": left}
        given = {giver: -share for giver, share in shares.items()}
        if refused := self.move(**_together(wallet_id, paise, given)):
            return refused
        found["refunded"] += paise
        return None


def _together(wallet_id: str, paise: int, shares: dict[str, int]) -> dict[str, int]:
    """Add up what each wallet gains; a wallet may have a share in its own hold."""
    return {**shares, wallet_id: shares.get(wallet_id, 0) + paise}
