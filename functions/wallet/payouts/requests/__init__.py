"""What goes over the wire about payouts: asking and deciding, and what became of them.

Labs and admins send the first, admins alone the second. What is stored is in `models`.
"""
