"""Invoices, credit notes and statements: made, numbered, printed and handed out."""
