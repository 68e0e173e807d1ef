"""What operators and lists get of others' documents: what those declare, all of it, no more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from accounts.models import Clinic
from core.documents import Document, Record
from core.privacy import FieldPolicy, Viewer
from core.projections import visible_to
from scans.cases.models import Case, PatientLabel
from scans.patients.models import Patient
from scans.uploads.models import Upload
from scans.visits.models import Visit, VisitAddress, VisitPatient

NOW = datetime(2026, 5, 4, tzinfo=UTC)
CLINIC = Clinic(
    name="Smile Dental",
    address="12 MG Road",
    city="Pune",
    pincode="411001",
    owners=["owner-1"],
    created_at=NOW,
)
PATIENT = Patient(
    reference="P-1042", name="Meera Joshi", added_by="uid-1", added_at=NOW, updated_at=NOW
)
#: What a visit shows of two other documents: the document, the field, the projection's model.
SHOWN = [
    pytest.param(CLINIC, "clinic", VisitAddress, id="clinic"),
    pytest.param(PATIENT, "patient", VisitPatient, id="patient"),
]


def declared(model: type[Document], field: str = "") -> dict[str, FieldPolicy]:
    """Return the declarations of a model, or of the record in one of its fields."""
    prefix = f"{field}." if field else ""
    return {
        name.removeprefix(prefix): held
        for name, held in model.declarations()
        if held is not None and name.startswith(prefix)
    }


def visible(model: type[Document], viewer: Viewer) -> set[str]:
    return {name for name, held in declared(model).items() if viewer in held.seen_by}


@pytest.mark.parametrize(("source", "field", "projection"), SHOWN)
def test_a_visit_shows_what_is_declared_visible_to_operators(
    source: Document, field: str, projection: type[Record]
) -> None:
    assert Visit.model_fields[field].annotation is projection
    assert set(projection.model_fields) == visible(type(source), Viewer.OPERATOR)
    assert set(declared(Visit, field)) == set(projection.model_fields)


@pytest.mark.parametrize(("source", "field", "projection"), SHOWN)
def test_a_projection_is_made_from_the_declarations_alone(
    source: Document, field: str, projection: type[Record]
) -> None:
    """And has no place for anything else, whoever should declare it visible later."""
    seen = visible_to(Viewer.OPERATOR, source)
    made = projection.model_validate(seen)
    assert made.model_dump() == {name: getattr(source, name) for name in projection.model_fields}
    for name in source.model_dump().keys() - seen.keys():
        with pytest.raises(ValidationError, match=name):
            projection.model_validate({**seen, name: getattr(source, name)})


@pytest.mark.parametrize(
    ("source", "holder", "field"),
    [
        pytest.param(Clinic, Visit, "clinic", id="place"),
        pytest.param(Patient, Visit, "patient", id="tag"),
        pytest.param(Patient, Case, "patient", id="label"),
    ],
)
def test_a_copy_is_of_the_same_kind_as_what_it_was_copied_from(
    source: type[Document], holder: type[Document], field: str
) -> None:
    """The same category of data, shown to nobody to whom the source is not shown."""
    copied, original = declared(holder, field), declared(source)
    assert copied
    for name, held in copied.items():
        assert held.category == original[name].category, name
        assert held.seen_by <= original[name].seen_by, name


def test_the_patients_name_is_the_clinics_alone() -> None:
    """Not the operator's, wherever it stands; an operator reads visits and uploads."""
    named = [declared(Patient)["name"], declared(Case)["patient.name"]]
    assert {frozenset(held.seen_by) for held in named} == {
        frozenset({Viewer.CLINIC, Viewer.SYSTEM})
    }
    categories = {
        held.category
        for model in (Visit, Upload)
        for held in declared(model).values()
        if Viewer.OPERATOR in held.seen_by
    }
    assert "user.name" not in categories
    assert set(PatientLabel.model_fields) == {"reference", "name"}
