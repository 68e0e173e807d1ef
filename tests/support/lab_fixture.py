"""A lab at work for a practice: its profile, a service, an owner and members, and orders to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import Lab
from core import firebase
from core.access import Role
from core.blobs import project_blobs
from core.errors import ScannerError
from labs.catalogue import services
from labs.catalogue.requests import SaveProfile, SaveService
from labs.links import file_links
from labs.links.models import Share
from labs.links.requests import GetOrderFileLinks, OrderFileLinks
from labs.orders import placement, transitions
from labs.orders.models import Order
from labs.orders.requests import CheckOrder, MoveOrder, OrderChecked, PlaceOrder
from scans.cases.models import Case, File
from scans.checks.models import PairFigures
from scans.consents.models import ConsentState
from scans.uploads.models import Jaw
from tests.support import checked, ids, lab_records, records
from tests.support.account_records import organisation
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tests.support.wallet_fixture import BILLING, WalletFixture
from wallet.accounts import terms
from wallet.accounts.requests import SetBilling, SetTerms
from wallet.ledger.models import Wallet
from wallet.ledger.terms import Prices
from wallet.prices import tariffs
from wallet.prices.requests import PublishPrices

#: A crown at ₹2,500, of which the platform keeps a tenth, and 18 % tax on that.
PRICE = 250_000
COMMISSION = 25_000
TAX = 4_500
_FREE = Prices(visit=0, tax=1_800, late_cancellation=0, no_show=0, low_balance=0, commission=1_000)
CROWN: dict[str, Any] = {
    "name": "Full-contour zirconia crown",
    "work": "crown",
    "materials": ["zirconia", "lithium_disilicate"],
    "shade_guide": "vita_classical",
    "per": "tooth",
    "price": PRICE,
    "turnaround": 5,
}


@dataclass
class LabFixture:
    """The practice's lab, and what its clinic orders there."""

    practice: ClinicFixture
    accepting: bool = True
    billing: bool = True
    service_id: str = ""
    case_id: str = ""
    file_id: str = ""
    consent: dict[str, Any] = field(default_factory=dict)
    wallet: WalletFixture = field(init=False)

    def __post_init__(self) -> None:
        practice, tenants = self.practice, self.practice.tenants
        practice.join("technician", Role.LAB, tenants.lab)
        owner = practice.join("lab owner", Role.LAB, tenants.lab, owner=True)
        practice.join("other lab", Role.LAB, tenants.other_lab, owner=True)
        tenants.seed(organisation(Lab, tenants.lab, owner))
        self.wallet = WalletFixture(practice, listed=_FREE)
        self._terms()
        if self.billing or not self.accepting:
            self.open(accepting=self.accepting)
        else:  # as labs stand that opened before billing details were asked for
            tenants.seed(lab_records.profile(tenants))
        self.service_id = self.offer()
        self.case_id, self.file_id = self.scanned(**self.consent)

    def _terms(self) -> None:
        lab, tariff = self.practice.tenants.lab, key()
        request = PublishPrices(tariff=tariff, replaces=0, prices=_FREE, idempotency_key=key())
        tariffs.publish(self.practice.ctx("admin"), request)
        terms.set_terms(
            self.practice.ctx("admin"), SetTerms(wallet_id=lab, kind=Role.LAB, tariff=tariff)
        )
        if self.billing:
            terms.set_billing(self.practice.ctx("lab owner"), SetBilling(billing=BILLING))

    # --- what the sides do ----------------------------------------------------------------

    def open(self, who: str = "lab owner", **changes: Any) -> None:
        """Say whether the lab takes orders, and when it works."""
        request = SaveProfile.model_validate({"accepting": True, **changes})
        services.save_profile(self.practice.ctx(who), request)

    def offer(self, who: str = "lab owner", **changes: Any) -> str:
        """Add a service, or change one; its id."""
        request = SaveService.model_validate({"idempotency_key": key(), **CROWN, **changes})
        return services.save_service(self.practice.ctx(who), request).service_id

    def scanned(self, **consent: Any) -> tuple[str, str]:
        """Open a case that holds a scan; the ids of both."""
        practice = self.practice
        case_id = practice.case(**practice.consented(**consent))
        return case_id, self.file(case_id)

    def file(self, case_id: str, **changes: Any) -> str:
        """Put a scan into a case; its id."""
        file = records.file(self.practice.tenants)
        content = file.content.model_copy(update={"generation": 1_780_000_000_000_000})
        update = {"findings": [], "content": content, **changes}
        file = file.model_copy(update=update).placed(case_id, file.id)
        self.practice.tenants.seed(file)
        return file.id

    def request(self, **changes: Any) -> PlaceOrder:
        """A crown on the upper left first molar, for the scanned case."""
        item = {
            "service_id": self.service_id,
            "teeth": [26],
            "material": "zirconia",
            "shade": "A2",
            **changes.pop("item", {}),
        }
        said = {
            "case_id": self.case_id,
            "lab_id": self.practice.tenants.lab,
            "items": [item],
            "file_ids": [self.file_id],
            "wanted_on": (self.practice.clock.at.date() + timedelta(days=30)).isoformat(),
            # One scan of a jaw has no antagonist, which the case check asks to have signed off.
            "proceed_with_warnings": True,
            "idempotency_key": key(),
            **changes,
        }
        return PlaceOrder.model_validate(said)

    def paired(self, case_id: str = "", **figures: Any) -> tuple[str, str]:
        """Put scans of both jaws into a case, as they bite unless told otherwise; their ids."""
        case_id = case_id or self.case_id
        upper = self.file(case_id, features=checked.features())
        lower = self.file(case_id, jaw=Jaw.LOWER, features=checked.features())
        said = {"relation": "occluding", "gap_mm": 0, "contacts": 9, **figures}
        made = records.pair(self.practice.tenants)
        assert made.occlusion is not None
        png = {"content_type": "image/png", "generation": 1_780_000_000_000_000}
        update = {
            "occlusion": made.occlusion.model_copy(update=png),
            "first_file_id": upper,
            "second_file_id": lower,
            "figures": PairFigures.model_validate(said),
            "bites": [],
        }
        pair = made.model_copy(update=update).placed(case_id, f"{upper}_{lower}")
        self.practice.tenants.seed(pair)
        return upper, lower

    def check(self, who: str = "member", **changes: Any) -> OrderChecked:
        """Have an order checked that is not placed."""
        said = self.request(**changes).model_dump(exclude={"share_name", "idempotency_key"})
        return placement.check(self.practice.ctx(who), CheckOrder.model_validate(said))

    def place(self, who: str = "member", **changes: Any) -> str:
        """Place an order; its id."""
        return placement.place(self.practice.ctx(who), self.request(**changes)).order_id

    def move(self, order_id: str, *actions: str, who: str = "technician", **more: Any) -> None:
        """Take steps of an order."""
        for action in actions:
            said = {"order_id": order_id, "action": action, "idempotency_key": key(), **more}
            if action == "send_rescan":
                said.setdefault("proceed_with_warnings", True)
            transitions.move(self.practice.ctx(who), MoveOrder.model_validate(said))

    def shipped(self, **changes: Any) -> str:
        """Bring an order to where it travels; its id."""
        order_id = self.place(**changes)
        self.move(order_id, "accept", "start", "finish")
        self.move(order_id, "ship", shipment={"carrier": "Blue Dart", "tracking": "BD 4711"})
        return order_id

    def links(self, order_id: str, *file_ids: str, who: str = "technician") -> OrderFileLinks:
        """Fetch links to the files of an order."""
        request = GetOrderFileLinks(order_id=order_id, file_ids=list(file_ids) or [self.file_id])
        return file_links.file_links(self.practice.ctx(who), project_blobs(), request)

    def withdraw_unheard(self, *case_ids: str) -> str:
        """Have the cases rest on a consent that was withdrawn, and no trigger hear of it; its id.

        The scanned case, where none is named. The consent is written anew: none of it was updated.
        """
        cases = [self.practice.case_of(case_id) for case_id in case_ids or (self.case_id,)]
        consent_id, before = ids.document_id(), self.practice.consent_of(cases[0].consent_id)
        update = {"state": ConsentState.WITHDRAWN, "case_ids": [case.id for case in cases]}
        self.practice.tenants.seed(
            before.model_copy(update=update).placed(consent_id),
            *(c.model_copy(update={"consent_id": consent_id}).placed(c.id) for c in cases),
        )
        return consent_id

    # --- what stands there afterwards -----------------------------------------------------

    def order(self, order_id: str) -> Order:
        """Read an order."""
        found = self.practice.ctx().store.get(Order, order_id)
        assert found is not None
        return found

    def history(self, order_id: str) -> set[tuple[str, str]]:
        """What was done to an order, and where it stood then."""
        path = f"orders/{order_id}/events"
        found = [e.to_dict() or {} for e in firebase.firestore_client().collection(path).get()]
        return {(e["action"], e["state"]) for e in found}

    def earned(self) -> int:
        """What the lab's wallet holds."""
        found = self.practice.ctx().store.get(Wallet, self.practice.tenants.lab)
        return found.available if found else 0

    def shares(self, order_id: str) -> list[Share]:
        """Who was given what of an order."""
        from google.cloud.firestore import FieldFilter

        query = firebase.firestore_client().collection("shares")
        found = query.where(filter=FieldFilter("order_id", "==", order_id)).get()
        return [Share.model_validate(doc.to_dict()) for doc in found]

    def case(self) -> Case:
        """The case."""
        return self.practice.case_of(self.case_id)

    def file_of(self, file_id: str) -> File:
        """A file of the case."""
        return self.practice.file_of(self.case_id, file_id)


def times_done(order_id: str, action: str) -> int:
    """How often something was done to an order."""
    found = firebase.firestore_client().collection(f"orders/{order_id}/events").get()
    return sum((event.to_dict() or {})["action"] == action for event in found)


def problems(call: Any) -> dict[str, str]:
    """Make a call that must be refused; the problems by where they are."""
    with pytest.raises(ScannerError) as caught:
        call()
    assert caught.value.reason == "order-refused"
    found: Any = caught.value.details["problems"]
    assert all(each["sentence"] for each in found)
    return {each["at"]: each["reason"] for each in found}
