"""The scans of a case beside each other: how two jaws meet, and what was filed before.

It is measured when a scan becomes ready, and recorded under the case. Which other files of the
clinic are like a scan is looked up when it is asked for. What follows from it for an order is in
`checks`, and what it is measured by in `gate`.

Below: `cases`, `checks`, `gate`, `uploads`.
"""
