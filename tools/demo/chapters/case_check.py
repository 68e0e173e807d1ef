"""What a laboratory would send back is told before it is ordered; then the order goes as it should.

Exchanged jaws, a missing antagonist and another patient's scan, on made-up jaws that bite soundly.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

from tools import samples
from tools.client import CallError, Person, fetch
from tools.demo import uploading, visits
from tools.demo.asking import ask
from tools.demo.chapters.lab import Offered
from tools.demo.chapters.visit import Scanned
from tools.demo.people import People
from tools.demo.saving import save
from tools.demo.scan import Scan
from tools.demo.show import case_findings_table, console, rupees
from tools.demo.steps import Steps, UnexpectedError

#: Of two people whose jaws bite soundly, in files whose z axis points up.
_FIRST, _OTHER = 7, 16
_REFERENCE = "P-1077"

Scans = dict[str, Scan]


def play(steps: Steps, people: People, scanned: Scanned, offered: Offered) -> None:
    """Play it, on new cases of the patient of the first visit and of another one."""
    (first, tooth), (other, others_tooth) = _jaws(_FIRST), _jaws(_OTHER)
    checks = _Checks(steps, people.clinic, offered)
    others_case = _exchanged(checks, other, others_tooth)
    case_id = _opened(checks.clinic, scanned.patient_id, scanned.consent_id)
    upper = _without_antagonist(checks, case_id, first["upper"], tooth)
    _another_patients(checks, case_id, upper, other["lower"], tooth, others_case)
    _rightly(checks, case_id, upper, first["lower"], tooth)


class _Checks:
    """Orders of one clinic from one lab, checked before they are placed."""

    def __init__(self, steps: Steps, clinic: Person, offered: Offered) -> None:
        self.steps, self.clinic, self.lab = steps, clinic, offered.lab
        self._offered = offered

    def order(self, case_id: str, file_ids: list[str], tooth: int) -> dict[str, Any]:
        """Return an order of a crown, as the app has it when all is filled in."""
        item = {"service_id": self._offered.service_id, "teeth": [tooth]}
        return {
            "case_id": case_id,
            "lab_id": self._offered.lab_id,
            "items": [{**item, "material": "zirconia", "shade": "A2"}],
            "file_ids": file_ids,
            "wanted_on": (datetime.now(UTC).date() + timedelta(days=30)).isoformat(),
        }

    def told(self, order: dict[str, Any], code: str) -> dict[str, Any]:
        """Have an order checked, and show what is told; returns the finding of a code."""
        with self.steps.step("the clinic has the order checked") as step:
            checked = self.clinic.call("labs/check_order", **order)
            found = {each["code"]: each for each in checked["findings"]}
            if code not in found or checked["ready"]:
                raise UnexpectedError(f"it is told {sorted(found)}, not {code}")
            step.found(f"not ready: {len(found)} to look at")
        console.print(case_findings_table(checked["findings"]))
        return dict(found[code])


def _exchanged(checks: _Checks, other: Scans, tooth: int) -> str:
    with checks.steps.step("another patient's jaws are filed exchanged") as step:
        patient = visits.add_patient(checks.clinic, _REFERENCE, "Farhan Ali")
        case_id = _opened(checks.clinic, patient, visits.record_consent(checks.clinic, patient))
        wrong = {"upper": other["lower"], "lower": other["upper"]}
        upper, lower = _filed(checks.clinic, case_id, wrong)
        pair = uploading.pair(checks.clinic, case_id, upper, lower)
        step.found(f"{_REFERENCE}; measured beside each other: {_figures(pair)}")
    order = checks.order(case_id, [upper, lower], tooth)
    found = checks.told(order, "case-jaws-exchanged")
    with checks.steps.step("it looks at the picture of the occlusion") as step:
        picture = found["picture"] or {}
        asked = {"case_id": case_id, "pair_ids": [picture.get("of", "")]}
        (link,) = checks.clinic.call("scans/get_occlusion_links", **asked)["links"]
        step.found(_saved(link["url"], f"{case_id}-occlusion.png"))
    with checks.steps.step("it orders all the same, signs nothing off") as step:
        held = checks.clinic.call("wallet/get_balance")["held"]
        try:
            ask(checks.clinic, "labs/place_order", **order)
        except CallError as err:
            reasons = [each["reason"] for each in err.details["problems"]]
        else:
            raise UnexpectedError("it was placed")
        after = checks.clinic.call("wallet/get_balance")["held"]
        if reasons != ["case-has-findings"] or after != held:
            raise UnexpectedError(f"{reasons}; set aside: ₹{rupees(after)}")
        step.found(f"refused: {reasons[0]}, nothing set aside")
    return case_id


def _without_antagonist(checks: _Checks, case_id: str, scan: Scan, tooth: int) -> str:
    with checks.steps.step("of the first patient one jaw is filed") as step:
        (upper,) = _filed(checks.clinic, case_id, {"upper": scan})
        step.found(f"the upper one; a crown for {tooth} is to be made")
    checks.told(checks.order(case_id, [upper], tooth), "case-antagonist-missing")
    return upper


def _another_patients(
    checks: _Checks, case_id: str, upper: str, scan: Scan, tooth: int, others_case: str
) -> None:
    with checks.steps.step("the lower one is taken from another patient") as step:
        (lower,) = _filed(checks.clinic, case_id, {"lower": scan})
        pair = uploading.pair(checks.clinic, case_id, upper, lower)
        step.found(f"measured beside the upper one: {_figures(pair)}")
    order = checks.order(case_id, [upper, lower], tooth)
    found = checks.told(order, "case-scan-of-another-patient")
    elsewhere = [(each["case_id"], each["reference"]) for each in found["filed_elsewhere"]]
    if elsewhere != [(others_case, _REFERENCE)]:
        raise UnexpectedError(f"it is said to be filed at {elsewhere}")


def _rightly(checks: _Checks, case_id: str, upper: str, scan: Scan, tooth: int) -> None:
    clinic, lab = checks.clinic, checks.lab
    with checks.steps.step("the right one takes its place, checked again") as step:
        (lower,) = _filed(clinic, case_id, {"lower": scan})
        pair = uploading.pair(clinic, case_id, upper, lower)
        order = checks.order(case_id, [upper, lower], tooth)
        checked = clinic.call("labs/check_order", **order)
        if not checked["ready"] or checked["findings"]:
            raise UnexpectedError(f"it is told {checked['findings']}")
        step.found(f"ready, nothing found: {_figures(pair)}")
    with checks.steps.step(f"it orders a crown for tooth {tooth}, rightly") as step:
        placed = ask(clinic, "labs/place_order", **order)
        step.found(f"₹{rupees(placed['price'])}, without any sign-off")
    with checks.steps.step("the lab fetches scans and occlusion") as step:
        order_id = placed["order_id"]
        ask(lab, "labs/move_order", order_id=order_id, action="accept")
        body = {"order_id": order_id, "file_ids": [upper, lower]}
        answer = lab.call("labs/get_file_links", **body)
        (occlusion,) = answer["occlusions"]
        files = [fetch(link["url"]) for link in answer["links"]]
        picture = _saved(occlusion["url"], f"{case_id}-occlusion.png")
        step.found(f"{len(files)} scans; the picture: {picture}")


def _jaws(seed: int) -> tuple[Scans, int]:
    """Make a person's jaws; returns them with a tooth to be made."""
    made = samples.case(seed)
    if made.upper is None or made.lower is None:
        raise UnexpectedError("the made-up case has no two jaws")
    named = {"upper": made.upper, "lower": made.lower}
    return {jaw: Scan.of(f"{jaw} jaw.stl", scan.stl) for jaw, scan in named.items()}, made.tooth


def _opened(clinic: Person, patient_id: str, consent_id: str) -> str:
    body = {"patient_id": patient_id, "consent_id": consent_id}
    return str(ask(clinic, "scans/open_case", **body)["case_id"])


def _filed(clinic: Person, case_id: str, scans: Scans) -> list[str]:
    """Upload scans of a case at once, each under a jaw; returns the ids of their files."""
    with ThreadPoolExecutor() as pool:
        ends = pool.map(
            lambda jaw: uploading.upload(clinic, scans[jaw], jaw, case_id=case_id), scans
        )
        uploads = list(ends)
    states = {upload["state"] for upload in uploads}
    if states != {"ready"}:
        raise UnexpectedError(f"the scans came out {states}")
    return [upload["id"] for upload in uploads]


def _figures(pair: dict[str, Any]) -> str:
    """Say how two jaws meet, as it was measured."""
    figures = pair["figures"]
    if not figures["contacts"]:
        return str(figures["relation"])
    area, depth = figures["contact_mm2"], figures["penetration_mm"]
    return (
        f"{figures['relation']}, {figures['contacts']} contacts, {area:.1f} mm², {depth:.2f} deep"
    )


def _saved(url: str, name: str) -> str:
    picture = fetch(url)
    if not picture.startswith(b"\x89PNG\r\n"):
        raise UnexpectedError(f"{name} is not a PNG")
    return save(picture, name)
