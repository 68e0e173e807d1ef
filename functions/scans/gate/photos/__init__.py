"""Photos and screenshots are decoded, turned upright, turned into sRGB and written anew.

`sanitise` returns a new file made of the pixels and nothing else, or raises an `ImageError` with a
code and a sentence. Free of Firebase.
"""

from scans.gate.photos.errors import ImageCode, ImageError
from scans.gate.photos.findings import ImageFinding, ImageNotice
from scans.gate.photos.sanitising import CleanImage, sanitise

__all__ = ["CleanImage", "ImageCode", "ImageError", "ImageFinding", "ImageNotice", "sanitise"]
