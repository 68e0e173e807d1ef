"""Holds a project to the table, and mends what needs no person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tools.project.changes import Change
from tools.project.google import Google, RefusedError, UnreadError
from tools.project.lines import Line, Maker
from tools.project.matching import Json
from tools.project.sources import Source


class Verdict(StrEnum):
    """What was found of a line."""

    HOLDS = "holds"
    MISSING = "missing"
    DIFFERS = "differs"
    UNREAD = "unread"
    """It could not be read, and is not proven."""


@dataclass(frozen=True)
class Finding:
    """A line, what was found of it, and the particulars."""

    line: Line
    verdict: Verdict
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Return whether the line is proven to hold."""
        return self.verdict is Verdict.HOLDS

    @property
    def cure(self) -> Change | None:
        """Return what `apply` may do about it."""
        if self.verdict is Verdict.MISSING:
            return self.line.make
        return self.line.change if self.verdict is Verdict.DIFFERS else None

    @property
    def maker(self) -> Maker:
        """Return who mends it: a person what `apply` has no way for.

        What could not be read is still `apply`'s: it turns APIs on first, and reads again.
        """
        stuck = self.cure is None and self.verdict is not Verdict.UNREAD
        return Maker.PERSON if stuck and self.line.maker is Maker.APPLY else self.line.maker


@dataclass(frozen=True)
class Mended:
    """What became of a line that `apply` took on; `why` where it was refused."""

    finding: Finding
    why: str = ""


class Reading:
    """What was read of a project, each source once until it is forgotten."""

    def __init__(self, google: Google) -> None:
        self._google = google
        self._read: dict[Source, Json | UnreadError | None] = {}

    def of(self, line: Line) -> Json | None:
        """Return what there is for a line.

        Raises:
            UnreadError: its source could not be read.
        """
        if line.source not in self._read:
            try:
                self._read[line.source] = line.source.read(self._google)
            except UnreadError as err:
                self._read[line.source] = err
        found = self._read[line.source]
        if isinstance(found, UnreadError):
            raise found
        return line.pick(found)

    def judge(self, line: Line) -> Finding:
        """Return what is found of a line."""
        try:
            held = self.of(line)
        except UnreadError as err:
            return Finding(line, Verdict.UNREAD, (str(err),))
        if held is None:
            return Finding(line, Verdict.MISSING)
        faults = line.faults(held)
        return Finding(line, Verdict.DIFFERS if faults else Verdict.HOLDS, tuple(faults))

    def forget(self) -> None:
        """Have everything read anew: what was changed may bear on other lines."""
        self._read.clear()


def check(google: Google, lines: Iterable[Line]) -> list[Finding]:
    """Return what is found of every line. Changes nothing; a request for each source."""
    reading = Reading(google)
    return [reading.judge(line) for line in lines]


def apply(
    google: Google, lines: Iterable[Line], agreed: Callable[[Finding], bool]
) -> Iterator[Mended]:
    """Mend one by one what may be and is agreed to; yield what became of each.

    A line that is refused, or could not be read, stops no other. What holds is not touched.
    """
    reading = Reading(google)
    for line in lines:
        finding = reading.judge(line)
        if finding.verdict is Verdict.UNREAD and line.maker is Maker.APPLY:
            yield Mended(finding, finding.faults[0])
        elif finding.cure is not None and agreed(finding):
            yield _mend(google, reading, finding)


def _mend(google: Google, reading: Reading, finding: Finding) -> Mended:
    """Do what cures a line; what was made may then still have to be changed."""
    for _ in (Verdict.MISSING, Verdict.DIFFERS):
        cure = finding.cure
        if cure is None:
            break
        try:
            cure.do(google, reading.of(finding.line))
        except (RefusedError, UnreadError) as err:
            return Mended(finding, str(err))
        finally:
            reading.forget()
        finding = reading.judge(finding.line)
    return Mended(finding, "" if finding.holds else "; ".join(finding.faults) or finding.verdict)
