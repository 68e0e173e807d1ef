"""The life of a case's files, month by month of its age: kept, moved to colder classes, read, gone.

A case begins in the middle of its month 0, for as many begin before as after. It is closed by its
clinic, or when it is idle, and its files go when the retention period is over that began then. On
the way they go down the plan's rungs. The least time in a class counts from when the file was
written, as Cloud Storage counts it where its lifecycle moves an object; of one that is deleted or
rewritten earlier the rest is billed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tools.costs import declared
from tools.costs.declared import MONTH_DAYS, Since
from tools.costs.inputs import Inputs, Item, Storage
from tools.costs.plans import Plan, Rung
from tools.costs.usage import Line, Usage

#: Of its month 0 a case has half, on average.
BEGINS = 0.5
GIB = 2**30


@dataclass(frozen=True)
class Objects:
    """Objects of a case that share one life.

    Attributes:
        count: how many.
        gib: what all of them take.
        rungs: where they go.
    """

    count: float
    gib: float
    rungs: tuple[Rung, ...]


@dataclass(frozen=True)
class Span:
    """Months of age, from one to before another, in a storage class.

    `worked_on` tells whether it is the time before the first rung and the closing: what is read
    then is counted with the month in which the case begins.
    """

    storage: Storage
    start: float
    end: float
    worked_on: bool = False

    def within(self, month: int) -> float:
        """Return how much of a month it takes."""
        return overlap(self.start, self.end, month)

    def middle(self, month: int) -> float:
        """Return the middle of what it takes of a month."""
        return (max(self.start, month) + min(self.end, month + 1)) / 2


def overlap(start: float, end: float, month: int) -> float:
    """Return how much of [start, end) lies in a month, in months."""
    return max(0.0, min(end, month + 1) - max(start, month))


def closings(inputs: Inputs) -> tuple[tuple[float, float], ...]:
    """Return shares of cases, and at which age in months they are closed."""
    by_clinic = inputs.lives.closed_by_clinic
    return (
        (by_clinic, BEGINS + inputs.lives.closed_after_days / MONTH_DAYS),
        (1 - by_clinic, BEGINS + declared.idle_months()),
    )


def left(inputs: Inputs, age: float) -> float:
    """Return the share of what was made that is not erased at an age in months."""
    return math.exp(-_rate(inputs) * (age - BEGINS))


def objects(inputs: Inputs, plan: Plan) -> tuple[Objects, Objects]:
    """Return a case's scans, and its pictures."""
    files = inputs.files
    scans = files.scans_a_case
    megabytes = inputs.of_scan("megabytes") * (files.packed if plan.packed else 1)
    return (
        Objects(scans, scans * megabytes * 1e6 / GIB, plan.rungs),
        Objects(
            scans * files.pictures_a_scan,
            scans * files.picture_bytes / GIB,
            plan.rungs if plan.pictures_too else (),
        ),
    )


def spans(rungs: tuple[Rung, ...], closed_at: float) -> Iterator[Span]:
    """Yield where objects are, from their beginning until they go, without a gap."""
    gone = closed_at + declared.case_months()
    since = {Since.MADE: BEGINS, Since.CLOSED: closed_at}
    steps = [(since[rung.since] + rung.days / MONTH_DAYS, rung.storage) for rung in rungs]
    first = min([closed_at, *(start for start, _ in steps)])
    yield Span(Storage.STANDARD, BEGINS, first, worked_on=True)
    starts = [(first, Storage.STANDARD), *steps, (gone, Storage.STANDARD)]
    for (start, storage), (end, _) in pairwise(starts):
        if start < min(end, gone):
            yield Span(storage, start, min(end, gone))


def files(inputs: Inputs, plan: Plan, months: int) -> list[Usage]:
    """Return what the files of one case use in each month of its age."""
    ages = [Usage() for _ in range(months)]
    for group in objects(inputs, plan):
        for share, closed_at in closings(inputs):
            for span in spans(group.rungs, closed_at):
                for month in range(int(span.start), min(months, math.ceil(span.end))):
                    there = share * span.within(month) * left(inputs, span.middle(month))
                    _keep(ages[month], inputs, group, span, month, there)
                    if not span.worked_on:
                        _read(ages[month], inputs, plan, group, span, month, there)
                    if span.storage is not Storage.STANDARD and int(span.start) == month:
                        _move(ages[month], group, span, share * left(inputs, span.start))
    return ages


def _keep(
    usage: Usage, inputs: Inputs, group: Objects, span: Span, month: int, there: float
) -> None:
    """Add a month of being kept, and what is owed for those that are erased too early."""
    usage.put(Line.KEPT, stored(span.storage), group.gib * there)
    erased = _rate(inputs) * there
    usage.put(Line.MOVED, stored(span.storage), erased * _owed(inputs, group, span, month))


def _move(usage: Usage, group: Objects, span: Span, share: float) -> None:
    """Add the step into a colder class, and where it is since the closing the mark of that day."""
    usage.put(Line.MOVED, class_a(span.storage), group.count * share)
    if any(rung.since is Since.CLOSED for rung in group.rungs):
        usage.put(Line.MOVED, class_a(Storage.STANDARD), group.count * share)


def _read(
    usage: Usage,
    inputs: Inputs,
    plan: Plan,
    group: Objects,
    span: Span,
    month: int,
    there: float,
) -> None:
    """Add what is read when the work is over: by links, and by cases that are reopened."""
    reopened = inputs.lives.reopened_a_year / 12 * there
    again = reopened * inputs.files.downloads
    times = inputs.lives.read_a_year / 12 * there + again
    usage.put(Line.SENT, Item.EGRESS, group.gib * times)
    cold = span.storage is not Storage.STANDARD
    if cold and plan.comes_back:
        _bring_back(usage, inputs, group, span, month, reopened)
        usage.put(Line.OPERATIONS, class_b(Storage.STANDARD), group.count * again)
        times -= again
    usage.put(Line.OPERATIONS, class_b(span.storage), group.count * times)
    if cold:
        usage.put(Line.MOVED, retrieved(span.storage), group.gib * times)


def _bring_back(
    usage: Usage, inputs: Inputs, group: Objects, span: Span, month: int, times: float
) -> None:
    """Add that files are rewritten into Standard, stay there, and go down again."""
    storage, away = span.storage, (inputs.lives.reopened_days + group.rungs[0].days) / MONTH_DAYS
    usage.put(Line.MOVED, retrieved(storage), group.gib * times)
    usage.put(Line.MOVED, class_a(Storage.STANDARD), group.count * times)
    usage.put(Line.MOVED, class_a(storage), group.count * times)
    usage.put(Line.MOVED, stored(storage), _owed(inputs, group, span, month) * times)
    usage.put(Line.MOVED, stored(Storage.STANDARD), group.gib * away * times)
    usage.put(Line.MOVED, stored(storage), -group.gib * away * times)


def _owed(inputs: Inputs, group: Objects, span: Span, month: int) -> float:
    """Return the GiB and months that are billed although objects go from their class."""
    age = span.middle(month) - BEGINS
    return group.gib * max(0.0, inputs.minimum_days[span.storage] / MONTH_DAYS - age)


def _rate(inputs: Inputs) -> float:
    return -math.log(1 - inputs.lives.erased_a_year) / 12


def stored(storage: Storage) -> Item:
    """Return what keeping in a class is billed as."""
    return Item(f"{storage}_stored")


def retrieved(storage: Storage) -> Item:
    """Return what reading out of a colder class is billed as."""
    return Item(f"{storage}_retrieved")


def class_a(storage: Storage) -> Item:
    """Return what writing into a class is billed as."""
    return Item(f"{storage}_class_a")


def class_b(storage: Storage) -> Item:
    """Return what reading in a class is billed as."""
    return Item(f"{storage}_class_b")
