"""Ids that no other test has, so that tests can run side by side on one suite."""

from __future__ import annotations

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits


def document_id() -> str:
    """A document id as Firestore makes them."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(20))


def uid(begins: str = "") -> str:
    """A user id as Firebase Auth makes them; of people of one test they may begin alike."""
    return begins + "".join(secrets.choice(_ALPHABET) for _ in range(28 - len(begins)))


def email() -> str:
    """An address of a domain that exists for examples."""
    return f"{secrets.token_hex(8)}@example.com"
