"""The limits of the gate are settings, one for each field."""

from dataclasses import fields

import pytest

from scans.gate import limit_settings
from scans.gate.limits import DEFAULT_LIMITS, ArchiveLimits, ImageLimits, StlLimits


def test_every_limit_is_a_setting():
    assert set(limit_settings.STL) == {field.name for field in fields(StlLimits)}
    assert set(limit_settings.ARCHIVE) == {field.name for field in fields(ArchiveLimits)}
    assert set(limit_settings.IMAGE) == {field.name for field in fields(ImageLimits)}
    assert limit_settings.STL["max_triangles"].name == "SCANNER_STL_MAX_TRIANGLES"


def test_without_settings_the_defaults_hold():
    assert limit_settings.current() == DEFAULT_LIMITS


@pytest.mark.parametrize(
    ("name", "value", "part", "field", "expected"),
    [
        ("SCANNER_STL_MAX_TRIANGLES", "1000", "stl", "max_triangles", 1000),
        ("SCANNER_STL_BAD_EDGE_SHARE", "0.25", "stl", "bad_edge_share", 0.25),
        ("SCANNER_ARCHIVE_MAX_RATIO", "12.5", "archives", "max_ratio", 12.5),
        ("SCANNER_IMAGE_MIN_SIDE", "640", "images", "min_side", 640),
    ],
)
def test_a_setting_sets_its_limit(monkeypatch, name, value, part, field, expected):
    monkeypatch.setenv(name, value)
    now = limit_settings.current()
    assert getattr(getattr(now, part), field) == expected
    monkeypatch.delenv(name)
    assert limit_settings.current() == DEFAULT_LIMITS
