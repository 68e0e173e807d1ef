"""What the case check adds to the files that go to a lab: findings, and scans beside each other."""

from pydantic import Field

from core.documents import Record
from core.objects import StoredObject
from scans.service import CaseFinding, JawRelation


class SharedPair(Record):
    """Two scans of the order's files beside each other, as the lab has it."""

    pair_id: str
    file_ids: list[str]
    relation: JawRelation
    gap_mm: float | None = None
    penetration_mm: float | None = None
    contact_mm2: float | None = None
    contacts: int | None = None
    #: The picture of the occlusion; the bytes by signed links alone.
    occlusion: StoredObject | None = None


class OrderFinding(CaseFinding):
    """What the case check found in what was sent, and what the clinic said to it."""

    signed_off: bool = Field(
        description="Whether the clinic sent it in spite of this; false for notes, which ask for "
        "no sign-off."
    )
