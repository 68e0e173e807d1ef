"""Which parts of the audit were verified already: a file outside the database, for who goes on.

Whoever can write to the database cannot write to it. A part counts as verified while its last seal
has the hash that was noted: the chain up to it is the same then. That its entries are as they were
when it was read, the next verification says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from core.store import Store
from privacy.audit import verification
from privacy.audit.chain import AuditFinding, Fault
from privacy.audit.verification import SealRange
from tools.scannerctl.console import FailureError


@dataclass(frozen=True)
class Done:
    """A part that was verified: when, what was found, and the hash of its last seal."""

    part: SealRange
    hash: str
    at: str
    findings: tuple[AuditFinding, ...] = ()

    @classmethod
    def of(cls, store: Store, part: SealRange, findings: list[AuditFinding], now: datetime) -> Done:
        """Return a part with what it is known again by. One read; none of a part without an end."""
        seal = verification.seal(store, part.last) if part.last is not None else None
        return cls(part, _hash(seal), now.isoformat(), tuple(findings))


@dataclass
class Progressed:
    """The parts that are done, in a file if there is one."""

    file: Path | None = None
    done: dict[SealRange, Done] = field(default_factory=dict)

    def __contains__(self, part: SealRange) -> bool:
        """Tell whether a part is done."""
        return part in self.done

    def of(self, part: SealRange) -> tuple[AuditFinding, ...]:
        """Return what was found in a part that is done."""
        return self.done[part].findings if part in self.done else ()

    def add(self, done: Done) -> None:
        """Note a part. One without an end, or without a last seal, is read again each time."""
        if self.file is None or not done.hash:
            return
        said = {
            "first": done.part.first,
            "last": done.part.last,
            "hash": done.hash,
            "at": done.at,
            "findings": [[f.path, f.fault.name, f.times] for f in done.findings],
        }
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(said) + "\n")


def started(file: Path, project: str, store: Store) -> Progressed:
    """Return what a file notes, or begin it; a part whose last seal has changed is not done.

    A line that a death left unfinished does not count. A read for each part.

    Raises:
        FailureError: the file is of another project, or is none of these.
    """
    head = json.dumps({"audit": project})
    if not file.exists():
        file.write_text(head + "\n", encoding="utf-8")
        return Progressed(file)
    text = file.read_text(encoding="utf-8")
    first, *rest = text.splitlines() or [""]
    if first != head:
        raise FailureError(f"{file} does not note what was verified in {project}: name another.")
    if not text.endswith("\n"):
        file.write_text(text + "\n", encoding="utf-8")
    done = [each for line in rest if (each := _read(line))]
    kept = [d for d in done if _hash(verification.seal(store, d.part.last or 0)) == d.hash]
    return Progressed(file, {each.part: each for each in kept})


def _read(line: str) -> Done | None:
    try:
        said = json.loads(line)
        findings = tuple(AuditFinding(p, Fault[name], times) for p, name, times in said["findings"])
        return Done(SealRange(said["first"], said["last"]), said["hash"], said["at"], findings)
    except (ValueError, KeyError, TypeError):
        return None


def _hash(seal: Any) -> str:  # noqa: ANN401
    found = (seal.model_extra or {}).get("hash") if seal is not None else None
    return found if isinstance(found, str) else ""
