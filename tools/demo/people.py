"""The people of the story, and how an account is asked for, approved and noticed."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tools.client import Person, wait_for
from tools.demo.steps import UnexpectedError

_ROOT = Path(__file__).resolve().parents[2]
_POLICY = "2026-05"  # the version of the privacy policy that this client shows its users

CITY = "Pune"
#: A place of this run's own: operators of earlier runs on the same emulators work elsewhere.
PINCODE = str(100_000 + secrets.randbelow(900_000))
_SYLLABLES = ("ba", "de", "ga", "ja", "ku", "la", "mi", "na", "pa", "ri", "sa", "ta", "vi", "ya")
#: And a patient whom nobody else is called like: what is searched for at the end is theirs alone.
UNIQUE = f"Sunil {''.join(secrets.choice(_SYLLABLES) for _ in range(5)).capitalize()}"


@dataclass(frozen=True)
class People:
    """Who can sign in when the story is over."""

    clinic: Person
    operator: Person
    admin: Person


def sign_up(role: str) -> Person:
    """Sign somebody up in Auth, under an address that no earlier run has used."""
    return Person.sign_up(f"{role}-{uuid.uuid4().hex[:8]}@example.com")


def apply_for(person: Person, name: str, clinic: str | None = None, lab: str | None = None) -> str:
    """Ask for an operator's account, or for that of a clinic or a lab; returns its status."""
    role, organisation = ("lab", lab) if lab else ("clinic", clinic)
    place = {"address": "12 MG Road", "city": CITY, "pincode": PINCODE}
    account = person.call(
        "accounts/register_account",
        name=name,
        phone="+919812345678",
        role=role if organisation else "operator",
        organisation={"name": organisation, **place} if organisation else None,
        policy_version=_POLICY,
    )
    return str(account["status"])


def appoint_admin(person: Person) -> str:
    """Have the command line appoint the first admin; returns what did it.

    Raises:
        UnexpectedError: it refused.
    """
    command = [sys.executable, "-m", "tools.scannerctl", "grant-admin", person.email]
    run = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT, check=False)
    if run.returncode:
        raise UnexpectedError(f"scannerctl: {run.stderr.strip()}")
    refresh(person)
    return "scannerctl grant-admin"


def notice_claims(person: Person) -> dict[str, Any]:
    """Watch the person's own document until the claims are set, then refresh the token."""
    path = f"users/{person.uid}"
    account = wait_for(
        lambda: found if (found := person.read(path)) and found.get("claims_at") else None,
        seconds=20,
        what="the user document never said that the claims are set",
    )
    refresh(person)
    return account


def refresh(person: Person) -> None:
    """Exchange the refresh token for a fresh ID token, as `getIdToken(true)` does."""
    host = os.environ["FIREBASE_AUTH_EMULATOR_HOST"]
    answer = requests.post(
        f"http://{host}/securetoken.googleapis.com/v1/token?key=demo",
        data={"grant_type": "refresh_token", "refresh_token": person.refresh_token},
        timeout=30,
    )
    answer.raise_for_status()
    tokens = answer.json()
    person.token, person.refresh_token = tokens["id_token"], tokens["refresh_token"]
