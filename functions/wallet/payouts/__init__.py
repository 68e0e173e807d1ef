"""A payout brings what a lab has earned to its bank account, or to its UPI id.

The lab asks, or is paid on a schedule; admins approve; the money leaves by a file for the bank or
through the gateway, and what the bank tells is booked, late and twice too.

Below: `invoices`, `ledger`.
"""
