"""Documents of oversight: seals of the audit."""

from __future__ import annotations

from datetime import timedelta

from privacy import chain
from privacy.models import Seal
from tests.support import ids
from tests.support.scene import MADE


def seal() -> Seal:
    """A seal over nothing."""
    sealed = chain.follow(None, (), MADE, MADE + timedelta(hours=1))
    return sealed.placed(ids.document_id())
