"""Recording a consent; one that a guardian gave takes over the cases that waited for it.

So it does with those of a guardian's consent that allows less: what it left out can be added.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from core import audit
from core.clock import past
from core.context import Context, clinic_of
from core.idempotency import once
from core.units import UnitOfWork
from scans.cases.models import Case
from scans.consents.attestations import MAX_CASES
from scans.consents.errors import AgeGroupDiffers, GuardianRequired
from scans.consents.models import Consent, Guardian, Scope
from scans.consents.requests import ConsentRecorded, RecordConsent
from scans.effects import guardians
from scans.effects.guardians import Change
from scans.patients.models import MINORS, Patient
from scans.patients.records import beginning
from scans.visits.models import Visit


def record(ctx: Context, request: RecordConsent) -> ConsentRecorded:
    """Record the clinic's attestation. One read, two writes and one for the retry record.

    One write more where the patient's record said no age group. For a patient under 18 a read for
    each of their consents, at least one; for each case of those that no guardian gave, or that
    allow less, a read more and two writes, for its visit under way a read and two writes, and a
    write for the consent. One consent carries at most `MAX_CASES` cases: the others wait for a
    second one.

    Raises:
        TimeInFuture, PatientNotFound, ErasurePending, AgeGroupDiffers, GuardianRequired, KeyReused.
    """
    now = ctx.clock.now()
    obtained_at = past(request.obtained_at, now)

    def work(unit: UnitOfWork) -> ConsentRecorded:
        patient = beginning(unit, clinic_of(ctx), request.patient_id)
        if patient.age_group not in {None, request.age_group}:
            raise AgeGroupDiffers
        if request.age_group in MINORS and request.guardian is None:
            raise GuardianRequired
        consent = Consent(
            clinic_id=clinic_of(ctx),
            patient_id=patient.id,
            text_version=request.text_version,
            language=request.language,
            scope=sorted(set(request.scope)),
            obtained_at=obtained_at,
            obtained_by=request.obtained_by,
            guardian=Guardian(**dict(request.guardian)) if request.guardian else None,
            attested_by=ctx.caller.uid,
            attested_at=now,
        ).placed(ctx.store.new_id())
        minor = request.age_group in MINORS
        passed = _passed(unit, patient, consent) if minor else _NOTHING
        moved = bool(passed.changed or passed.taken)
        if fresh := _fresh(patient, request, moved=moved, now=now):
            unit.change(patient, **fresh)
        case_ids = passed.write(unit, ctx, consent)
        unit.create(consent.model_copy(update={"case_ids": case_ids}), consent.id)
        audit.record(unit, ctx, "scans.record_consent", Consent.path_for(consent.id))
        return ConsentRecorded(consent_id=consent.id, case_ids=case_ids)

    return once(
        ctx, "scans/record_consent", request.idempotency_key, request, ConsentRecorded, work
    )


@dataclass(frozen=True)
class _Passed:
    """What a guardian's consent takes over: cases, and which of a patient's wait or go on by it."""

    earlier: Sequence[Consent] = ()
    cases: Sequence[Case] = ()
    taken: Sequence[str] = ()
    changed: Mapping[str, Change] = field(default_factory=dict)

    def write(self, unit: UnitOfWork, ctx: Context, consent: Consent) -> list[str]:
        """Write it; the cases that rest on the consent from now on."""
        for case in self.cases:
            rests_on = {"consent_id": consent.id if case.id in self.taken else case.consent_id}
            if change := self.changed.get(case.id):
                change.write(unit, ctx, of_visit={}, **rests_on)
            elif case.id in self.taken:
                unit.change(case, **rests_on)
        for each in self.earlier:
            left = [case_id for case_id in each.case_ids if case_id not in self.taken]
            if left != each.case_ids:
                unit.change(each, case_ids=left)
        return [*self.taken]


_NOTHING = _Passed()


def _passed(unit: UnitOfWork, patient: Patient, consent: Consent) -> _Passed:
    """Read which cases rest on the guardian's consent from now on.

    Those of the patient's own consents come first, then those of a guardian's that allow less; the
    latest first of each. What the consent does not carry waits, or begins to, where the record said
    no age group until now; what a guardian consented to already goes on as it is.
    """
    scope, given = set(consent.scope), guardians.in_force(unit, patient)
    earlier = [each for each in given if each.guardian is None or set(each.scope) < scope]
    ids = {each.id for each in earlier}
    own = {each.id for each in earlier if each.guardian is None}
    found = unit.get_all(Case, *((case_id,) for each in earlier for case_id in each.case_ids))
    cases = [case for case in found if case is not None and case.consent_id in ids]
    cases.sort(key=lambda case: (case.consent_id in own, case.opened_at), reverse=True)
    carries = MAX_CASES if Scope.SCAN in consent.scope else 0
    visits = {case.id: unit.get(Visit, case.visit_id) for case in cases if case.visit_id}
    pairs = [(case, visits.get(case.id)) for case in cases]
    changed = {
        **guardians.changes(unit, pairs[:carries], ()),
        **guardians.changes(unit, pairs[carries:], own),
    }
    return _Passed(earlier, cases, [case.id for case in cases[:carries]], changed)


def _fresh(
    patient: Patient, request: RecordConsent, *, moved: bool, now: datetime
) -> dict[str, object]:
    """Return what the patient's record says from now on."""
    fresh: dict[str, object] = {}
    if patient.age_group is None:
        fresh |= {"age_group": request.age_group, "updated_at": now}
    return fresh | ({"guardian_changed_at": now} if moved else {})
