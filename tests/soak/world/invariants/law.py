"""The law: what was erased is nowhere, and what a newer release stored is kept.

From the policy (5 to 7), the DPDP Act 2023, sections 8(7) and 12, and decisions 25 and 33.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tests.soak.world.actions import Acting
from tests.soak.world.invariants.base import Touched, must, now_at

_PATIENT = re.compile(r"Zp\w{8}n\d+")
_SETTLED = timedelta(days=3)


class Erased:
    """Remembers who was erased, and looks for them in all that there is."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._words: dict[str, datetime] = {}

    def observe(self, what: str, touched: Touched) -> None:
        """Note the names that went with a patient's record or an account."""
        del what
        for path, before in touched.items():
            parts = path.split("/")
            patient = len(parts) == 4 and parts[2] == "patients"
            account = len(parts) == 2 and parts[0] == "users"
            if before is None or not (patient or account) or now_at(self._acting, path) is not None:
                continue
            now = self._acting.engine.time.now()
            self._words[before["name"]] = now
            if account and before.get("email"):
                self._words[before["email"]] = now

    def nowhere(self, acting: Acting) -> None:
        """Look for the names in every document."""
        old = acting.engine.time.now() - _SETTLED
        words = [word for word, at in self._words.items() if at < old]
        if not words:
            return
        found = re.compile("|".join(f"{re.escape(word)}(?![0-9])" for word in words))
        for path, (fields, _) in acting.engine.db.documents.items():
            hit = found.search(repr(fields))
            must(hit is None, "erased-is-nowhere", f"{hit and hit[0]} in {path}")


def newer_fields_stay(acting: Acting) -> None:
    """What another release stored beside our fields is there as long as the document is."""
    for path, made in acting.newer.items():
        now = acting.engine.db.documents.get(path)
        if now is not None and acting.engine.db.made.get(path) == made:
            must("zz_later" in now[0], "newer-stays", f"{path} lost a field of another release")
