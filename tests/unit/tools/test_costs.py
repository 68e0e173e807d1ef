"""The cost model: by hand for a case with round numbers, and what holds whatever the numbers."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from benchmarks.cold_share import ORDER, VISIT
from tools.costs import cases, declared, lives
from tools.costs.__main__ import main
from tools.costs.inputs import FILE, Inputs, Item, Price, Storage, load
from tools.costs.model import MONTHS, SIZES, Bill, Model, spent
from tools.costs.plans import AS_DEPLOYED, DEPLOYED, LADDERS, MEASURES, PLAIN, Plan, Rung
from tools.costs.usage import Line

GIB = 2**30
EVERY = {"plain": PLAIN, **MEASURES}
ARCHIVE_AT_ONCE = (Rung(0, Storage.ARCHIVE),)


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load()


@pytest.fixture
def small() -> Inputs:
    """A case of one scan of 1 GiB without pictures, closed after a month: all else is nothing.

    Standard costs 8 $ a GiB and month, Archive 1 $, reading out of it 4 $, an operation of class A
    0.5 $ into Archive and 0.25 $ into Standard, sending 2 $, and Firestore 16 $ a GiB and month.
    """
    said = tomllib.loads(FILE.read_text(encoding="utf-8"))
    free = {item: {"usd": 0, "unit": "", "assumed": "for a test"} for item in Item}
    usd = {
        "standard_stored": 8, "archive_stored": 1, "archive_retrieved": 4, "archive_class_a": 0.5,
        "standard_class_a": 0.25, "egress": 2, "firestore_stored": 16, "firestore_deletes": 0.125,
    }  # fmt: skip
    nothing = {"reads": 0, "writes": 0}
    zeros = dict.fromkeys(said["elsewhere"], 0)
    lived = dict.fromkeys(said["lives"], 0)
    filed = dict.fromkeys(said["files"], 0)
    return Inputs.model_validate(
        {
            **said,
            "prices": {item: free[item] | {"usd": usd.get(item, 0)} for item in Item},
            "steps": [{"name": "one", **nothing}],
            "documents": {
                "AuditEntry": {"count": 1, "bytes": GIB, "single": 0, "composite": 0},
            },
            "counted": {"notices": 0, "told": 0, "mails": 0, "promises": 0},
            "elsewhere": zeros,
            "scans": [{"megabytes": GIB / 1e6, "share": 1, "gate_seconds": 0}],
            "files": filed
            | {
                "scans_a_case": 1,
                "transfer_megabytes_a_second": 1,
                "downloads": 3,
                "packed": 0.5,
                "source_of_sizes": "",
            },
            "lives": lived | {"closed_by_clinic": 1, "closed_after_days": declared.MONTH_DAYS},
        }
    )


def bills(
    inputs: Inputs, plan: Plan = PLAIN, cases: float = 12, months: int = MONTHS
) -> list[Bill]:
    """Of one case a month, unless said otherwise."""
    return Model(inputs, plan, months).bills(cases)


def only(bill: Bill, *lines: Line) -> dict[Line, float]:
    """What is on these lines; the others have to be empty."""
    assert all(bill.lines[line] == 0 for line in set(Line) - set(lines))
    return {line: bill.lines[line] for line in lines}


# --- by hand -------------------------------------------------------------------------------------


def test_the_first_months_of_a_small_case_by_hand(small: Inputs) -> None:
    first, second, third = bills(small, replace(PLAIN, pitr=False, backups=False), months=3)
    # One case stands there for half of its month: 0.5 GiB-months at 8 $, and its entry at 16 $. The
    # scan is written once, 0.25 $, and sent three times, 2 $ each.
    assert only(first, Line.KEPT, Line.OPERATIONS, Line.SENT, Line.STORED) == {
        Line.KEPT: 4, Line.OPERATIONS: 0.25, Line.SENT: 6, Line.STORED: 8,
    }  # fmt: skip
    # The second case half of its month, the first all of it.
    assert second.lines[Line.KEPT] == 12
    assert second.lines[Line.SENT] == 6
    assert third.lines[Line.KEPT] == 20
    assert third.lines[Line.STORED] == 40


def test_audit_entries_go_after_a_year_by_hand(small: Inputs) -> None:
    months = bills(small, months=20)
    # A year: half of month 0, eleven months, half of month 12. So twelve at most stand there, as
    # many as begin in a year, and from then on each month deletes one.
    assert [bill.lines[Line.STORED] for bill in months[10:14]] == [168, 184, 192, 192]
    assert [bill.lines[Line.DOCUMENTS] for bill in months[10:14]] == [0, 0, 0.125, 0.125]


def test_a_database_is_backed_up_and_can_be_gone_back_in_by_hand(small: Inputs) -> None:
    prices = small.prices | {
        Item.FIRESTORE_PITR: Price(usd=16, unit="", assumed="for a test"),
        Item.FIRESTORE_BACKUPS: Price(usd=1, unit="", assumed="for a test"),
    }
    said = small.model_copy(update={"prices": prices})
    # Half a GiB-month: once more at 16 $, and at 1 $ the backups of seven days and four weeks.
    assert bills(said, months=1)[0].lines[Line.RECOVERY] == 8 + 5.5
    assert bills(said, replace(PLAIN, backups=False), months=1)[0].lines[Line.RECOVERY] == 8
    assert bills(said, replace(PLAIN, pitr=False), months=1)[0].lines[Line.RECOVERY] == 5.5


def test_what_a_case_wakes_and_writes_by_hand(inputs: Inputs) -> None:
    def used(plan: Plan, item: Item) -> float:
        begun = cases.begun(inputs, plan).items()
        return sum(amount for (_, of), amount in begun if of is item)

    # 22 calls, 4 jobs, a trigger for each notice and for each inbox. Two scans land; in one bucket
    # the trigger hears of each scan and its four pictures as well, as they are filed.
    counted = inputs.counted
    heard = 22 + 4 + counted.notices + counted.told
    assert used(PLAIN, Item.INVOCATIONS) == heard + 2 + 2 * 5
    assert used(replace(PLAIN, two_buckets=True), Item.INVOCATIONS) == heard + 2
    writes = sum(step.writes for step in inputs.steps)
    assert used(PLAIN, Item.FIRESTORE_WRITES) == writes
    entries = inputs.documents["AuditEntry"].count
    assert used(replace(PLAIN, audit=False), Item.FIRESTORE_WRITES) == writes - entries
    reads = sum(step.reads for step in inputs.steps)
    assert used(PLAIN, Item.FIRESTORE_READS) == reads + 22 + 25 + 75


def test_a_colder_class_by_hand(small: Inputs) -> None:
    months = bills(small, Plan(rungs=ARCHIVE_AT_ONCE), months=4)
    # Closed a month after it began: half a month and half of the next one in Standard, 8 $, and
    # then Archive at 1 $. The step down costs 0.5 $, and the mark of the day of closing 0.25 $.
    assert [bill.lines[Line.KEPT] for bill in months] == [4, 8.5, 9.5, 10.5]
    assert [bill.lines[Line.MOVED] for bill in months] == [0, 0.75, 0.75, 0.75]


def test_a_class_by_the_age_of_files_needs_no_mark(small: Inputs) -> None:
    rung = Rung(0, Storage.ARCHIVE, declared.Since.MADE)
    months = bills(small, Plan(rungs=(rung,)), months=2)
    assert [bill.lines[Line.KEPT] for bill in months] == [0.5, 1.5]
    assert [bill.lines[Line.MOVED] for bill in months] == [0.5, 0.5]


def test_what_is_read_from_a_colder_class_by_hand(small: Inputs) -> None:
    often = {"lives": small.lives.model_copy(update={"read_a_year": 1})}
    read = small.model_copy(update=often)
    cold, warm = (bills(read, plan, months=2)[1] for plan in (Plan(rungs=ARCHIVE_AT_ONCE), PLAIN))
    # Half a month after the closing: 1/24 of the scan, sent for 2 $ a GiB and read for 4 $.
    assert warm.lines[Line.SENT] == pytest.approx(6 + 2 / 24)
    assert cold.lines[Line.SENT] == pytest.approx(6 + 2 / 24)
    assert cold.lines[Line.MOVED] == pytest.approx(0.75 + 4 / 24)
    assert warm.lines[Line.MOVED] == 0


def test_coming_back_is_retrieved_rewritten_and_moved_again(small: Inputs) -> None:
    again = {"reopened_a_year": 1, "reopened_days": declared.MONTH_DAYS}
    opened = small.model_copy(update={"lives": small.lives.model_copy(update=again)})
    early = bills(opened, Plan(rungs=ARCHIVE_AT_ONCE), months=2)[1]
    late = opened.model_copy(update={"minimum_days": dict.fromkeys(Storage, 0)})
    # 1/24 comes back: 4 $ to read, 0.25 $ to rewrite, 0.5 $ to go down again, and a month at 8 $
    # in the place of 1 $. It was a month and a quarter old, so that 10.75 of the twelve months that
    # Archive bills at least are due.
    by_hand = 0.75 + (4 + 0.25 + 0.5 + 7) / 24
    assert bills(late, Plan(rungs=ARCHIVE_AT_ONCE), months=2)[1].lines[Line.MOVED] == (
        pytest.approx(by_hand)
    )
    assert early.lines[Line.MOVED] == pytest.approx(by_hand + 10.75 / 24)
    # Those that stay there are read three times while they are worked on.
    stays = Plan(rungs=ARCHIVE_AT_ONCE, comes_back=False)
    assert bills(opened, stays, months=2)[1].lines[Line.MOVED] == pytest.approx(0.75 + 3 * 4 / 24)


def test_who_erases_early_pays_the_rest_of_the_least_time(small: Inputs) -> None:
    half = small.model_copy(update={"lives": small.lives.model_copy(update={"erased_a_year": 0.5})})
    rung = Rung(0, Storage.ARCHIVE, declared.Since.MADE)
    month = bills(half, Plan(rungs=(rung,)), months=1)[0]
    # In half a month 1 - 0.5 ** (0.5 / 12) are erased, 2.85 %, a quarter of a month old on average:
    # 11.75 months are due for each at 1 $. The step down costs 0.5 $.
    assert month.lines[Line.MOVED] == pytest.approx(0.5 + 0.0285 * 11.75, rel=0.02)


# --- closed formulas -----------------------------------------------------------------------------


@pytest.mark.parametrize("months", [1, 12, MONTHS])
def test_what_is_kept_over_the_months_is_the_area_of_a_triangle(small: Inputs, months: int) -> None:
    kept = sum(bill.lines[Line.KEPT] for bill in bills(small, cases=1200, months=months))
    assert kept == pytest.approx(100 * 8 * months**2 / 2)


def test_what_is_kept_ends_where_as_much_goes_as_comes(small: Inputs) -> None:
    # A month open and seven years closed: 85 months of a GiB at 8 $ for each case of a month.
    last = bills(small, cases=1200, months=100)[-1]
    assert declared.case_months() == 12 * 7
    assert last.lines[Line.KEPT] == pytest.approx(100 * 8 * 85)


@pytest.mark.parametrize("plan", [PLAIN, DEPLOYED])
def test_from_the_tenth_year_on_the_bill_stays(inputs: Inputs, plan: Plan) -> None:
    tenth, later = (bills(inputs, plan, 10_000, 150)[month] for month in (119, 149))
    assert dict(later.lines) == pytest.approx(dict(tenth.lines))


@pytest.mark.parametrize("ladder", LADDERS)
def test_no_byte_is_lost_or_billed_twice_on_the_way_down(inputs: Inputs, ladder: str) -> None:
    def kept(plan: Plan) -> list[float]:
        return [
            sum(amount for (line, _), amount in bill.usage.items() if line is Line.KEPT)
            for bill in bills(inputs, plan)
        ]

    assert kept(Plan(rungs=LADDERS[ladder])) == pytest.approx(kept(PLAIN))


# --- what holds of every plan --------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY)
def test_more_cases_and_more_months_never_cost_less(inputs: Inputs, name: str) -> None:
    model = Model(inputs, EVERY[name])
    by_size = [model.bills(size) for size in (0, 1, *SIZES, 2 * SIZES[-1])]
    for fewer, more in pairwise(by_size):
        assert all(a.total <= b.total + 1e-9 for a, b in zip(fewer, more, strict=True))
    totals = [bill.total for bill in by_size[-1]]
    assert totals == pytest.approx(sorted(totals))
    assert all(amount >= 0 for amount in by_size[-1][-1].lines.values())


@pytest.mark.parametrize("name", EVERY)
def test_the_lines_are_what_the_items_cost(inputs: Inputs, name: str) -> None:
    bill = bills(inputs, EVERY[name], 100_000)[-1]
    amounts = dict.fromkeys(Item, 0.0)
    for (_, item), amount in bill.usage.items():
        amounts[item] += amount
    items = sum(inputs.prices[item].of(amount) for item, amount in amounts.items())
    assert bill.total == pytest.approx(items)


_FILES = {Line.KEPT, Line.MOVED, Line.OPERATIONS}
_DATABASE = {Line.STORED, Line.RECOVERY}


@pytest.mark.parametrize(
    ("plan", "touched"),
    [
        (replace(PLAIN, rungs=ARCHIVE_AT_ONCE), _FILES),
        (replace(PLAIN, packed=True), {Line.KEPT, Line.SENT}),
        (replace(PLAIN, two_buckets=True), {Line.LANDED, Line.FUNCTIONS, Line.OTHERS}),
        (replace(PLAIN, audit=False), _DATABASE | {Line.DOCUMENTS}),
        (replace(PLAIN, single_fields=False), _DATABASE),
        (replace(PLAIN, pitr=False), {Line.RECOVERY}),
        (replace(PLAIN, backups=False), {Line.RECOVERY}),
    ],
)
def test_what_a_measure_saves_is_the_difference_on_its_own_lines(
    inputs: Inputs, plan: Plan, touched: set[Line]
) -> None:
    before, after = (bills(inputs, each, SIZES[-1])[-1] for each in (PLAIN, plan))
    differ = {
        line for line in Line if after.lines[line] != pytest.approx(before.lines[line], abs=1e-9)
    }
    assert differ == touched
    saved = sum(before.lines[line] - after.lines[line] for line in touched)
    assert before.total - after.total == pytest.approx(saved)
    assert saved > 0


@pytest.mark.parametrize("size", SIZES)
def test_the_way_down_that_is_deployed_saves_the_most(inputs: Inputs, size: int) -> None:
    def cost(plan: Plan) -> float:
        return spent(Model(inputs, plan).bills(size))

    deployed = cost(replace(DEPLOYED, two_buckets=False))
    assert all(deployed < cost(Plan(rungs=rungs)) for rungs in LADDERS.values())


# --- prices and inputs ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("units", "usd"), [(0, 0), (10, 0), (11, 2), (20, 20), (30, 40), (31, 41), (40, 50)]
)
def test_a_price_has_a_free_quota_and_tiers(units: float, usd: float) -> None:
    price = Price(usd=20, per=10, free=10, tiers=((30, 10),), unit="", assumed="for a test")
    assert price.of(units) == pytest.approx(usd)


def _said() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_the_inputs_are_refused_unless_they_are_whole() -> None:
    said = _said()
    Inputs.model_validate(said)  # the allowed twin
    del said["prices"]["egress"]
    with pytest.raises(ValidationError, match="prices are missing: egress"):
        Inputs.model_validate(said)


def test_a_price_without_a_source_says_what_is_assumed() -> None:
    said = _said()
    del said["prices"]["standard_stored"]["read"]
    with pytest.raises(ValidationError, match="says what was assumed"):
        Inputs.model_validate(said)
    said["prices"]["standard_stored"]["assumed"] = "it is of no day"
    Inputs.model_validate(said)


def test_the_shares_of_scans_make_one() -> None:
    said = _said()
    said["scans"][0]["share"] += 0.01
    with pytest.raises(ValidationError, match="shares of scans"):
        Inputs.model_validate(said)


def test_a_number_that_the_model_does_not_know_is_refused() -> None:
    said = _said()
    said["lives"]["closed_after_weeks"] = 8
    with pytest.raises(ValidationError, match="closed_after_weeks"):
        Inputs.model_validate(said)


def test_a_case_makes_the_calls_that_cold_starts_are_reckoned_from(inputs: Inputs) -> None:
    assert inputs.elsewhere.calls == len(VISIT) + len(ORDER) / 3 + 2


def test_each_model_of_a_case_has_its_period(inputs: Inputs) -> None:
    assert set(inputs.documents) <= set(declared.kept())
    kept = {name: declared.kept()[name] for name in ("AuditEntry", "File", "Hold")}
    assert {name: (each.since, each.months) for name, each in kept.items()} == {
        "AuditEntry": ("made", 12), "File": ("closed", 84), "Hold": ("made", 102),
    }  # fmt: skip


def test_spans_follow_each_other_without_a_gap() -> None:
    rungs = LADDERS["Coldline at closing, Archive 365 days after"]
    spans = list(lives.spans(rungs, closed_at=2.5))
    assert [span.storage for span in spans] == ["standard", "coldline", "archive"]
    assert [span.start for span in spans][1:] == [span.end for span in spans][:-1]
    assert (spans[0].start, spans[-1].end) == (0.5, 2.5 + 84)


# --- the command ---------------------------------------------------------------------------------


def test_months_are_printed_as_csv(capsys: pytest.CaptureFixture[str], inputs: Inputs) -> None:
    assert main(["--cases", "5000", "--months"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [int(row["month"]) for row in rows] == list(range(1, MONTHS + 1))
    expected = [bill.total for bill in bills(inputs, DEPLOYED, cases=5000)]
    assert [float(row["total"]) for row in rows] == pytest.approx(expected, abs=0.006)


def test_a_bill_is_printed_for_one_size_or_three(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert all(f"{size:,}" in capsys.readouterr().out for size in SIZES[:1])
    assert main(["--cases", "7000"]) == 0
    out = capsys.readouterr().out
    assert "7,000" in out
    assert "100,000" not in out


def test_the_bill_is_that_of_what_is_deployed(
    capsys: pytest.CaptureFixture[str], inputs: Inputs
) -> None:
    assert main([]) == 0
    assert AS_DEPLOYED in capsys.readouterr().out
    # storage.clean.lifecycle.json and tools/project/table/buckets.py, by hand.
    assert (
        Plan(
            rungs=(Rung(90, Storage.ARCHIVE, declared.Since.MADE),),
            comes_back=False,
            two_buckets=True,
        )
        == DEPLOYED
    )
    assert MEASURES[AS_DEPLOYED] == DEPLOYED


def test_another_plan_is_one_of_the_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", "7000", "--plan", "without backups"]) == 0
    assert "without backups" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--cases", "7000", "--plan", "without backup"])
    assert "\n  without backups\n" in capsys.readouterr().err


@pytest.mark.parametrize("cases", ["0", "-3", "many", "2.5"])
def test_no_cases_are_refused(capsys: pytest.CaptureFixture[str], cases: str) -> None:
    with pytest.raises(SystemExit):
        main([f"--cases={cases}"])
    assert f"'{cases}' is no number of cases: give a whole one above 0" in capsys.readouterr().err


def test_a_number_is_changed_for_once(capsys: pytest.CaptureFixture[str]) -> None:
    def total(*arguments: str) -> float:
        assert main(["--cases", "5000", "--months", *arguments]) == 0
        return float(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))[-1]["total"])

    assert total("--set", "lives.read_a_year=1") > total() == total()
    with pytest.raises(SystemExit):
        main(["--set", "lives.read_a_year"])
    assert "'lives.read_a_year' changes no number: write it as" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--set", "lives.read_a_decade=1"])
    assert "read_a_decade" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--set", "lifes.read_a_year=1"])
    assert "lifes" in capsys.readouterr().err
