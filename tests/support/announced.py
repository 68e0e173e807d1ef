"""Announcements that are not sent yet, sent as the deployed trigger does it."""

from __future__ import annotations

from collections.abc import Container

from google.cloud.firestore import Client

from core.clock import Clock
from core.store import Store
from messaging import announcements
from messaging.models import Addressee, Announcement
from tests.support.moments import Clock as Standing


def announce_all(client: Client, clock: Clock | None = None) -> None:
    """Send whatever is to be sent in a database of the test's own."""
    _send(client, clock, [found.id for found in client.collection("notices").get()])


def announce_to(client: Client, orgs: Container[str | None], uids: Container[str]) -> None:
    """Send what is for these organisations and people, or for the admins each time.

    Other tests' audiences are theirs.
    """
    found = [
        (each.id, Announcement.model_validate(each.to_dict(), extra="allow").to)
        for each in client.collection("notices").get()
    ]
    _send(
        client,
        None,
        [
            notice_id
            for notice_id, to in found
            if (to.org is not None and to.org in orgs)
            or any(uid in uids for uid in to.uids)
            or to.addressee is Addressee.ADMINS
        ],
    )


def _send(client: Client, clock: Clock | None, notice_ids: list[str]) -> None:
    for notice_id in sorted(notice_ids):
        announcements.send(Store(client), clock or Standing(), notice_id)
