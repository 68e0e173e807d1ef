"""How long the price of a visit or an order is set aside at most."""

from datetime import timedelta

#: Slots and days that work is wanted by may be a year ahead. What is still under way 90 days later
#: is the exception: its price is taken at its end, if it is there.
HELD_FOR = timedelta(days=366 + 90)
