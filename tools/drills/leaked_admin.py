"""An admin's account is in other hands: it is shut out, and what it saw is told by the audit.

The commands are those of docs/operations/drills/leaked-admin.md.
"""

from __future__ import annotations

import time

from firebase_admin import auth

from core.firebase import app
from tools.client import DeniedError, Person
from tools.demo.asking import ask
from tools.demo.people import appoint_admin, sign_up
from tools.demo.steps import Steps
from tools.drills.acting import clinic_and_admin, expect, refused, scannerctl, told_of

_PAISE = 250_000
_REASON = "Your account is being looked at."


def play(steps: Steps) -> list[str]:
    """Play it on the running emulators; return what it has proven.

    Raises:
        StoryEndedError: a step did not go as it should.
    """
    clinic, admin = clinic_and_admin(steps)
    thief = sign_up("admin")
    wallet = {"wallet_id": clinic.call("wallet/get_balance")["wallet_id"], "kind": "clinic"}
    with steps.step("somebody has an admin's account, looks and books"):
        appoint_admin(thief)
        ticket = ask(clinic, "support/open_ticket", subject="A file", text="It does not open.")
        thief.call("support/show_ticket", ticket_id=ticket["ticket_id"])
        thief.call("accounts/list_accounts", status="active", limit=100)
        given = ask(thief, "wallet/adjust_wallet", **wallet, paise=_PAISE, reason="A present.")
        expect(thief.read(f"users/{clinic.uid}"), "the rules show an admin no account")
    with steps.step("scannerctl suspend") as step:
        at = time.time()
        step.found(scannerctl("suspend", thief.uid, "--reason", _REASON).strip())
    _is_out(steps, thief, clinic, at)
    with steps.step("scannerctl audit acts") as step:
        told = scannerctl("audit", "acts", thief.uid, "--limit", "1000")
        expect(told_of(told, "support.show", ticket["ticket_id"]), told)
        expect(told_of(told, "accounts.list", clinic.uid), told)
        expect(told_of(told, "wallet.adjust", given["transaction_id"]), told)
        step.found(told.splitlines()[-1])
    with steps.step("what it booked is taken back") as step:
        ask(admin, "wallet/adjust_wallet", **wallet, paise=-_PAISE, reason="It was no admin.")
        left = clinic.call("wallet/get_balance")["available"]
        expect(left == 0, f"{left} paise are left")
        step.found("the wallet has what it had")
    with steps.step("scannerctl audit verify") as step:
        step.found(scannerctl("audit", "verify").splitlines()[-1])
    return [
        "an admin who is suspended is out at once: of callables and rules, with the token that it "
        "has and with a new one",
        "the audit names what it was shown by callables and what it did; nobody took an entry away",
    ]


def _is_out(steps: Steps, thief: Person, clinic: Person, at: float) -> None:
    """Have it try with the token that it has, and with a fresh one."""

    def lists() -> object:
        return thief.call("accounts/list_accounts", status="active")

    with steps.step("it tries with its token, and signs in anew") as step:
        for anew in (False, True):
            if anew:
                thief.sign_in()
            refused(lists, "account-not-active")
            try:
                thief.read(f"users/{clinic.uid}")
            except DeniedError:
                continue
            expect(False, "the rules still show it an account")
        record = auth.get_user(thief.uid, app=app())
        since = record.tokens_valid_after_timestamp / 1000
        expect(since >= int(at), "its sign-ins were not revoked")
        expect(not record.custom_claims, "it has its claims still")
        step.found("account-not-active, and denied by the rules; its sign-ins are revoked")
