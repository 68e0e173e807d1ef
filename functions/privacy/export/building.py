"""Builds an export: one archive of all that is held about a data subject."""

import json
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from core.blobs import Blobs
from core.context import Context
from core.documents import Document
from core.objects import StoredObject
from core.privacy import Viewer
from core.projections import picked, visible
from privacy.export.archive import Archive
from privacy.export.masking import without_others
from privacy.export.summary import Summary, entry_name
from privacy.identity import AuthAccounts
from privacy.inventory import search
from privacy.inventory.entries import InventoryEntry, InventoryRow, SubjectKind
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import PLACES
from scans.cases.models import File
from scans.consents.models import Consent
from scans.pairs.models import PairCheck

#: Collections whose documents name objects that go into the archive.
_WITH_OBJECTS = (File, PairCheck, Consent)


class ObjectMissingError(Exception):
    """A document names an object that is not there: the archive would not be complete."""


def folder_of(request_id: str) -> str:
    """Return the folder of a request's archives."""
    return f"exports/{request_id}/"


def built(
    blobs: Blobs, owner_id: str, made_at: datetime, fill: Callable[[Archive], None]
) -> StoredObject:
    """Delete what an earlier attempt may have left, and build an archive.

    `owner_id` is the id of what it is built for, and names its folder.
    """
    folder = folder_of(owner_id)
    blobs.discard_all(list(blobs.names(folder)))
    name = f"{folder}{secrets.token_hex(16)}.zip"
    with blobs.writing(name, "application/zip") as out, Archive(out, made_at) as archive:
        fill(archive)
    return blobs.described(name)


class Export:
    """Writes what is held about one subject into an archive, or into a folder of it."""

    def __init__(
        self,
        ctx: Context,
        blobs: Blobs,
        archive: Archive,
        subject: DataSubject,
        summary: Summary | None = None,
        folder: str = "",
    ) -> None:
        self._ctx, self._blobs, self._archive = ctx, blobs, archive
        self._subject, self._summary, self._folder = subject, summary, folder
        self._records = 0

    def write(self, accounts: AuthAccounts) -> int:
        """Write everything, collection by collection, and the files; how many records there were.

        Raises:
            ObjectMissingError.
        """
        self._sign_in(accounts)
        objects: list[StoredObject] = []
        for place in PLACES:
            row = place.of(self._subject.kind)
            if isinstance(row, InventoryRow):
                objects += self._collection(place, row)
        for stored in sorted(objects, key=lambda each: each.name):
            self._file(stored)
        return self._records

    def _sign_in(self, accounts: AuthAccounts) -> None:
        uid = self._subject.uid
        described = accounts.described(uid) if uid is not None else None
        if described is not None:
            self._subject.known.setdefault("email", set()).add((described["email"] or "").lower())
            self._archive.add(f"{self._folder}data/sign_in.json", as_json(described))

    def _collection(self, place: InventoryEntry, row: InventoryRow) -> list[StoredObject]:
        """Write the documents of a collection as they come; the objects that they name."""
        documents = search.within(self._ctx.store, self._subject, place)
        first = next(documents, None)
        if first is None:
            return []
        name = f"{self._folder}data/{_file_name(place)}.json"
        found: list[StoredObject] = []
        count = 0
        with self._archive.entry(name) as out:
            for each in _with(first, documents):
                shown = shown_of(self._subject, row, each.document)
                out.write((b",\n" if count else b"[\n") + as_json({"path": each.path, **shown}))
                if self._summary is not None:
                    self._summary.take(place, each.document, shown)
                if isinstance(each.document, _WITH_OBJECTS) and not row.names:
                    found += search.objects(each.document)
                count += 1
            out.write(b"\n]\n")
        if self._summary is not None:
            self._summary.close(place, row, name, count)
        self._records += count
        return found

    def _file(self, stored: StoredObject) -> None:
        data = self._blobs.read(stored.name, stored.generation, most=stored.byte_size)
        if data is None:
            raise ObjectMissingError
        self._archive.add(self._folder + entry_name(stored.name, stored.content_type), data)


def shown_of(subject: DataSubject, row: InventoryRow, document: Document) -> dict[str, Any]:
    """Return what of a document its export shows.

    To people all that is about themselves; to a clinic of its patient what its members may see.
    What is about somebody else is masked, as the fields declare it.
    """
    fields = without_others(subject, document)
    if subject.kind is SubjectKind.PATIENT:
        return visible(Viewer.CLINIC, type(document), fields)
    return picked(fields, [name.split(".") for name in row.names]) if row.names else fields


def _with(first: Any, rest: Any) -> Any:  # noqa: ANN401
    yield first
    yield from rest


def _file_name(place: InventoryEntry) -> str:
    """Return what a collection's file is called: its path without ids."""
    return "_".join(part for part in place.model.path.split("/") if not part.startswith("{"))


def as_json(value: object) -> bytes:
    """Return values as archives have them: for people to read and for software."""
    text = json.dumps(value, default=_plain, sort_keys=True, ensure_ascii=False, indent=1)
    return text.encode()


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
