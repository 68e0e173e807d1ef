"""The planted faults: where, what stands there, and what takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plant:
    """One fault.

    Attributes:
        name: short, and its own.
        says: what it does, as the docs have it.
        path: the file, below `functions/`.
        before: what stands there, once.
        after: what takes its place.
    """

    name: str
    says: str
    path: str
    before: str
    after: str

    def put(self, functions: Path) -> None:
        """Put it into a copy of the functions.

        Raises:
            ValueError: what it replaces is not there, or not once.
        """
        file = functions / self.path
        text = file.read_text(encoding="utf-8")
        if text.count(self.before) != 1:
            raise ValueError(f"{self.name} does not fit {self.path} any more")
        file.write_text(text.replace(self.before, self.after), encoding="utf-8")


_ACCESS, _JOURNAL = "core/access.py", "wallet/ledger/journal.py"
_WITHDRAWAL, _CORRECTION = "scans/effects/withdrawal.py", "scans/effects/correction.py"
_ROSTER, _RUNNING = "scans/visits/roster.py", "jobs/running.py"

PLANTS: tuple[Plant, ...] = (
    # --- who is let in ---------------------------------------------------------------------------
    Plant(
        "suspended-let-in", "an account that is not active is let in", _ACCESS,
        "if standing is None or standing.status is not Status.ACTIVE:\n            raise AccountNotActive",
        "if standing is None:\n            raise AccountNotActive",
    ),
    Plant(
        "stale-claims", "claims of before a change of role are believed", _ACCESS,
        "if (self.role, self.org) != (standing.role, standing.org):\n            raise ClaimsStale",
        "if self.role is None:\n            raise ClaimsStale",
    ),
    Plant(
        "any-role", "a callable lets every role in", _ACCESS,
        "if self.role not in roles:", "if not roles:",
    ),
    Plant(
        "grants-stay", "who is shut out keeps the open slots", "core/losses.py",
        "access.close_grants(unit, self.grants)", "access.close_grants(unit, [])",
    ),
    Plant(
        "visits-stay", "an operator who is shut out keeps the visits", "core/losses.py",
        'Role.OPERATOR: ("scans.service", "lost_operator")', "",
    ),
    # --- whose it is -----------------------------------------------------------------------------
    Plant(
        "any-case", "a clinic acts on another one's case", "scans/cases/lifecycle.py",
        "if case is None or case.clinic_id != clinic_of(ctx):", "if case is None:",
    ),
    Plant(
        "any-consent", "a clinic acts on another one's consent", "scans/consents/attestations.py",
        "if consent is None or consent.clinic_id != clinic_of(ctx):", "if consent is None:",
    ),
    # --- visits ------------------------------------------------------------------------------------
    Plant(
        "double-booked", "an operator is booked twice for a time", _ROSTER,
        "return not any(booking.overlaps(slot) for booking in without(operator, visit_id))",
        "return True",
    ),
    Plant(
        "anybody-booked", "whoever is no active operator is booked", _ROSTER,
        "if standing is None or not _is_active(standing):\n        raise OperatorNotActive",
        "if standing is None:\n        raise OperatorNotActive",
    ),
    Plant(
        "assignee-stays", "a visit that ends still names its operator",
        "scans/visits/transitions.py",
        "after = unit.change(visit, assignee=assignee, **entered, **changes)",
        "after = unit.change(visit, assignee=assignee or visit.assignee, **entered, **changes)",
    ),
    # --- consents and facts ------------------------------------------------------------------------
    Plant(
        "not-frozen", "a withdrawal leaves the cases as they are", _WITHDRAWAL,
        "unit.change(self.case, frozen_at=ctx.clock.now(), visit_id=None)",
        "unit.change(self.case, visit_id=None)",
    ),
    Plant(
        "slots-stay", "a withdrawal leaves upload slots open", _WITHDRAWAL,
        "unit.change(upload, open=False, operator=None)", "unit.change(upload, operator=None)",
    ),
    Plant(
        "label-stays", "a corrected patient keeps the old name on the cases", _CORRECTION,
        "unit.change(case, patient=label)", "unit.change(case, notes=case.notes)",
    ),
    Plant(
        "visit-shows-old", "a visit shows the reference of before a correction", _CORRECTION,
        "unit.change(visit, patient=seen)", "unit.change(visit, uploads=visit.uploads)",
    ),
    Plant(
        "visit-shows-name", "a visit shows the operator the patient's name",
        "scans/visits/models.py",
        "return cls.model_validate(visible_to(Viewer.OPERATOR, patient))",
        'return cls(reference=f"{patient.reference} {patient.name}"[:40])',
    ),
    Plant(
        "status-wrong", "a closed case whose consent was withdrawn is shown as closed",
        "scans/cases/models.py",
        "        if self.frozen_at:\n            return CaseStatus.FROZEN\n", "",
    ),
    Plant(
        "other-object", "a file names another generation than was written", "scans/intake/filing.py",
        "return dict(zip(parts, written, strict=True))",
        "return {p: w.model_copy(update={'generation': 7}) for p, w in zip(parts, written)}",
    ),
    Plant(
        "landing-kept", "what landed is left there", "scans/intake/landing.py",
        "        filing.discard(blobs, upload)\n    blobs.delete(landed.name, landed.generation)\n",
        "        filing.discard(blobs, upload)\n",
    ),
    # --- money -------------------------------------------------------------------------------------
    Plant(
        "one-sided", "a transaction has one posting of two", _JOURNAL,
        "postings=list(postings),", "postings=list(postings)[:1],",
    ),
    Plant(
        "entry-differs", "an entry says another balance than the wallet", _JOURNAL,
        "                available=available,\n                held_after=held,",
        "                available=available + 1,\n                held_after=held,",
    ),
    Plant(
        "unchained", "an entry does not name the one before", _JOURNAL,
        "previous=wallet.head,", 'previous="",',
    ),
    Plant(
        "hash-stands", "the head of a wallet is not its last entry's hash", _JOURNAL,
        '"head": entry.hash,', '"head": entry.hash[::-1],',
    ),
    Plant(
        "hold-forgotten", "what is held is held twice in the hold itself", _JOURNAL,
        "self._unit.create(hold, *at)",
        'self._unit.create(hold.model_copy(update={"amount": hold.amount + 1}), *at)',
    ),
    # --- what is told ------------------------------------------------------------------------------
    Plant(
        "left-hear", "who has left an organisation hears of it on", "messaging/audiences.py",
        "same = (standing.role, standing.org) == (heard.role, heard.org)",
        "same = standing.role == heard.role",
    ),
    Plant(
        "told-twice", "an announcement that comes twice is told twice", "messaging/announcements.py",
        "        unit.create(item, uid, derived_id(notice_id, uid))\n    unit.delete(found)",
        "        unit.put(item, uid, ctx.store.new_id())",
    ),
    Plant(
        "off-record", "no act is on record", "core/audit.py",
        "unit.create(entry(ctx, action, subject, **refs), ctx.store.new_id())",
        "entry(ctx, action, subject, **refs)",
    ),
    Plant(
        "looks-off-record", "what admins look at is not on record", "core/audit.py",
        "ctx.store.run(lambda unit: record(unit, ctx, action, subject, shown=seen))", "_ = seen",
    ),
    # --- what fails ----------------------------------------------------------------------------------
    Plant(
        "undeclared", "a refusal's reason is declared by no callable", "core/callables.py",
        "return frozenset(error.reason for error in (*COMMON_ERRORS, *self.raises))",
        "return frozenset(error.reason for error in COMMON_ERRORS)",
    ),
    Plant(
        "key-forgotten", "a retry under its key is done again", "core/idempotency.py",
        "        result = work(unit)\n        unit.create(\n            Request(",
        "        result = work(unit)\n        unit.put(\n            Request(",
    ),
    Plant(
        "abort-not-tried", "a transaction that is aborted is not tried again", "core/store.py",
        "            except exceptions.Aborted:\n                self._undone(before)\n",
        "            except exceptions.Aborted:\n                raise\n                self._undone(before)\n",
    ),
    # --- what ends -----------------------------------------------------------------------------------
    Plant(
        "jobs-unswept", "the sweep finds no job whose alarm was lost", "jobs/sweeping.py",
        "overdue = [job for job in found if job.due_at <= ctx.clock.now()]", "overdue = found[:0]",
    ),
    Plant(
        "jobs-never-done", "a job that was kept stays due", _RUNNING,
        "unit.change(job, state=state, attempts=0, last_error=None, expires_at=gone)",
        "unit.change(job, attempts=0, last_error=None, expires_at=gone)",
    ),
    Plant(
        "holds-stay", "what was set aside and is over is not given back", "jobs/chores.py",
        "    return service.release_expired_holds(ctx)", "    return 0",
    ),
    Plant(
        "claims-stay", "who is shut out keeps the claims", "accounts/identity.py",
        "auth.set_custom_user_claims(uid, claims or None)",
        "claims and auth.set_custom_user_claims(uid, claims)",
    ),
    # --- what is erased, and what is kept ----------------------------------------------------------
    Plant(
        "erasure-skips", "an erasure leaves half of the collections", "privacy/erasure/eraser.py",
        "for place in reversed(PLACES):\n            self._erase(place)",
        "for place in list(reversed(PLACES))[1::2]:\n            self._erase(place)",
    ),
    Plant(
        "newer-lost", "a write loses what a newer release stored", "core/units.py",
        "        self._writes.append(lambda: self._attempt.writes.update(reference, update))\n\n    def flush",
        "        self._writes.append(lambda: self._attempt.writes.delete(reference))\n"
        "        self._writes.append(lambda: self._attempt.writes.create(reference, "
        "document.model_dump(mode='python')))\n\n    def flush",
    ),
)
