"""The documents of catalogues: profiles of labs, and services; and their vocabulary."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.documents import Document, Record
from core.fields import Flag, StoredName, StoredText, Whole
from core.privacy import FieldPolicy, Retention, Viewer, held
from labs.catalogue.shades import ShadeGuide


def _offered(category: str) -> FieldPolicy:
    """Declare what a lab shows to every clinic."""
    return held(
        category,
        Viewer.LAB,
        Viewer.ANY_CLINIC,
        Viewer.ADMIN,
        kept=Retention.ORGANISATION,
    )


_OFFER = _offered("system.operations")


def _real(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError as err:
        raise PydanticCustomError("day", "There is no such day") from err
    return day


#: A day without a time, as ISO 8601 has it: Firestore stores none.
Day = Annotated[
    str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_real)
]


class WorkType(StrEnum):
    """The kind of work that a service is."""

    CROWN = "crown"  # covers one prepared tooth
    BRIDGE = "bridge"  # replaces missing teeth, held by the teeth beside the gap
    VENEER = "veneer"  # a thin shell on the visible side of a tooth
    INLAY_ONLAY = "inlay_onlay"  # a filling made by the lab; an onlay covers cusps, too
    DENTURE = "denture"  # a removable replacement of some or all teeth of an arch
    IMPLANT_CROWN = "implant_crown"  # a crown on an implant in the jaw bone
    ALIGNER = "aligner"  # a removable clear tray that moves teeth
    RETAINER = "retainer"  # keeps teeth where a treatment has moved them
    NIGHT_GUARD = "night_guard"  # a splint that protects teeth from grinding
    STUDY_MODEL = "study_model"  # a model of the jaws, to plan a treatment by
    SURGICAL_GUIDE = "surgical_guide"  # a template that leads the drill where an implant is placed
    OTHER = "other"  # anything else; the service's name and description say what


#: What has no colour of teeth, and so no shade. The others have one where a guide is named: a
#: full metal crown has none.
COLOURLESS = frozenset(
    {
        WorkType.ALIGNER,
        WorkType.RETAINER,
        WorkType.NIGHT_GUARD,
        WorkType.STUDY_MODEL,
        WorkType.SURGICAL_GUIDE,
    }
)


class Material(StrEnum):
    """What a work is made of."""

    ZIRCONIA = "zirconia"  # zirconium dioxide, a high-strength ceramic
    LITHIUM_DISILICATE = "lithium_disilicate"  # a pressed or milled glass ceramic
    FELDSPATHIC_PORCELAIN = "feldspathic_porcelain"  # layered glass ceramic, for veneers
    PORCELAIN_FUSED_TO_METAL = "porcelain_fused_to_metal"  # porcelain on a metal framework
    COBALT_CHROMIUM = "cobalt_chromium"  # a base metal alloy, for frameworks
    GOLD_ALLOY = "gold_alloy"  # a noble metal alloy
    TITANIUM = "titanium"  # a metal, for implant parts and frameworks
    COMPOSITE = "composite"  # a resin filled with glass or ceramic
    PMMA = "pmma"  # polymethyl methacrylate, milled or cast, for temporary work
    ACRYLIC = "acrylic"  # the resin of denture bases
    PETG = "petg"  # a thermoplastic foil, for aligners and retainers
    RESIN = "resin"  # a light-cured resin, printed
    PLASTER = "plaster"  # dental stone, for models
    OTHER = "other"  # anything else; the service's name and description say what


class Per(StrEnum):
    """What a price is for."""

    TOOTH = "tooth"  # each tooth that is named, or each unit of a bridge
    ARCH = "arch"  # each arch that is named, or that has a tooth of those named
    PIECE = "piece"  # the piece: one a line, or one for each arch where work is made arch by arch


class WorkCalendar(Record):
    """When a lab is closed: weekdays from 0 for Monday, and single days."""

    closed_weekdays: list[Annotated[Whole, Field(ge=0, le=6)]] = Field(
        default=[6],
        max_length=6,
        description="The weekdays on which the lab does not work, 0 for Monday to 6 for Sunday, "
        "each once; Sunday unless given.",
    )
    closed_days: list[Day] = Field(
        default=[],
        max_length=60,
        description="Single days on which it does not work, such as holidays, each `YYYY-MM-DD` in "
        "India's time zone.",
    )

    @model_validator(mode="after")
    def _works_at_times(self) -> Self:
        if len(set(self.closed_weekdays)) != len(self.closed_weekdays):
            raise PydanticCustomError("weekday_twice", "A weekday is named twice")
        return self


class LabProfile(Document):
    """`lab_profiles/{lab_id}`: what every clinic sees of a lab."""

    path: ClassVar[str] = "lab_profiles/{lab_id}"
    readers = frozenset({Viewer.LAB, Viewer.ANY_CLINIC, Viewer.ADMIN})

    name: Annotated[StoredName, _offered("user.contact.organization")]
    city: Annotated[StoredName, _offered("user.contact.address.city")]
    about: Annotated[StoredText | None, _offered("user.content.public")] = None
    #: Whether it takes orders at present; only who can be billed does.
    accepting: Annotated[bool, _OFFER]
    calendar: Annotated[WorkCalendar, _OFFER] = Field(default_factory=WorkCalendar)
    #: Services in the catalogue, withdrawn ones too: what its limit is held to.
    services: Annotated[int, _OFFER, Field(ge=0)] = 0
    updated_at: Annotated[AwareDatetime, _OFFER]


class Offer(Record):
    """What a lab says of one thing that it makes."""

    name: Annotated[StoredName, _OFFER] = Field(
        description="What clinics read in the catalogue, and orders and receipts keep."
    )
    work: Annotated[WorkType, _OFFER] = Field(description="The type of the work.")
    materials: Annotated[list[Material], _OFFER, Field(min_length=1, max_length=len(Material))] = (
        Field(description="What it can be made of, each once; an order chooses one of them.")
    )
    shade_guide: Annotated[ShadeGuide | None, _OFFER] = Field(
        default=None,
        description="The guide that an order's shade is chosen from; null where there is no shade "
        "to choose, as for aligners, retainers, night guards, study models and surgical guides.",
    )
    per: Annotated[Per, _OFFER] = Field(
        description="What the price is for: each tooth or unit, each arch, or the piece. Which of "
        "these a kind of work may have: docs/works.md."
    )
    price: Annotated[Whole, _OFFER, Field(ge=100, le=100_000_000)] = Field(
        description="The price for one of `per`, in paise, tax included: from a rupee to ten lakh."
    )
    turnaround: Annotated[Whole, _OFFER, Field(ge=0, le=60)] = Field(
        description="How many of the lab's working days it takes, from the day after it accepted."
    )
    active: Annotated[Flag, _OFFER] = Field(
        default=True,
        description="Whether it can be ordered. What is withdrawn stays for the orders that name "
        "it.",
    )

    @model_validator(mode="after")
    def _can_be_ordered(self) -> Self:
        if len(set(self.materials)) != len(self.materials):
            raise PydanticCustomError("material_twice", "A material is named twice")
        if self.shade_guide is not None and self.work in COLOURLESS:
            raise PydanticCustomError("shade", "Work of this type has no shade")
        return self


class Service(Offer, Document):
    """`labs/{lab_id}/catalogue/{service_id}`: one thing that a lab makes."""

    path: ClassVar[str] = "labs/{lab_id}/catalogue/{service_id}"
    readers = frozenset({Viewer.LAB, Viewer.ANY_CLINIC, Viewer.ADMIN})

    updated_at: Annotated[AwareDatetime, _OFFER]
