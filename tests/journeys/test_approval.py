"""What the emulators let pass and production does not, in the story of an approval."""

from __future__ import annotations

import time

from firebase_admin import auth

from core import firebase
from tests.support import tokens
from tests.support.people import appointed_admin
from tools.client import Person, wait_for


def test_an_approval_leaves_the_applicant_signed_in() -> None:
    """Who is approved refreshes the token to get the claims, with the sign-in that they have.

    Firebase Auth refuses to refresh from a sign-in older than `tokens_valid_after`; the emulator
    refreshes regardless, so the time itself is looked at.
    """
    person = Person.sign_up()
    person.call(
        "accounts/register_account",
        name="Asha Rao",
        phone="+919812345678",
        role="operator",
        policy_version="2026-05",
    )
    signed_in = int(str(tokens.payload(person.token)["iat"]))
    wait_for(lambda: time.time() > signed_in + 1, 5)  # the times below are whole seconds
    assert appointed_admin().call("accounts/approve_account", uid=person.uid)["status"] == "active"
    valid_after = auth.get_user(person.uid, app=firebase.app()).tokens_valid_after_timestamp
    assert valid_after / 1000 <= signed_in, "the sign-in was revoked: no token with the claims"
