"""The calls that `callables` plays: of each package one or more, as an app makes them all day.

A call can be made again and again: what each needs of its own is made before its round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any

from core.access import Role
from tests.support.clinic_fixture import ClinicFixture
from tests.support.forms import consent, patient
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key, offered
from tests.support.payout_fixture import SMALL, PayoutFixture
from tests.support.wallet_fixture import BILLING, WalletFixture
from tools.client import Person

#: Paise of each wallet: enough for what is bought, or paid out, in each round.
_ENOUGH = 1_000 * SMALL


@dataclass(frozen=True)
class Call:
    """Somebody's next call of a callable."""

    token: str
    request: dict[str, Any]


def played() -> dict[str, Callable[[], Call]]:
    """Return what makes the next call, by callable; seeds the people and what they work on."""
    practice = ClinicFixture(datetime.now(UTC))
    wallet, patient_id = WalletFixture(practice, paid_in=_ENOUGH), practice.patient()
    lab = LabFixture(ClinicFixture(practice.opens))
    lab.wallet.adjust(_ENOUGH)
    payouts = PayoutFixture(ClinicFixture(practice.opens), earned=_ENOUGH)
    people, opened = _People(), count()
    billing = BILLING.model_dump(mode="json")

    def visit() -> dict[str, Any]:
        slots = [offered(practice.hour(24)).model_dump(mode="json")]
        asked = practice.consented()
        return keyed(**asked, slots=slots, scans=["upper_arch"], price_list=wallet.number)

    def ticket() -> Call:
        name = f"asks {next(opened)}"  # an account may have only so many open ones
        practice.join(name, Role.CLINIC, practice.tenants.clinic)
        request = keyed(subject="No link", text="It fails.")
        return Call(people.token(practice, name), request)

    def keyed(**request: Any) -> dict[str, Any]:  # noqa: ANN401
        return {"idempotency_key": key(), **request}

    def order() -> dict[str, Any]:
        return lab.request().model_dump(mode="json", exclude_none=True)

    def by(
        at: ClinicFixture, name: str, request: Callable[[], dict[str, Any]]
    ) -> Callable[[], Call]:
        return lambda: Call(people.token(at, name), request())

    return {
        "wallet/get_balance": by(practice, "owner", dict),
        "messaging/set_preferences": by(practice, "owner", lambda: {"language": "hi"}),
        "wallet/set_billing": by(practice, "owner", lambda: {"billing": billing}),
        "scans/add_patient": by(practice, "member", patient),
        "scans/record_consent": by(practice, "member", lambda: consent(patient_id)),
        "scans/open_case": by(practice, "member", lambda: keyed(**practice.consented())),
        "scans/request_visit": by(practice, "member", visit),
        "labs/place_order": by(lab.practice, "member", order),
        "wallet/request_payout": by(payouts.practice, "lab owner", lambda: keyed(paise=SMALL)),
        "support/open_ticket": ticket,
    }


class _People:
    """Tokens of people, each made once; who is asked for by Auth has an account there."""

    def __init__(self) -> None:
        self._people: dict[tuple[int, str], Person] = {}

    def token(self, practice: ClinicFixture, name: str) -> str:
        at = (id(practice), name)
        if at not in self._people:
            self._people[at] = practice.person(name)
        return self._people[at].token
