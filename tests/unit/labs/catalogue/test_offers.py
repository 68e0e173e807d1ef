"""What a lab says of itself and of what it makes: what is accepted, and what clinics see of it."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from accounts.models import Lab
from core.privacy import Viewer
from core.projections import visible_to
from labs.catalogue.models import LabProfile, Material, Offer, Service, WorkType
from labs.catalogue.requests import SaveService
from labs.catalogue.shades import ShadeGuide

NOW = datetime(2026, 5, 4, tzinfo=UTC)
CROWN = {
    "name": "Full-contour zirconia crown",
    "work": "crown",
    "materials": ["zirconia"],
    "shade_guide": "vita_classical",
    "per": "tooth",
    "price": 250_000,
    "turnaround": 5,
}


@pytest.mark.parametrize(
    ("changes", "valid"),
    [
        ({}, True),
        ({"shade_guide": None}, True),  # a full metal crown
        ({"shade_guide": "vita_3d_master"}, True),
        ({"shade_guide": "A2"}, False),
        ({"work": "aligner", "shade_guide": None, "per": "arch"}, True),
        ({"work": "aligner"}, False),
        ({"work": "filling"}, False),
        ({"materials": ["zirconia", "titanium"]}, True),
        ({"materials": ["zirconia", "zirconia"]}, False),
        ({"materials": []}, False),
        ({"materials": ["amalgam"]}, False),
        ({"materials": [each.value for each in Material]}, True),
        ({"per": "arch"}, True),
        ({"per": "hour"}, False),
        ({"price": 100}, True),
        ({"price": 99}, False),
        ({"price": 100_000_000}, True),
        ({"price": 100_000_001}, False),
        ({"price": 250_000.5}, False),
        ({"turnaround": 0}, True),
        ({"turnaround": -1}, False),
        ({"turnaround": 60}, True),
        ({"turnaround": 61}, False),
        ({"name": "Crown\x1b[2J"}, False),
        ({"name": ""}, False),
        ({"active": False}, True),
        ({"discount": 1}, False),
    ],
)
def test_a_request_and_its_document_accept_the_same(changes, valid):
    key = {"idempotency_key": "0" * 32}
    if valid:
        request = SaveService.model_validate({**CROWN, **changes, **key})
        saved = Service.model_validate({**CROWN, **changes, "updated_at": NOW})
        assert all(getattr(request, name) == getattr(saved, name) for name in Offer.model_fields)
    else:
        with pytest.raises(ValidationError):
            SaveService.model_validate({**CROWN, **changes, **key})
        with pytest.raises(ValidationError):
            Service.model_validate({**CROWN, **changes, "updated_at": NOW})


COLOURLESS = {"aligner", "retainer", "night_guard", "study_model", "surgical_guide"}


@pytest.mark.parametrize(("work", "shaded"), [(work, work not in COLOURLESS) for work in WorkType])
def test_what_has_the_colour_of_teeth_may_have_a_shade(work, shaded):
    offer = {**CROWN, "work": work}
    assert Offer.model_validate({**offer, "shade_guide": None}).work is work
    if shaded:
        assert Offer.model_validate(offer).shade_guide is ShadeGuide.VITA_CLASSICAL
    else:
        with pytest.raises(ValidationError, match="no shade"):
            Offer.model_validate(offer)


def test_clinics_see_a_labs_name_and_city_and_no_more_of_it():
    """The profile holds them under the same declarations, shown to nobody else."""
    lab = Lab(
        name="Pearl Lab",
        address="3 Station Road",
        city="Pune",
        pincode="411001",
        owners=["owner-1"],
        created_at=NOW,
    )
    shown = visible_to(Viewer.ANY_CLINIC, lab)
    assert shown == {"name": "Pearl Lab", "city": "Pune"}
    original, copied = dict(Lab.declarations()), dict(LabProfile.declarations())
    for name in shown:
        assert copied[name].category == original[name].category
        assert copied[name].seen_by <= original[name].seen_by
