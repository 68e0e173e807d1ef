"""The sample files are what they say."""

from pathlib import Path
from typing import get_args

import pytest

from scans.gate import stl
from tools import samples


@pytest.mark.parametrize("jaw", get_args(samples.Jaw))
def test_arch_is_a_sound_open_scan_in_mm(jaw: samples.Jaw) -> None:
    data = samples.arch(jaw, 20_000, seed=4)
    examination = stl.examine(data)
    assert examination.verdict is stl.StlVerdict.READY
    report = examination.report
    assert report is not None
    assert abs(report.triangles - 20_000) < 400
    width, depth, height = report.size_mm
    assert 55 < width < 72
    assert 45 < depth < 60
    assert 10 < height < 25
    assert (report.open_loops, report.pieces, report.plausible_unit) == (1, 1, "mm")
    assert (report.flipped_edges, report.non_manifold_edges, report.degenerate_triangles) == (
        0,
        0,
        0,
    )


def test_same_arguments_same_bytes() -> None:
    assert samples.arch(triangles=1000) == samples.arch(triangles=1000)
    assert samples.arch(triangles=1000, seed=2) != samples.arch(triangles=1000)
    with pytest.raises(ValueError, match="at least"):
        samples.arch(triangles=999)


@pytest.mark.parametrize("kind", get_args(samples.Broken))
def test_broken_is_refused_or_warned_of(kind: samples.Broken) -> None:
    verdict = stl.examine(samples.broken(kind)).verdict
    kept = {"trailing": stl.StlVerdict.READY_WITH_WARNINGS, "solid": stl.StlVerdict.READY}
    assert verdict is kept.get(kind, stl.StlVerdict.REJECTED)


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sample"
    assert samples.main(["arch", str(out), "--triangles", "1000", "--jaw", "upper"]) == 0
    assert out.read_bytes() == samples.arch("upper", 1000)
    assert samples.main(["broken", "zip", str(out)]) == 0
    assert out.read_bytes() == samples.broken("zip")
    assert samples.main(["photo", str(out)]) == 0
    assert out.read_bytes() == samples.photo_with_gps()
    assert "bytes" in capsys.readouterr().out
