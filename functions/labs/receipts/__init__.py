"""A receipt tells both sides of an order all that is on record of it.

It is made by rule from the order, its history and its shares: as data, as a page, and as a PDF. It
draws conclusions from the records and makes no judgement. What is paid for an order is invoiced in
`wallet.invoices`.

Below: `catalogue`, `links`, `orders`.
"""
