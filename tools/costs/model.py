"""The model: what each month costs, at so many cases a year that go on beginning at the same pace.

A month has the cases that begin in it and all that began before, each at its age. What a case uses
at an age is reckoned once; a month adds up the ages and is priced as a whole, for free quotas and
tiers are of a month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tools.costs import cases, lives
from tools.costs.inputs import Inputs, Item
from tools.costs.plans import Plan
from tools.costs.usage import Line, Usage

YEARS = 7
MONTHS = 12 * YEARS
#: Cases a year for which the tables are made.
SIZES = (1_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class Bill:
    """What a month costs.

    Attributes:
        usage: how much of what.
        lines: US dollars by line.
    """

    usage: Usage
    lines: Mapping[Line, float]

    @property
    def total(self) -> float:
        """US dollars."""
        return sum(self.lines.values())


@dataclass(frozen=True)
class Model:
    """The costs of one plan.

    Attributes:
        inputs: prices, and what a case uses.
        plan: how things are kept.
        months: how many are reckoned, the first one that has cases in front.
    """

    inputs: Inputs
    plan: Plan
    months: int = MONTHS

    @cached_property
    def ages(self) -> list[Usage]:
        """What one case uses in each month of its age."""
        ages = [Usage() for _ in range(self.months)]
        ages[0].add(cases.begun(self.inputs, self.plan))
        for part in (
            lives.files(self.inputs, self.plan, self.months),
            cases.documents(self.inputs, self.plan, self.months),
            cases.papers(self.inputs, self.months),
            cases.old_logs(self.inputs, self.plan, self.months),
        ):
            for age, usage in zip(ages, part, strict=True):
                age.add(usage)
        return ages

    def bills(self, cases_a_year: float) -> list[Bill]:
        """Return the bill of each month."""
        always = cases.monthly(self.inputs, cases_a_year)
        began, bills = Usage(), []
        for age in self.ages:
            began.add(age, cases_a_year / 12)
            month = began.copy()
            month.add(always)
            bills.append(Bill(month, priced(self.inputs, month)))
        return bills


def priced(inputs: Inputs, usage: Usage) -> dict[Line, float]:
    """Price a month; what an item costs is shared out among its lines as they use it."""
    of_item: defaultdict[Item, float] = defaultdict(float)
    for (_, item), amount in usage.items():
        of_item[item] += amount
    each = {
        item: inputs.prices[item].of(amount) / amount if amount > 0 else 0.0
        for item, amount in of_item.items()
    }
    lines = dict.fromkeys(Line, 0.0)
    for (line, item), amount in usage.items():
        lines[line] += amount * each[item]
    return lines


def spent(bills: list[Bill]) -> float:
    """Return what all of the months cost together, in US dollars."""
    return sum(bill.total for bill in bills)
