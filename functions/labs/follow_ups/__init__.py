"""A follow-up changes an order because something else did: time, a consent, a record.

Late orders are told of and delivered ones completed, orders of a withdrawn consent end, and a
corrected patient's orders say what the record says. Jobs and triggers enter here, no person does:
the steps that people take are in `orders`.

Below: `orders`.
"""
