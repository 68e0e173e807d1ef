"""A throwaway key, Google's servers as far as signing needs them, and a unit that sends nothing."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from google.auth.credentials import AnonymousCredentials
from google.cloud import firestore
from google.cloud.firestore_v1._helpers import decode_dict

from core.attempts import Attempt
from core.store import Store
from core.units import UnitOfWork

ACCOUNT = "runtime@demo-scanner.iam.gserviceaccount.com"


@pytest.fixture(scope="session")
def key() -> rsa.RSAPrivateKey:
    """A private key made for this run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def key_file(key):
    """What a service account's key file holds."""
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return {
        "type": "service_account",
        "project_id": "demo-scanner",
        "client_email": ACCOUNT,
        "private_key_id": "1",
        "private_key": pem.decode(),
        "token_uri": "https://oauth2.googleapis.com/token",
    }


@dataclass
class Google:
    """Plays the metadata server and IAM at the level of HTTP; notes every request it gets."""

    key: rsa.RSAPrivateKey
    lifetime: int = 3599
    asked: list[requests.PreparedRequest] = field(default_factory=list)

    def answer(self, request: requests.PreparedRequest) -> requests.Response:
        """Answer a prepared request."""
        self.asked.append(request)
        found = requests.Response()
        found.status_code = 200
        found.request = request
        found.headers["Metadata-Flavor"] = "Google"
        content_type, body = self._body(request)
        found.headers["Content-Type"] = content_type
        found._content = body.encode()
        return found

    def _body(self, request: requests.PreparedRequest) -> tuple[str, str]:
        url = str(request.url)
        if ":signBlob" in url:
            payload = base64.b64decode(json.loads(request.body)["payload"])
            signed = self.key.sign(payload, padding.PKCS1v15(), hashes.SHA256())
            blob = base64.b64encode(signed).decode()
            return "application/json", json.dumps({"keyId": "1", "signedBlob": blob})
        if "/token" in url:
            token = {"access_token": "token-1", "expires_in": self.lifetime, "token_type": "Bearer"}
            return "application/json", json.dumps(token)
        if url.endswith("/?recursive=true"):  # by "default" first, then by its address
            return "application/json", json.dumps({"email": ACCOUNT, "scopes": [], "aliases": []})
        if "universe" in url:
            return "text/plain", "googleapis.com"
        raise AssertionError(f"nobody should ask for {url}")

    def asked_for(self, part: str) -> list[requests.PreparedRequest]:
        """Return the requests whose address holds the part."""
        return [request for request in self.asked if part in str(request.url)]


@pytest.fixture
def google(key, monkeypatch):
    """Google's servers, in place of the network."""
    servers = Google(key)

    def send(_self, request, **_options):
        return servers.answer(request)

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    return servers


class Bench:
    """A unit of a real client, and what it would send."""

    def __init__(self) -> None:
        # Anonymous and without an emulator: whatever went out would be refused by the tests.
        self._client = firestore.Client(project="demo-units", credentials=AnonymousCredentials())
        self.store = Store(self._client)
        self._attempt = Attempt(self._client, self.store.tally)
        self.unit = UnitOfWork(self.store, self._attempt)

    def sent(self) -> list[tuple[str, dict[str, Any], list[str] | None, bool | None]]:
        """Flush; each write's path, fields, mask (None for whole) and existence demanded."""
        self.unit.flush()
        return [
            (
                write.update.name.partition("/documents/")[2],
                decode_dict(write.update.fields, self._client),
                list(write.update_mask.field_paths) if "update_mask" in write else None,
                write.current_document.exists if "current_document" in write else None,
            )
            for write in self._attempt.writes._write_pbs
        ]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A unit without an emulator behind it, whether or not one is running."""
    monkeypatch.delenv("FIRESTORE_EMULATOR_HOST", raising=False)
    return Bench()
