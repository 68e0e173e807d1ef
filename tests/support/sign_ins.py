"""People who signed in without a verified e-mail address, and changes of what Auth has verified."""

from __future__ import annotations

import os
import secrets
from typing import Any

import requests
from firebase_admin import auth

from core import firebase
from tools.client import Person


def anonymous() -> Person:
    """Somebody whom the app signed in before anybody said who it is."""
    answer = _asked("accounts:signUp", returnSecureToken=True)
    return Person(answer["localId"], token=answer["idToken"])


def by_phone() -> Person:
    """Somebody who signed in with the code that came to their phone, and has no e-mail address."""
    number = phone_number()
    session = _asked("accounts:sendVerificationCode", phoneNumber=number)["sessionInfo"]
    url = f"{_host()}/emulator/v1/projects/{os.environ['GCLOUD_PROJECT']}/verificationCodes"
    sent = requests.get(url, timeout=30).json()["verificationCodes"]
    (code,) = [each["code"] for each in sent if each["sessionInfo"] == session]
    answer = _asked("accounts:signInWithPhoneNumber", sessionInfo=session, code=code)
    return Person(answer["localId"], token=answer["idToken"])


def unverified() -> Person:
    """Somebody who typed an address that may be another person's."""
    return Person.sign_up(verified=False)


def phone_number() -> str:
    """A mobile number in India that no other account signs in with."""
    return f"+9198{secrets.randbelow(10**8):08d}"


def move_to(person: Person, email: str, *, verified: bool = True) -> None:
    """Change somebody's address in Auth, and sign them in with it."""
    auth.update_user(person.uid, email=email, email_verified=verified, app=firebase.app())
    person.email = email
    person.sign_in()


def _host() -> str:
    return f"http://{os.environ['FIREBASE_AUTH_EMULATOR_HOST']}"


def _asked(method: str, **body: object) -> dict[str, Any]:
    url = f"{_host()}/identitytoolkit.googleapis.com/v1/{method}?key=demo"
    answer = requests.post(url, json=body, timeout=30)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
