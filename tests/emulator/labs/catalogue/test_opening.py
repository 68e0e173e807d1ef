"""Labs open once they can be billed: what is missing is said at once, and others are closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from accounts import decisions
from accounts.identity import VerifiedContacts
from accounts.models import Address, Application, Lab
from core.access import Role, Status
from core.context import Context
from core.firebase import firestore_client
from labs.catalogue import opening
from tests.support.account_records import organisation
from tests.support.clinic_fixture import ClinicFixture, NoClaims, snapshot
from tests.support.lab_fixture import LabFixture, problems
from tests.support.moments import refused
from tests.support.wallet_fixture import BILLING
from tools.client import CallError
from wallet.accounts import terms
from wallet.accounts.requests import SetBilling


@dataclass
class VerifiedHere(NoClaims):
    """Stands for Firebase Auth, which has verified the addresses of these people."""

    practice: ClinicFixture

    def contacts(self, uids: Iterable[str]) -> dict[str, VerifiedContacts]:
        """What is verified of each."""
        of = {caller.uid: caller.email for caller in self.practice.people.values()}
        return {uid: VerifiedContacts.of(of[uid], None) for uid in uids}


def profile(lab: LabFixture) -> dict[str, Any] | None:
    """What clinics read of the lab."""
    return firestore_client().document(f"lab_profiles/{lab.practice.tenants.lab}").get().to_dict()


def bill(lab: LabFixture) -> None:
    """Save whom the lab's invoices are made out to."""
    terms.set_billing(lab.practice.ctx("lab owner"), SetBilling(billing=BILLING))


def close(lab: LabFixture) -> int:
    """Close all labs that cannot be billed, as an operator of the platform does; how many."""
    ctx: Context = lab.practice.ctx("admin")
    return opening.close_unbilled(ctx)


def test_a_lab_that_cannot_be_billed_hears_at_once_what_is_missing(
    practice: ClinicFixture,
) -> None:
    lab = LabFixture(practice, accepting=False, billing=False)
    path = f"lab_profiles/{practice.tenants.lab}"
    before = snapshot(practice, path)
    refused(lab.open, "billing-needed", missing=["legal_name", "address", "state"])
    assert snapshot(practice, path) == before
    assert profile(lab) is not None
    lab.open(accepting=False, about="Soon.")  # that it takes none, it may say
    bill(lab)
    lab.open()
    assert (profile(lab) or {})["accepting"] is True
    lab.place()


@pytest.mark.deployed
def test_a_clinic_sees_no_lab_as_open_that_refuses_every_order(practice: ClinicFixture) -> None:
    lab = LabFixture(practice, accepting=False, billing=False)
    owner, member = practice.person("lab owner"), practice.person("member")
    path = f"lab_profiles/{practice.tenants.lab}"
    with pytest.raises(CallError) as caught:
        owner.call("labs/save_profile", accepting=True)
    assert caught.value.reason == "billing-needed"
    assert caught.value.details["missing"] == ["legal_name", "address", "state"]
    assert (member.read(path) or {})["accepting"] is False
    owner.call("wallet/set_billing", billing=BILLING.model_dump(mode="json"))
    owner.call("labs/save_profile", accepting=True)
    assert (member.read(path) or {})["accepting"] is True
    lab.place()


@pytest.mark.parametrize(("role", "heard"), [(Role.LAB, ["lab_not_open"]), (Role.CLINIC, [])])
def test_who_opens_a_lab_hears_on_approval_what_it_lacks(
    practice: ClinicFixture, role: Role, heard: list[str]
) -> None:
    place = Address(name="Pearl Lab", address="3 Station Road", city="Pune", pincode="411001")
    asked = Application(role=role, organisation=place)
    uid = practice.join("applicant", Role.OPERATOR, status=Status.PENDING, application=asked)
    decisions.approve(practice.ctx("admin"), VerifiedHere(practice), uid)
    assert [kind for kind in practice.inbox("applicant") if kind != "account_approved"] == heard
    decisions.approve(practice.ctx("admin"), VerifiedHere(practice), uid)
    assert len(practice.inbox("applicant")) == 1 + len(heard)


def test_who_joins_a_lab_hears_nothing_of_billing(practice: ClinicFixture) -> None:
    asked = Application(role=Role.LAB, organisation=None)
    lab = practice.tenants.lab
    practice.tenants.seed(organisation(Lab, lab, practice.uid("lab")))
    uid = practice.join("applicant", Role.LAB, lab, status=Status.PENDING, application=asked)
    decisions.approve(practice.ctx("admin"), VerifiedHere(practice), uid)
    assert practice.inbox("applicant") == ["account_approved"]


def test_labs_that_opened_before_are_closed_and_told(practice: ClinicFixture) -> None:
    """One that can be billed stays as it is; again, nothing is left to do."""
    lab, twin = LabFixture(practice, billing=False), LabFixture(ClinicFixture())
    refusal = problems(lab.place)
    assert refusal == {"": "billing-details-missing"}
    before = (profile(twin), twin.practice.inbox("lab owner"))
    assert close(lab) >= 1
    assert (profile(lab) or {})["accepting"] is False
    assert practice.inbox("lab owner") == ["lab_not_open"]
    assert problems(lab.place)["lab_id"] == "lab-not-accepting"
    assert (profile(twin), twin.practice.inbox("lab owner")) == before
    twin.place()
    once = profile(lab)
    close(lab)
    assert profile(lab) == once
    assert practice.inbox("lab owner") == ["lab_not_open"]
    bill(lab)
    lab.open()
    lab.place()


def test_no_refusal_of_a_lab_without_billing_details_sends_the_clinic_away(
    practice: ClinicFixture,
) -> None:
    lab = LabFixture(practice, billing=False)
    with pytest.raises(Exception, match="order-refused") as caught:
        lab.place()
    details: Any = getattr(caught.value, "details", {})
    (only,) = details["problems"]
    assert "another lab" not in only["sentence"]
