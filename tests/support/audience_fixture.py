"""A clinic, a lab, operators and admins in a database of their own, and who of them hears."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from google.cloud.firestore import Client

from core.access import Role, Status
from core.context import Context
from core.jobs import Job
from core.store import Store
from core.tally import Tally
from core.unknown import stored
from messaging import delivery, digests
from messaging.models import Audience, Digest, InboxItem, Notice
from messaging.service import notify
from tests.support import ids, messages
from tests.support.account_records import Tenants
from tests.support.announced import announce_all
from tests.support.moments import NOW, Clock
from tools.client import Person

#: How somebody leaves, and how the account then stands; None where it is gone.
LEAVING: dict[str, dict[str, object] | None] = {
    "suspended": {"status": Status.SUSPENDED},
    "removed": {"status": Status.REMOVED, "role": None, "org": None, "owner": False},
    "another role": {"role": Role.LAB, "org": "another-lab", "owner": True},
    "erased": None,
}


@dataclass
class AudienceFixture:
    """People, and what reaches them."""

    client: Client
    clock: Clock = field(default_factory=lambda: Clock(NOW))
    people: dict[str, dict[str, object]] = field(default_factory=dict)
    fcm: messages.StandIn = field(default_factory=messages.StandIn)

    @property
    def store(self) -> Store:
        """A store with a tally of its own."""
        return Store(self.client)

    def join(self, role: Role, org: str | None = None, **standing: object) -> str:
        """Put an active account there; its uid."""
        uid = ids.uid()
        self.people[uid] = {"role": role, "org": org, **standing}
        self._stands(uid, self.people[uid])
        return uid

    def leave(self, uid: str, way: str) -> None:
        """Let somebody leave."""
        change = LEAVING[way]
        if change is None:
            self.client.document(f"users/{uid}").delete()
        else:
            self._stands(uid, {**self.people[uid], **change})

    def _stands(self, uid: str, standing: dict[str, object]) -> None:
        account = Tenants().account(Person(uid, ids.email()), **standing)
        self.client.document(f"users/{uid}").set(stored(account))

    def prefer(self, uid: str, digest: Digest, **chosen: object) -> None:
        """Let an admin want to hear so often."""
        wanted = messages.preferences(uid, digest=digest, channels={}, **chosen)
        self.client.document(f"preferences/{uid}").set(stored(wanted))

    def phone(self, uid: str) -> None:
        """Give somebody a phone."""
        device = messages.device(uid)
        self.fcm.known.add(device.token)
        self.client.document(device.path_for(*device.ids)).set(stored(device))

    def notify(self, to: str | Audience | None, kind: Notice, **refs: str) -> Tally:
        """Tell somebody; what that cost."""
        store = self.store
        store.run(lambda unit: notify(unit, store, self.clock, to, kind, **refs))
        return store.tally

    def announce(self) -> None:
        """Send what is to be sent."""
        announce_all(self.client, self.clock)

    def told(self, to: str | Audience | None, kind: Notice, **refs: str) -> None:
        """Tell somebody and send it."""
        self.notify(to, kind, **refs)
        self.announce()

    def digest(self, until: datetime | None = None, **waiting: int) -> list[str]:
        """Run the digests that are due by a time, or all; the ids of their jobs."""
        found = [
            Job.model_validate(each.to_dict(), extra="allow").placed(each.id)
            for each in self.client.collection("jobs").get()
            if each.get("kind") == "digest" and each.get("state") == "due"
        ]
        due = sorted(
            (job for job in found if until is None or job.due_at <= until), key=lambda j: j.due_at
        )
        for job in due:
            self.clock.at = max(self.clock.at, job.due_at)
            self.run(job, **waiting)
            self.client.document(f"jobs/{job.id}").update({"state": "done"})
        return [job.id for job in due]

    def run(self, job: Job, **waiting: int) -> Tally:
        """Run one digest; what that cost."""
        ctx = Context.of_system(self.store, self.clock)
        counts = {"visits": 0, "accounts": 0, "tickets": 0, **waiting}
        digests.send(ctx, job, counts)
        return ctx.store.tally

    def deliver(self) -> None:
        """Deliver every notice, as the deployed trigger does."""
        for uid in self.people:
            for item in self.items(uid):
                delivery.deliver(self.store, self.clock, self.fcm, uid, item.id)

    # --- what stands there afterwards -----------------------------------------------------

    def items(self, uid: str) -> list[InboxItem]:
        """What somebody's inbox holds, in order of time."""
        found = [
            InboxItem.model_validate(each.to_dict(), extra="allow").placed(uid, each.id)
            for each in self.client.collection(f"users/{uid}/inbox").get()
        ]
        return sorted(found, key=lambda item: (item.sent_at, item.id))

    def heard(self) -> dict[str, list[Notice]]:
        """Who has which notices in the inbox; who has none is not named."""
        found = {uid: [item.kind for item in self.items(uid)] for uid in self.people}
        return {uid: kinds for uid, kinds in found.items() if kinds}

    def mailed(self) -> list[str]:
        """To whom e-mails went."""
        found: list[Any] = [each.get("toUids") for each in self.client.collection("mail").get()]
        return sorted(uid for uids in found for uid in uids)

    def pending(self) -> int:
        """How many announcements are not sent."""
        return len(self.client.collection("notices").get())
