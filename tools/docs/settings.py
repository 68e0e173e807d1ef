"""The settings as their page tells them: what has to be given, what has a default, and limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.setting import Setting


@dataclass(frozen=True)
class Row:
    """One setting: its name, its default as the page shows it, and what it decides."""

    name: str
    default: str
    says: str


def page() -> dict[str, object]:
    """Return what the page of settings is made of."""
    from core import setting, settings
    from scans.gate import limit_settings

    asked = {each.name for each in settings.ASKED}
    gate = (limit_settings.STL, limit_settings.IMAGE, limit_settings.ARCHIVE)
    limits = {each.name for group in gate for each in group.values()}
    rows = {name: _row(each) for name, each in setting.DECLARED.items()}
    return {
        "asked": [row for name, row in rows.items() if name in asked],
        "others": [row for name, row in rows.items() if name not in asked | limits],
        "limits": [row for name, row in rows.items() if name in limits],
        "secrets": [settings.RAZORPAY_KEY_SECRET.name, settings.RAZORPAY_WEBHOOK_SECRET.name],
    }


def _row(setting: Setting[Any]) -> Row:
    default = setting.default
    shown = f"`{default}`" if isinstance(default, str) else f"{default}"
    return Row(setting.name, setting.shown or shown, setting.says)
