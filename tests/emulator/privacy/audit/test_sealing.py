"""Sealing the audit, and finding what was done to it, in a database of the test's own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from google.cloud.firestore import FieldFilter, GeoPoint
from typer.testing import CliRunner

from core import audit
from core.store import Store
from core.unknown import stored
from privacy.audit import chain, counting, sealing, verification
from privacy.audit.chain import AuditFinding, Fault
from privacy.audit.verification import SealRange
from tests.support import account_records, ids
from tests.support.crashes import CrashError, DyingStore, OvertakenStore
from tests.support.own_database import OwnDatabase
from tools.scannerctl.app import app

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SCRIPT = Path(__file__).resolve().parents[4] / "scannerctl"


class AuditFixture(OwnDatabase):
    """An audit with nothing in it."""

    def act(self, times: int = 1) -> list[str]:
        """Record acts of this moment; their paths."""
        before = {each.id for each in self.client.collection("audit").list_documents()}
        ctx = self.ctx()
        for _ in range(times):
            ctx.store.run(lambda unit: audit.record(unit, ctx, "scans.open_case", "cases/c1"))
        after = {each.id for each in self.client.collection("audit").list_documents()}
        return [f"audit/{each}" for each in sorted(after - before)]

    def crowd(self, number: int, apart: timedelta) -> None:
        """Put many entries down, from this moment on."""
        batch = self.client.batch()
        for place in range(number):
            said = account_records.audit_entry().model_copy(
                update={"at": self.clock.at + place * apart}
            )
            batch.set(self.client.document(f"audit/{ids.document_id()}"), stored(said))
        batch.commit()

    def seal(self, store: Store | None = None) -> int:
        """Do the chore."""
        return sealing.seal_audit(self.ctx(store=store))

    def later(self, by: timedelta) -> None:
        """Let time pass."""
        self.clock.at += by

    def seals(self) -> list[dict[str, Any]]:
        """All seals, in their order."""
        return [
            each.to_dict()
            for each in self.client.collection("audit_seals").order_by("number").get()
        ]

    def found(self, **heads: str) -> set[AuditFinding]:
        """What a verification finds."""
        store = Store(self.client)
        noted = {int(number.strip("_")): hash_ for number, hash_ in heads.items()}
        return set(verification.faults(store, self.clock.at, noted))


@pytest.fixture
def audit_trail() -> AuditFixture:
    """An audit of the test's own."""
    return AuditFixture()


@pytest.fixture
def sealed(audit_trail: AuditFixture) -> AuditFixture:
    """Three hours with two acts each, all sealed."""
    for _ in range(3):
        audit_trail.act(2)
        audit_trail.later(HOUR)
        audit_trail.seal()
    audit_trail.later(HOUR)
    audit_trail.seal()
    return audit_trail


# --- sealing -------------------------------------------------------------------------------------


def test_an_hour_is_sealed_once_nothing_can_join_it(audit_trail: AuditFixture) -> None:
    audit_trail.act(3)
    audit_trail.later(chain.GRACE)
    assert audit_trail.seal() == 1  # of the time before the acts
    assert [len(seal["entries"]) for seal in audit_trail.seals()] == [0]

    audit_trail.later(chain.EVERY - timedelta(microseconds=1))
    ctx = audit_trail.ctx()
    assert sealing.seal_audit(ctx) == 0
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 0)

    audit_trail.later(timedelta(microseconds=1))
    ctx = audit_trail.ctx()
    assert sealing.seal_audit(ctx) == 1
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1 + 3 + 1, 1)
    first, second = audit_trail.seals()
    horizon = audit_trail.clock.at - chain.GRACE
    assert len(second["entries"]) == 3
    assert (second["number"], second["previous"]) == (2, first["hash"])
    assert (second["since"], second["until"]["at"]) == (first["until"], horizon)
    assert audit_trail.found() == set()


def test_an_hour_without_acts_is_sealed_too(sealed: AuditFixture) -> None:
    sealed.later(HOUR)
    ctx = sealed.ctx()
    assert sealing.seal_audit(ctx) == 1
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1 + 1 + 1, 1)
    assert sealed.seals()[-1]["entries"] == []
    assert sealed.found() == set()


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(microseconds=10)])
def test_a_crowd_is_sealed_in_parts(audit_trail: AuditFixture, apart: timedelta) -> None:
    audit_trail.crowd(400, apart)
    audit_trail.crowd(400, apart)
    audit_trail.later(HOUR)
    assert audit_trail.seal() == 1
    audit_trail.later(HOUR)
    assert audit_trail.seal() == 1
    assert [len(seal["entries"]) for seal in audit_trail.seals()] == [500, 300]
    assert audit_trail.found() == set()


def test_a_run_ends_and_the_next_goes_on(audit_trail: AuditFixture) -> None:
    for _ in range(4):
        audit_trail.crowd(400, timedelta(microseconds=1))
    audit_trail.later(2 * HOUR)
    made = [sealing.seal_audit(audit_trail.ctx(), most=2) for _ in range(3)]
    assert made == [2, 2, 0]
    assert [len(seal["entries"]) for seal in audit_trail.seals()] == [500, 500, 500, 100]
    assert audit_trail.found() == set()


def test_the_log_has_the_hash(sealed: AuditFixture, capfd: pytest.CaptureFixture[str]) -> None:
    sealed.later(HOUR)
    sealed.seal()
    out, err = capfd.readouterr()
    lines = [json.loads(line) for line in (out + err).splitlines() if "audit sealed" in line]
    last = sealed.seals()[-1]
    assert [(line["number"], line["hash"]) for line in lines] == [(last["number"], last["hash"])]


def test_who_comes_second_seals_nothing(audit_trail: AuditFixture) -> None:
    audit_trail.act(2)
    audit_trail.later(HOUR)
    store = OvertakenStore(audit_trail.seal, client=audit_trail.client)
    assert audit_trail.seal(store) == 0
    assert store.tally.writes == 0
    assert len(audit_trail.seals()) == 1
    assert audit_trail.found() == set()


def test_two_sealers_at_once_make_one_chain(audit_trail: AuditFixture) -> None:
    for _ in range(3):
        audit_trail.crowd(400, timedelta(microseconds=1))
    audit_trail.later(HOUR)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: audit_trail.seal(), range(4)))
    numbers = [seal["number"] for seal in audit_trail.seals()]
    assert numbers == list(range(1, sum(made) + 1))
    audit_trail.later(2 * HOUR)
    audit_trail.seal()
    assert audit_trail.found() == set()


@pytest.mark.parametrize("committed", [False, True])
def test_a_sealer_that_dies_is_followed_by_another(
    audit_trail: AuditFixture, *, committed: bool
) -> None:
    audit_trail.act(2)
    audit_trail.later(HOUR)
    with pytest.raises(CrashError):
        audit_trail.seal(DyingStore(0, committed=committed, client=audit_trail.client))
    assert len(audit_trail.seals()) == committed
    audit_trail.later(HOUR)
    audit_trail.seal()
    assert [seal["number"] for seal in audit_trail.seals()] == [1, 2][: 1 + committed]
    assert audit_trail.found() == set()


# --- verification --------------------------------------------------------------------------------


def test_a_late_entry_is_found(sealed: AuditFixture) -> None:
    sealed.later(-3 * HOUR)
    (path,) = sealed.act()
    sealed.later(3 * HOUR)
    assert sealed.found() == {AuditFinding(path, Fault.ADDED)}


def test_an_entry_in_time_is_not(sealed: AuditFixture) -> None:
    """Committed as late as the grace allows, in the window that is sealed next."""
    sealed.later(MINUTE - chain.GRACE)
    sealed.act()
    sealed.later(chain.GRACE - MINUTE)
    assert sealed.found() == set()
    sealed.later(2 * HOUR)
    assert sealed.seal() == 1
    assert sealed.found() == set()


Tamper = Callable[[Any], object]
TAMPERS: dict[str, tuple[Tamper, set[Fault]]] = {
    "changed": (lambda entry: entry.update({"actor": "x"}), {Fault.CHANGED}),
    "more": (lambda entry: entry.update({"more": GeoPoint(1, 2)}), {Fault.CHANGED}),
    "deleted": (lambda entry: entry.delete(), {Fault.MISSING}),
    "moved": (lambda entry: entry.update({"at": account_records.MADE}), {Fault.ADDED, Fault.MOVED}),
    "untimed": (lambda entry: entry.update({"at": "2026-05-04"}), {Fault.MOVED, Fault.UNTIMED}),
}


@pytest.mark.parametrize("name", TAMPERS)
def test_what_is_done_to_an_entry_is_found(sealed: AuditFixture, name: str) -> None:
    tamper, faults = TAMPERS[name]
    entry = sealed.client.collection("audit").order_by("at").limit(3).get()[-1].reference
    tamper(entry)
    expected = {"audit" if fault is Fault.UNTIMED else entry.path: fault for fault in faults}
    found = sealed.found()
    assert {finding.fault for finding in found} == faults
    assert {finding.path for finding in found} == set(expected)


def test_an_entry_without_a_time_is_found(sealed: AuditFixture) -> None:
    sealed.client.document("audit/x").set({"actor": "x"})
    assert sealed.found() == {AuditFinding("audit", Fault.UNTIMED)}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"previous": "x"}, Fault.SEAL_CHANGED),
        ({"more": 1}, Fault.SEAL_CHANGED),
        ({"entries": "none"}, Fault.SEAL_UNREADABLE),
        ({"number": "2"}, Fault.SEAL_MISSING),
    ],
)
def test_what_is_done_to_a_seal_is_found(
    sealed: AuditFixture, changes: dict[str, object], fault: Fault
) -> None:
    sealed.client.document("audit_seals/2").update(changes)
    assert AuditFinding("audit_seals/2", fault) in sealed.found()


def test_a_chain_that_was_replaced_is_found_by_the_log(sealed: AuditFixture) -> None:
    noted = {f"_{seal['number']}": seal["hash"] for seal in sealed.seals()}
    assert sealed.found(**noted) == set()
    for seal in sealed.client.collection("audit_seals").get():
        seal.reference.delete()
    sealed.client.collection("audit").limit(1).get()[0].reference.delete()
    sealed.seal()
    assert sealed.found() == set()
    assert AuditFinding("audit_seals/1", Fault.OTHER_HEAD) in sealed.found(**noted)


def test_a_verification_reads_each_once(sealed: AuditFixture) -> None:
    store = Store(sealed.client)
    assert list(verification.faults(store, sealed.clock.at)) == []
    # The last seal and a count of them to begin with, and two counts at the end.
    entries, seals, more = 6, len(sealed.seals()), 2 + 2
    assert (store.tally.reads, store.tally.writes) == (entries + seals + more, 0)


def test_a_part_reads_what_it_is_of_and_the_seal_before(sealed: AuditFixture) -> None:
    store = Store(sealed.client)
    assert list(verification.of_part(store, sealed.clock.at, SealRange(2, 2), {})) == []
    assert store.tally.reads == 2 + len(sealed.seals()[1]["entries"])


def test_all_are_counted_in_pieces_too(sealed: AuditFixture) -> None:
    """As many as there are, wherever the pieces are cut."""
    store, many = Store(sealed.client), 70 * counting.PIECE
    sealed.client.document("audit/~").set({"actor": "x"})
    sealed.client.document("audit/-").set({"actor": "x"})
    for most in (0, counting.PIECE, 5 * counting.PIECE, many):
        assert counting.everything(store, most) == 6 + 2
        assert counting.timed(store, sealed.clock.at, most) == 6
    found = set(verification.untimed(store, sealed.clock.at, many // chain.MOST))
    assert found == {AuditFinding("audit", Fault.UNTIMED, 2)}


def test_a_day_is_that_of_the_seals_with_its_moments(sealed: AuditFixture) -> None:
    store = Store(sealed.client)
    for seal in sealed.seals():
        assert verification.covering(store, seal["until"]["at"]) == seal["number"]
    last = sealed.seals()[-1]
    after = last["until"]["at"] + timedelta(microseconds=1)
    assert verification.covering(store, after) is None
    assert verification.newest(store) == last["number"]


# --- the command ---------------------------------------------------------------------------------


def verify(audit_trail: AuditFixture, *options: str) -> subprocess.CompletedProcess[str]:
    command = [str(SCRIPT), "audit", "verify", *options]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=audit_trail.environment
    )


def test_the_command_says_what_does_not_fit(sealed: AuditFixture) -> None:
    """On the machine's clock, which stands months after the test's."""
    seal = sealed.seals()[1]
    done = verify(sealed, "--head", f"2:{seal['hash']}")
    last = sealed.seals()[-1]
    told = f"seals 1 to 4 verified, 0 findings\n--head 4:{last['hash']}\n"
    assert (done.returncode, done.stdout) == (0, told), done.stderr

    entry = sealed.client.collection("audit").limit(1).get()[0].reference
    entry.update({"actor": "Asha Rao"})
    changed = verify(sealed, "--head", f"2:{'0' * 64}")
    assert changed.returncode == 1
    assert "audit_seals/2  is not the one that was noted elsewhere" in changed.stdout
    assert f"{entry.path}  is not what was sealed" in changed.stdout
    assert "2 findings" in changed.stderr
    assert "Asha" not in changed.stdout + changed.stderr


@pytest.mark.parametrize("head", ["2", "x:y", f"x:{'0' * 64}", "2:0"])
def test_a_head_has_a_form(head: str) -> None:
    """It is refused before anything is read."""
    refused = CliRunner().invoke(app, ["audit", "verify", "--head", head])
    assert refused.exit_code == 2
    assert "<number>:<hash>" in refused.stderr


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("where", ["0", "x", "2026-13-01", "-1"])
def test_a_range_is_of_seals_or_days(option: str, where: str) -> None:
    refused = CliRunner().invoke(app, ["audit", "verify", f"{option}={where}"])
    assert refused.exit_code == 2
    assert "YYYY-MM-DD" in refused.stderr


def test_a_range_looks_at_its_own(sealed: AuditFixture) -> None:
    """At what was done in it, and at nothing else."""
    entries = sealed.client.collection("audit").order_by("at").get()
    entries[0].reference.update({"actor": "x"})
    number = next(s["number"] for s in sealed.seals() if entries[0].id in str(s["entries"]))
    within = verify(sealed, "--from", str(number), "--to", str(number))
    assert "1 findings" in within.stdout
    behind = verify(sealed, "--from", str(number + 1))
    assert (behind.returncode, behind.stdout.splitlines()[0]) == (
        0, f"seals {number + 1} to 4 verified, 0 findings",
    )  # fmt: skip
    seal = sealed.seals()[number - 1]
    for hash_, code in ((seal["hash"], 0), ("0" * 64, 1)):
        done = verify(sealed, "--from", str(number + 1), "--head", f"{number}:{hash_}")
        assert done.returncode == code
    day = f"{sealed.clock.at:%Y-%m-%d}"
    assert verify(sealed, "--from", day).returncode == 1
    assert verify(sealed, "--from", "2036-01-01").returncode == 1


def test_what_was_noted_is_compared_whatever_else_is_asked_for(
    sealed: AuditFixture, tmp_path: Path
) -> None:
    """Of a part that was read before, too; where it cannot be, that is said."""
    right, wrong = sealed.seals()[1]["hash"], "0" * 64
    range_ = ("--to", "3", "--resume", str(tmp_path / "verified"))
    assert verify(sealed, *range_).returncode == 0
    for hash_, code in ((right, 0), (wrong, 1)):
        done = verify(sealed, *range_, "--head", f"2:{hash_}")
        assert done.returncode == code
        assert ("audit_seals/2  is not the one" in done.stdout) == (code == 1)
    for number, code in ((1, 1), (2, 0), (3, 0), (4, 1)):
        hash_ = sealed.seals()[number - 1]["hash"]
        done = verify(sealed, "--from", "3", "--to", "3", "--head", f"{number}:{hash_}")
        assert done.returncode == code
        assert ("would not be compared" in done.stderr) == (code == 1)


def test_a_range_behind_the_last_seal_is_refused(sealed: AuditFixture) -> None:
    """One that begins behind it has what is not sealed yet alone."""
    for first, code in ((4, 0), (5, 0), (6, 1)):
        done = verify(sealed, "--from", str(first))
        assert done.returncode == code
        assert ("There are 4 seals" in done.stderr) == (code == 1)
    assert verify(sealed, "--to", "5").returncode == 1


def test_who_verified_is_on_record(sealed: AuditFixture) -> None:
    assert verify(sealed, "--note").returncode == 0
    acts = sealed.client.collection("audit").where(
        filter=FieldFilter("action", "==", "privacy.verify_audit")
    )
    (entry,) = (each.to_dict() for each in acts.get())
    last = sealed.seals()[-1]
    assert entry is not None
    assert (entry["actor"], entry["subject"]) == ("scannerctl", "audit_seals/4")
    assert entry["refs"] == {"first": "1", "head": last["hash"], "findings": "0"}


def test_who_goes_on_reads_no_part_twice(sealed: AuditFixture, tmp_path: Path) -> None:
    """Until its last seal is another; and parts that were in the middle of it are read again."""
    file = tmp_path / "verified"
    entry = sealed.client.collection("audit").order_by("at").limit(1).get()[0].reference
    range_ = ("--to", "3", "--resume", str(file))
    assert verify(sealed, *range_).returncode == 0
    entry.update({"actor": "x"})
    assert verify(sealed, *range_).returncode == 0, "it was read, and is not read again"
    file.write_text(file.read_text()[:-20])
    torn = verify(sealed, *range_)
    assert torn.returncode == 1
    assert f"{entry.path}  is not what was sealed" in torn.stdout
    again = verify(sealed, *range_)
    assert (again.returncode, again.stdout) == (1, torn.stdout), "findings are told again"
    sealed.client.document("audit_seals/3").update({"hash": "0" * 64})
    assert "audit_seals/3" in verify(sealed, *range_).stdout
    file.write_text("another\n")
    assert "name another" in verify(sealed, *range_).stderr


def test_parts_are_verified_side_by_side(sealed: AuditFixture) -> None:
    """More seals than a part has, in processes of their own."""
    for _ in range(verification.SIZE):
        sealed.later(HOUR)
        sealed.seal()
    sealed.client.document("audit/late").set({"at": sealed.seals()[0]["until"]["at"]})
    one, two = (verify(sealed, "--parallel", str(n)) for n in (1, 2))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert "audit/late  was not there" in one.stdout
