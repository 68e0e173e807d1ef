"""Sets right what a random change spoiled, so that it is not refused at the door.

A changed PNG fails by its checksums and a changed STL by its count, whatever else was changed.
"""

import zlib

from tests.hostile.builders import PNG_START, chunk


def repaired(data: bytes) -> bytes:
    """The file with the checksums, count or length that go with its content."""
    if data.startswith(PNG_START):
        return PNG_START + _chunks(data)
    if data.startswith(b"RIFF"):
        return data[:4] + max(0, len(data) - 8).to_bytes(4, "little") + data[8:]
    if data.startswith((b"\xff\xd8", b"solid")) or len(data) < 84:
        return data
    return data[:80] + ((len(data) - 84) // 50).to_bytes(4, "little") + data[84:]


def _chunks(data: bytes) -> bytes:
    """All chunks of a PNG anew; pixels that cannot be unpacked any more are packed as they are."""
    parts, at = [], len(PNG_START)
    while at < len(data):
        label, body = data[at + 4 : at + 8], data[at + 8 :]
        body = body[: int.from_bytes(data[at : at + 4])]
        at += 12 + len(body)
        if label == b"IDAT" and not body.startswith(b"\x78"):
            body = zlib.compress(body)
        parts.append(chunk(label, body))
    return b"".join(parts)
