"""What of a case an order is made from: whether it may be shared, and its files.

So is what the case check recorded of them, and whose scans a laboratory wants anew. What it sees
of an order afterwards is a matter of `labs`, which asks through `scans.service`.

Below: `cases`, `checks`, `consents`, `gate`, `pairs`, `patients`, `uploads`.
"""
