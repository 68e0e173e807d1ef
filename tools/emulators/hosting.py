"""What the hosting emulator serves: the console's build, and where the other emulators are.

firebase.json has the Content Security Policy of production, which lets the console reach Google's
addresses alone. Here it has to reach the emulators too; all else stays as it is declared.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from typing import Any

from tools.emulators.layout import HOST, REGION, Layout

#: The emulators that a page talks to by itself.
_REACHED = ("auth", "functions", "firestore", "storage")
#: What the policy's directives let in, and which emulators that is here.
_OPENED = {"connect-src": _REACHED, "img-src": ("storage",)}
_POLICY = "Content-Security-Policy"


def is_built(layout: Layout) -> bool:
    """Whether there is a build of the console to serve."""
    return (layout.build / "index.html").is_file()


def place(layout: Layout) -> None:
    """Lay out the folder that is served: the build, and ``emulators.json`` beside it.

    The build is linked, not copied, so that a new one shows at the next reload. The folder is this
    checkout's own, like its ports: the console finds the emulators of the suite that serves it.
    """
    shutil.rmtree(layout.served, ignore_errors=True)
    layout.served.mkdir(parents=True)
    for entry in layout.build.iterdir():
        (layout.served / entry.name).symlink_to(entry)
    (layout.served / "emulators.json").write_text(json.dumps(whereabouts(layout.ports)) + "\n")


def whereabouts(ports: Mapping[str, int]) -> dict[str, Any]:
    """What the console asks for where its project is a ``demo-`` one: where to find each."""
    reached = {name: ports[name] for name in (*_REACHED, "gateway")}
    return {"host": HOST, "region": REGION, **reached}


def served_config(config: Mapping[str, Any], layout: Layout) -> dict[str, Any]:
    """The hosting part of firebase.json, with the folder that is served and a wider policy."""
    result: dict[str, Any] = json.loads(json.dumps(config))
    # Relative: the emulator appends it to the project's folder, an absolute path too.
    result["public"] = layout.served.relative_to(layout.root).as_posix()
    for header in (header for rule in result["headers"] for header in rule["headers"]):
        if header["key"] == _POLICY:
            header["value"] = opened(header["value"], layout.ports)
    return result


def opened(policy: str, ports: Mapping[str, int]) -> str:
    """The policy with the emulators' origins in the directives that need them."""
    return "; ".join(_opened(directive.split(), ports) for directive in policy.split(";"))


def _opened(directive: Sequence[str], ports: Mapping[str, int]) -> str:
    origins = [f"http://{HOST}:{ports[name]}" for name in _OPENED.get(directive[0], ())]
    return " ".join([*directive, *origins])
