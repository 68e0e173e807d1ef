"""Finds what is held about a data subject, by the inventory's table and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from string import Formatter

from pydantic import BaseModel

from core.blobs import Blobs
from core.documents import Document
from core.objects import StoredObject
from core.store import Store
from privacy.inventory.entries import At, By, InventoryEntry, InventoryRow
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import FOLDERS, PLACES


@dataclass(frozen=True)
class Found:
    """A document that is about somebody, or names them."""

    place: InventoryEntry
    row: InventoryRow
    document: Document

    @property
    def path(self) -> str:
        """Its path."""
        return self.document.path_for(*self.document.ids)


def everything(store: Store, subject: DataSubject, *, backwards: bool = False) -> Iterator[Found]:
    """Yield each document of a subject once, as the table has them; what is found becomes known.

    `backwards`, what others are found by comes last; what is known must be complete then.
    Costs a read for each document, and one for each query that finds none.
    """
    for place in reversed(PLACES) if backwards else PLACES:
        yield from within(store, subject, place)


def within(store: Store, subject: DataSubject, place: InventoryEntry) -> Iterator[Found]:
    """Yield the documents of one collection."""
    row = place.of(subject.kind)
    if not isinstance(row, InventoryRow):
        return
    seen: set[tuple[str, ...]] = set()
    for seek in row.seeks:
        for document in _sought(store, subject, place.model, seek):
            if document.ids in seen:
                continue
            seen.add(document.ids)
            for name, field in row.joins.items():
                value = document.id if field == "id" else getattr(document, field)
                subject.known.setdefault(name, set()).add(value)
            yield Found(place, row, document)


def folders(subject: DataSubject) -> Iterator[str]:
    """Yield the folders of the bucket that are the subject's."""
    for template in FOLDERS[subject.kind]:
        yield from _filled(template, subject)


def objects(document: object) -> Iterator[StoredObject]:
    """Yield the objects that a document, or a part of one, names."""
    if isinstance(document, StoredObject):
        yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from objects(value)
    elif isinstance(document, list | tuple):
        for value in document:
            yield from objects(value)
    elif isinstance(document, BaseModel):
        yield from objects([getattr(document, name) for name in type(document).model_fields])


def left_in_bucket(blobs: Blobs, subject: DataSubject) -> Iterator[str]:
    """Yield the names of the objects that lie in the subject's folders."""
    for folder in folders(subject):
        yield from blobs.names(folder)


def _sought(
    store: Store, subject: DataSubject, model: type[Document], seek: At | By
) -> Iterator[Document]:
    if isinstance(seek, At):
        for ids in product(*(_known(subject, name) for name in seek.parts)):
            found = store.get(model, *ids)
            if found is not None:
                yield found
        return
    for under in _filled(seek.under, subject):
        for values in product(*(_known(subject, name) for name in seek.values)):
            yield from store.each(seek.query, *values, under=under)


def _known(subject: DataSubject, name: str) -> list[str]:
    return sorted(subject.known.get(name, ()))


def _filled(template: str, subject: DataSubject) -> Iterator[str]:
    """Yield a template with each combination of what is known of its names."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    for values in product(*(_known(subject, name) for name in names)):
        yield template.format(**dict(zip(names, values, strict=True)))
