"""The ledger is double-entry: transactions whose postings sum to zero, in paise.

It has wallets and their entries, holds, the operations that book them, and the hash chain over a
wallet's entries. Nothing else changes a wallet. What a visit costs is in `fees`; what comes in from
outside, in `payments`.
"""
