"""The problems that speak against an order, each with a stable code and a sentence."""

from enum import StrEnum
from typing import Any

from core.errors import ErasurePending


class Problem(StrEnum):
    """The reason codes of an order that is refused; the sentences say what to do."""

    LAB_NOT_ACCEPTING = "lab-not-accepting"
    SERVICE_UNKNOWN = "service-unknown"
    TEETH_MISSING = "teeth-missing"
    TOOTH_UNKNOWN = "tooth-unknown"
    TOOTH_TWICE = "tooth-twice"
    TOOTH_WITH_SUCCESSOR = "tooth-with-successor"
    NAMED_OTHERWISE = "named-otherwise"
    UNITS_MISSING = "units-missing"
    ARCHES_MISSING = "arches-missing"
    ARCH_TWICE = "arch-twice"
    TWO_ARCHES = "two-arches"
    TWO_DENTITIONS = "two-dentitions"
    BRIDGE_TOO_SHORT = "bridge-too-short"
    BRIDGE_HAS_GAP = "bridge-has-gap"
    RETAINER_MISSING = "retainer-missing"
    PONTIC_MISSING = "pontic-missing"
    PRICE_DOES_NOT_FIT = "price-does-not-fit"
    MATERIAL_NOT_OFFERED = "material-not-offered"
    SHADE_MISSING = "shade-missing"
    SHADE_NOT_IN_GUIDE = "shade-not-in-guide"
    FILE_NOT_FOUND = "file-not-found"
    FILE_SUPERSEDED = "file-superseded"
    FILE_HAS_WARNINGS = "file-has-warnings"
    CASE_HAS_FINDINGS = "case-has-findings"
    WANTED_TOO_EARLY = "wanted-too-early"
    WANTED_TOO_LATE = "wanted-too-late"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    CONSENT_DOES_NOT_COVER = "consent-does-not-cover"
    WRONG_CASE_STATUS = "wrong-case-status"
    GUARDIAN_REQUIRED = "guardian-required"
    ERASURE_PENDING = "erasure-pending"
    INSUFFICIENT_FUNDS = "insufficient-funds"
    BILLING_DETAILS_MISSING = "billing-details-missing"


_P = Problem
SENTENCES: dict[Problem, str] = {
    _P.LAB_NOT_ACCEPTING: "The lab takes no orders now: choose another one.",
    _P.SERVICE_UNKNOWN: "The lab does not offer this service: reload its catalogue.",
    _P.TEETH_MISSING: "Name the teeth that the work is for.",
    _P.TOOTH_UNKNOWN: "There is no tooth of this number: use the two digits of ISO 3950.",
    _P.TOOTH_TWICE: "A tooth is named twice: it can have one such work, so name it once.",
    _P.TOOTH_WITH_SUCCESSOR: "A deciduous tooth is named, and the permanent one that follows it: "
    "only one of them can have such work.",
    _P.NAMED_OTHERWISE: "Work of this kind is ordered by its `names`: name these, and leave this "
    "out.",
    _P.UNITS_MISSING: "Name the units of the bridge, and whether each is a retainer or a pontic.",
    _P.ARCHES_MISSING: "Name the arch that the work is for: upper, lower, or both.",
    _P.ARCH_TWICE: "An arch is named twice: name each once.",
    _P.TWO_ARCHES: "One piece cannot stand in both arches: order one for each.",
    _P.TWO_DENTITIONS: "One piece cannot hold deciduous and permanent teeth: check the numbers.",
    _P.BRIDGE_TOO_SHORT: "A bridge has two units at least: order a single crown as such.",
    _P.BRIDGE_HAS_GAP: "The units do not stand side by side: name `missing`, too.",
    _P.RETAINER_MISSING: "Nothing holds the bridge: it needs a retainer at one end at least.",
    _P.PONTIC_MISSING: "The bridge replaces no tooth: order single crowns, and note which are to "
    "be joined.",
    _P.PRICE_DOES_NOT_FIT: "The lab prices this work by the tooth, which it is not made for: ask "
    "the lab to save the service anew.",
    _P.MATERIAL_NOT_OFFERED: "The service is not made of this material: choose one that it lists.",
    _P.SHADE_MISSING: "Choose a shade of the service's guide.",
    _P.SHADE_NOT_IN_GUIDE: "The shade is not in the service's guide: choose one that is.",
    _P.FILE_NOT_FOUND: "The case holds no such file: reload the case.",
    _P.FILE_SUPERSEDED: "A newer scan replaced this file: send that one.",
    _P.FILE_HAS_WARNINGS: "The gate warned of this file: scan again, or sign it off.",
    _P.CASE_HAS_FINDINGS: "A laboratory would send the case back: mend what each of the `findings` "
    "says, or sign them off.",
    _P.WANTED_TOO_EARLY: "The lab cannot have it ready by then: see `earliest`.",
    _P.WANTED_TOO_LATE: "Nothing is ordered so long ahead: see `latest`.",
    _P.CONSENT_WITHDRAWN: "The patient's consent was withdrawn: nothing of the case may be shared.",
    _P.CONSENT_DOES_NOT_COVER: "The patient did not consent to sharing with labs: record it first.",
    _P.WRONG_CASE_STATUS: "The case's status does not allow it: reload the case.",
    _P.GUARDIAN_REQUIRED: "The patient is under 18: the clinic records a guardian's consent first.",
    _P.ERASURE_PENDING: ErasurePending.sentence,
    _P.INSUFFICIENT_FUNDS: "The wallet lacks `missing_paise`: top it up.",
    _P.BILLING_DETAILS_MISSING: "The lab has to save its billing details first: ask it to.",
}


def problem(reason: Problem, at: str = "", **details: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a problem as callers get it: its code, where in the request, and what to do."""
    return {"reason": reason.value, "at": at, "sentence": SENTENCES[reason], **details}
