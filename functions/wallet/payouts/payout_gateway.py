"""The gateway's payouts, RazorpayX: makes one, finds one again; nothing of wallets.

The SDK has no payouts, so that the requests are made here. A contact and its account are handed
over with each payout (the "composite" form): the gateway takes the same details for the same
account, and none of its ids has to be kept.
Source: https://razorpay.com/docs/api/x/payout-composite/create/bank-account/
"""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, Any, Self, TypeVar

from pydantic import ConfigDict, StringConstraints, ValidationError

from core import log, settings
from core.lazy_model import LazyModel
from wallet.payouts.bank_file import mode_of, narration_of
from wallet.payouts.errors import PayoutGatewayNotConfigured, PayoutGatewayUnavailableError
from wallet.payouts.models import MethodKind, Payout, PayoutMethod

_Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,64}$")]


class GatewayPayout(LazyModel):
    """A payout as the gateway reports it; `amount` is in paise, `reference_id` our payout's id."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True, strict=True)

    id: _Id
    amount: int
    status: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")]
    reference_id: str | None = None
    utr: str | None = None


M = TypeVar("M", bound=LazyModel)


class _Found(LazyModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True, strict=True)

    items: list[GatewayPayout]


class GatewayRefusedError(Exception):
    """The gateway refused a payout: it was not made."""


@dataclass(frozen=True)
class PayoutGateway:
    """The gateway under the platform's keys. `patience` is to connect and to answer, in seconds."""

    key_id: str
    key_secret: str = field(repr=False)
    account: str
    url: str
    patience: tuple[float, float] = (3.05, 20.0)

    @classmethod
    def configured(cls) -> Self:
        """Return the gateway of the settings.

        Raises:
            PayoutGatewayNotConfigured: the keys or the account are missing.
        """
        key_id, secret = settings.RAZORPAY_KEY_ID.value, settings.RAZORPAY_KEY_SECRET.value
        account = settings.RAZORPAYX_ACCOUNT.value
        if not key_id or not secret or not account:
            raise PayoutGatewayNotConfigured
        return cls(key_id, secret, account, settings.RAZORPAY_URL.value)

    def make(self, payout: Payout, method: PayoutMethod) -> GatewayPayout:
        """Make a payout; the same again is the same payout, whatever became of the answer.

        Raises:
            GatewayRefusedError: it was not made, and will not be.
            PayoutGatewayUnavailableError: it may have been made all the same: `find` it then.
        """
        key = {"X-Payout-Idempotency": payout.id[:36]}  # 4 to 36 characters
        answer = self._ask("POST", headers=key, json=_body(self.account, payout, method))
        return _read(GatewayPayout, answer)

    def find(self, payout_id: str) -> GatewayPayout | None:
        """Return the payout that was made under our id, if any was.

        Raises:
            PayoutGatewayUnavailableError, GatewayRefusedError.
        """
        asked = {"account_number": self.account, "reference_id": payout_id}
        found = _read(_Found, self._ask("GET", params=asked)).items
        return next((each for each in found if each.reference_id == payout_id), None)

    def _ask(self, method: str, **sent: Any) -> bytes:  # noqa: ANN401
        import requests  # only who sends payouts waits for it

        auth = (self.key_id, self.key_secret)
        try:
            answer = requests.request(
                method, f"{self.url}/v1/payouts", auth=auth, timeout=self.patience, **sent
            )
        except requests.RequestException as err:
            log.failure("payout gateway unavailable", err)
            raise PayoutGatewayUnavailableError from err
        if answer.status_code in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}:
            raise GatewayRefusedError
        if not answer.ok:  # keys that are wrong, too many requests, a gateway that is down
            log.warn("payout gateway unavailable", status=answer.status_code)
            raise PayoutGatewayUnavailableError
        return answer.content


def _body(account: str, payout: Payout, method: PayoutMethod) -> dict[str, Any]:
    """Return what is asked for; queued where the account is too low, not refused."""
    details: dict[str, Any] = (
        {"account_type": "vpa", "vpa": {"address": method.vpa}}
        if method.kind is MethodKind.UPI
        else {
            "account_type": "bank_account",
            "bank_account": {
                "name": method.holder,
                "ifsc": method.ifsc,
                "account_number": method.account_number,
            },
        }
    )
    contact = {"name": method.holder[:50], "type": "vendor", "reference_id": payout.lab_id}
    return {
        "account_number": account,
        "amount": payout.paise,
        "currency": "INR",
        "mode": mode_of(payout, method),
        "purpose": "payout",
        "fund_account": {**details, "contact": contact},
        "queue_if_low_balance": True,
        "reference_id": payout.id,
        "narration": narration_of(payout),
    }


def _read(model: type[M], answer: bytes) -> M:
    try:
        return model.model_validate_json(answer)
    except ValidationError as err:
        log.failure("payout gateway unavailable", err)
        raise PayoutGatewayUnavailableError from err
