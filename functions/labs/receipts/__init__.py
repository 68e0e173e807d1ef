"""Receipts of orders, made of their records by rule: data, page and PDF."""
