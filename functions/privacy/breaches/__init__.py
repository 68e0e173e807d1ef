"""A breach is personal data that got where it should not.

The register keeps the deadline of 72 hours, lists those affected from shares and audit entries, and
drafts the notice to them. Sending it is people's work.

Below: `models`.
"""
