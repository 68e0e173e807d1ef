"""An invoice bills what a wallet bought; a credit note takes back what an invoice billed.

Both are made from the wallet's entries, numbered without gaps, printed as PDF and linked to.
Statements as files, the monthly billing and the platform's totals are here, too.

Below: `ledger`.
"""
