"""A payment brings money into a wallet, through the payment gateway.

A callable makes the order at the gateway; the gateway's signed events settle it, each once: what
was paid, and what goes back of it by refunds and disputes. A reconciliation asks the gateway for
what no event told. Money that goes between wallets is booked by `fees` and `accounts`.

Below: `ledger`, `payouts`.
"""
