"""Slots in the landing zone, and attempts to upload into them.

The slots look claimed, as those do that an attempt of the trigger is at: so the trigger leaves
the bytes alone, and a test sees what the rules let in. The rules do not look at the claim.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from google.cloud.storage import Bucket

from core import firebase
from core.access import Role
from scans.uploads.models import Upload, UploadState
from tests.support import records, wire
from tests.support.account_records import Tenants
from tools.client import Person

DATA = bytes(684)


@dataclass
class Attempt:
    """One upload, all in order until a test changes one thing."""

    tenants: Tenants
    person: Person
    slot: Upload
    holder: Holder
    data: bytes = DATA
    content_type: str | None = "model/stl"
    noted: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.name = self.slot.object_name

    def go(self) -> None:
        """Upload."""
        wire.upload(self.person, self.name, self.data, self.content_type, **self.noted)

    def rewrite(self, **changes: object) -> None:
        """Store the slot with some fields changed."""
        changed = Upload.model_validate({**dict(self.slot), **changes})
        self.tenants.seed(changed.placed(self.slot.id))


@dataclass(frozen=True)
class Holder:
    """Somebody to whom slots are issued: in which role, and the slot that the role gets."""

    role: Role
    slot: Callable[..., Upload]

    def join(self, tenants: Tenants) -> Person:
        """Seed one such account."""
        return tenants.join(self.role, getattr(tenants, self.role.value, None))

    def attempt(self) -> Attempt:
        """Seed an open slot that nothing was uploaded into."""
        tenants, now = Tenants(), datetime.now(UTC)
        person = self.join(tenants)
        slot = self.slot(
            tenants, person.uid, byte_size=len(DATA), state=UploadState.PROCESSING, claimed_at=now
        )
        tenants.seed(slot)
        return Attempt(tenants, person, slot, self, content_type=slot.content_types[0])


CLINIC = Holder(Role.CLINIC, records.upload)
OPERATOR = Holder(Role.OPERATOR, records.upload_at_visit)
FORM = Holder(Role.CLINIC, records.upload_of_form)
ATTACHMENT = Holder(Role.LAB, records.upload_attached)


def put(name: str, data: bytes = DATA, bucket: Bucket | None = None) -> None:
    """Place an object past the rules, in the landing zone's bucket unless another is said."""
    (bucket or firebase.landing_bucket()).blob(name).upload_from_string(
        data, content_type="model/stl"
    )


def there(name: str, bucket: Bucket | None = None) -> bytes | None:
    """Read an object past the rules, as `put` places it; None where there is none."""
    blob = (bucket or firebase.landing_bucket()).get_blob(name)
    return blob.download_as_bytes() if blob else None
