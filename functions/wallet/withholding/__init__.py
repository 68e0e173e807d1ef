"""Withholding is what the platform keeps back of a lab's sale for the government: TDS and TCS.

Here are what is withheld of a sale, the totals for the returns, and their verification. What is
withheld is booked by `fees`, with the sale that it is of.

Below: `ledger`.
"""
