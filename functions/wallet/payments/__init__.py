"""Payments in: made out at the payment gateway, settled by its events."""
