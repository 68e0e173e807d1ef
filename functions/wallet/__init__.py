"""Wallet: a double-entry ledger in paise, holds, payments in, prices, invoices, statements."""
