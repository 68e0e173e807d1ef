#!/usr/bin/env bash
# pillow-heif 1.8.1 with Pillow 13.0.0: a photo that is saved as HEIC with exif=photo.getexif() lies on its side when it
# is read; with exif=photo.info["exif"], or with no exif at all, it is upright.
#
# One would expect an Exif object and its bytes to be as good as each other: Pillow's own formats take both. A HEIC
# file says in a property (irot) how it is turned, and readers ignore the orientation in its Exif. pillow-heif makes
# that property of an orientation that it is given as bytes. Given the object, it writes the Exif with the orientation
# in it and no property: the turn is in the file, and no reader looks there. A platform that takes JPEG from phones
# and stores HEIC then shows teeth sideways, and the archive looks complete to whoever inspects its Exif.
#
# Seen, of a photo of 128 x 64 that is upright at 64 x 128: from the object 128 x 64 without irot, and an orientation
# of 6 in the file that is reported as 1; from bytes and from nothing 64 x 128 with irot. Exits with 1 when that is no
# longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 pillow-heif==1.8.1
cat > "$folder/save.py" <<'PYTHON'
import io
import sys
from importlib.metadata import version

from PIL import ExifTags, Image
from pillow_heif import register_heif_opener

ORIENTATION = ExifTags.Base.Orientation
register_heif_opener()


def photo():
    """Return a photo as a phone stores it that was held upright: turned by a quarter."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    file = io.BytesIO()
    Image.new("RGB", (128, 64), "pink").save(file, "JPEG", exif=exif)
    return Image.open(file)


def saved(**options):
    """Return what a HEIC file shows: its size as it is read, what turns it, what its Exif says."""
    file = io.BytesIO()
    photo().save(file, "HEIF", **options)
    read = Image.open(file)
    turned = "irot" if b"irot" in file.getvalue() else "nothing"
    return read.size, turned, read.getexif().get(ORIENTATION), read.info["original_orientation"]


print("pillow-heif", version("pillow-heif"), "with Pillow", version("pillow"))
found = {
    "the Exif object": saved(exif=photo().getexif()),
    "its bytes": saved(exif=photo().info["exif"]),
    "nothing given": saved(),
}
for given, (size, turned, said, stored) in found.items():
    print(f"{given}: {size}, turned by {turned}, orientation {said}, in the file {stored}")
lying, upright = ((128, 64), "nothing", 1, 6), ((64, 128), "irot", 1, 6)
sys.exit(0 if list(found.values()) == [lying, upright, upright] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/save.py"
