"""What the demo prints: the visit, the report in a dentist's words, findings, headings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal
from rich.console import Console
from rich.markup import escape
from rich.table import Table

console = Console(highlight=False)
_errors = Console(stderr=True, highlight=False)

#: The clinics' clocks.
ZONE = ZoneInfo("Asia/Kolkata")

Report = dict[str, Any]


def problem(sentence: str) -> None:
    """Print one line that says what went wrong."""
    _errors.print(f"[bold red]Error:[/] {escape(sentence)}", soft_wrap=True)


def heading(text: str) -> None:
    """Begin a part of the story."""
    console.print(f"\n[bold]{text}[/]")


def visit_table(visit: dict[str, Any]) -> Table:
    """Return a visit as the operator's app shows it."""
    place, slot = visit["clinic"], visit["slot"]
    when = f"{_clock(slot['starts_at'], '%d %B, %H:%M')} to {_clock(slot['ends_at'])}"
    table = Table(title="What the operator sees", title_justify="left", show_header=False)
    table.add_row("Where", escape(f"{place['name']}, {place['address']}"))
    table.add_row("", escape(f"{place['city']} {place['pincode']}"))
    table.add_row("When", when)
    table.add_row("Patient", escape(visit["patient"]["reference"]))
    table.add_row("To scan", ", ".join(kind.replace("_", " ") for kind in visit["scans"]))
    return table


def report_table(report: Report) -> Table:
    """Return the report as a table, every figure with its unit."""
    table = Table("measured", "value", title="Report on the scan", title_justify="left")
    table.columns[1].justify = "right"
    for label, value in ROWS:
        table.add_row(label, value(report))
    return table


def findings_table(findings: list[dict[str, str]]) -> Table:
    """Return what the gate noticed, each with its stable code."""
    table = Table("", "what it means", "reason code", title="Findings", title_justify="left")
    for finding in findings:
        colour = "red" if finding["severity"] == "rejected" else "yellow"
        mark = f"[{colour}]{finding['severity']}[/]"
        table.add_row(mark, escape(finding["sentence"]), f"[dim]{escape(finding['code'])}[/]")
    return table


def case_findings_table(findings: list[dict[str, Any]]) -> Table:
    """Return what a laboratory would ask about, what would mend it, and where it is seen."""
    table = Table("", "what a laboratory would ask", "reason code", title="Told before the order")
    table.title_justify = "left"
    for finding in findings:
        colour = "yellow" if finding["severity"] == "warning" else "blue"
        said = [finding["sentence"]["en"], finding["mend"]["en"]]
        said += [f"Filed under {each['reference']} too." for each in finding["filed_elsewhere"]]
        shown = finding["picture"]
        said += [f"Picture: {shown['name']}."] if shown else []
        code = f"[dim]{escape(finding['code'])}[/]"
        table.add_row(f"[{colour}]{finding['severity']}[/]", escape("\n".join(said)), code)
    return table


def problems_table(problems: list[dict[str, str]]) -> Table:
    """Return what speaks against an order, each with its stable code."""
    table = Table("where", "what to do", "reason code", title="Problems", title_justify="left")
    for problem in problems:
        code = f"[dim]{escape(problem['reason'])}[/]"
        table.add_row(problem["at"], escape(problem["sentence"]), code)
    return table


def statement_table(lines: list[dict[str, Any]]) -> Table:
    """Return the lines of a statement, the oldest first."""
    table = Table("₹", "change", "set aside", "available", title="The clinic's statement")
    table.title_justify = "left"
    for column in table.columns[1:]:
        column.justify = "right"
    for line in lines[::-1]:
        amounts = (line[name] for name in ("available_change", "held", "available"))
        table.add_row(line["kind"].replace("_", " "), *(rupees(paise) for paise in amounts))
    return table


def archive_table(counts: dict[str, int], files: int) -> Table:
    """Return what is in an archive: records of each kind, and files in all."""
    table = Table("what is held", "records", title="In the archive", title_justify="left")
    table.columns[1].justify = "right"
    for name, count in counts.items():
        table.add_row(name, str(count))
    table.add_section()
    table.add_row("files, pages and lists in all", str(files))
    return table


def receipt_table(planned: dict[str, dict[str, int]]) -> Table:
    """Return what became of each kind of record."""
    actions = ("delete", "blank", "keep")
    table = Table("records", "gone", "emptied", "kept", title="The receipt", title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for path, counts in planned.items():
        parts = (part for part in path.split("/") if not part.startswith("{"))
        name = " ".join(parts).replace("_", " ")
        table.add_row(name, *(str(counts.get(action, "")) for action in actions))
    return table


def day(moment: str) -> str:
    """Return a day as the clinic's clock has it."""
    return _clock(moment, "%-d %B")


def rupees(paise: int) -> str:
    """Return an amount with two decimals, digits grouped as in India."""
    return str(format_decimal(Decimal(paise) / 100, format="#,##,##0.00", locale="en_IN"))


def megabytes(size: int) -> str:
    """Return a size in bytes as people read it, in the units that the limits are set in."""
    return f"{size / 2**20:.1f} MB" if size >= 2**17 else f"{size / 2**10:.1f} kB"


def _clock(moment: str, form: str = "%H:%M") -> str:
    return datetime.fromisoformat(moment).astimezone(ZONE).strftime(form)


def _size(report: Report) -> str:
    return " x ".join(f"{side:.1f}" for side in report["size_mm"]) + " mm"


def _place(report: Report) -> str:
    low, high = (report["bounds_mm"][end] for end in ("min", "max"))
    return ", ".join(f"{a:.1f} to {b:.1f}" for a, b in zip(low, high, strict=True)) + " mm"


def _volume(report: Report) -> str:
    volume = report["volume_mm3"]
    return f"{volume / 1000:,.2f} cm³" if volume is not None else "none: the surface is open"


def _spacing(report: Report) -> str:
    lengths = report["edge_length_mm"]
    return f"{lengths['mean']:.3f} mm ({lengths['min']:.3f} to {lengths['max']:.3f})"


def _rims(report: Report) -> str:
    loops, edges = report["open_loops"], report["open_edges"]
    return f"{loops:,} ({edges:,} edges)" if loops else "none: the surface is closed"


def _unit(report: Report) -> str:
    unit = report["plausible_unit"]
    if unit == "mm":
        return "millimetres"
    return f"perhaps {unit.removesuffix('?')}: check the size" if unit else "unclear from the size"


def _number(key: str) -> Callable[[Report], str]:
    return lambda report: f"{report[key]:,}"


#: What is measured, in the order of interest: label and how its value is written.
ROWS: tuple[tuple[str, Callable[[Report], str]], ...] = (
    ("Width x depth x height", _size),
    ("Unit that this size suggests", _unit),
    ("Surface", lambda report: f"{report['area_mm2'] / 100:,.2f} cm²"),
    ("Enclosed volume", _volume),
    ("Triangles", _number("triangles")),
    ("Points", _number("unique_vertices")),
    ("Distance between points, mean", _spacing),
    ("Rims: outer border and holes", _rims),
    ("Loose pieces", _number("pieces")),
    ("Edges where the surface turns inside out", _number("flipped_edges")),
    ("Edges where more than two triangles meet", _number("non_manifold_edges")),
    ("Triangles without area", _number("degenerate_triangles")),
    ("Triangles that occur twice", _number("duplicate_triangles")),
    ("Position in the scanner's axes", _place),
    ("File", lambda report: f"{report['format']} STL"),
)
