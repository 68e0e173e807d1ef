"""What one case uses besides the life of its files, and what each month uses whatever they are."""

from __future__ import annotations

import math

from tools.costs import declared, lives
from tools.costs.declared import MONTH_DAYS, Kept, Since
from tools.costs.inputs import Documents, Inputs, Item, Storage
from tools.costs.plans import Plan
from tools.costs.usage import Line, Usage

AUDIT = "AuditEntry"


def begun(inputs: Inputs, plan: Plan) -> Usage:
    """Return what a case uses in the month in which it begins, for good."""
    usage = Usage()
    _work_on_files(usage, inputs, plan)
    _work_on_documents(usage, inputs, plan)
    _run_functions(usage, inputs, plan)
    usage.put(Line.OTHERS, Item.MAILS, inputs.counted.mails)
    usage.put(Line.OTHERS, Item.TASKS, 2 * inputs.counted.promises)  # made, and handed over
    usage.put(Line.OTHERS, Item.LOGS, logs(inputs, plan))
    return usage


def documents(inputs: Inputs, plan: Plan, months: int) -> list[Usage]:
    """Return what the documents of one case use in each month of its age: kept, then deleted."""
    ages = [Usage() for _ in range(months)]
    for name, made in inputs.documents.items():
        if name == AUDIT and not plan.audit:
            continue
        for share, ends in _ends(inputs, declared.kept()[name]):
            gib = _gib(made, plan) * share
            for month in range(min(months, math.ceil(ends))):
                _keep(ages[month], plan, gib * lives.overlap(lives.BEGINS, ends, month))
            if ends < months:
                deleted = made.count * share
                ages[int(ends)].put(Line.DOCUMENTS, Item.FIRESTORE_DELETES, deleted)
    return ages


def papers(inputs: Inputs, months: int) -> list[Usage]:
    """Return what a case's share of invoices and statements uses in each month of its age."""
    ages = [Usage() for _ in range(months)]
    gib = inputs.elsewhere.paper_bytes / lives.GIB
    ends = lives.BEGINS + declared.kept()["Invoice"].months
    for month, usage in enumerate(ages):
        kept = gib * lives.overlap(lives.BEGINS, ends, month)
        usage.put(Line.KEPT, lives.stored(Storage.STANDARD), kept)
    return ages


def old_logs(inputs: Inputs, plan: Plan, months: int) -> list[Usage]:
    """Return what keeping a case's logs costs beyond their first month."""
    ages = [Usage() for _ in range(months)]
    for usage in ages[1 : int(inputs.elsewhere.log_months)]:
        usage.put(Line.OTHERS, Item.LOGS_KEPT, logs(inputs, plan))
    return ages


def monthly(inputs: Inputs, cases_a_year: float) -> Usage:
    """Return what each month uses, whatever began before it."""
    on = declared.deployed()
    usage = Usage()
    usage.put(Line.OTHERS, Item.SCHEDULES, on.schedules)
    usage.put(Line.OTHERS, Item.SECRETS, on.secrets)
    usage.put(Line.OTHERS, Item.IMAGES, inputs.elsewhere.image_gib)
    usage.put(Line.OTHERS, Item.ACCOUNTS, inputs.elsewhere.accounts_a_case * cases_a_year)
    return usage


def logs(inputs: Inputs, plan: Plan) -> float:
    """Return the GiB that a case writes into the logs."""
    requests = inputs.elsewhere.calls + _events(inputs, plan) + inputs.counted.promises
    return requests * inputs.elsewhere.log_bytes_a_request / lives.GIB


def _work_on_files(usage: Usage, inputs: Inputs, plan: Plan) -> None:
    files, days = inputs.files, inputs.lives
    scans, pictures = lives.objects(inputs, plan)
    landed = files.scans_a_case * inputs.of_scan("megabytes") * 1e6 / lives.GIB
    stays = days.landed_days
    if not plan.two_buckets:
        stays = days.single_bucket_landed_days + days.soft_deleted_days
    standard = lives.stored(Storage.STANDARD)
    usage.put(Line.LANDED, standard, landed * stays / MONTH_DAYS)
    clean = scans.count + pictures.count
    written = files.scans_a_case * files.landing_class_a + clean
    looked = files.scans_a_case * files.landing_class_b + clean * files.clean_class_b
    read = scans.count * files.downloads + pictures.count * files.pictures_seen
    usage.put(Line.OPERATIONS, Item.STANDARD_CLASS_A, written)
    usage.put(Line.OPERATIONS, Item.STANDARD_CLASS_B, looked + read)
    sent = scans.gib * files.downloads + pictures.gib * files.pictures_seen
    usage.put(Line.SENT, Item.EGRESS, sent)


def _work_on_documents(usage: Usage, inputs: Inputs, plan: Plan) -> None:
    told = inputs.elsewhere
    reads = sum(step.reads for step in inputs.steps)
    reads_besides = told.calls * told.reads_a_call + told.rules_reads + told.client_reads
    writes = sum(step.writes for step in inputs.steps)
    if not plan.audit:
        writes -= inputs.documents[AUDIT].count
    usage.put(Line.DOCUMENTS, Item.FIRESTORE_READS, reads + reads_besides)
    usage.put(Line.DOCUMENTS, Item.FIRESTORE_WRITES, writes)
    usage.put(Line.DOCUMENTS, Item.FIRESTORE_DELETES, inputs.counted.notices)


def _run_functions(usage: Usage, inputs: Inputs, plan: Plan) -> None:
    told, on = inputs.elsewhere, declared.deployed()
    scans, jobs = inputs.files.scans_a_case, inputs.counted.promises
    of_gate = _gate_events(inputs, plan)
    of_documents = _events(inputs, plan) - of_gate
    small = told.calls * told.seconds_a_call + (of_documents + jobs) * told.seconds_an_event
    moved = 2 * inputs.of_scan("megabytes") / inputs.files.transfer_megabytes_a_second
    large = scans * (inputs.of_scan("gate_seconds") + moved) + of_gate * told.seconds_an_event
    usage.put(Line.FUNCTIONS, Item.INVOCATIONS, told.calls + of_documents + of_gate + jobs)
    usage.put(Line.FUNCTIONS, Item.EVENTS, of_documents + of_gate)
    usage.put(Line.FUNCTIONS, Item.VCPU_SECONDS, small + large)
    memory = small * on.call_gib + large * on.gate_gib
    usage.put(Line.FUNCTIONS, Item.MEMORY_SECONDS, memory)


def _events(inputs: Inputs, plan: Plan) -> float:
    return inputs.counted.notices + inputs.counted.told + _gate_events(inputs, plan)


def _gate_events(inputs: Inputs, plan: Plan) -> float:
    """Return how often objects wake the trigger: landed ones, and in one bucket all others too."""
    files = inputs.files
    written = 0 if plan.two_buckets else 1 + files.pictures_a_scan
    return files.scans_a_case * (1 + written)


def _ends(inputs: Inputs, kept: Kept) -> tuple[tuple[float, float], ...]:
    """Return shares of documents, and the age in months at which they go."""
    if kept.since is Since.MADE:
        return ((1.0, lives.BEGINS + kept.months),)
    return tuple((share, closed + kept.months) for share, closed in lives.closings(inputs))


def _gib(made: Documents, plan: Plan) -> float:
    entries = made.composite + (made.single if plan.single_fields else 0)
    return (made.bytes + entries) / lives.GIB


def _keep(usage: Usage, plan: Plan, gib: float) -> None:
    usage.put(Line.STORED, Item.FIRESTORE_STORED, gib)
    if plan.pitr:
        usage.put(Line.RECOVERY, Item.FIRESTORE_PITR, gib)
    if plan.backups:
        usage.put(Line.RECOVERY, Item.FIRESTORE_BACKUPS, gib * declared.backups())
