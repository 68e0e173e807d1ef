"""The tables of docs/performance.md: each between two comments that name its benchmark.

`<!-- bench:stl -->` and `<!-- /bench -->`: what stands between them is written by
`make bench ARGS=--write` alone, with the day, the commits and the machine.
"""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_PART = re.compile(r"(<!-- bench:(\w+) -->\n).*?(<!-- /bench -->)", re.S)


def machine() -> str:
    """Tell what the benchmarks run on: processors, memory, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = os.cpu_count()
    return (
        f"{cores} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def write(texts: dict[str, str], commits: list[str], page: Path = PAGE) -> None:
    """Put the text of each benchmark between its marks, with the commits that were measured.

    Raises:
        KeyError: the page has no place for one; nothing is written then.
    """
    source = page.read_text(encoding="utf-8")
    day = datetime.now(UTC).date().isoformat()
    stamp = f"*{day}, {' beside '.join(commits)}, on {machine()}.*"
    if homeless := sorted(set(texts) - {name for _, name, _ in _PART.findall(source)}):
        raise KeyError(f"{page.name} has no <!-- bench:{homeless[0]} -->")

    def part(found: re.Match[str]) -> str:
        begin, name, end = found.groups()
        if name not in texts:
            return found[0]
        return f"{begin}{texts[name]}\n\n{stamp}\n{end}"

    page.write_text(_PART.sub(part, source), encoding="utf-8")
