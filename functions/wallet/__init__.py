"""A wallet is the money that a clinic or lab has with the platform, in paise.

Here are the ledger, payments into wallets, prices, the fees of visits and the money of orders,
invoices and statements. Other packages use `service` alone: none of them books anything.

Below: `accounts`, `core`, `messaging`.
"""
