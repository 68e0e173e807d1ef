"""The picture of what was seen in a scan: its chewing side with the row of teeth and the holes."""

from typing import Final

import numpy as np

from scans.gate.arches.marked_page import MarkedPage
from scans.gate.arches.models import Features, ToothRow
from scans.gate.arches.surface import Floats64
from scans.gate.crown_widths import JawName, along_of, permanent_teeth
from scans.gate.stl import raster
from scans.gate.stl.camera import Axes
from scans.gate.stl.layers import Layers, develop
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.scene import Scene
from scans.gate.stl.shading import darken_hollows

WIDTH: Final = 900
"""Pixels across. The height follows from the scan's, and is 1,000 at most."""
_HIGH: Final = 900
_MARGIN: Final = 64  # pixels around the scan, for what is written there
_FINER: Final = 2  # the scan is drawn twice as large
_BESIDE_MM: Final = 9.0
"""How far outside of the row the teeth's numbers stand: beside the crowns, on the gum."""
_TICK_MM: Final = 2.0
_RING_MM: Final = 1.0  # between a hole's rim and the ring around it


def marked_picture(mesh: Mesh, features: Features, jaw: JawName | None = None) -> bytes | None:
    """Draw what was seen in a scan as a PNG, `WIDTH` pixels wide; None where nothing was.

    The row's curve with its middle and ends, the places of teeth by mean widths of crowns, and the
    holes, ringed and numbered as they are in `features`. The patient's right is at the left of the
    picture, and an upper jaw has its front teeth at the top, as on dental charts. The same
    scan gives the same bytes.

    Args:
        mesh: the scan.
        features: what was seen in it.
        jaw: which one it is. Where that is not known it is drawn as a lower one, teeth are counted
            from the middle, and no sides are named.
    """
    arch = features.arch
    if arch is None and not features.holes:
        return None
    view = _View(Scene(mesh, _axes(arch, jaw) if arch else None))
    page = MarkedPage(view.width, view.height, view.scale)
    page.put(view.drawn())
    if arch:
        _mark_row(page, view, arch, jaw)
    for number, hole in enumerate(features.holes, 1):
        radius = (hole.across_mm / 2 + _RING_MM) * view.scale
        page.ring(view.of(np.array([hole.at]))[0], radius, str(number))
    page.measure()
    return page.png()


def _axes(arch: ToothRow, jaw: JawName | None) -> Axes:
    """The patient's directions, as the row of teeth has them."""
    front, occlusal = np.array(arch.front), np.array(arch.occlusal)
    up = -occlusal if jaw == "upper" else occlusal
    return Axes(np.stack((np.cross(up, front), up, front)), jaw == "upper")


class _View:
    """The chewing side of a scan in the pixels of a page."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        across, high = scene.extent("occlusal").size[:2] * scene.size
        self.scale = float(min((WIDTH - 2 * _MARGIN) / across, _HIGH / high))
        self._inner = raster.needed(scene, "occlusal", self.scale * scene.size)
        self.width, self.height = WIDTH, self._inner[1] + 2 * _MARGIN
        size = (self._inner[0] * _FINER, self._inner[1] * _FINER)
        self._left = (WIDTH - self._inner[0]) // 2
        self._frame = raster.centred(scene, "occlusal", self.scale * scene.size * _FINER, size)

    def drawn(self) -> Layers:
        """The scan in light, as large as the page."""
        page = Layers.blank(self.width, self.height)
        part = page.window(self._left, _MARGIN, *self._inner)
        near = develop(raster.draw(self._scene, [self._frame])[0][0], self._frame, _FINER, part)
        darken_hollows(part.bright, near, part.covered, float(max(self._inner)))
        return page

    def of(self, places: Floats64) -> Floats64:
        """Where places of the file (n, 3) are on the page: pixels from its left and top, (n, 2)."""
        turn = self._scene.axes.towards("occlusal") @ self._scene.axes.rotation
        flat = (places @ turn.T - self._scene.origin("occlusal"))[:, :2] * self.scale
        flat += np.array(self._frame.shift) / _FINER
        flat[:, 0] += self._left
        flat[:, 1] = _MARGIN + self._inner[1] - flat[:, 1]
        return flat


def _mark_row(page: MarkedPage, view: _View, arch: ToothRow, jaw: JawName | None) -> None:
    line = view.of(arch.line)
    outward = _outward(line)
    stops = np.append(np.arange(-arch.right_mm, arch.left_mm, 0.5), arch.left_mm)

    index = np.arange(len(line))

    def at(along: float | Floats64, beside_mm: float = 0.0) -> Floats64:
        place = np.interp(along, arch.along, index)
        there = np.stack([np.interp(place, index, axis) for axis in line.T], axis=-1)
        beside = np.stack([np.interp(place, index, axis) for axis in outward.T], axis=-1)
        return there + beside * beside_mm * view.scale

    page.line(at(stops))
    for end in (-arch.right_mm, arch.left_mm):
        page.end(at(end, -2 * _TICK_MM), at(end, 2 * _TICK_MM))
    if -arch.right_mm < 0 < arch.left_mm:
        page.middle(at(0, -3 * _TICK_MM), at(0, 3 * _TICK_MM))
    names: JawName = jaw or "lower"
    for tooth in permanent_teeth(names):
        near, far = along_of(names, tooth)
        middle, reached = (near + far) / 2, -arch.right_mm <= (near + far) / 2 <= arch.left_mm
        if not arch.along[0] < middle < arch.along[-1] or (tooth % 10 == 8 and not reached):
            continue
        if reached:
            page.tick(at(near, -_TICK_MM / 2), at(near, _TICK_MM / 2))
            page.tick(at(far, -_TICK_MM / 2), at(far, _TICK_MM / 2))
        page.number(str(tooth if jaw else tooth % 10), at(middle, _BESIDE_MM), reached)
    if jaw:
        page.name_sides()


def _outward(line: Floats64) -> Floats64:
    """Unit vectors at right angles to a line (n, 2), away from what it goes around."""
    ahead = np.gradient(line, axis=0)
    across = np.column_stack((ahead[:, 1], -ahead[:, 0]))
    across /= np.maximum(np.hypot(*across.T), 1e-9)[:, None]
    inside = line[[0, -1]].mean(axis=0) - line[len(line) // 2]
    turned: Floats64 = across * -np.sign(across[len(line) // 2] @ inside)
    return turned
