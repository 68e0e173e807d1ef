"""The documents of prices: versions of tariffs."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from core.documents import Document
from core.fields import Whole
from core.privacy import Erasure, Retention, Viewer, held
from wallet.ledger.terms import Prices

_PRICE = held("system.operations", Viewer.CLINIC, Viewer.ADMIN, kept=Retention.FINANCIAL)


_SET_BY = held(
    "user.unique_id",
    Viewer.ADMIN,
    kept=Retention.FINANCIAL,
    erased=Erasure.KEEP,
    ground="accounts must be kept for eight financial years (Companies Act 2013, section 128(5))",
)


class PriceList(Document):
    """`tariffs/{tariff}/prices/{number}`: one version of a tariff. Written once, never changed."""

    path: ClassVar[str] = "tariffs/{tariff}/prices/{number}"
    lasting: ClassVar[bool] = True

    number: Annotated[Whole, _PRICE, Field(gt=0)]
    prices: Annotated[Prices, _PRICE]
    set_by: Annotated[str, _SET_BY]
    set_at: Annotated[AwareDatetime, _PRICE]
