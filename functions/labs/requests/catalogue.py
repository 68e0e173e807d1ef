"""Requests about catalogues, with an example of each. Prices in paise, tax included."""

from typing import ClassVar

from core.callables import Message
from core.fields import DocId, Text
from core.idempotency import IdempotencyKey
from labs.models import Hours, Offer

_SERVICE = "s7Nc3RkWq9LxVb2TmHd5"


class SaveProfile(Message):
    """What every clinic sees of the caller's lab; its name and city are those of its account."""

    about: Text | None = None
    accepting: bool
    calendar: Hours = Hours()

    example: ClassVar = {
        "about": "Zirconia and aligners, milled in-house.",
        "accepting": True,
        "calendar": {"closed_weekdays": [6], "closed_days": ["2026-10-02"]},
    }


class ProfileSaved(Message):
    """The lab, and whether it takes orders."""

    lab_id: str
    accepting: bool

    example: ClassVar = {"lab_id": "lB2Xw6QnTz8KcVr4PmYd", "accepting": True}


class SaveService(Offer, Message):
    """One thing that the caller's lab makes: a new one or, with `service_id`, all of one anew.

    What is not `active` cannot be ordered; orders that name it keep what they say.
    """

    service_id: DocId | None = None
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


class ServiceSaved(Message):
    """The service, the same for every retry."""

    service_id: str

    example: ClassVar = {"service_id": _SERVICE}
