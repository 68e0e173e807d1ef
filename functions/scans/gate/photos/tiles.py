"""A picture put together from its tiles, each decoded alone and scaled down where it is large."""

import io

from PIL import Image

from scans.gate.photos.parts_heif import HeifParts


def assembled(parts: HeifParts, scale: int) -> Image.Image:
    """Return the picture, a pixel for each `scale` x `scale`; one tile at a time is held."""
    canvas: Image.Image | None = None
    size = (-(-parts.size[0] // scale), -(-parts.size[1] // scale))
    if parts.corner != (0, 0):  # its first pixels may be halves of one that is scaled down
        size = (max(1, parts.size[0] // scale), max(1, parts.size[1] // scale))
    decode = _avif if parts.coded == "AVIF" else _heic
    for (left, top), data in parts.take_tiles():
        tile = decode(data)
        del data
        if tile.size != parts.tile_size:
            raise ValueError(f"a tile of {tile.size}")
        if scale > 1:
            tile = tile.reduce(scale)
        if size == tile.size and (left, top) == (0, 0):
            return tile
        if canvas is None:
            canvas = Image.new(tile.mode, size)
        canvas.paste(tile, (left // scale, top // scale))
    if canvas is None:
        raise ValueError("a picture without tiles")
    return canvas


def _avif(data: bytes) -> Image.Image:
    from PIL import AvifImagePlugin

    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each takes memory of its own
    with Image.open(io.BytesIO(data), formats=["AVIF"]) as opened:
        opened.load()
        return opened


def _heic(data: bytes) -> Image.Image:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    return pillow_heif.open_heif(data, convert_hdr_to_8bit=True).to_pillow()
