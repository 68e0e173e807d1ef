"""Every kind of notice is sent by somebody, and every channel is carried by delivery."""

from __future__ import annotations

from messaging.models import Channel, Notice
from tests.support.sources import FUNCTIONS, SOURCES, members


def test_every_kind_is_sent_by_a_package() -> None:
    """Or by the digests, which are the admins' own."""
    others = [path for path in SOURCES if not path.is_relative_to(FUNCTIONS / "messaging")]
    others.append(FUNCTIONS / "messaging" / "digests.py")
    sent = set().union(*(members(path, Notice) for path in others))
    assert sent == set(Notice.__members__)


def test_every_channel_is_carried_by_delivery() -> None:
    carried = members(FUNCTIONS / "messaging" / "delivery.py", Channel)
    assert carried == set(Channel.__members__)
