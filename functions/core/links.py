"""V4 signed links: one code path, with a key where there is one and IAM signBlob where not."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

from core import firebase, settings
from core.objects import StoredObject

if TYPE_CHECKING:
    from google.cloud.storage import Bucket

    from core.blobs import Blobs


#: What a downloaded file's name ends in, for each type that the gate lets through.
_SUFFIXES = {
    "model/stl": ".stl",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
}


@dataclass(frozen=True)
class Link:
    """A link that lets whoever has it read one generation of one object, for minutes.

    Attributes:
        url: the V4 signed URL, for GET only.
        expires_at: when it stops working, in UTC.
    """

    url: str
    expires_at: datetime


def suffix_of(content_type: str) -> str:
    """Return what the name of a downloaded file ends in; nothing for a type that is unknown."""
    return _SUFFIXES.get(content_type, "")


def sign(
    bucket: "Bucket",
    name: str,
    generation: int,
    minutes: int,
    filename: str,
    credentials: Any = None,  # noqa: ANN401
) -> Link:
    """Sign a GET link to an object's generation, to be saved under `filename`.

    `credentials` are those of the runtime unless others are given.

    No request is made where the credentials hold a private key (the emulators); without one
    (production) the signature is asked from IAM for the runtime's own service account, which
    needs roles/iam.serviceAccountTokenCreator on itself.
    """
    url = bucket.blob(name).generate_signed_url(
        version="v4",
        method="GET",
        expiration=timedelta(minutes=minutes),
        generation=generation,
        response_disposition=f"attachment; filename*=UTF-8''{quote(filename)}",
        **_signer(credentials or firebase.credentials()),
    )
    return Link(url, _expiry(url))


def to_object(blobs: "Blobs", stored: StoredObject, filename: str) -> Link:
    """Sign a link to an object that a document names, for as long as the settings say."""
    bucket, minutes = blobs.bucket_of(stored), settings.LINK_MINUTES.value
    return sign(bucket, stored.name, stored.generation, minutes, filename)


def _expiry(url: str) -> datetime:
    """Read from a V4 URL when it stops working; the library dates it by its own clock."""
    query = parse_qs(urlsplit(url).query)
    made = datetime.strptime(query["X-Goog-Date"][0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return made + timedelta(seconds=int(query["X-Goog-Expires"][0]))


def _signer(credentials: Any) -> dict[str, Any]:  # noqa: ANN401
    endpoint = {"api_access_endpoint": _emulator()} if firebase.on_emulator() else {}
    if hasattr(credentials, "sign_bytes"):
        return {"credentials": credentials, **endpoint}
    if not credentials.valid:  # a token lives an hour and signs any number of links
        import google.auth.transport.requests

        credentials.refresh(google.auth.transport.requests.Request())
    return {
        "service_account_email": credentials.service_account_email,
        "access_token": credentials.token,
        **endpoint,
    }


def _emulator() -> str:
    host = os.environ["STORAGE_EMULATOR_HOST"]
    return host if host.startswith("http") else f"http://{host}"
