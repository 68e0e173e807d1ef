"""An upload is one file on its way: a slot in the landing zone, and what became of it.

Here are the document, its states, the queries that several rooms ask, and attachments, which are
sent with something of another package. Issuing slots and judging what arrives is in `intake`.

Below: `gate`.
"""
