"""Figures on a lab count whether it kept its promises, and what was asked for again.

They are counted by Firestore when somebody asks; nothing is stored. Figures on scans are in
`scans.cases`, those on tickets in `support`.

Below: `orders`.
"""
