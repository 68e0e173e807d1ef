"""The chart of accounts: names what postings are booked on, and the books they add up to."""

from enum import StrEnum


class Book(StrEnum):
    """A book is what ledger accounts add up to: wallets, revenue, taxes, and money outside."""

    CLINIC = "clinic"  # what the platform owes clinics: their wallets
    LAB = "lab"  # what it owes labs: theirs
    REVENUE = "revenue"
    TAX = "tax"
    WITHHELD = "withheld"  # of labs' sales, for the government: TDS and TCS
    OUTSIDE = "outside"  # money at the gateway and the bank, and admins' corrections


#: Accounts of the platform itself. Their balances are sums over transactions; none is stored.
REVENUE = "platform/revenue"
CGST = "platform/cgst"
SGST = "platform/sgst"
IGST = "platform/igst"
#: What is withheld of a lab's sale: income tax (section 194-O), and tax collected under section 52
#: of the CGST Act 2017. `tcs_sgst` has UTGST in a union territory without legislature.
TDS = "platform/tds"
TCS_CGST = "platform/tcs_cgst"
TCS_SGST = "platform/tcs_sgst"
TCS_IGST = "platform/tcs_igst"
GATEWAY = "platform/gateway"
#: What was paid out to labs, by the bank or through the gateway's payouts.
BANK = "platform/bank"
CORRECTIONS = "platform/corrections"

_BOOKS = {
    REVENUE: Book.REVENUE,
    CGST: Book.TAX,
    SGST: Book.TAX,
    IGST: Book.TAX,
    TDS: Book.WITHHELD,
    TCS_CGST: Book.WITHHELD,
    TCS_SGST: Book.WITHHELD,
    TCS_IGST: Book.WITHHELD,
    GATEWAY: Book.OUTSIDE,
    BANK: Book.OUTSIDE,
    CORRECTIONS: Book.OUTSIDE,
}


def available(kind: str, wallet_id: str) -> str:
    """Name the account of what a wallet can spend."""
    return f"{kind}/{wallet_id}/available"


def set_aside(kind: str, wallet_id: str) -> str:
    """Name the account of what a wallet has set aside."""
    return f"{kind}/{wallet_id}/held"


def book_of(account: str) -> Book:
    """Return the book that an account counts towards.

    Raises:
        KeyError: there is no such account.
    """
    found = _BOOKS.get(account)
    return found if found is not None else Book(account.split("/", 1)[0])
