"""The story: a clinic gets in, uploads a scan and gets it back; a broken scan and strangers don't.

Every act goes through what an app can reach: Auth, callables, Storage and Firestore under rules.
The one exception is the first admin, whom the operator appoints on the command line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools import samples
from tools.client import CallError, DeniedError, Person, fetch
from tools.demo import uploading
from tools.demo.people import People, apply_for, appoint_admin, notice_claims, sign_up
from tools.demo.scan import Scan, compare
from tools.demo.show import console, findings_table, heading, megabytes, problem, report_table
from tools.demo.steps import Steps, StoryEndedError, UnexpectedError

_PICTURES = Path(__file__).resolve().parents[2] / ".scanner" / "demo"


def play(steps: Steps, scan: Scan) -> People | None:
    """Play all of it; returns who can sign in afterwards, or None where it ended early."""
    try:
        heading("A clinic asks for an account, an admin approves it")
        people = _approval(steps)
        heading("The clinic uploads a scan and gets it back")
        case_id = _upload(steps, people.clinic, scan)
        heading("A broken scan is refused")
        _refusal(steps, people.clinic, case_id)
        heading("Others see nothing of it")
        _denials(steps, people, case_id)
        console.print()
    except StoryEndedError:
        problem("A step did not go as it should; those after it were left out.")
        return None
    return people


def _approval(steps: Steps) -> People:
    with steps.step("the clinic signs up in Auth"):
        clinic = sign_up("clinic")
    with steps.step("the clinic registers") as step:
        status = apply_for(steps, clinic, "Dr. Asha Rao", "Smile Dental")
        step.found(f"{status}: sees nothing but itself until an admin decides")
    with steps.step("the operator appoints the first admin") as step:
        admin = sign_up("admin")
        step.found(appoint_admin(admin))
    with steps.step("the admin lists who waits, approves") as step:
        _approve(steps, admin, clinic)
        step.found("claims and documents set together")
    with steps.step("the clinic's app takes a new token") as step:
        account = notice_claims(clinic)
        step.found(f"its user document told it to: {account['status']}, role {account['role']}")
    return People(clinic, admin)


def _approve(steps: Steps, admin: Person, clinic: Person) -> None:
    cursor: str | None = None
    while True:
        page = steps.call(admin, "accounts_list", status="pending", limit=100, cursor=cursor)
        if any(row["uid"] == clinic.uid for row in page["accounts"]):
            break
        cursor = page["cursor"]
        if cursor is None:
            raise UnexpectedError("the clinic is not among the pending accounts")
    steps.call(admin, "accounts_approve", uid=clinic.uid)


def _upload(steps: Steps, clinic: Person, scan: Scan) -> str:
    with steps.step("the clinic opens a case") as step:
        case_id = uploading.open_case(steps, clinic)
        step.found(f"{case_id}, attesting the patient's consent")
    with steps.step("the clinic asks for an upload slot") as step:
        slot = uploading.ask_for_slot(steps, clinic, case_id, scan)
        step.found(slot["object_name"])
    data = scan.read()
    with steps.step("the clinic uploads to Storage") as step:
        clinic.upload(slot["object_name"], data)
        step.found(f"{scan.name}, {megabytes(scan.size)}, with its own token")
    with steps.step("the trigger validates and pictures it") as step:
        upload = uploading.outcome(steps, clinic, slot["upload_id"])
        if upload["state"] != "ready":
            _show(upload)
            raise UnexpectedError(f"{scan.name} was refused: {upload['findings'][0]['sentence']}")
        step.found(upload["state"])
    _show(upload)
    _get_back(steps, clinic, case_id, data, upload["report"]["format"])
    return case_id


def _show(upload: dict[str, Any]) -> None:
    if upload["report"]:
        console.print(report_table(upload["report"]))
    if upload["findings"]:
        console.print(findings_table(upload["findings"]))


def _get_back(steps: Steps, clinic: Person, case_id: str, data: bytes, form: str) -> None:
    with steps.step("the clinic asks for signed links") as step:
        (link,) = uploading.links(steps, clinic, case_id)
        step.found(f"good until {link['expires_at'][:16].replace('T', ' ')} UTC")
    with steps.step("the clinic fetches the thumbnail") as step:
        picture = fetch(link["thumbnail_url"])
        if not picture.startswith(b"\x89PNG\r\n"):
            raise UnexpectedError("the thumbnail is not a PNG")
        step.found(f"{megabytes(len(picture))}, saved to {_save(picture, case_id)}")
    with steps.step("the clinic fetches the file, compares") as step:
        verdict = compare(data, fetch(link["url"]), form)
        if verdict is None:
            raise UnexpectedError("the file is not what was uploaded")
        step.found(verdict)


def _save(picture: bytes, case_id: str) -> Path:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    path = _PICTURES / f"{case_id}.png"
    path.write_bytes(picture)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _refusal(steps: Steps, clinic: Person, case_id: str) -> None:
    scan = Scan.of("cut short.stl", samples.broken("truncated"))
    with steps.step("the clinic uploads a file cut short") as step:
        slot = uploading.ask_for_slot(steps, clinic, case_id, scan)
        clinic.upload(slot["object_name"], scan.read())
        upload = uploading.outcome(steps, clinic, slot["upload_id"])
        codes = [finding["code"] for finding in upload["findings"]]
        if upload["state"] != "rejected" or "stl-truncated" not in codes:
            raise UnexpectedError(f"it came out {upload['state']} with {codes or 'no finding'}")
        step.found(upload["state"])
    console.print(findings_table(upload["findings"]))
    with steps.step("the case holds the sound file alone") as step:
        count = len(uploading.links(steps, clinic, case_id))
        if count != 1:
            raise UnexpectedError(f"the case has {count} files")
        step.found("1 file")


def _denials(steps: Steps, people: People, case_id: str) -> None:
    with steps.step("a stranger tries to read the case") as step:
        reason = _denied(steps, sign_up("stranger"), case_id, "account-not-active")
        step.found(f"read denied by the rules, links refused: {reason}")
    with steps.step("another clinic is approved"):
        other = sign_up("other-clinic")
        apply_for(steps, other, "Dr. Vikram Shah", "Pearl Dental")
        steps.call(people.admin, "accounts_approve", uid=other.uid)
        notice_claims(other)
    with steps.step("the other clinic tries the same") as step:
        reason = _denied(steps, other, case_id, "case-not-found")
        step.found(f"read denied by the rules, links refused: {reason}")
    with steps.step("the clinic itself still reads it") as step:
        case = people.clinic.read(f"cases/{case_id}")
        if case is None or case["clinic_id"] is None:
            raise UnexpectedError("its case is gone")
        step.found(f"state {case['state']}, patient {case['patient']['reference']}")


def _denied(steps: Steps, person: Person, case_id: str, reason: str) -> str:
    """Try to read a case and to get its links; returns the reason of the refusal.

    Raises:
        UnexpectedError: one of the two was let through, or refused for another reason.
    """
    try:
        person.read(f"cases/{case_id}")
    except DeniedError:
        pass
    else:
        raise UnexpectedError("the case could be read")
    try:
        uploading.links(steps, person, case_id)
    except CallError as err:
        if err.reason != reason:
            raise UnexpectedError(f"refused with {err.reason}, not {reason}") from err
        return reason
    raise UnexpectedError("the links were given")
