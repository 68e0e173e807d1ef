"""Shades come out as what the file claims of colour means, to dE 1, whatever way it claims it."""

import io
import struct
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from scans.gate.photos import ImageCode, ImageError, ImageNotice, sanitise
from tests.hostile.builders import (
    GREY,
    GREY_ALPHA,
    PALETTE,
    RGB,
    RGBA,
    chunk,
    encoded,
    gradient,
    png,
)
from tests.hostile.claims import SRGB_CHUNK, chrm, cicp, exif, gama, iccp
from tests.hostile.heif_files import (
    CODED,
    Item,
    container,
    encode,
    ispe,
    nclx,
    parts_of,
    profile,
)  # fmt: skip
from tests.hostile.tiff_files import LONG, Values, page
from tests.support import icc_profiles
from tests.support.colour_reference import (
    ADOBE,
    BT2020_TO_XYZ,
    D65,
    P3,
    P3_TO_XYZ,
    ROMM_TO_XYZ,
    SRGB,
    SRGB_TO_XYZ,
    XYZ_TO_SRGB,
    Space,
    apart,
    bt709_curve,
    in_srgb,
    lab_under_d50,
    power,
)  # fmt: skip

Array = NDArray[np.float64]
Pixels = NDArray[np.uint8]
MOST = 1.0
"""dE (CIE 1976): what the eye begins to tell apart in a shade."""

# Means of the sixteen tabs of a shade guide, L*a*b* (O'Brien, Groh, Boenke 1990): A1 to D4.
TABS = np.array([
    (79.57, -1.61, 13.05), (76.04, -0.08, 16.73), (75.36, 1.36, 19.61), (72.31, 1.48, 21.81),
    (68.56, 1.58, 21.00), (78.90, -1.76, 12.33), (76.66, -1.62, 16.62), (74.13, 0.47, 22.34),
    (71.81, 0.50, 22.15), (74.29, -1.26, 12.56), (70.95, -0.22, 16.72), (68.83, -0.01, 16.68),
    (64.78, 1.59, 18.66), (75.27, -0.54, 13.47), (72.55, 0.62, 16.14), (71.84, -1.03, 17.77),
])  # fmt: skip


def colours() -> Pixels:
    """The tabs, greys and 6 steps of each channel: 18 x 16 colours."""
    steps = np.linspace(0, 255, 6)
    cube = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, 3)
    greys = np.repeat(np.linspace(0, 255, 288 - 216 - 16)[:, np.newaxis], 3, axis=1)
    return np.rint(np.concatenate((cube, greys, tabs() * 255))).astype(np.uint8).reshape(18, 16, 3)


def tabs() -> Array:
    """The numbers of the tabs in sRGB, 0 to 1."""
    lightness, a, b = TABS.T
    middle = (lightness + 16) / 116
    bent = np.stack((middle + a / 500, middle, middle - b / 200), axis=-1)
    light = (bent**3 * D65) @ XYZ_TO_SRGB.T
    return np.asarray(1.055 * light.clip(0, 1) ** (1 / 2.4) - 0.055)


def stored(data: bytes) -> Array:
    """The numbers of what the gate stores, 0 to 1."""
    with Image.open(io.BytesIO(sanitise(data).data)) as picture:
        return np.asarray(picture.convert("RGB")) / 255


def rows(pixels: NDArray[Any]) -> bytes:
    """The rows of a PNG before packing, none filtered."""
    flat = pixels.reshape(len(pixels), -1).view(np.uint8)
    return np.insert(flat, 0, 0, axis=1).tobytes()


def png_of(pixels: NDArray[Any], *before: bytes, colour: int = RGB, bits: int = 8) -> bytes:
    size = (pixels.shape[1], pixels.shape[0])
    return png(size, rows(pixels), colour=colour, bits=bits, before=b"".join(before))


P3_POINTS = (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)
ROMM_POINTS = (0.34567, 0.35850, 0.7347, 0.2653, 0.1596, 0.8404, 0.0366, 0.0001)
ADOBE_ICC = iccp(icc_profiles.adobe_rgb())
GAMMA = {g: Space(SRGB_TO_XYZ, power(1 / g)) for g in (1.0, 0.55556, 0.45455)}

CLAIMS: dict[str, tuple[tuple[bytes, ...], Space]] = {
    "none": ((), SRGB),
    "sRGB": ((SRGB_CHUNK,), SRGB),
    "gAMA of 2.2": ((gama(0.45455),), GAMMA[0.45455]),
    "gAMA of 1.8": ((gama(0.55556),), GAMMA[0.55556]),
    "gAMA of light": ((gama(1),), GAMMA[1.0]),
    "cHRM with gAMA": ((chrm(*P3_POINTS), gama(0.45455)), Space(P3_TO_XYZ, power(2.2))),
    "cHRM of another white": ((chrm(*ROMM_POINTS), gama(0.55556)), Space(ROMM_TO_XYZ, power(1.8))),
    "cHRM alone": ((chrm(*P3_POINTS),), P3),
    "iCCP": ((ADOBE_ICC,), ADOBE),
    "cICP of P3": ((cicp(12, 13),), P3),
    "cICP of BT.2020": ((cicp(9, 14),), Space(BT2020_TO_XYZ, bt709_curve)),
    "cICP before iCCP": ((ADOBE_ICC, cicp(12, 13)), P3),
    "cICP of YCbCr, which a PNG cannot be, before iCCP": ((ADOBE_ICC, cicp(12, 13, 1)), ADOBE),
    "cICP that says nothing, before gAMA": ((cicp(2, 2), gama(0.55556)), GAMMA[0.55556]),
    "iCCP before sRGB": ((SRGB_CHUNK, ADOBE_ICC), ADOBE),
    "sRGB before cHRM and gAMA": ((SRGB_CHUNK, chrm(*P3_POINTS), gama(1)), SRGB),
    "gAMA of nothing": ((gama(0),), SRGB),
}


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("kind", ["colours", "palette", "transparent"])
def test_claims_of_a_png(claim: str, kind: str) -> None:
    chunks, space = CLAIMS[claim]
    pixels = colours()
    if kind == "palette":
        pixels = pixels[:16]
        palette = chunk(b"PLTE", pixels.tobytes())
        data = png_of(
            np.arange(256, dtype=np.uint8).reshape(16, 16), *chunks, palette, colour=PALETTE
        )
    elif kind == "transparent":
        data = png_of(np.insert(pixels, 3, 77, axis=2), *chunks, colour=RGBA)
    else:
        data = png_of(pixels, *chunks)
    assert apart(pixels / 255, space, stored(data)) < MOST
    if kind == "transparent":
        with Image.open(io.BytesIO(sanitise(data).data)) as picture:
            assert picture.getchannel("A").getextrema() == (77, 77)


@pytest.mark.parametrize("claim", CLAIMS)
def test_claims_of_a_png_of_16_bits(claim: str) -> None:
    """The dark tones of numbers that stand for light, too: a byte of them would be 10 dE off."""
    chunks, space = CLAIMS[claim]
    deep = np.concatenate((colours(), colours() // 16)).astype(np.uint16) * 257
    data = png_of(deep.astype(">u2"), *chunks, colour=RGB, bits=16)
    assert apart(deep / 65535, space, stored(data)) < MOST


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize(
    ("claim", "exponent"),
    [(gama(0.55556), 1.8), (gama(1), 1.0), (iccp(icc_profiles.grey(1.8)), 1.8), (ADOBE_ICC, 2.199)],
)
def test_claims_of_greys(bits: int, alpha: bool, claim: bytes, exponent: float) -> None:
    greys = np.arange(256, dtype=np.uint16).reshape(16, 16) * (257 if bits == 16 else 1)
    most = 2**bits - 1
    pixels = np.stack((greys, np.full_like(greys, most)), axis=-1) if alpha else greys
    pixels = pixels.astype(">u2" if bits == 16 else np.uint8)
    data = png_of(pixels, claim, colour=GREY_ALPHA if alpha else GREY, bits=bits)
    meant = np.repeat((greys / most)[:, :, np.newaxis], 3, axis=2)
    assert apart(meant, Space(SRGB_TO_XYZ, power(exponent)), stored(data)) < MOST


def test_numbers_of_video_are_widened() -> None:
    pixels = np.rint(colours() / 255 * 219 + 16).astype(np.uint8)
    meant = (pixels - 16.0) / 219
    assert apart(meant, P3, stored(png_of(pixels, cicp(12, 13, full=0)))) < MOST


@pytest.mark.parametrize("transfer", [16, 18])
def test_high_dynamic_range_is_refused(transfer: int) -> None:
    with pytest.raises(ImageError, match="HDR") as caught:
        sanitise(png_of(colours(), cicp(9, transfer)))
    assert caught.value.code is ImageCode.NOT_SUPPORTED
    assert sanitise(png_of(colours(), cicp(9, 14)))


# --- EXIF ----------------------------------------------------------------------------------------


EXIF = {
    "R03": (exif("<", None, b"R03\0"), ADOBE),
    "R03 of Motorola's byte order": (exif(">", 0xFFFF, b"R03\0"), ADOBE),
    "uncalibrated, R03": (exif("<", 0xFFFF, b"R03\0"), ADOBE),
    "colour space 2": (exif(">", 2, None), ADOBE),
    "uncalibrated": (exif("<", 0xFFFF, None), SRGB),
    "uncalibrated, R98": (exif("<", 0xFFFF, b"R98\0"), SRGB),
    "sRGB, and R03 left from before": (exif("<", 1, b"R03\0"), SRGB),
    "sRGB": (exif(">", 1, b"R98\0"), SRGB),
}


def patches(pixels: Pixels, side: int = 8) -> Image.Image:
    """Each pixel as a square, which codings of 8 x 8 pixels leave its colour."""
    return Image.fromarray(pixels.repeat(side, axis=0).repeat(side, axis=1))


def middles(picture: Array, side: int = 8) -> Array:
    return picture[side // 2 :: side, side // 2 :: side]


@pytest.mark.parametrize("said", EXIF)
def test_cameras_claim_adobe_rgb_in_exif(said: str) -> None:
    data, space = EXIF[said]
    photo = encoded(patches(colours()), "JPEG", quality=95, subsampling=0, exif=b"Exif\0\0" + data)
    with Image.open(io.BytesIO(photo)) as taken:
        meant = middles(np.asarray(taken) / 255)
    assert apart(meant, space, middles(stored(photo))) < MOST


@pytest.mark.parametrize("said", ["R03", "sRGB"])
@pytest.mark.parametrize("name", ["PNG", "WEBP"])
def test_exif_counts_in_other_formats(said: str, name: str) -> None:
    data, space = EXIF[said]
    picture = encoded(patches(colours()), name, exif=data, lossless=True)
    assert apart(colours() / 255, space, middles(stored(picture))) < MOST


FINE: dict[str, dict[str, Any]] = {
    "HEIF": {"quality": 95},
    "AVIF": {"quality": 100, "subsampling": "4:4:4"},
}
"""By these each patch is of one colour."""


@pytest.mark.parametrize("said", ["R03", "R03 of Motorola's byte order", "sRGB"])
@pytest.mark.parametrize("profile", [b"", icc_profiles.srgb()])
def test_exif_counts_in_a_tiff(said: str, profile: bytes) -> None:
    """Whose first directory refers to that of EXIF; a profile counts for more."""
    exif_data, space = EXIF[said]
    order = "<" if exif_data[:2] == b"II" else ">"
    pixels = colours()
    size = (pixels.shape[1], pixels.shape[0])
    more: Values = {0x8769: (LONG, (0,))}
    if profile:
        more[34675] = (1, tuple(profile))
    body, behind = pixels.tobytes(), exif_data[26:]
    data = page(size, body + behind, bits=(8,) * 3, order=order, more=more)
    # The directory of EXIF is moved behind the pixels, and with it the one that it refers to.
    at = 8 + len(body)
    data = data.replace(*(struct.pack(f"{order}HHII", 0x8769, 4, 1, to) for to in (0, at)))
    further = struct.unpack_from(f"{order}H", behind)[0] * 12 + 2 + 4
    data = data.replace(
        *(struct.pack(f"{order}HHII", 0xA005, 4, 1, to + further) for to in (26, at))
    )
    assert apart(pixels / 255, SRGB if profile else space, stored(data)) < MOST


@pytest.mark.parametrize("name", FINE)
@pytest.mark.parametrize(
    ("told", "heard"),
    [
        ((), True),
        ((nclx(2, 2),), True),  # unspecified
        ((nclx(1, 13),), False),
        ((profile(icc_profiles.srgb()),), False),
    ],
)
def test_exif_counts_in_heic_and_avif(name: str, told: tuple[bytes, ...], heard: bool) -> None:
    """Where the container says nothing of colour."""
    picture = patches(colours())
    whole = encode(picture, name, **FINE[name])
    config, data = parts_of(whole, name)
    item = Item(CODED[name][0], data, (config, ispe(picture.size), *told))
    beside = Item(b"Exif", bytes(4) + EXIF["R03"][0], (), {b"cdsc": (1,)})
    brands = (b"avif", b"mif1", b"avif") if name == "AVIF" else (b"heic", b"mif1", b"heic")
    with Image.open(io.BytesIO(whole)) as coded:
        meant = middles(np.asarray(coded.convert("RGB")) / 255)
    seen = middles(stored(container(item, beside, brands=brands)))
    # What is not converted is stored at quality 92, and 22 apart from what is.
    assert apart(meant, ADOBE if heard else SRGB, seen) < (MOST if heard else 4 * MOST)


@pytest.mark.parametrize("matrix", [1, 6])
@pytest.mark.parametrize("name", FINE)
def test_a_grid_with_a_profile_leaves_its_tiles_their_matrix(name: str, matrix: int) -> None:
    """As phones write: the profile is the whole picture's, the matrix that of the tiles."""
    picture = patches(colours())
    config, data = parts_of(encode(picture, name, **FINE[name]), name)
    adobe, said = profile(icc_profiles.adobe_rgb()), nclx(1, 13, matrix)
    brands = (b"avif", b"mif1", b"avif") if name == "AVIF" else (b"heic", b"mif1", b"heic")

    def item(*told: bytes) -> Item:
        return Item(CODED[name][0], data, (config, ispe(picture.size), *told))

    with Image.open(io.BytesIO(container(item(said), brands=brands))) as coded:
        meant = middles(np.asarray(coded.convert("RGB")) / 255)
    head = struct.pack(">BBBBHH", 0, 0, 0, 0, *picture.size)
    grid = Item(b"grid", head, (ispe(picture.size), adobe), {b"dimg": (2,)})
    seen = middles(stored(container(grid, item(said), brands=brands)))
    assert apart(meant, ADOBE, seen) < MOST
    without = middles(stored(container(grid, item(), brands=brands)))
    assert (apart(meant, ADOBE, without) < MOST) is (matrix == 6)  # what decoders take otherwise


def test_a_profile_counts_for_more_than_exif() -> None:
    """A profile of sRGB itself leaves the numbers as they are."""
    with Image.open(io.BytesIO(png_of(colours(), iccp(icc_profiles.srgb())))) as picture:
        profile = picture.info["icc_profile"]
    photo = encoded(patches(colours()), "PNG", exif=EXIF["R03"][0], icc_profile=profile)
    assert np.array_equal(middles(stored(photo)), colours() / 255)


def test_grey_photos_of_cameras_in_adobe_rgb() -> None:
    greys = Image.fromarray(
        np.arange(256, dtype=np.uint8).reshape(16, 16).repeat(8, 0).repeat(8, 1)
    )
    photo = encoded(greys, "JPEG", quality=100, exif=b"Exif\0\0" + EXIF["R03"][0])
    meant = np.repeat(np.arange(256).reshape(16, 16)[:, :, np.newaxis], 3, axis=2) / 255
    assert apart(meant, ADOBE, middles(stored(photo))) < MOST
    with Image.open(io.BytesIO(sanitise(photo).data)) as clean:
        assert clean.mode == "L"


@pytest.mark.parametrize("name", FINE)
@pytest.mark.parametrize(
    ("claim", "space"),
    [
        (nclx(12, 13), P3),
        (nclx(9, 14), Space(BT2020_TO_XYZ, bt709_curve)),
        (profile(icc_profiles.adobe_rgb()), ADOBE),
    ],
)
def test_claims_of_heic_and_avif(name: str, claim: bytes, space: Space) -> None:
    """The numbers are those that the coded picture has without the claim."""
    picture = patches(colours())
    whole = encode(picture, name, **FINE[name])
    config, data = parts_of(whole, name)
    item = Item(CODED[name][0], data, (config, ispe(picture.size), claim))
    brands = (b"avif", b"mif1", b"avif") if name == "AVIF" else (b"heic", b"mif1", b"heic")
    with Image.open(io.BytesIO(whole)) as coded:
        meant = middles(np.asarray(coded.convert("RGB")) / 255)
    assert apart(meant, space, middles(stored(container(item, brands=brands)))) < MOST


# --- prints --------------------------------------------------------------------------------------


def test_inks_are_converted_by_their_profile() -> None:
    """The reference is the profile's own formula, and Bradford's matrix from D50 to D65."""
    steps = np.array((0, 90, 180, 255), np.uint8)
    inks = np.stack(np.meshgrid(*[steps] * 4, indexing="ij"), axis=-1).reshape(16, 16, 4)
    flat = Image.frombytes("CMYK", (128, 128), inks.repeat(8, 0).repeat(8, 1).tobytes())
    photo = encoded(flat, "JPEG", quality=100, icc_profile=icc_profiles.print_inks())
    with Image.open(io.BytesIO(photo)) as taken:
        meant = icc_profiles.print_lab(middles(np.asarray(taken) / 255))
    shows = in_srgb(meant)
    off = np.linalg.norm(meant - lab_under_d50(middles(stored(photo))), axis=-1)[shows]
    assert shows.sum() > 100
    assert off.max() < MOST
    assert [found.code for found in sanitise(photo).findings] == []


def test_inks_of_an_unknown_printer_are_a_finding() -> None:
    photo = encoded(gradient("CMYK"), "JPEG")
    assert [found.code for found in sanitise(photo).findings] == [ImageNotice.WITHOUT_PROFILE]


@pytest.mark.parametrize(
    ("pixels", "profile"),
    [
        ("RGB", icc_profiles.grey(1.8)),
        ("RGB", icc_profiles.print_inks()),
        ("L", icc_profiles.print_inks()),
        ("RGB", b"no profile at all"),
    ],
)
def test_a_profile_that_does_not_fit_is_a_finding(pixels: str, profile: bytes) -> None:
    data = encoded(gradient(pixels), "PNG", icc_profile=profile)
    assert [found.code for found in sanitise(data).findings] == [ImageNotice.PROFILE_UNUSABLE]
    with Image.open(io.BytesIO(sanitise(data).data)) as clean:
        assert np.array_equal(np.asarray(clean), np.asarray(gradient(pixels)))


# --- sampling ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("came", "turned", "stays"),
    [
        ("4:4:4", 1, (1, 1)),
        ("4:2:2", 1, (2, 1)),
        ("4:2:0", 1, (2, 2)),
        ("4:1:1", 1, (2, 2)),
        ("4:4:4", 6, (1, 1)),
        ("4:2:2", 6, (1, 1)),
        ("4:2:0", 6, (2, 2)),
    ],
)
def test_jpegs_keep_what_they_have_of_colour(
    came: str, turned: int, stays: tuple[int, int]
) -> None:
    """Two beside each other that share a colour stand above each other after a quarter turn."""
    tags = Image.Exif()
    tags[0x0112] = turned
    photo = encoded(patches(colours()), "JPEG", subsampling=came, exif=tags)
    assert sampling(sanitise(photo).data) == stays


def sampling(data: bytes) -> tuple[int, int]:
    """Across and down, of the first of the colours against the others."""
    frame = data.index(b"\xff\xc0")
    first, second = data[frame + 11], data[frame + 14]
    return (first >> 4) // (second >> 4), (first & 15) // (second & 15)


def test_thin_lines_of_full_colour_stay() -> None:
    """Red and blue lines, one pixel each: shared colours would make all of them violet."""
    lines = np.zeros((32, 32, 3), np.uint8)
    lines[:, ::2, 0] = lines[:, 1::2, 2] = 255
    for data in (
        encoded(Image.fromarray(lines), "JPEG", quality=98, subsampling=0),
        encoded(Image.fromarray(lines), "WEBP", lossless=True),
    ):
        assert np.abs(stored(data) - lines / 255).mean() < 0.03
    shared = encoded(Image.fromarray(lines), "JPEG", quality=98)
    assert np.abs(stored(shared) - lines / 255).mean() > 0.1
