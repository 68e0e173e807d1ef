"""The settings that a project's own files give, beside those that this process works with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from core import setting, settings
from tools.release import settings as released
from tools.release.runner import Runner

#: What is read once, when the functions are declared: the table is made of these declarations.
DISCOVERED = {
    "SCANNER_REGION": settings.REGION,
    "SCANNER_SWEEP_MINUTES": settings.SWEEP_MINUTES,
}


def read(root: Path, project: str) -> Mapping[str, str]:
    """Return what `functions/.env` and `functions/.env.<project>` say.

    Raises:
        ReleaseError: they cannot be read, or Node is not there.
    """
    return released.read(Runner(root), project)


def app_url(given: Mapping[str, str]) -> str:
    """Return where the apps are."""
    return str(settings.APP_URL.of(given.get(settings.APP_URL.name)))


def otherwise(given: Mapping[str, str]) -> Iterator[str]:
    """Yield, as in an environment, the settings that this process works without."""
    for name, now in DISCOVERED.items():
        wanted = setting.DECLARED[name].of(given.get(name))
        if wanted != now:
            yield f"{name}={wanted}"
