"""The file for the bank: a line a payout, columns by a setting, nothing that a spreadsheet runs.

Banks take such files as comma-separated values in their bulk payments. Holders' names are Latin
letters by their form, account numbers digits: no cell begins with what Excel takes for a formula.
What a title of the setting says is the platform's own.
"""

import csv
import io
from collections.abc import Sequence

from core import settings
from wallet.invoices.wording import plain
from wallet.payouts.models import MethodKind, Payout, PayoutMethod

#: The least that goes by RTGS: two lakh rupees.
#: Source: Reserve Bank of India, FAQ on the RTGS system, "minimum / maximum amount".
RTGS_FROM = 20_000_000


def mode_of(payout: Payout, method: PayoutMethod) -> str:
    """Return by which way a payout goes: RTGS from two lakh rupees on, else as is set."""
    if method.kind is MethodKind.UPI:
        return "UPI"
    return "RTGS" if payout.paise >= RTGS_FROM else settings.PAYOUT_MODE.value


def narration_of(payout: Payout) -> str:
    """Return what the lab reads on its bank's statement: at most 30 letters and digits.

    Source: https://razorpay.com/docs/api/x/payouts/create/bank-account (`narration`).
    """
    return f"Scanner payout {payout.id[:12]}"


def fields(payout: Payout, method: PayoutMethod) -> dict[str, str]:
    """Return what columns can be made of: `settings.PAYOUT_FIELDS`."""
    return {
        "mode": mode_of(payout, method),
        "name": method.holder,
        "account": method.account_number or method.vpa or "",
        "ifsc": method.ifsc or "",
        "amount": plain(payout.paise),
        "currency": "INR",
        "narration": narration_of(payout),
        "reference": payout.id,
    }


def written(pairs: Sequence[tuple[Payout, PayoutMethod]]) -> bytes:
    """Return the file: a line of titles, and a line for each payout, in the order given."""
    out, wanted = io.StringIO(), settings.PAYOUT_COLUMNS.value
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow([title for title, _ in wanted])
    for payout, method in pairs:
        said = fields(payout, method)
        lines.writerow([said[name] for _, name in wanted])
    return out.getvalue().encode("ascii")
