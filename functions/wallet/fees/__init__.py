"""A fee is the price of a visit: held when it is asked for, captured or given back at its end.

The money of lab orders goes the same way, to the lab's wallet less the commission and what is
withheld. This room decides what is held, captured and given back, and when; `ledger` books it.

Below: `ledger`, `prices`, `withholding`.
"""
