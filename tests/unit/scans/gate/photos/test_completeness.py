"""A picture that lacks a part is refused, and the sentence says which; odd but whole ones pass."""

import io
import re
import zlib

import numpy as np
import pytest
from PIL import Image

from scans.gate.photos import ImageCode, ImageError, ImageNotice, sanitise
from tests.hostile import incomplete_pictures as made
from tests.hostile.builders import chunk, encoded, gradient
from tests.hostile.sampled_jpegs import sampled

KINDS: dict[str, dict[str, object]] = {
    "shared colours": {},
    "full colours": {"subsampling": 0},
    "restart markers": {"restart_marker_rows": 1},
    "progressive": {"progressive": True},
}


def said(data: bytes) -> list[ImageNotice]:
    return [found.code for found in sanitise(data).findings]


def refused(data: bytes) -> tuple[ImageCode, str]:
    with pytest.raises(ImageError) as caught:
        sanitise(data)
    return caught.value.code, caught.value.sentence


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_picture_has_nothing_to_be_said(kind: str) -> None:
    assert said(made.jpeg(**KINDS[kind])) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", [made.EOI, b""])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.98])
def test_pixels_that_end_early_are_refused(kind: str, end: bytes, part: float) -> None:
    """By its end marker a file cut short looks whole; decoders fill the rest with grey."""
    code, sentence = refused(made.cut(part, end=end, **KINDS[kind]))
    assert code is ImageCode.DAMAGED
    if kind != "progressive":
        row = int(re.search(r"of its 480 rows those from row (\d+) on are missing", sentence)[1])  # type: ignore[index]
        assert abs(row - 480 * part) <= 32  # two rows of blocks: the bytes of all are alike


@pytest.mark.parametrize("end", [made.EOI, b""])
@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.9])
@pytest.mark.parametrize(
    "coded", [*KINDS.values(), {"quality": 97, "subsampling": 0}, {"quality": 30, "optimize": True}]
)
def test_zeros_instead_of_pixels_are_refused(
    coded: dict[str, object], part: float, end: bytes
) -> None:
    """Decoders read them as pixels, up to the last row, and what is left looks like padding."""
    assert said(made.jpeg(**coded)) == []
    assert refused(made.zero_filled(part, end=end, **coded))[0] is ImageCode.DAMAGED


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [b"\0", b"\x55"])
@pytest.mark.parametrize("count", [16, 900, 5_000])
def test_padding_is_no_damage(kind: str, value: bytes, count: int) -> None:
    data = made.jpeg(**KINDS[kind])
    clean = sanitise(data[:-2] + value * count + made.EOI)
    assert [found.code for found in clean.findings] == [ImageNotice.BYTES_LEFT]
    assert clean.data == sanitise(data).data


@pytest.mark.parametrize("kind", KINDS)
def test_a_lost_end_marker_is_a_finding(kind: str) -> None:
    whole = made.jpeg(**KINDS[kind])
    image = sanitise(whole[:-2])
    assert [found.code for found in image.findings] == [ImageNotice.END_MISSING]
    assert image.data == sanitise(whole).data


@pytest.mark.parametrize(("rows", "sound"), [(480, True), (500, False), (464, False)])
@pytest.mark.parametrize("kind", KINDS)
def test_the_number_of_rows_is_that_of_the_pixels(kind: str, rows: int, sound: bool) -> None:
    data = made.height(made.jpeg(**KINDS[kind]), rows)
    if sound:
        assert said(data) == []
    else:
        assert refused(data)[0] is ImageCode.DAMAGED


@pytest.mark.parametrize(("first", "last"), [(3, 4), (3, 11), (20, 28), (0, 1), (27, 28)])
def test_pieces_between_restart_markers_are_missed(first: int, last: int) -> None:
    """Eight pieces too, after which the markers go on as if nothing were missing."""
    assert refused(made.without_piece(first, last))[0] is ImageCode.DAMAGED


def test_pieces_in_each_others_place_are_damage() -> None:
    code, sentence = refused(made.exchanged())
    assert code is ImageCode.DAMAGED
    assert "restart" in sentence


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("marker", [0x01, 0x02, 0xBF, 0xC8, 0xF0, 0xFD])
def test_a_reserved_marker_among_the_pixels_is_damage(kind: str, marker: int) -> None:
    code, sentence = refused(made.marked(marker, **KINDS[kind]))
    assert code is ImageCode.DAMAGED
    assert "mark" in sentence


def test_a_zero_after_a_byte_of_ones_is_no_marker() -> None:
    assert b"\xff\x00" in made.jpeg()[made.scan(made.jpeg()) :]


def test_pixels_exchanged_for_noise_are_mostly_noticed() -> None:
    """A JPEG has no checksum: it is noticed where the codes do not add up, which is not always."""
    silent = sum(_is_silent(made.overwritten(seed)) for seed in range(10))
    assert silent <= 3


def _is_silent(data: bytes) -> bool:
    try:
        return said(data) == []
    except ImageError:
        return False


@pytest.mark.parametrize(
    ("more", "code"), [(b"\xff" * 9, None), (b"\0", "damaged"), (b"\xff\0", "damaged")]
)
def test_stray_bytes_between_segments_are_damage(more: bytes, code: str | None) -> None:
    """But fill bytes, which any marker may have before it."""
    data = made.between_segments(more)
    if code is None:
        assert said(data) == []
    else:
        assert refused(data)[0] is ImageCode.DAMAGED
        assert "bytes between its parts" in refused(data)[1]


@pytest.mark.parametrize(("count", "passes"), [(12, True), (500, False)])
def test_bytes_after_the_last_row(count: int, passes: bool) -> None:
    """Some cameras leave a few. Many are pixels that there is no place for."""
    data = made.jpeg(subsampling=0)
    noise = bytes(np.random.default_rng(5).integers(1, 254, count, dtype=np.uint8))
    changed = data[:-2] + noise + made.EOI
    if passes:
        assert said(changed) == [ImageNotice.BYTES_LEFT]
        assert sanitise(changed).data == sanitise(data).data
    else:
        assert refused(changed)[0] is ImageCode.DAMAGED
    assert said(data[:-2] + bytes(count) + made.EOI) == [ImageNotice.BYTES_LEFT]  # padding


@pytest.mark.parametrize("count", [1, 5, 9])
def test_passes_that_are_missing(count: int) -> None:
    """A file may leave them out on purpose; one that has lost its end has lost them as well."""
    assert said(made.passes(count)) == [ImageNotice.PASSES_MISSING]
    code, sentence = refused(made.passes(count, end=b""))
    assert code is ImageCode.DAMAGED
    assert "passes" in sentence


@pytest.mark.parametrize(
    ("marker", "bits", "named"),
    [
        (0xC1, 12, "12 bits"),
        (0xC2, 12, "12 bits"),
        (0xC3, 8, "lossless"),
        (0xF7, 8, "JPEG-LS"),
        (0xC5, 8, "hierarchical"),
        (0xC9, 8, "arithmetic"),
        (0xCA, 8, "arithmetic"),
        (0xCB, 8, "arithmetic"),
    ],
)
def test_what_is_not_read_is_said_to_be_so(marker: int, bits: int, named: str) -> None:
    """The allowed twin: the same as extended sequential, which is what it then is."""
    code, sentence = refused(made.coded_as(marker, bits))
    assert code is ImageCode.NOT_SUPPORTED
    assert named in sentence
    assert said(made.coded_as(0xC1)) == []


def test_a_height_after_the_pixels_is_not_supported() -> None:
    code, sentence = refused(made.dnl_jpeg())
    assert code is ImageCode.NOT_SUPPORTED
    assert "height" in sentence


def test_warnings_that_mean_nothing_hide_none() -> None:
    """A version of JFIF, a transform of Adobe's, numbers of a scan: libjpeg warns of all."""
    data = bytearray(made.jpeg())
    data[11] = 9  # JFIF 9.01
    at = data.index(b"\xff\xda")
    data[at + 11 : at + 14] = b"\1\2\3"
    assert said(bytes(data)) == []
    short = data[:-3000] + made.EOI
    assert refused(bytes(short))[0] is ImageCode.DAMAGED


RARE = {
    "brightness and one colour": ((2, 1), (1, 1), (2, 1)),
    "one colour above all": ((1, 1), (2, 1), (1, 1)),
    "three to one": ((3, 1), (1, 1), (1, 1)),
    "rows": ((1, 2), (1, 1), (1, 2)),
}


@pytest.mark.parametrize("black", [0, 2])
@pytest.mark.parametrize("frame", [0xC0, 0xC2])
@pytest.mark.parametrize("rates", RARE)
def test_whole_pictures_of_rare_sampling_pass(rates: str, frame: int, black: int) -> None:
    """The strict decoder makes nothing of them; black rows at the bottom are none that lack."""
    data = sampled(RARE[rates], (96, 96), frame=frame, black=black)
    assert said(data) == [ImageNotice.NOT_CHECKED]
    usual = sampled(((2, 2), (1, 1), (1, 1)), (96, 96), frame=frame, black=black)
    assert said(usual) == []


@pytest.mark.parametrize("rates", RARE)
@pytest.mark.parametrize("end", [made.EOI, b""])
@pytest.mark.parametrize("lost", [0.1, 0.5])
def test_pictures_of_rare_sampling_that_end_early_are_refused(
    rates: str, end: bytes, lost: float
) -> None:
    data = sampled(RARE[rates], (96, 480))
    start = made.scan(data)
    code, sentence = refused(data[: start + int((len(data) - start) * (1 - lost))] + end)
    assert code is ImageCode.DAMAGED
    row = int(re.search(r"of its 480 rows those from row (\d+) on are missing", sentence)[1])  # type: ignore[index]
    assert abs(row - 480 * (1 - lost)) <= 24


@pytest.mark.parametrize("rates", RARE)
def test_pictures_of_rare_sampling_that_end_in_zeros_are_refused(rates: str) -> None:
    data = sampled(RARE[rates], (96, 4_800))
    assert said(data) == [ImageNotice.NOT_CHECKED]
    kept = data[: len(data) // 4].rstrip(b"\xff")
    assert len(data) - len(kept) > 1_000
    code, sentence = refused(kept.ljust(len(data) - 2, b"\0") + made.EOI)
    assert code is ImageCode.DAMAGED
    assert "rows" in sentence


def test_rare_sampling_is_checked_by_its_rows() -> None:
    """Of 2 x 1, 1 x 1, 2 x 1 the strict decoder makes nothing; the rows are counted."""
    data = bytearray(made.jpeg(subsampling=0))
    frame = data.index(b"\xff\xc0")
    data[frame + 11], data[frame + 17] = 0x21, 0x21
    halved = bytes(data)
    # The same blocks are now read as half as many, twice as wide.
    code, sentence = refused(made.height(halved, 480 * 2))
    assert code is ImageCode.DAMAGED
    assert "rows" in sentence


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_other_colours_are_checked_too(mode: str) -> None:
    data = encoded(gradient(mode, (320, 240)), "JPEG")
    assert ImageNotice.END_MISSING in said(data[:-2])
    assert refused(data[: len(data) * 9 // 10])[0] is ImageCode.DAMAGED


# --- PNG -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("there", [0, 1, 15, 29])
def test_a_png_that_lacks_rows_is_refused(there: int) -> None:
    code, sentence = refused(made.rows_png(there))
    assert code is ImageCode.DAMAGED
    assert f"of its 30 rows those from row {there + 1} on are missing" in sentence
    assert said(made.rows_png(30)) == []


def test_a_png_of_other_pixels_than_its_sum_is_refused() -> None:
    assert refused(made.rows_png(30, checked=False))[0] is ImageCode.DAMAGED


def test_an_interlaced_png_is_counted_by_its_passes() -> None:
    assert refused(made.rows_png(30, interlaced=True))[0] is ImageCode.DAMAGED
    # 40 x 30 in seven passes, reckoned by the table of the specification: 5x4, 5x4, 10x4, 10x8,
    # 20x7, 20x15, 40x15 pixels, each row with the number of its filter before it.
    rows = [(5, 4), (5, 4), (10, 4), (10, 8), (20, 7), (20, 15), (40, 15)]
    whole = sum((1 + 3 * columns) * number for columns, number in rows)
    data = made.rows_png(30, interlaced=True)
    assert said(_with_pixels(data, bytes(whole))) == []
    assert refused(_with_pixels(data, bytes(whole - 1)))[0] is ImageCode.DAMAGED


@pytest.mark.parametrize("lost", [1, 12, 16])
def test_a_png_without_its_end_has_all_rows(lost: int) -> None:
    """Up to the sum of its last piece: of its end chunk, or of that and a checksum."""
    data = encoded(gradient(), "PNG")
    assert said(data[:-lost]) == [ImageNotice.END_MISSING]
    assert said(data) == []


def _with_pixels(data: bytes, pixels: bytes) -> bytes:
    start = data.index(b"IDAT") - 4
    return data[:start] + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND")


def test_both_decoders_see_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    """The strict one prints nothing, and what passes it Pillow decodes."""
    data = made.jpeg()
    with Image.open(io.BytesIO(sanitise(data).data)) as clean:
        assert clean.size == made.SIZE
    assert capfd.readouterr() == ("", "")
