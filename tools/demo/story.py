"""The story: a visit from the request to the files; consent withdrawn; what is refused to whom.

Every act goes through what an app can reach: Auth, callables, Storage and Firestore under rules.
The exceptions are the first admin, whom `scannerctl` appoints on the command line, and the week
before an erasure, which the sweep beside the emulators passes over; and what proves that nothing is
left looks past every rule.
"""

from __future__ import annotations

from tools.demo.chapters import (
    approval,
    case_check,
    lab,
    money,
    refusals,
    rights,
    visit,
    withdrawal,
)
from tools.demo.people import People
from tools.demo.scan import Scan
from tools.demo.show import console, heading, problem
from tools.demo.steps import Steps, StoryEndedError
from tools.demo.warming import warm


def play(steps: Steps, scan: Scan) -> People | None:
    """Play all of it; returns who can sign in afterwards, or None where it ended early."""
    try:
        return _play(steps, scan)
    except StoryEndedError:
        problem("A step did not go as it should; those after it were left out.")
        return None


def _play(steps: Steps, scan: Scan) -> People:
    heading("The backend gets ready")
    warm(steps)
    heading("A clinic and an operator ask for accounts, an admin approves them")
    people = approval.play(steps)
    heading("The clinic pays in")
    money.pay_in(steps, people)
    heading("The clinic asks for a visit, the operator comes and scans")
    scanned = visit.play(steps, people, scan)
    heading("The visit is paid for")
    money.bill(steps, people, scanned.visit_id)
    heading("A lab makes a crown of it")
    offered = lab.play(steps, people, scanned, scan)
    heading("Orders that a laboratory would send back are told before they are placed")
    case_check.play(steps, people, scanned, offered)
    heading("Another patient withdraws the consent in the middle of a visit")
    withdrawn = withdrawal.play(steps, people)
    heading("A broken scan is refused")
    refusals.play_broken_scan(steps, people, scanned)
    heading("Others see nothing of the case")
    refusals.play_others(steps, people, scanned)
    heading("People ask what is held of them, and the one who withdrew wants to be forgotten")
    rights.play(steps, people, scanned.patient_id, withdrawn)
    console.print()
    return people
