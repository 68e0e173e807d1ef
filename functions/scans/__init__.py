"""A scan is a digital impression of teeth, taken in the mouth and uploaded as a file.

Here are the clinic's patients and their consents, the visits at which operators scan, the cases,
and the way of a file through the landing zone and the gate into the clean zone. It knows no labs:
orders are in `labs`. Fees of visits are in `wallet`.

Below: `accounts`, `core`, `messaging`, `wallet`.
"""
