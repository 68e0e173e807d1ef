"""Advances: money paid in for which receipt vouchers were made, and what of each is left."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from core.documents import Record
from core.fields import Whole


class Advance(Record):
    """A receipt voucher that is not used up. Amounts in paise, `gross` with the taxes in it."""

    voucher: str
    issued_at: AwareDatetime
    #: The payment, `payments/{id}`.
    reference: str
    #: The number of the entry that brought it: what was sold before that is not paid of it.
    entry: Annotated[Whole, Field(ge=0)] = 0
    gross: Annotated[Whole, Field(gt=0)]
    cgst: Annotated[Whole, Field(ge=0)] = 0
    sgst: Annotated[Whole, Field(ge=0)] = 0
    igst: Annotated[Whole, Field(ge=0)] = 0
    left: Annotated[Whole, Field(ge=0)]
    #: What of `left` pays fees that were taken and are not invoiced yet.
    due: Annotated[Whole, Field(ge=0)] = 0

    @property
    def free(self) -> int:
        """Return what of it pays nothing yet, in paise."""
        return self.left - self.due
