"""No slot is issued for a file that the gate would refuse for its size."""

from core import settings
from scans.images import DEFAULT_IMAGE_LIMITS
from scans.stl import DEFAULT_LIMITS


def test_slots_and_gate_agree_on_the_largest_file() -> None:
    assert settings.STL_MAX_MB.value * 2**20 == DEFAULT_LIMITS.max_bytes
    assert settings.IMAGE_MAX_MB.value * 2**20 == DEFAULT_IMAGE_LIMITS.max_bytes
