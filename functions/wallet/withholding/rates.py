"""What is withheld of a lab's sale, by the settings and by who the lab is when it is credited.

Both arise when the lab is credited: Income-tax Act 1961, section 194-O(1) (at credit or payment,
whichever is earlier); CGST Act 2017, section 52(1). So the law, the PAN and the registrations of
that day count, and not those of the order; the sale keeps them from then on.
"""

from datetime import datetime

from core import settings
from wallet.ledger import supplying
from wallet.ledger.accounting_periods import financial_year
from wallet.ledger.charges import rounded
from wallet.ledger.models import Wallet
from wallet.ledger.terms import Withholding

_WHOLE = 10_000  # basis points
#: The fourth letter of a PAN tells its holder's kind: P, an individual; H, a Hindu undivided
#: family. Source: Income Tax Department, structure of the PAN.
_INDIVIDUALS = frozenset("PH")


def withheld(paise: int, lab: Wallet, clinic: Wallet, now: datetime) -> Withholding:
    """Return what is withheld of a price that a clinic pays a lab now.

    Where no rate is set the sale is counted all the same, for a limit is one of the whole year. A
    clinic without details is supplied in the lab's state: IGST Act 2017, section 12(2)(b)(ii).
    """
    value = rounded(paise * _WHOLE, _WHOLE + settings.LAB_PRICES_GST.value)
    year = financial_year(now)
    return Withholding(
        value=value,
        tds=_tds(lab.known_pan, lab.sold_in(year) + value),
        tcs=_tcs(lab),
        same_state=_state(lab) == (_state(clinic) or _state(lab)),
        supplier=lab.registration,
    )


def _tds(pan: str | None, sold: int) -> int:
    """Return the rate of income tax for a lab that sold so much in the year, this sale included.

    Nothing is deducted of an individual's sales up to a limit: section 194-O(2). From the sale on
    that passes it, it is deducted of the whole of each: CBDT Circular 17/2020 of 29 September 2020.
    """
    rate = settings.TDS_RATE.value
    if not rate:
        return 0
    if pan is None:
        return max(rate, settings.TDS_RATE_WITHOUT_PAN.value)
    exempt = pan[3] in _INDIVIDUALS and sold <= settings.TDS_EXEMPT_SALES.value
    return 0 if exempt else rate


def _tcs(lab: Wallet) -> int:
    """Return the rate of the tax collected at source: registered labs', by one registered."""
    registered = lab.billing is not None and lab.billing.gstin is not None
    may_collect = supplying.platform(taxed=True) is not None
    return settings.TCS_RATE.value if registered and may_collect else 0


def _state(wallet: Wallet) -> str:
    return wallet.billing.state if wallet.billing else ""
