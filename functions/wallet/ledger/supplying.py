"""The platform as a supplier under the GST law, as its settings have it now."""

from pydantic import ValidationError

from core import firebase, settings
from wallet.ledger.billing import Billing


def platform(*, taxed: bool) -> Billing | None:
    """Return the platform as it may sell with tax, or without; None where it may not.

    Its details are incomplete then, only examples, or without a GSTIN: who has none may not collect
    tax (CGST Act 2017, section 32).
    """
    example = settings.GSTIN.value == settings.EXAMPLE_GSTIN and not firebase.on_emulator()
    try:
        found = Billing(
            legal_name=settings.LEGAL_NAME.value,
            address=settings.ADDRESS.value,
            state=settings.STATE.value,
            gstin=settings.GSTIN.value or None,
        )
    except ValidationError:
        return None
    return None if example or (taxed and found.gstin is None) else found
