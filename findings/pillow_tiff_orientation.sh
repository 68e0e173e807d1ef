#!/usr/bin/env bash
# Pillow 13.0.0: a TIFF is turned upright as it is read, and no other format is. Code that asks for the orientation
# and then turns the picture turns a TIFF twice.
#
# One would expect open(), getexif() and the pixels to mean the same for each format. For JPEG, PNG and WebP the
# pixels are as stored and the orientation says how to turn them. A TIFF's pixels come turned, its orientation
# still says how to turn them until the pixels were read, and nothing after that. ImageOps.exif_transpose() copes;
# what turns pictures itself does not, and neither does what hands the Exif, as it was when the file was opened,
# to another file.
#
# Seen, of a picture of 40 x 20 that is upright after a quarter turn: the JPEG has 40 x 20 and 6, before and after it
# is read; the TIFF has 20 x 40 and 6, then 20 x 40 and none. Saved as JPEG with the Exif that it was opened with, it
# has 20 x 40 and 6. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cat > "$folder/open.py" <<'PYTHON'
import io
import sys
from importlib.metadata import version

from PIL import ExifTags, Image

ORIENTATION = ExifTags.Base.Orientation


def stored(name):
    """Return a picture with its orientation in a format."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "pink").save(file, name, exif=exif)
    return file


def states(name):
    """Return size and orientation of a file once it is opened, and once its pixels are read."""
    picture = Image.open(stored(name))
    opened = picture.size, picture.getexif().get(ORIENTATION)
    picture.load()
    return [opened, (picture.size, picture.getexif().get(ORIENTATION))]


def passed_on():
    """Return size and orientation of a JPEG that is made of a TIFF with the Exif of its opening."""
    picture = Image.open(stored("TIFF"))
    exif = picture.getexif().tobytes()
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=exif)
    made = Image.open(file)
    return made.size, made.getexif().get(ORIENTATION)


print("Pillow", version("pillow"))
found = {name: states(name) for name in ("JPEG", "PNG", "WEBP", "TIFF")}
for name, (opened, read) in found.items():
    print(f"{name}: opened {opened}, read {read}")
print("TIFF made a JPEG:", made := passed_on())
lying, upright = (40, 20), (20, 40)
as_stored = all(found[name] == [(lying, 6), (lying, 6)] for name in ("JPEG", "PNG", "WEBP"))
turned = found["TIFF"] == [(upright, 6), (upright, None)] and made == (upright, 6)
sys.exit(0 if as_stored and turned else 1)
PYTHON
"$folder/venv/bin/python" "$folder/open.py"
