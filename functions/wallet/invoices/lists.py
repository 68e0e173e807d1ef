"""The lists of invoices, credit notes and vouchers, for apps of clinics and labs."""

from core.lists import ClientList, Own, Parameter, descending, equal, within
from core.privacy import Viewer
from wallet.invoices.models import Invoice

_OF_WALLET = equal("wallet_id", Own.ORG)
_LAST_ISSUED = descending("issued_at")

for _side in (Viewer.CLINIC, Viewer.LAB):
    ClientList(
        f"{_side}_invoices",
        Invoice,
        _side,
        f"The {_side}'s invoices, credit notes and vouchers, the last one first.",
        where=(_OF_WALLET,),
        order=_LAST_ISSUED,
    )
    ClientList(
        f"{_side}_invoices_by_kind",
        Invoice,
        _side,
        f"The {_side}'s invoices, credit notes or vouchers, the last one first.",
        where=(_OF_WALLET, equal("kind", Parameter("kind", "What the document is."))),
        order=_LAST_ISSUED,
    )
    ClientList(
        f"{_side}_invoices_between",
        Invoice,
        _side,
        f"The {_side}'s documents that were issued within a time, such as a month, the last first.",
        where=(
            _OF_WALLET,
            *within("issued_at"),
        ),
        order=_LAST_ISSUED,
    )
