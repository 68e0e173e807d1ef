"""A legal hold keeps somebody's data from erasure and retention, whoever asks.

One admin sets it and it is in force at once; two admins are needed to release it. Erasure and
retention ask here what is held before each batch. Money that is set aside is a hold of
`wallet.ledger`, another thing.

Below: `inventory`, `models`.
"""
