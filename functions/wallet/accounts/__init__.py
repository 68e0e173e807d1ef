"""What owners and admins do with a wallet: balance, statement, correction, terms.

Holds that expired are released here as well. Bookings are made by the operations of `ledger`;
statements as files are in `invoices`.

Below: `ledger`, `prices`.
"""
