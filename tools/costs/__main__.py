"""Prints what running Scanner costs: by line for three sizes, or month by month for one.

python -m tools.costs                                   # the seventh year's last month
python -m tools.costs --cases 250000                    # the same for another size
python -m tools.costs --cases 250000 --months           # each month of seven years, as CSV
python -m tools.costs --set lives.read_a_year=1         # with another number than inputs.toml has
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence

from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from tools.costs.inputs import load
from tools.costs.model import SIZES, YEARS, Model, spent
from tools.costs.plans import AS_DEPLOYED, MEASURES, PLAIN, Plan
from tools.costs.usage import Line
from tools.printing import printed

PLANS: dict[str, Plan] = {"one class in one bucket": PLAIN, **MEASURES}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what the command line asks for; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.costs",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--cases", type=_positive, help="cases a year")
    parser.add_argument(
        "--plan", type=_plan, default=AS_DEPLOYED, metavar="MEASURE",
        help='a line of "What each measure saves" in docs/operations/costs.md, such as "without '
        'backups"; without it, as it is deployed',
    )  # fmt: skip
    parser.add_argument("--months", action="store_true", help="each month, as CSV")
    parser.add_argument(
        "--set", type=_change, action="append", default=[], metavar="TABLE.NAME=NUMBER",
        help="a number of inputs.toml, changed for once",
    )  # fmt: skip
    asked = parser.parse_args(arguments)
    try:
        inputs = load(*asked.set)
    except (KeyError, TypeError, ValidationError) as err:
        parser.error(f"inputs.toml has no such number, or it cannot be that: {err}")
    model = Model(inputs, PLANS[asked.plan])
    if asked.months:
        _print_months(model, asked.cases or SIZES[-1])
    else:
        _print_lines(model, asked.plan, (asked.cases,) if asked.cases else SIZES)
    return 0


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of cases: give a whole one above 0, such as 250000"
        )
    return int(text)


def _plan(name: str) -> str:
    if name not in PLANS:
        known = "".join(f"\n  {each}" for each in PLANS)
        raise argparse.ArgumentTypeError(f"there is no measure {name!r}. There are:{known}")
    return name


def _change(text: str) -> tuple[str, float]:
    path, _, number = text.partition("=")
    try:
        return path, float(number)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} changes no number: write it as lives.read_a_year=0.05"
        ) from None


def _print_lines(model: Model, plan: str, sizes: Sequence[int]) -> None:
    table = Table(
        title=f"US dollars without tax in the last month of {YEARS} years, by cases a year",
        caption=plan,
    )
    table.add_column("")
    columns = [model.bills(size) for size in sizes]
    for size in sizes:
        table.add_column(f"{size:,}", justify="right")
    for line in Line:
        table.add_row(line.value, *(f"{bills[-1].lines[line]:,.2f}" for bills in columns))
    table.add_section()
    table.add_row("a month", *(f"{bills[-1].total:,.2f}" for bills in columns))
    table.add_row(
        "for each case that begins",
        *(
            f"{bills[-1].total / (size / 12):.3f}"
            for size, bills in zip(sizes, columns, strict=True)
        ),
    )
    table.add_row(f"all of the {YEARS} years", *(f"{spent(bills):,.2f}" for bills in columns))
    Console().print(table)


def _print_months(model: Model, size: int) -> None:
    out = csv.writer(sys.stdout)
    out.writerow(["month", *(line.value for line in Line), "total"])
    for number, bill in enumerate(model.bills(size), start=1):
        amounts = [*(bill.lines[line] for line in Line), bill.total]
        out.writerow([number, *(f"{amount:.2f}" for amount in amounts)])


if __name__ == "__main__":
    sys.exit(printed(main))
