"""Generates what the typed client in `clients/typescript` is made of: path -> text.

Types and tables are generated; what works with them is written by hand in `clients/typescript/src`.
"""
