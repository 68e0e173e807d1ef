"""A prescription is what a kind of work needs of the scans of a case; one table, with its sources.

The case check goes by it, and docs/case_check.md shows it. It is what laboratories ask for on pages
named here, of which the strictest is not taken: what work can be made without is not asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from labs.catalogue.models import WorkType


@dataclass(frozen=True)
class Checklist:
    """A page on which a laboratory publishes what a case needs, as read in 2026.

    Attributes:
        name: whose page it is.
        url: its address.
        says: what it asks for.
    """

    name: str
    url: str
    says: str


_SAUNDERS = Checklist(
    "Saunders Dental Laboratory, Intraoral Scanning",
    "https://www.saundersdentallab.com/resources/scanning",
    "clear margins, tissue, a reliable bite, and enough around the preparation to design by",
)
_ZANN = Checklist(
    "Zann Dental, From intraoral scan to lab",
    "https://zanndental.com/blog-digital-scan-lab-handoff",
    "the arches to design by, scan bodies where there are implants, and a bite record",
)
_BRIGHT_ARK = Checklist(
    "The Bright Ark, Knowledge base for doctors",
    "https://thebrightark.com/id/blogs/knowledge-base-for-doctors/tagged/knowledge-base",
    "both arches, whole and without voids, in correct occlusion",
)
_FULL_CONTOUR = Checklist(
    "FullContour, How to send night guards",
    "https://support.fullcontour.com/hc/en-us/articles/4406897947291",
    "all teeth and the gum around them, the molars at the back above all",
)
_SMILE_SYSTEMS = Checklist(
    "Smile Systems, Startup checklist",
    "https://www.smilesystems.com/copy-of-lab-needs-test-1",
    "scans of the tissue, and of the bite where there are teeth to take it by",
)
_SOUTHERN_IMPLANTS = Checklist(
    "Southern Implants, Si-PlanIt protocol",
    "https://southernimplants.com/si-planit-protocol/",
    "the full arch, an intra-oral scan and the bite",
)
_OHLENDORF = Checklist(
    "Ohlendorf Appliance Laboratory, Removable appliance",
    "https://ohlendorfappliancelab.com/removable-appliance/",
    "upper and lower working models and a bite",
)
_SURESMILE = Checklist(
    "SureSmile, Premium models",
    "http://docs.suresmile.com/suresmile_webhelp/patient_info/FAQs_-_Premium_Models.htm",
    "full arches, scanned as upper jaw, lower jaw and bite",
)


@dataclass(frozen=True)
class Prescription:
    """What a kind of work needs, beside the arch that it is made for.

    Attributes:
        source: where a laboratory says so; None where nothing is asked for.
        arch: the arch of the teeth, or the arches, that it is made for.
        antagonist: the arch that bites on it.
        bite: both arches in one frame, or a scan of the bite.
        whole: all of each arch that is needed.
        on_implant: it stands on an implant, and so is designed on a scan body.
        at_teeth: it is made where its teeth stand, so that the scan has to reach them.
    """

    source: Checklist | None = None
    arch: bool = True
    antagonist: bool = True
    bite: bool = True
    whole: bool = False
    on_implant: bool = False
    at_teeth: bool = False


_W = WorkType
PRESCRIPTIONS: Final[Mapping[WorkType, Prescription]] = {
    _W.CROWN: Prescription(_SAUNDERS, at_teeth=True),
    _W.BRIDGE: Prescription(_SAUNDERS, at_teeth=True),
    _W.VENEER: Prescription(_SAUNDERS, at_teeth=True),
    _W.INLAY_ONLAY: Prescription(_ZANN, at_teeth=True),
    _W.IMPLANT_CROWN: Prescription(_ZANN, at_teeth=True, on_implant=True),
    # It needs the whole arch, too; but where that ends, teeth that are lost do not tell.
    _W.DENTURE: Prescription(_SMILE_SYSTEMS),
    _W.ALIGNER: Prescription(_BRIGHT_ARK, whole=True),
    _W.RETAINER: Prescription(_OHLENDORF, whole=True),
    _W.NIGHT_GUARD: Prescription(_FULL_CONTOUR, whole=True),
    # Of one jaw it is made of that jaw alone; of both, it shows them as they bite.
    _W.STUDY_MODEL: Prescription(_SURESMILE, antagonist=False, whole=True),
    # It lies on the teeth of its arch; where the crowns are to stand, the other arch says.
    _W.SURGICAL_GUIDE: Prescription(_SOUTHERN_IMPLANTS, whole=True, at_teeth=True),
    # What it is, only its service says.
    _W.OTHER: Prescription(arch=False, antagonist=False, bite=False),
}
