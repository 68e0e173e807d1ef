#!/usr/bin/env bash
# Pillow 13.0.0: saving a photo as AVIF takes the orientation out of the Exif object that was given to it, so
# that the same photo, saved next as another format, lies on its side.
#
# One would expect save() to read what it is given. AVIF files keep the turn as a property of the picture
# (irot), not in Exif, and Pillow moves it there: out of the caller's own object, which for an opened photo is
# the photo's. Where a platform stores a photo as AVIF for browsers and as JPEG for everybody else, the second
# file has lost how the phone was held. In the other order both are right, and bytes (Exif.tobytes()) are
# never changed.
#
# Seen, for a photo of orientation 6: AVIF then JPEG has 6 and none; JPEG then AVIF has 6 and 6; AVIF then JPEG
# from bytes has 6 and 6. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cat > "$folder/save.py" <<'PYTHON'
import io
import sys
from importlib.metadata import version

from PIL import ExifTags, Image

ORIENTATION = ExifTags.Base.Orientation


def photo():
    """Return a photo as a phone stores it that was held upright: turned by a quarter."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "pink").save(file, "JPEG", exif=exif)
    return Image.open(file)


def saved(formats, as_bytes=False):
    """Return the orientation that each format has, saved one after the other from one photo."""
    opened = photo()
    exif = opened.getexif()
    found = []
    for name in formats:
        file = io.BytesIO()
        opened.save(file, name, exif=exif.tobytes() if as_bytes else exif)
        found.append(Image.open(file).getexif().get(ORIENTATION))
    return found


print("Pillow", version("pillow"))
lost = saved(["AVIF", "JPEG"])
kept = saved(["JPEG", "AVIF"])
as_bytes = saved(["AVIF", "JPEG"], as_bytes=True)
print("AVIF, then JPEG:            ", lost)
print("JPEG, then AVIF:            ", kept)
print("AVIF, then JPEG, from bytes:", as_bytes)
sys.exit(0 if (lost, kept, as_bytes) == ([6, None], [6, 6], [6, 6]) else 1)
PYTHON
"$folder/venv/bin/python" "$folder/save.py"
