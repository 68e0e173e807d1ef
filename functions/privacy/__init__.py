"""Privacy keeps what the privacy policy promises: people's rights, and records of what is done.

Here are the data inventory, requests about one's data, exports and erasures, retention, legal
holds, the sealed audit, and the registers of disclosures, breaches and access reviews. It sees the
models of every package; only `jobs` imports it. What a field declares about itself is written with
`core.privacy`, where the field is.

Below: `accounts`, `core`, `labs`, `messaging`, `scans`, `support`, `wallet`.
"""
