"""An order is the work that a clinic wants of a lab on one case.

It is placed with all that speaks against it told at once, moved on by both sides along one table,
and kept with its history. It is also the lab's projection of the case. What happens to an order
without anybody's call is in `follow_ups`; links to its files are in `links`, messages about it in
`messages`.

Below: `catalogue`.
"""
