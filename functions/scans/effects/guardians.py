"""A patient under 18 needs a guardian's consent: what rests on another waits until there is one.

Digital Personal Data Protection Act 2023, section 9(1). Who is under 18 is what the patient's
record says, and what waits follows from it: a consent without a guardian carries nothing of a
minor's, and all that it carried before the record was corrected waits. A guardian's consent goes on
being good when the record says adult: whoever gave it was the one to give it, and the patient, who
is asked from then on, may withdraw it.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core import access
from core.access import Role
from core.context import Context
from core.machines import Party
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans.cases import timeline
from scans.cases.models import Case
from scans.cases.states import CASE, CaseAction
from scans.consents.models import Consent, ConsentState
from scans.consents.queries import CONSENTS_OF_PATIENT
from scans.patients.models import Patient
from scans.uploads.models import Upload
from scans.uploads.queries import open_uploads
from scans.visits.models import Visit

Fields = Mapping[str, object]
#: Consents of one patient that are looked at: more than anybody gives.
_MOST = 200


def in_force(unit: UnitOfWork, patient: Patient) -> list[Consent]:
    """Return the consents in force for a patient, whoever gave them.

    A read for each consent of the patient, at least one.
    """
    clinic_id, patient_id = patient.ids
    found: list[Consent] = unit.find(CONSENTS_OF_PATIENT, clinic_id, patient_id, limit=_MOST)
    return [c for c in found if c.state is ConsentState.GIVEN]


def own_consents(unit: UnitOfWork, patient: Patient) -> list[Consent]:
    """Return the consents in force that the patient gave, and no guardian; reads as `in_force`."""
    return [c for c in in_force(unit, patient) if c.guardian is None]


@dataclass(frozen=True)
class Change:
    """A case that begins to wait for a guardian, or goes on, with what is under way in it."""

    case: Case
    visit: Visit | None
    action: CaseAction
    uploads: Sequence[Upload] = ()

    @property
    def waits(self) -> bool:
        """Whether it waits from now on."""
        return self.action is CaseAction.REQUIRE_GUARDIAN

    def write(self, unit: UnitOfWork, ctx: Context, *, of_visit: Fields, **of_case: object) -> None:
        """Write the case, its line and the visit under way; open slots close, the operator hears.

        Two writes, two more for a visit, and one for each slot. `of_case` and `of_visit` are what
        else changes of the two.
        """
        case, visit = self.case, self.visit
        access.close_grants(unit, self.uploads)
        unit.change(case, guardian_needed_at=ctx.clock.now() if self.waits else None, **of_case)
        timeline.add(unit, ctx, case.id, case.clinic_id, f"case_{self.action}", Party.SYSTEM)
        if visit is None:
            return
        unit.change(visit, awaiting_guardian=self.waits, **of_visit)
        if visit.assignee is not None:
            told = Notice.VISIT_WAITS if self.waits else Notice.VISIT_GOES_ON
            to = Audience.operator(visit.assignee).but(ctx.caller)
            notify(unit, ctx.store, ctx.clock, to, told, visit=visit.id)


def changes(
    unit: UnitOfWork, cases: Sequence[tuple[Case, Visit | None]], lacking: Container[str]
) -> dict[str, Change]:
    """Read which cases begin to wait and which go on, by their ids.

    `cases` come with their visits under way; `lacking` are the consents that a guardian lacks in.
    A read for each open slot of a case that begins to wait, at least one.
    """
    found: dict[str, Change] = {}
    for case, visit in cases:
        waits = case.guardian_needed_at is not None
        needed = case.consent_id in lacking
        if waits is needed or case.frozen_at is not None:
            continue
        action = CaseAction.REQUIRE_GUARDIAN if needed else CaseAction.RESUME
        CASE.must(case.status, action, Party.SYSTEM)
        slots = open_uploads(unit, case.id) if needed else ()
        found[case.id] = Change(case, visit, action, slots)
    return found


def tell(unit: UnitOfWork, ctx: Context, patient: Patient, concerned: Iterable[str]) -> None:
    """Tell the clinic that a patient's cases wait, and for what; not who acts. One write."""
    told = Audience.organisation(Role.CLINIC, patient.ids[0], *concerned)
    to = told.but(ctx.caller)
    notify(unit, ctx.store, ctx.clock, to, Notice.GUARDIAN_NEEDED, patient=patient.id)
