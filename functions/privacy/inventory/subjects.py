"""Data subjects: whom a request is about, and what is known of them to find the rest by."""

from dataclasses import dataclass, field
from typing import Self

from privacy.inventory.entries import FLEETING, SubjectKind


@dataclass(frozen=True)
class DataSubject:
    """A person of whom data is held, or what rests on one consent, or one case or order alone.

    Attributes:
        path: the document that stands for the subject: `users/…`, `clinics/…/patients/…`,
            `cases/…`, `orders/…` or, for what rests on a consent, `consents/…`.
        kind: how it is looked for.
        known: sets of ids by name, see the inventory's table; finding adds to them.
    """

    path: str
    kind: SubjectKind
    known: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def user(cls, uid: str) -> Self:
        """Return the holder of an account."""
        path = f"users/{uid}"
        return cls(path, SubjectKind.USER, {"uid": {uid}, "subject": {path}})

    @classmethod
    def patient(cls, clinic_id: str, patient_id: str) -> Self:
        """Return a patient of a clinic."""
        path = f"clinics/{clinic_id}/patients/{patient_id}"
        known = {"clinic": {clinic_id}, "patient": {patient_id}, "subject": {path}}
        return cls(path, SubjectKind.PATIENT, known)

    @classmethod
    def of_consent(cls, consent_id: str, clinic_id: str, case_ids: set[str]) -> Self:
        """Return what rests on a consent: these cases, and not the patient whose they are."""
        known = {"clinic": {clinic_id}, "case": set(case_ids)}
        return cls(f"consents/{consent_id}", SubjectKind.PATIENT, known)

    @classmethod
    def of_case(cls, clinic_id: str, case_id: str) -> Self:
        """Return one case, and not the patient whose it is."""
        known = {"clinic": {clinic_id}, "case": {case_id}}
        return cls(f"cases/{case_id}", SubjectKind.PATIENT, known)

    @classmethod
    def at(cls, path: str) -> Self:
        """Return the person that a path names; of a case or an order, what is in it alone.

        Raises:
            ValueError: it names none of these.
        """
        match path.split("/"):
            case ["users", uid]:
                return cls.user(uid)
            case ["clinics", clinic_id, "patients", patient_id]:
                return cls.patient(clinic_id, patient_id)
            case ["cases" | "orders" as name, record_id]:
                return cls(path, SubjectKind.PATIENT, {name.removesuffix("s"): {record_id}})
        raise ValueError("no person stands at this path")

    @property
    def uid(self) -> str | None:
        """The account's id, if it is an account's."""
        return next(iter(self.known.get("uid", ())), None)

    def remembered(self) -> dict[str, list[str]]:
        """Return what is known in a form that may be stored: ids alone."""
        return {name: sorted(ids) for name, ids in self.known.items() if name not in FLEETING}

    def recall(self, known: dict[str, list[str]]) -> None:
        """Add what a receipt remembers."""
        for name, ids in known.items():
            self.known.setdefault(name, set()).update(ids)
