"""HEIC and AVIF: turned upright exactly once, tiles in their places, and nothing else read."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from scans.gate.limits import ImageLimits
from scans.gate.photos import CleanImage, ImageCode, ImageError, sanitise
from tests.hostile import heif_files
from tests.hostile.builders import gradient
from tests.hostile.heif_files import Item, container, encode, irot, ispe, nclx, still

ENCODERS = ("HEIF", "AVIF")
CORNERS = ((255, 0, 0), (0, 160, 0), (0, 0, 255), (240, 240, 0))
"""Red, green, blue and yellow: clockwise from the top left of the picture as it was seen."""


def corners(size: tuple[int, int] = (96, 64)) -> Image.Image:
    """A picture whose quarters have a colour each."""
    picture = Image.new("RGB", size)
    across, down = size[0] // 2, size[1] // 2
    for colour, place in zip(
        CORNERS, ((0, 0), (across, 0), (across, down), (0, down)), strict=True
    ):
        picture.paste(colour, (*place, place[0] + across, place[1] + down))
    return picture


# How a camera that was held so stores what is upright. From the words of the EXIF standard (2.32,
# 4.6.5.4.A): where row 0 and column 0 are; written as index arithmetic, without Pillow.
STORED: dict[int, Any] = {
    1: lambda seen: seen,
    2: lambda seen: seen[:, ::-1],
    3: lambda seen: seen[::-1, ::-1],
    4: lambda seen: seen[::-1],
    5: lambda seen: seen.transpose(1, 0, 2),
    6: lambda seen: seen[:, ::-1].transpose(1, 0, 2),
    7: lambda seen: seen[::-1, ::-1].transpose(1, 0, 2),
    8: lambda seen: seen[::-1].transpose(1, 0, 2),
}


def held(turned: int) -> Image.Image:
    """The picture as stored by a camera held so."""
    return Image.fromarray(np.ascontiguousarray(STORED[turned](np.asarray(corners()))))


def decoded(clean: CleanImage) -> Image.Image:
    picture = Image.open(io.BytesIO(clean.data))
    picture.load()
    return picture


def is_upright(clean: CleanImage) -> bool:
    """Whether the corners are where they were seen: colours are as far apart as lossy coding."""
    picture = np.asarray(decoded(clean)).astype(int)
    spots = (picture[8, 8], picture[8, -9], picture[-9, -9], picture[-9, 8])
    return picture.shape == (64, 96, 3) and all(
        np.abs(spot - colour).max() < 40 for spot, colour in zip(spots, CORNERS, strict=True)
    )


def refusal(data: bytes, limits: ImageLimits | None = None) -> ImageCode:
    with pytest.raises(ImageError) as caught:
        sanitise(data, limits or ImageLimits())
    return caught.value.code


@pytest.mark.parametrize("name", ENCODERS)
@pytest.mark.parametrize("turned", range(1, 9))
def test_every_turn_is_undone_once(name: str, turned: int) -> None:
    """The encoders put what EXIF says into the container, and leave or repeat it in EXIF."""
    exif = Image.Exif()
    exif[0x0112] = turned
    data = encode(held(turned), name, exif=exif.tobytes(), chroma=444, subsampling="4:4:4")
    assert (b"irot" in data or b"imir" in data) is (turned != 1)
    assert is_upright(sanitise(data))


# What a container says for each turn: quarters counterclockwise, then a mirror's axis.
CONTAINED = {
    1: (), 2: (heif_files.imir(1),), 3: (irot(2),), 4: (heif_files.imir(0),),
    5: (irot(3), heif_files.imir(1)), 6: (irot(3),), 7: (irot(1), heif_files.imir(1)),
    8: (irot(1),),
}  # fmt: skip


def single(name: str, turned: int, *properties: bytes) -> Item:
    config, data = heif_files.parts_of(encode(held(turned), name), name)
    said = (config, ispe(held(turned).size), *properties)
    return Item(heif_files.CODED[name][0], data, said)


@pytest.mark.parametrize("name", ENCODERS)
@pytest.mark.parametrize("turned", range(1, 9))
def test_the_container_is_heard_and_not_exif(name: str, turned: int) -> None:
    """As an iPhone writes: EXIF repeats the container. Saying it in both turns nothing twice."""
    brands = (b"avif", b"mif1", b"miaf") if name == "AVIF" else (b"heic", b"mif1", b"heic")
    item = single(name, turned, *CONTAINED[turned])
    assert is_upright(sanitise(container(item, heif_files.exif(turned), brands=brands)))


@pytest.mark.parametrize("turned", range(1, 9))
def test_exif_is_heard_where_the_container_says_nothing(turned: int) -> None:
    """As cameras of Sony and Fujifilm write; a file that promises `miaf` means the container."""
    described = (single("HEIF", turned), heif_files.exif(turned))
    assert is_upright(sanitise(container(*described)))
    promised = container(*described, brands=(b"heic", b"mif1", b"heic", b"miaf"))
    assert is_upright(sanitise(promised)) is (turned == 1)


def test_a_mirror_may_come_before_the_turn() -> None:
    """The properties hold in their order: mirrored left to right, then turned clockwise."""
    seen = np.asarray(corners())
    stored = np.rot90(seen)[:, ::-1]  # undoes the turn, then the mirror
    config, data = heif_files.parts_of(encode(Image.fromarray(stored.copy()), "HEIF"), "HEIF")
    said = (config, ispe((64, 96)), heif_files.imir(1), irot(3))
    assert is_upright(sanitise(container(Item(b"hvc1", data, said))))


@pytest.mark.parametrize("name", ENCODERS)
def test_tiles_are_put_in_their_places(name: str) -> None:
    """Three by two tiles of 64 pixels make a picture of 160 x 100: the last ones are cut."""
    seen = gradient(size=(192, 128))
    seen.paste((255, 0, 0), (70, 10, 90, 30))
    tiles = []
    for top in (0, 64):
        for left in (0, 64, 128):
            part = encode(seen.crop((left, top, left + 64, top + 64)), name, quality=95)
            config, data = heif_files.parts_of(part, name)
            tiles.append(Item(heif_files.CODED[name][0], data, (config, ispe((64, 64)))))
    whole = heif_files.grid((160, 100), (64, 64), irot(1), name=name)[0]
    brands = (b"avif", b"mif1", b"miaf") if name == "AVIF" else (b"heic", b"mif1", b"heic")
    data = container(whole, *tiles, brands=brands)
    expected = seen.crop((0, 0, 160, 100))
    clean = sanitise(data)
    assert (clean.width, clean.height, clean.content_type) == (100, 160, "image/jpeg")
    shown = np.asarray(expected.rotate(90, expand=True)).astype(int)
    assert np.abs(np.asarray(decoded(clean)).astype(int) - shown).mean() < 3
    half = sanitise(data, ImageLimits(max_working_bytes=160 * 100 * 2))
    assert (half.width, half.height) == (50, 80)
    assert (half.original_width, half.original_height) == (100, 160)
    shown = np.asarray(expected.reduce(2).rotate(90, expand=True)).astype(int)
    assert np.abs(np.asarray(decoded(half)).astype(int) - shown).mean() < 3


def test_nothing_of_what_is_beside_the_picture_is_left() -> None:
    """A depth map, a gain map, a thumbnail, XMP and EXIF, and what follows the boxes."""
    beside = (
        still("HEIF", (64, 64), heif_files.GAIN_MAP),
        Item(b"mime", b"<x:xmpmeta>Wilhelmina</x:xmpmeta>", (), {b"cdsc": (1,)}),
        Item(b"hvc1", b"broken", (), {b"thmb": (1,)}),
        heif_files.exif(1),
    )
    auxiliary = Item(beside[0].kind, beside[0].content, beside[0].properties, {b"auxl": (1,)})
    data = container(still(), auxiliary, *beside[1:]) + b"\0\0\0\x10mpvdWilhelm"
    assert b"Wilhelmina" in data
    clean = sanitise(data)
    alone = sanitise(container(still()))
    assert clean == alone
    for stored in (clean.data, clean.thumbnail):
        assert b"Exif" not in stored
        assert b"Wilhelm" not in stored


@pytest.mark.parametrize("name", ENCODERS)
def test_what_is_cropped_is_not_shown(name: str) -> None:
    """40 x 20 pixels from (11, 7) of 64 x 64, then turned; given by centres, as in the standard."""
    whole = gradient(size=(64, 64))
    whole.paste((10, 10, 10), (11, 7, 31, 17))
    config, data = heif_files.parts_of(encode(whole, name, quality=95), name)
    crop = heif_files.clap((40, 20), (11 * 2 - 24, 7 * 2 - 44))
    brands = (b"avif", b"mif1") if name == "AVIF" else (b"heic", b"mif1")
    for properties, passes in (((crop, irot(3)), True), ((irot(3), crop), False)):
        said = (config, ispe((64, 64)), *properties)
        made = container(Item(heif_files.CODED[name][0], data, said), brands=brands)
        if not passes:
            assert refusal(made) is ImageCode.NOT_SUPPORTED
            continue
        clean = sanitise(made)
        expected = whole.crop((11, 7, 51, 27)).rotate(-90, expand=True)
        assert (clean.width, clean.height) == (20, 40)
        difference = np.asarray(decoded(clean)).astype(int) - np.asarray(expected)
        assert np.abs(difference).mean() < 2


def test_ten_bits_are_read_as_eight() -> None:
    """A ramp of 10 bits, coded as such; the same ramp in 8 bits is the reference."""
    import pillow_heif

    ramp = np.tile(np.linspace(0, 65535, 96).astype(np.uint16)[None, :, None], (64, 1, 3))
    deep = io.BytesIO()
    file = pillow_heif.from_bytes("RGB;16", (96, 64), ramp.tobytes())
    file.save(deep, quality=-1, chroma=444)
    shown = np.asarray(decoded(sanitise(deep.getvalue())).convert("RGB")).astype(int)
    assert np.abs(shown - ramp.astype(int) // 257).max() <= 3


@pytest.mark.parametrize("name", ENCODERS)
def test_a_profile_of_the_container_is_used(name: str) -> None:
    """A profile in which red and green are exchanged exchanges them."""
    from PIL import ImageCms

    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = srgb.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")
    picture = Image.new("RGB", (64, 64), (250, 0, 0))
    for profile, seen in ((srgb, (250, 0, 0)), (turned, (0, 250, 0))):
        clean = sanitise(encode(picture, name, icc_profile=profile, chroma=444))
        assert np.abs(np.asarray(decoded(clean)).astype(int) - seen).max() <= 12
        assert "icc_profile" not in decoded(clean).info


@pytest.mark.parametrize(("transfer", "passes"), [(1, True), (13, True), (16, False), (18, False)])
def test_high_dynamic_range_is_refused(transfer: int, passes: bool) -> None:
    data = container(still("HEIF", (64, 64), nclx(9, transfer)))
    if passes:
        assert sanitise(data).width == 64
    else:
        assert refusal(data) is ImageCode.NOT_SUPPORTED


@pytest.mark.parametrize("label", [b"pasp", b"clli", b"mdcv", b"cclv", b"amve", b"udes", b"lsel"])
def test_what_only_describes_a_picture_may_be_essential(label: bytes) -> None:
    """The container made here marks each property so. `lsel` chooses a layer, and does matter."""
    data = container(still("HEIF", (64, 64), heif_files.box(label, bytes((0, 0, 0, 1) * 2))))
    if label == b"lsel":
        assert refusal(data) is ImageCode.NOT_SUPPORTED
    else:
        assert sanitise(data) == sanitise(container(still()))


@pytest.mark.parametrize(
    ("unit", "passes"),
    [
        ((36, b""), True),  # the end of a sequence (ITU-T H.265, 7.3.2.6)
        ((37, b""), True),  # the end of the bitstream
        ((39, b"\x80"), True),  # a message
        ((36, None), False),
        ((1, b""), False),  # a slice
    ],
)
def test_units_that_end_a_bitstream_hold_nothing(
    unit: tuple[int, bytes | None], passes: bool
) -> None:
    kind, body = unit
    bare = bytes((kind << 1, 1)) + body if body is not None else bytes((kind << 1,))
    whole = still()
    more = replace(whole, content=whole.content + len(bare).to_bytes(4) + bare)
    if passes:
        assert sanitise(container(more)) == sanitise(container(whole))
    else:
        assert refusal(container(more)) is ImageCode.DAMAGED


def test_transparent_pictures_are_refused() -> None:
    """What is said to be a gain map passes; the same item said to be transparency does not."""
    picture = gradient("RGBA")
    picture.putalpha(gradient("L"))
    for name in ENCODERS:
        assert refusal(encode(picture, name)) is ImageCode.NOT_SUPPORTED
        assert sanitise(encode(picture.convert("RGB"), name))


def test_sequences_are_refused() -> None:
    frames = [gradient(), gradient().rotate(90)]
    data = encode(frames[0], "AVIF", save_all=True, append_images=frames[1:])
    assert refusal(data) is ImageCode.ANIMATED


def test_a_second_picture_in_a_heic_is_dropped() -> None:
    frames = [gradient(), gradient(size=(128, 64))]
    clean = sanitise(encode(frames[0], "HEIF", save_all=True, append_images=frames[1:]))
    assert (clean.width, clean.height) == (64, 48)
