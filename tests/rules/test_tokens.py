"""The tokens of these tests are those of the Auth emulator, but for the time of issue."""

from __future__ import annotations

import pytest
from firebase_admin import auth

from core import firebase
from tests.support import tokens
from tools.client import Person


@pytest.mark.deployed
def test_minted_tokens_say_what_auth_says() -> None:
    signed_in = Person.sign_up()
    auth.set_custom_user_claims(signed_in.uid, {"role": "clinic", "org": "x"}, app=firebase.app())
    signed_in.sign_in()
    minted = tokens.person(uid=signed_in.uid, email=signed_in.email, role="clinic", org="x")
    assert minted.token.split(".")[0] == signed_in.token.split(".")[0]
    times = dict.fromkeys(("iat", "exp", "auth_time"))
    assert tokens.payload(minted.token) | times == tokens.payload(signed_in.token) | times
