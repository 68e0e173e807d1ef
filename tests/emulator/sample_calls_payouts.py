"""Sample calls of the callables of payouts."""

from __future__ import annotations

from collections.abc import Callable

from tests.emulator.sample_call import SampleCall, Samples
from tests.support.account_records import MADE
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tests.support.payout_fixture import ACCOUNT_DETAILS, SMALL, PayoutFixture

_UTR = "HDFCN52026050412"


def _lab(samples: Samples) -> PayoutFixture:
    """A lab of a practice of its own, which goes by the machine's clock."""
    lab = PayoutFixture(ClinicFixture(samples.practice.clock.at))
    lab.later(hours=-24)
    lab.store.client.document(f"payout_methods/{lab.lab}").update({"since": MADE})
    return lab


def _setting(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    owner = lab.practice.person("lab owner")
    return SampleCall(owner, {**ACCOUNT_DETAILS}, [f"payout_methods/{lab.lab}"])


def _showing(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    return SampleCall(lab.practice.person("lab owner"), {}, [f"payout_methods/{lab.lab}"])


def _asking(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    request = {"paise": SMALL, "idempotency_key": key()}
    watched = [f"wallets/{lab.lab}"]
    return SampleCall(lab.practice.person("lab owner"), request, watched, {"paise": SMALL + 1})


def _step(
    begin: Callable[[PayoutFixture], str], who: str, **said: object
) -> Callable[[Samples], SampleCall]:
    def made(samples: Samples) -> SampleCall:
        lab = _lab(samples)
        payout_id = begin(lab)
        watched = [f"payouts/{payout_id}", f"wallets/{lab.lab}"]
        return SampleCall(lab.practice.person(who), {"payout_id": payout_id, **said}, watched)

    return made


def _listing(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    watched = [f"payouts/{lab.ask()}"]
    return SampleCall(lab.practice.person("admin"), {"lab_id": lab.lab}, watched)


def _exporting(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    one, other = lab.approved(), lab.approved()
    request = {"payout_ids": [one], "idempotency_key": key()}
    watched = [f"payouts/{one}", f"payouts/{other}"]
    return SampleCall(lab.practice.person("admin"), request, watched, {"payout_ids": [one, other]})


def _fetching(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    batch_id = lab.export(lab.approved()).batch_id
    watched = [f"payout_batches/{batch_id}"]
    return SampleCall(lab.practice.person("admin"), {"batch_id": batch_id}, watched)


def _told(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    payout_id = lab.exported()
    request = {"lines": ["reference,result,utr", f"{payout_id},paid,{_UTR}"]}
    return SampleCall(lab.practice.person("admin"), request, [f"payouts/{payout_id}"])


def _sending(samples: Samples) -> SampleCall:
    lab = _lab(samples)
    payout_id = lab.approved()
    request = {"payout_ids": [payout_id]}
    return SampleCall(lab.practice.person("admin"), request, [f"payouts/{payout_id}"])


PAYOUTS: dict[str, Callable[[Samples], SampleCall]] = {
    "wallet/approve_payout": _step(PayoutFixture.ask, "admin"),
    "wallet/cancel_payout": _step(PayoutFixture.ask, "lab owner"),
    "wallet/export_payouts": _exporting,
    "wallet/get_payout_file": _fetching,
    "wallet/get_payout_method": _showing,
    "wallet/list_payouts": _listing,
    "wallet/record_payout_file": _told,
    "wallet/record_payout_result": _step(PayoutFixture.exported, "admin", result="paid", utr=_UTR),
    "wallet/reject_payout": _step(PayoutFixture.ask, "admin", refusal="dispute"),
    "wallet/request_payout": _asking,
    "wallet/set_payout_method": _setting,
    "payments/send_payouts": _sending,
}
