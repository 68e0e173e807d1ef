"""Signed links, verified as Cloud Storage would: the emulator ignores signatures and expiry.

The canonical request is rebuilt by hand after
https://cloud.google.com/storage/docs/authentication/canonical-requests
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from google.auth import compute_engine
from google.auth.credentials import AnonymousCredentials
from google.cloud import storage
from google.oauth2 import service_account

from core import links

ACCOUNT = "runtime@demo-scanner.iam.gserviceaccount.com"
NAME = "cases/clinic-1/case 1/file+ü/content"
CLOUD = ["https://www.googleapis.com/auth/cloud-platform"]


@pytest.fixture(autouse=True)
def _no_emulator(monkeypatch):
    monkeypatch.delenv("STORAGE_EMULATOR_HOST", raising=False)


@pytest.fixture
def bucket():
    client = storage.Client(project="demo-scanner", credentials=AnonymousCredentials())
    yield client.bucket("demo-bucket")
    client.close()


@pytest.fixture
def with_key(key_file):
    return service_account.Credentials.from_service_account_info(key_file)


def sign(bucket, credentials, minutes=10, filename="upper.stl"):
    return links.sign(bucket, NAME, 1730000000000001, minutes, filename, credentials)


def encoded(text: str) -> str:
    """Percent-encode all but RFC 3986's unreserved characters, as V4 asks for."""
    return quote(text, safe="-._~")


def string_to_sign(url: str, method: str = "GET", **changed: str) -> bytes:
    """Rebuild what was signed from the URL alone, with some query parameters changed."""
    parts = urlsplit(url)
    given = dict(parse_qsl(parts.query, strict_parsing=True)) | changed
    given.pop("X-Goog-Signature")
    query = "&".join(f"{encoded(k)}={encoded(v)}" for k, v in sorted(given.items()))
    headers = f"host:{parts.netloc}\n"
    request = "\n".join([method, parts.path, query, headers, "host", "UNSIGNED-PAYLOAD"])
    scope = given["X-Goog-Credential"].split("/", 1)[1]
    digest = sha256(request.encode()).hexdigest()
    return "\n".join(["GOOG4-RSA-SHA256", given["X-Goog-Date"], scope, digest]).encode()


def verify(key, url: str, **changes: str) -> None:
    """Verify the signature with the public key.

    Raises:
        InvalidSignature: it is not that of this URL.
    """
    signature = bytes.fromhex(parameters(url)["X-Goog-Signature"])
    text = string_to_sign(url, **changes)
    key.public_key().verify(signature, text, padding.PKCS1v15(), hashes.SHA256())


def parameters(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, strict_parsing=True))


def expiry(url: str) -> datetime:
    given = parameters(url)
    begun = datetime.strptime(given["X-Goog-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return begun + timedelta(seconds=int(given["X-Goog-Expires"]))


def test_a_link_names_one_generation_of_one_object_for_some_minutes(key, bucket, with_key):
    before = datetime.now(UTC)
    link = sign(bucket, with_key)
    parts, given = urlsplit(link.url), parameters(link.url)
    assert (parts.scheme, parts.netloc) == ("https", "storage.googleapis.com")
    assert parts.path == "/demo-bucket/cases/clinic-1/case%201/file%2B%C3%BC/content"
    assert set(given) == {
        "X-Goog-Algorithm",
        "X-Goog-Credential",
        "X-Goog-Date",
        "X-Goog-Expires",
        "X-Goog-SignedHeaders",
        "X-Goog-Signature",
        "generation",
        "response-content-disposition",
    }
    assert given["X-Goog-Algorithm"] == "GOOG4-RSA-SHA256"
    assert given["X-Goog-SignedHeaders"] == "host"
    assert given["X-Goog-Credential"].split("/") == [
        ACCOUNT,
        given["X-Goog-Date"][:8],
        "auto",
        "storage",
        "goog4_request",
    ]
    assert given["generation"] == "1730000000000001"
    assert given["response-content-disposition"] == "attachment; filename*=UTF-8''upper.stl"
    assert abs(expiry(link.url) - before - timedelta(minutes=10)) < timedelta(seconds=5)
    verify(key, link.url)


@pytest.mark.parametrize(
    "change",
    [
        {"generation": "1730000000000002"},
        {"X-Goog-Expires": "604800"},
        {"X-Goog-Date": "20991231T000000Z"},
        {"response-content-disposition": "inline"},
        {"method": "PUT"},
        {"method": "DELETE"},
    ],
    ids=str,
)
def test_the_signature_covers_every_part(key, bucket, with_key, change):
    link = sign(bucket, with_key)
    verify(key, link.url)
    with pytest.raises(InvalidSignature):
        verify(key, link.url, **change)


def test_the_signature_covers_host_and_path(key, bucket, with_key):
    url = sign(bucket, with_key).url
    for other in (
        url.replace("/case%201/", "/case%202/"),
        url.replace("storage.googleapis.com", "storage.example.com"),
    ):
        assert other != url
        with pytest.raises(InvalidSignature):
            verify(key, other)


@pytest.mark.parametrize("minutes", [1, 10, 60])
def test_the_expiry_is_as_asked_and_as_told(bucket, with_key, minutes):
    link = sign(bucket, with_key, minutes=minutes)
    assert parameters(link.url)["X-Goog-Expires"] == str(minutes * 60)

    assert link.expires_at == expiry(link.url)


@pytest.mark.parametrize(
    ("filename", "shown"),
    [
        ("upper arch.stl", "upper%20arch.stl"),
        ('a"; x=y', "a%22%3B%20x%3Dy"),
        ("मीरा.stl", "%E0%A4%AE%E0%A5%80%E0%A4%B0%E0%A4%BE.stl"),
        ("a\r\nSet-Cookie: b", "a%0D%0ASet-Cookie%3A%20b"),
    ],
)
def test_a_file_name_cannot_break_out_of_the_header(key, bucket, with_key, filename, shown):
    url = sign(bucket, with_key, filename=filename).url
    disposition = parameters(url)["response-content-disposition"]
    assert disposition == f"attachment; filename*=UTF-8''{shown}"
    verify(key, url)


@pytest.mark.parametrize("host", ["127.0.0.1:9405", "http://127.0.0.1:9405"])
def test_on_the_emulator_the_link_leads_there(key, bucket, with_key, monkeypatch, host):
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", host)
    url = sign(bucket, with_key).url
    assert url.startswith("http://127.0.0.1:9405/demo-bucket/cases/")
    verify(key, url)


def test_with_a_key_nobody_is_asked(google, bucket, with_key):
    sign(bucket, with_key)
    assert google.asked == []


def test_without_a_key_iam_signs_for_the_runtime_itself(key, google, bucket):
    link = sign(bucket, compute_engine.Credentials(scopes=CLOUD))
    verify(key, link.url)
    assert parameters(link.url)["X-Goog-Credential"].startswith(f"{ACCOUNT}/")
    (request,) = google.asked_for(":signBlob")
    assert request.method == "POST"
    assert request.url.split("?")[0] == (
        f"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/{ACCOUNT}:signBlob"
    )
    assert request.headers["Authorization"] == "Bearer token-1"
    (token,) = google.asked_for("/token")
    assert parameters(token.url) == {"scopes": CLOUD[0]}  # what signBlob asks for


def test_many_links_take_one_token(google, bucket):
    credentials = compute_engine.Credentials(scopes=CLOUD)
    for _ in range(3):
        sign(bucket, credentials)
    assert len(google.asked_for(":signBlob")) == 3
    assert len(google.asked_for("/token")) == 1


def test_a_token_that_ran_out_is_renewed(google, bucket):
    google.lifetime = 1
    credentials = compute_engine.Credentials(scopes=CLOUD)
    sign(bucket, credentials)
    assert credentials.expired
    sign(bucket, credentials)
    assert len(google.asked_for("/token")) == 2
