"""Declarations of the wallet's fields: whose money it is sees them, and the law keeps them."""

from core.fields import Whole
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held

_GROUND = "accounts must be kept for eight financial years (Companies Act 2013, section 128(5))"


def money(category: str, *viewers: Viewer) -> FieldPolicy:
    """Declare a field of the accounts, which admins see and these viewers."""
    return held(
        category,
        *viewers,
        Viewer.ADMIN,
        kept=Retention.FINANCIAL,
        use="essential.service.payment_processing",
        erased=Erasure.KEEP,
        ground=_GROUND,
    )


#: An amount of money: hundredths of a rupee.
Paise = Whole

#: Whose wallet it is.
OWNERS = (Viewer.CLINIC, Viewer.LAB)
SUM = money("user.financial", *OWNERS)
ID = money("system.operations", *OWNERS)
ACTOR = money("user.unique_id")
#: What names the sides of a sale.
PARTIES = money("user.contact.organization", *OWNERS)
#: What only the platform's own books need.
BOOKS = money("system.operations")
