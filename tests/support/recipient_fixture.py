"""One receiver, the stand-in for FCM, and what reaches them, unheard by the deployed trigger."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from google.cloud.firestore import Client

from core.access import Caller, Role
from core.context import Context
from core.documents import Document
from core.jobs import Job
from core.store import Store
from core.unknown import stored
from messaging import delivery
from messaging.catalogue import HEARD_BY
from messaging.models import Addressee, Delivery, Device, HeardAs, InboxItem, Mail, Notice
from messaging.service import notify
from tests.support import ids, messages
from tests.support.account_records import MADE, Tenants
from tests.support.moments import NOW, Clock
from tools.client import Person

#: 15:00 in India; 21:30; and when the night that follows is over there.
DAY, NIGHT = NOW, NOW + timedelta(hours=6, minutes=30)
MORNING = datetime.fromisoformat("2026-05-05T01:30:00+00:00")


@cache
def unheard() -> Client:
    """A database of its own: the deployed trigger hears only of the default one."""
    return Client(project=os.environ["GCLOUD_PROJECT"], database="unheard")


@dataclass
class RecipientFixture:
    """A person with an account, and whoever sends to them at a clock that stands."""

    fcm: messages.StandIn = field(default_factory=messages.StandIn)
    clock: Clock = field(default_factory=lambda: Clock(DAY))
    person: Person = field(default_factory=lambda: Person(ids.uid(), ids.email()))
    store: Store = field(default_factory=lambda: Store(unheard()))
    #: As what the person hears of what is not about itself.
    heard_as: HeardAs = field(default_factory=lambda: HeardAs(role=Role.OPERATOR))

    def __post_init__(self) -> None:
        self.stands()

    @property
    def uid(self) -> str:
        """The person's."""
        return self.person.uid

    def seed(self, document: Document) -> None:
        """Write a document where it is placed."""
        unheard().document(document.path_for(*document.ids)).set(stored(document))

    def stands(self, **standing: object) -> None:
        """Let the account stand like this; active unless it says otherwise."""
        self.seed(Tenants().account(self.person, role=Role.OPERATOR, **standing))

    def phone(self, at: datetime = MADE, to: str = "", *, known: bool = True) -> Device:
        """Give the person a phone."""
        device = messages.device(self.uid, at=at, to=to)
        self.seed(device)
        if known:
            self.fcm.known.add(device.token)
        return device

    def prefer(self, **chosen: object) -> None:
        """Let the person want to hear like this."""
        self.seed(messages.preferences(self.uid, **chosen))

    def notice(
        self, kind: Notice = Notice.UPLOAD_REJECTED, key: str | None = None, **refs: str
    ) -> str:
        """Tell the person something; the id of the notice.

        What is not about the person itself stands there as it was announced to an audience.
        """
        before = {found.id for found in self._inbox()}
        refs = refs or {"upload": ids.document_id()}
        if Addressee.PERSON in HEARD_BY[kind]:
            self.store.run(
                lambda unit: notify(unit, self.store, self.clock, self.uid, kind, key=key, **refs)
            )
        else:
            item = InboxItem(kind=kind, refs=refs, sent_at=self.clock.now(), heard_as=self.heard_as)
            self.seed(item.placed(self.uid, ids.document_id()))
        (new,) = {found.id for found in self._inbox()} - before
        return str(new)

    def deliver(self, item_id: str) -> None:
        """Have a notice delivered, as the trigger does."""
        self.store = Store(unheard())
        delivery.deliver(self.store, self.clock, self.fcm, self.uid, item_id)

    def told(self, kind: Notice = Notice.UPLOAD_REJECTED, **refs: str) -> str:
        """Tell the person something and have it delivered; the id of the notice."""
        item_id = self.notice(kind, **refs)
        self.deliver(item_id)
        return item_id

    def later(self, item_id: str) -> datetime | None:
        """Have the push sent that waited."""
        self.store = Store(unheard())
        return delivery.push_later(self.store, self.clock, self.fcm, self.uid, item_id)

    @property
    def ctx(self) -> Context:
        """The surroundings of a job that is due."""
        return Context(Store(unheard()), Caller("system", "", email_verified=False), self.clock)

    # --- what stands there afterwards -----------------------------------------------------

    def mail(self, item_id: str) -> Mail | None:
        """The e-mail of a notice."""
        return self.store.get(Mail, item_id)

    def claim(self, item_id: str) -> Delivery | None:
        """What is on record of the delivery."""
        return self.store.get(Delivery, item_id)

    def job(self, item_id: str) -> Job | None:
        """The promise to push later."""
        return self.store.get(Job, f"push-{item_id}")

    def item(self, item_id: str) -> InboxItem:
        """The notice itself."""
        found = self.store.get(InboxItem, self.uid, item_id)
        assert found is not None
        return found

    def devices(self) -> set[str]:
        """The devices that are left."""
        return {found.id for found in unheard().collection(f"users/{self.uid}/devices").get()}

    def everything(self, item_id: str) -> dict[str, Any]:
        """All that there is of a notice, with the times of the last writes."""
        paths = (f"users/{self.uid}/inbox/{item_id}", f"deliveries/{item_id}", f"mail/{item_id}")
        found = [unheard().document(p).get() for p in (*paths, f"jobs/push-{item_id}")]
        return {d.reference.path: (d.to_dict(), d.update_time) for d in found}

    def _inbox(self) -> list[Any]:
        return list(unheard().collection(f"users/{self.uid}/inbox").get())
