"""All that a project of one's own holds: dumped, searched, put back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from google.cloud.firestore import Client
from google.cloud.storage import Bucket

from core import firebase


def firestore_dump(client: Client) -> dict[str, dict[str, Any]]:
    """All documents there are, by path; also those that stand below none."""
    everything = client.collection_group("").stream()  # one query for collections of any name
    return {document.reference.path: document.to_dict() or {} for document in everything}


@dataclass(frozen=True)
class Backup:
    """What the database and a bucket held at one time."""

    documents: dict[str, dict[str, Any]]
    objects: dict[str, bytes]

    @classmethod
    def taken(cls, bucket: Bucket) -> Backup:
        """Take one."""
        return cls(firestore_dump(firebase.firestore_client()), storage_dump(bucket))

    def restore(self, bucket: Bucket | None = None) -> None:
        """Put everything back as it was, and take away what came since; objects where asked."""
        client = firebase.firestore_client()
        now = firestore_dump(client)
        batch = client.bulk_writer()
        for path, fields in self.documents.items():
            if now.get(path) != fields:
                batch.set(client.document(path), fields)
        for path in now.keys() - self.documents.keys():
            batch.delete(client.document(path))
        batch.close()
        if bucket is None:
            return
        there = storage_dump(bucket)
        for name, data in self.objects.items():
            if there.get(name) != data:
                bucket.blob(name).upload_from_string(data)
        for name in there.keys() - self.objects.keys():
            bucket.blob(name).delete()


def as_text(documents: dict[str, dict[str, Any]]) -> dict[str, bytes]:
    """Documents as bytes that can be searched."""
    return {
        path: json.dumps(fields, default=str, sort_keys=True).encode()
        for path, fields in documents.items()
    }


def storage_dump(bucket: Bucket) -> dict[str, bytes]:
    """All objects of a bucket, by name."""
    return {blob.name: blob.download_as_bytes() for blob in bucket.list_blobs()}


def auth_dump() -> str:
    """All accounts of the project."""
    from firebase_admin import auth

    users = auth.list_users(app=firebase.app()).iterate_all()
    return json.dumps([user._data for user in users], default=str)


def digest(dump: dict[str, Any]) -> dict[str, str]:
    """What stands where, as hashes."""
    return {
        path: hashlib.sha256(v if isinstance(v, bytes) else v.encode()).hexdigest()
        for path, v in dump.items()
    }
