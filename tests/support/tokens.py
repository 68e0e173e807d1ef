"""ID tokens without a round trip to the Auth emulator, in the unsigned form that it issues itself.

A test of rules needs tokens that Auth would issue only after some history: claims of a role that
was taken away since, an address not verified yet. `tests/rules/test_tokens.py` holds these tokens
to the emulator's own.
"""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Mapping

from core import firebase
from tests.support import ids
from tools.client import Person


def person(
    *, uid: str = "", email: str = "", email_verified: bool = True, age: int = 0, **claims: object
) -> Person:
    """Somebody signed in by password, with the custom claims given and a fresh uid and e-mail.

    `age` is the seconds since then.
    """
    uid, email = uid or ids.uid(), email or ids.email()
    return Person(uid, email, token=_token(uid, email, email_verified, age, claims))


def enrolled(person: Person) -> Person:
    """Give somebody an account in Auth, which the callables without roles ask for; the person."""
    from firebase_admin import auth

    auth.create_user(uid=person.uid, email=person.email, email_verified=True, app=firebase.app())
    return person


def _token(uid: str, email: str, email_verified: bool, age: int, claims: dict[str, object]) -> str:
    now, project = int(time.time()), os.environ["GCLOUD_PROJECT"]
    payload = {
        **claims,
        "email": email,
        "email_verified": email_verified,
        "auth_time": now - age,
        "user_id": uid,
        "firebase": {"identities": {"email": [email]}, "sign_in_provider": "password"},
        "iat": now,
        "exp": now + 3600,
        "aud": project,
        "iss": f"https://securetoken.google.com/{project}",
        "sub": uid,
    }
    return saying(payload)


def saying(claims: Mapping[str, object]) -> str:
    """Return a token that says this and nothing else: what is missing there, too, is tested."""
    return f"{_part({'alg': 'none', 'typ': 'JWT'})}.{_part(claims)}."


def _part(content: Mapping[str, object]) -> str:
    return (
        base64.urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode())
        .rstrip(b"=")
        .decode()
    )


def payload(token: str) -> dict[str, object]:
    """What a token says."""
    part = token.split(".")[1]
    found: dict[str, object] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found
