"""Sound files full of a patient's name, and the test that nothing is left of it."""

import io

from PIL import Image, ImageCms, PngImagePlugin

from scans.gate import admission, stl
from scans.gate.models import FileKind
from tests.hostile import builders, heif_files
from tests.support import meshes

CANARY = b"Wilhelmina"
BOX = meshes.box(20)


def scans() -> list[bytes]:
    """The name in the header, the attribute bytes, behind the end; and as the name of solids."""
    binary = bytearray(meshes.binary(BOX, header=CANARY * 8, tail=CANARY))
    for triangle in range(12):
        pair = 2 * triangle % len(CANARY)
        binary[132 + 50 * triangle : 134 + 50 * triangle] = CANARY[pair : pair + 2]
    text = meshes.ascii_stl(BOX[:6], CANARY.decode()) + meshes.ascii_stl(BOX[6:], CANARY.decode())
    return [bytes(binary), text]


def pictures() -> list[bytes]:
    """The name in EXIF, XMP, texts, comments, the colour profile, and behind the end."""
    return [_picture(name) + CANARY for name in ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "TIFF")]


def _picture(name: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = CANARY.decode()
    exif.get_ifd(0x8825)[0x001D] = CANARY.decode()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"exif": exif, "icc_profile": srgb + CANARY}
    if name == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", CANARY.decode())
        text.add_text("Title", CANARY.decode(), zip=True)
        text.add_itxt("XML:com.adobe.xmp", CANARY.decode())
        return builders.encoded(builders.gradient(), name, pnginfo=text, **options)
    options["xmp"] = b"<x:xmpmeta>" + CANARY + b"</x:xmpmeta>"
    if name in heif_files.CODED:
        return heif_files.encode(builders.gradient(), name, **options)
    if name == "TIFF":
        options |= {"tiffinfo": {0x013B: CANARY.decode()}, "description": CANARY.decode()}
        return builders.encoded(builders.gradient(), name, **options)
    if name == "JPEG":
        options["comment"] = CANARY
        return builders.encoded(builders.gradient(), "JPEG", **options)
    return builders.encoded(builders.gradient(), name, **options)


def check(kind: FileKind, data: bytes) -> admission.Passed | admission.Refused:
    """Judge a file and assert what holds for every file there is."""
    outcome = admission.judge(kind, data)
    if isinstance(outcome, admission.Refused):
        assert outcome.findings[0].severity == "rejected"
        return outcome
    assert all(finding.severity == "warning" for finding in outcome.findings)
    if outcome.unmeasured is not None:
        raise outcome.unmeasured
    for picture in outcome.pictures.values():
        check_picture(picture.data)
    if kind is FileKind.STL:
        check_scan(data, outcome.content.data)
    else:
        check_picture(outcome.content.data)
    return outcome


def check_scan(data: bytes, content: bytes) -> None:
    """The stored scan: the same triangles, and nothing beside them."""
    mesh, stored = stl.parse(data), stl.parse(content)
    assert stored.format == "binary"
    assert stored.corners.tobytes() == mesh.corners.tobytes()
    assert len(content) == 84 + 50 * len(mesh)
    assert not any(content[:80])
    assert not stored.records["attribute"].any()
    assert stl.clean(content) == content


def check_picture(content: bytes) -> None:
    """A stored picture: pixels, and nothing beside them."""
    with Image.open(io.BytesIO(content)) as picture:
        kept = set(picture.info)
        picture.load()
        assert not picture.getexif()
    jfif = {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    rgb = {"adobe", "adobe_transform"}  # how a JPEG says that it holds red, green and blue
    assert kept <= jfif | rgb | {"transparency", "loop", "background", "timestamp", "duration"}
    assert content.endswith((b"\xff\xd9", builders.chunk(b"IEND"))) or (
        int.from_bytes(content[4:8], "little") == len(content) - 8
    )
