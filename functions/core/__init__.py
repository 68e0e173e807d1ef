"""What every package uses; it knows no domain.

Callables and the router that serves them, typed access to Firestore and the bucket, queries, jobs,
errors, state machines, and the declarations that every stored field carries. Nothing in it knows a
scan, an order or a price: what is about one subject stands in that subject's package.
"""
