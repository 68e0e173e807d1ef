"""A message is what one side of an order writes to the other, with files attached.

Slots for the attachments are issued by `scans.service`. Telling somebody that a message came is a
notice, of the package `messaging`.

Below: `links`, `orders`.
"""
