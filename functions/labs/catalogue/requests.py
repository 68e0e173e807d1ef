"""Requests about catalogues, with an example of each. Prices in paise, tax included."""

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, Flag, Name, Text
from core.idempotency import IdempotencyKey
from labs.catalogue.models import Offer, WorkCalendar
from labs.catalogue.works import WORKS

_SERVICE = "s7Nc3RkWq9LxVb2TmHd5"


class SaveProfile(Message):
    """What every clinic sees of the caller's lab; its name and city are those of its account."""

    about: Text | None = Field(
        default=None, description="What the lab says of itself to clinics; left out, nothing."
    )
    accepting: Flag = Field(
        description="Whether the lab takes orders now; those that were placed go on. True only "
        "once the lab's billing details are saved, with `wallet/set_billing`."
    )
    calendar: WorkCalendar = Field(
        default=WorkCalendar(),
        description="When the lab does not work: promised days are counted by it. Left out, it "
        "works all days but Sunday.",
    )

    example: ClassVar = {
        "about": "Zirconia and aligners, milled in-house.",
        "accepting": True,
        "calendar": {"closed_weekdays": [6], "closed_days": ["2026-10-02"]},
    }


class ProfileSaved(Message):
    """The lab, and whether it takes orders."""

    lab_id: str = Field(
        description="The caller's lab; every clinic reads the profile at `lab_profiles/{lab_id}`."
    )
    accepting: bool = Field(description="Whether it takes orders now.")

    example: ClassVar = {"lab_id": "lB2Xw6QnTz8KcVr4PmYd", "accepting": True}


class SaveService(Offer, Message):
    """One thing that the caller's lab makes: a new one or, with `service_id`, all of one anew.

    What is not `active` cannot be ordered; orders that name it keep what they say.
    """

    name: Name = Field(description=Offer.model_fields["name"].description)
    service_id: DocId | None = Field(
        default=None,
        description="The service to say anew, all of it, as an earlier call returned it; left out, "
        "a new one is made.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "name": "Full-contour zirconia crown",
        "work": "crown",
        "materials": ["zirconia"],
        "shade_guide": "vita_classical",
        "per": "tooth",
        "price": 250000,
        "turnaround": 5,
        "active": True,
        "idempotency_key": "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e",
    }

    @model_validator(mode="after")
    def _can_be_priced(self) -> Self:
        """Refuse a price for what the work does not name; what was saved before stays readable."""
        if self.per not in WORKS[self.work].prices:
            raise PydanticCustomError(
                "per", "Work of this kind has no such price: see docs/works.md"
            )
        return self


class ServiceSaved(Message):
    """The service, the same for every retry."""

    service_id: str = Field(
        description="The service, the same for every retry; orders name it, and clinics read it at "
        "`labs/{lab_id}/catalogue/{service_id}`."
    )

    example: ClassVar = {"service_id": _SERVICE}
