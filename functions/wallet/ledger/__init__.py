"""The ledger: double-entry transactions in paise, wallets, holds, the chain over entries."""
