"""Ids that the examples of the wallet's requests share."""

WALLET = "Zq8LrT4mXc2VbN6yHd0K"
KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
TRANSACTION = "5f2d8c1e9a7b4036d1c5e8f2a9b7c3d4e6f80123"
VISIT = "visits/v5Hs8RcTj2FgWq7nPx0M"
PAYMENT = "9c1b7e3d5f2a8c4e6d0b1f7a3e9c5d8b2f4a6c01"
