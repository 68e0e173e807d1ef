#!/usr/bin/env bash
# Pillow 13.0.0 and simplejpeg 1.9.0 (both libjpeg-turbo): at quality 100 and without chroma subsampling,
# JPEG moves the flat colour of a tooth by up to 1.35 (CIE 1976), and no quality helps.
#
# What moves it is not the compression. JPEG files hold YCbCr of 8 bits, and not every colour of 8-bit RGB has
# one of its own: rounding there and back again is off by one or two in each channel. Half of observers see a
# difference of 1.2 between teeth (ISO/TR 28642:2016). The same patches stored as a JPEG of RGB (component ids
# R, G, B) at quality 88 come back exactly, in a file that is as large.
#
# Seen, 4,096 of the 48,053 colours with L* 62 to 86, a* -2 to 6 and b* 10 to 30, in patches of 16 x 16:
#   YCbCr, quality 100, Pillow:      largest 1.35, 1.1 % beyond 1
#   YCbCr, quality 100, simplejpeg:  largest 1.35, 1.1 % beyond 1
#   RGB,   quality 88,  Pillow:      largest 0.00
# Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pillow==13.0.0 simplejpeg==1.9.0 numpy==2.4.6
cat > "$folder/shades.py" <<'PYTHON'
import io
import sys
from importlib.metadata import version

import numpy as np
import simplejpeg
from PIL import Image

# sRGB (IEC 61966-2-1) to XYZ, and the D65 white, for CIE L*a*b*.
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(rgb):
    """Return L*a*b* of 8-bit sRGB."""
    value = rgb / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    part = linear @ TO_XYZ.T / WHITE
    root = np.where(part > 216 / 24389, np.cbrt(part), (24389 / 27 * part + 16) / 116)
    first, second, third = root.T
    return np.stack([116 * second - 16, 500 * (first - second), 200 * (second - third)], axis=1)


axes = np.arange(120, 256), np.arange(110, 256), np.arange(80, 256)
colours = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
light, green, blue = lab(colours).T
teeth = (62 < light) & (light < 86) & (-2 < green) & (green < 6) & (10 < blue) & (blue < 30)
of_teeth = colours[teeth]
shades = of_teeth[np.random.default_rng(1).permutation(len(of_teeth))[:4096]]
patches = shades.reshape(64, 64, 3).repeat(16, axis=0).repeat(16, axis=1).astype(np.uint8)


def by_pillow(**options):
    """Return the patches as a JPEG."""
    file = io.BytesIO()
    Image.fromarray(patches).save(file, "JPEG", **options)
    return file.getvalue()


def moved(data):
    """Return by how much each shade moved, in the middle of its patch."""
    pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))[8::16, 8::16]
    return np.linalg.norm(lab(pixels.reshape(-1, 3)) - lab(shades), axis=1)


found = {
    "YCbCr, quality 100, Pillow": moved(by_pillow(quality=100, subsampling=0)),
    "YCbCr, quality 100, simplejpeg": moved(
        simplejpeg.encode_jpeg(patches, quality=100, colorsubsampling="444")
    ),
    "RGB, quality 88, Pillow": moved(by_pillow(quality=88, keep_rgb=True)),
}
print("Pillow", version("pillow"), "and simplejpeg", version("simplejpeg"))
print(f"{len(shades)} of {len(of_teeth)} colours")
for name, differences in found.items():
    beyond = (differences > 1).mean()
    print(f"{name}: largest {differences.max():.2f}, {beyond:.1%} beyond 1")
converted, again, exact = (differences.max() for differences in found.values())
sys.exit(0 if min(converted, again) > 1.2 and exact < 0.01 else 1)
PYTHON
"$folder/venv/bin/python" "$folder/shades.py"
