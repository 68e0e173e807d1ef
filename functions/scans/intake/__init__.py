"""Intake takes files in: it issues slots, judges what arrives, and files what passes.

A callable issues the slot; a trigger claims it when the object has arrived, has the gate judge the
bytes, writes the clean objects and empties the landing zone. Then it draws the scan, which is ready
by then. What makes a file acceptable is in `gate`.

Below: `archives`, `cases`, `checks`, `consents`, `gate`, `pairs`, `patients`, `uploads`, `visits`.
"""
