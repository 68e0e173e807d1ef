"""A backup of the emulators in Firestore's managed export format, and putting it into a project.

The export stands in for what a real project has: point-in-time recovery and the daily backups.
Objects and accounts are in no backup of the database: they are copied as they stand.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests
from google.auth.credentials import AnonymousCredentials
from google.cloud.firestore import Client
from google.cloud.storage import Bucket
from google.cloud.storage import Client as StorageClient

from core import settings
from core.firebase import clean_bucket
from tools import everything
from tools.emulators.environment import naming

_NAME = "firestore_export"
_SECONDS = 120


@dataclass(frozen=True)
class Backup:
    """An export: where its description lies, and from when it is."""

    description: Path
    at: datetime


@dataclass(frozen=True)
class Document:
    """A document as it was stored at one moment: its fields, and when they were last written."""

    fields: dict[str, Any]
    written: datetime


Documents = Mapping[str, Document]


@dataclass(frozen=True)
class EmptyProject:
    """A project of the running emulators that nobody has used, to put a backup into."""

    name: str

    @classmethod
    def fresh(cls) -> EmptyProject:
        """Return one of a name that no other has."""
        return cls(f"demo-restored-{uuid.uuid4().hex[:8]}")

    @property
    def variables(self) -> dict[str, str]:
        """What leads a process there; its default bucket has the project's name."""
        return naming(self.name, self.name)

    def client(self) -> Client:
        """Return a client of its database."""
        return client(self.name)

    def bucket(self) -> Bucket:
        """Return its bucket of all that functions write."""
        return StorageClient(project=self.name).bucket(settings.clean_bucket(self.name))


def client(project: str) -> Client:
    """Return a client of a project's database on the emulators."""
    return Client(project, credentials=AnonymousCredentials())


def take(folder: Path) -> Backup:
    """Export the database of the project that the environment names into a folder.

    Raises:
        requests.HTTPError: the emulator refused.
    """
    folder.mkdir(parents=True)
    at = datetime.now(UTC)  # what is written while it is taken may be in it or not
    _ask(os.environ["GCLOUD_PROJECT"], "export", str(folder), export_name=_NAME)
    return Backup(folder / _NAME / f"{_NAME}.overall_export_metadata", at)


def restore(backup: Backup, project: EmptyProject) -> None:
    """Import a backup into an empty project.

    Raises:
        requests.HTTPError: the emulator refused.
    """
    _ask(project.name, "import", str(backup.description))


def copy_objects(project: EmptyProject) -> int:
    """Copy each object of the clean bucket into the project's; return how many there were."""
    there, copied = project.bucket(), 0
    for blob in clean_bucket().list_blobs():
        data = blob.download_as_bytes(raw_download=True)
        there.blob(blob.name).upload_from_string(data, content_type=blob.content_type)
        copied += 1
    return copied


def copy_accounts(project: EmptyProject) -> int:
    """Copy the accounts of Auth with their claims into the project; return how many there were."""
    kept = ("localId", "email", "emailVerified", "customAttributes")
    users = [{k: v for k, v in each.items() if k in kept} for each in everything.accounts()]
    host = os.environ["FIREBASE_AUTH_EMULATOR_HOST"]
    url = f"http://{host}/identitytoolkit.googleapis.com/v1/projects/{project.name}"
    answer = requests.post(
        f"{url}/accounts:batchCreate",
        json={"users": users},
        headers={"Authorization": "Bearer owner"},
        timeout=_SECONDS,
    )
    answer.raise_for_status()
    return len(users)


def documents(project: str) -> dict[str, Document]:
    """Return all documents of a project on the emulators, by path."""
    found = client(project).collection_group("").stream()  # of every collection
    return {
        each.reference.path: Document(each.to_dict() or {}, each.update_time.ToDatetime(UTC))
        for each in found
    }


def _ask(project: str, act: str, directory: str, **more: str) -> None:
    host = os.environ["FIRESTORE_EMULATOR_HOST"]
    answer = requests.post(
        f"http://{host}/emulator/v1/projects/{project}:{act}",
        data=json.dumps(
            {
                "database": f"projects/{project}/databases/(default)",
                "export_directory": directory,
                **more,
            }
        ),
        headers={"Content-Type": "application/json"},
        timeout=_SECONDS,
    )
    answer.raise_for_status()
