"""A HEIF file of one still and nothing else: what a decoder gets to see of a HEIC or AVIF."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Still:
    """One coded picture. `properties` are whole boxes without their lengths: label and body."""

    kind: bytes
    properties: tuple[tuple[bytes, bytes], ...]
    data: bytes


def still_file(still: Still) -> bytes:
    """Return a file of one item, of which all that describes it is in `still.properties`."""
    brand = b"avif" if still.kind == b"av01" else b"heic"
    start = _box(b"ftyp", brand, bytes(4), brand, b"mif1", b"miaf")
    described = b"".join(_box(label, body) for label, body in still.properties)
    links = bytes([len(still.properties), *(0x80 | n + 1 for n in range(len(still.properties)))])
    meta = _meta(still, described, links, 0)
    where = len(start) + len(meta) + 8
    return start + _meta(still, described, links, where) + _box(b"mdat", still.data)


def _meta(still: Still, described: bytes, links: bytes, where: int) -> bytes:
    place = b"\x44\0" + _numbers(2, 1, 1, 0, 1) + _numbers(4, where, len(still.data))
    named = _full(b"infe", _numbers(2, 1, 0), still.kind, b"\0", version=2)
    linked = _full(b"ipma", _numbers(4, 1), _numbers(2, 1), links)
    return _full(
        b"meta",
        _full(b"hdlr", bytes(4), b"pict", bytes(13)),
        _full(b"pitm", _numbers(2, 1)),
        _full(b"iloc", place),
        _full(b"iinf", _numbers(2, 1), named),
        _box(b"iprp", _box(b"ipco", described), linked),
    )


def _box(label: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return (8 + len(body)).to_bytes(4) + label + body


def _full(label: bytes, *parts: bytes, version: int = 0) -> bytes:
    return _box(label, bytes([version, 0, 0, 0]), *parts)


def _numbers(size: int, *values: int) -> bytes:
    return b"".join(value.to_bytes(size) for value in values)
