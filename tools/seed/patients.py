"""Patients with made-up names, and their consents."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.client import Person
from tools.seed.asking import ask
from tools.seed.earlier import Earlier

_FIRST = (
    "Aarav", "Aditi", "Devika", "Farah", "Gauri", "Harish", "Imran", "Jyoti", "Kabir", "Lakshmi",
    "Manoj", "Nisha", "Omkar", "Priya", "Rohan", "Sana", "Tara", "Uday", "Vidya", "Yusuf",
)  # fmt: skip
_LAST = (
    "Bhat", "Chauhan", "Deshpande", "Fernandes", "Ghosh", "Iqbal", "Joshi", "Khan", "Menon", "Naik",
    "Pillai", "Reddy", "Sharma", "Thomas", "Verma",
)  # fmt: skip
_CONSENT = "2026-05"


@dataclass(frozen=True)
class Consented:
    """A patient with a consent: the ids, as requests name them, and what the record says."""

    patient_id: str
    consent_id: str
    reference: str
    name: str

    @property
    def named(self) -> dict[str, str]:
        """The ids as a request takes them."""
        return {"patient_id": self.patient_id, "consent_id": self.consent_id}


class Register:
    """Names patients by a seed: the n-th of a day is always called the same."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def name(self, number: int) -> str:
        """Return the name of the n-th patient."""
        chosen = random.Random(f"{self._seed} {number}")  # noqa: S311  names, no secrets
        return f"{chosen.choice(_FIRST)} {chosen.choice(_LAST)}"

    def reference(self, number: int) -> str:
        """Return the clinics' own number of the n-th patient."""
        return f"P-{1000 + number}"

    def add(self, clinic: Person | Earlier, number: int, at: datetime | None = None) -> Consented:
        """Add the n-th patient, who consents to everything at a moment, or now."""
        reference, name = self.reference(number), self.name(number)
        patient_id = ask(
            clinic, "scans/add_patient", reference=reference, name=name, age_group="adult"
        )["patient_id"]
        recorded = ask(
            clinic,
            "scans/record_consent",
            patient_id=patient_id,
            age_group="adult",
            text_version=_CONSENT,
            language="en",
            scope=["scan", "share_with_lab", "images"],
            obtained_at=(at or datetime.now(UTC)).isoformat(),
            obtained_by="The dentist",
        )
        return Consented(str(patient_id), str(recorded["consent_id"]), reference, name)
