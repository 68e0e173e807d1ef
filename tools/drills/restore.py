"""A restore: a day is lost but for its backup, which is put into an empty project and mended.

It is the seeded day, and what people do for a few minutes after the backup was taken. Then all
documents are gone; the bucket, Auth and the payment gateway have what they had. What stands for the
operator is typed as docs/operations/drills/restore.md has it.
"""

from __future__ import annotations

import tempfile
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from google.cloud.firestore_v1.base_query import FieldFilter

from accounts.models import User
from core.context import Context
from core.firebase import firestore_client
from core.store import Store
from privacy.audit import chain, sealing
from scans.cases.models import CaseStatus
from tools.client import wait_for
from tools.demo.people import apply_for, sign_up
from tools.demo.show import console
from tools.demo.steps import Steps
from tools.drills import backups
from tools.drills.acting import around_today, expect, scannerctl, swept_ahead
from tools.drills.backups import Backup, Documents, EmptyProject
from tools.drills.losses import losses, table
from tools.emulators.layout import PROJECT
from tools.emulators.progress import Progress
from tools.emulators.ticking import Ahead
from tools.gateway import act_at
from tools.seed import cases, day, scans
from tools.seed.accounts import SeededAlreadyError
from tools.seed.asking import ask
from tools.seed.day import Seeded
from tools.seed.patients import Register
from tools.seed.plan import DAY, SeededCase

_SEED = 1
#: The patient of the case that comes after the backup; no row of the plan has the number.
_LATE = 90
_PAISE = 700_000


def play(steps: Steps) -> list[str]:
    """Play it on emulators that hold no seeded day yet; return what it has proven.

    Raises:
        StoryEndedError: a step did not go as it should.
    """
    with tempfile.TemporaryDirectory() as folder:
        drill = _Drill(steps)
        backup = drill.back_up(Path(folder) / "backup")
        drill.go_on()
        drill.lose()
        drill.restore(backup)
    drill.mend_files()
    drill.mend_money()
    drill.verify()
    drill.count(backup)
    return [
        "every document that was written before the backup is there as it was",
        "documents name files that were put back again, by their checksums; who was erased after "
        "the backup is erased again",
        "what was paid at the gateway for an order from before the backup is booked; what was "
        "paid for a later one is named",
        "wallets add up, the audit is what was sealed, by a seal from before the backup",
        "accounts that were decided on after the backup are named, and let in nobody by themselves",
    ]


class _Drill:
    """What is known from step to step."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        with steps.step("a day is seeded") as step:
            try:
                with redirect_stdout(StringIO()):  # what is done in the past prints its log
                    self._seeded: Seeded = day.play(DAY, _SEED, Progress())
            except SeededAlreadyError:
                expect(False, "there is one already: run it on fresh emulators, by make drills")
            step.found(f"{len(self._seeded.cases)} cases, {len(self._seeded.visits)} visits")
        self._empty = EmptyProject.fresh()
        self._at = datetime.now(UTC)
        self._fault: Documents = {}
        self._restored: Documents = {}
        self._linked: Documents = {}

    def back_up(self, folder: Path) -> Backup:
        """Seal the audit, start a payment, and take the backup."""
        asha = self._seeded.accounts["asha"]
        with self._steps.step("the audit is sealed, a payment is begun") as step:
            with redirect_stdout(StringIO()):  # the seal's line in the log
                clock = Ahead(chain.GRACE)
                made = sealing.seal_audit(Context.of_system(Store(firestore_client()), clock))
            expect(made, "no seal was made")
            self._seal = _last_seal()
            self._begun = ask(asha, "payments/start_top_up", paise=_PAISE)["order_id"]
            step.found(f"seal {self._seal.partition(':')[0]}")
        with self._steps.step("the backup is taken") as step:
            backup = backups.take(folder)
            step.found("in Firestore's managed export format")
        return backup

    def go_on(self) -> None:
        """Have people act after the backup."""
        asha, admin = self._seeded.accounts["asha"], self._seeded.accounts["anil"]
        with self._steps.step("the clinic pays, and once more") as step:
            expect(act_at(self._begun, "pay") == [200, 200], "the webhook did not take it")
            self._later = ask(asha, "payments/start_top_up", paise=_PAISE)["order_id"]
            expect(act_at(self._later, "pay") == [200, 200], "the webhook did not take it")
            step.found("one order is from before the backup, one from after it")
        with self._steps.step("it opens a case and uploads a scan") as step:
            late = SeededCase("late", "asha", CaseStatus.SCANNED, jaws=1)
            clinic_id = str((asha.read(f"users/{asha.uid}") or {})["org"])
            sample = scans.made(_SEED, _LATE)
            opened = cases.play(late, _LATE, asha, clinic_id, Register(_SEED), sample)
            self._case = opened.case_id
            step.found("ready")
        with self._steps.step("an operator is suspended, a clinic is let in") as step:
            self._suspended = self._seeded.accounts["sunita"].uid
            admin.call("accounts/suspend_account", uid=self._suspended, reason="Papers are old.")
            newcomer = sign_up("clinic")
            apply_for(newcomer, "Dr. Tara Bhat", "Bhat Dental")
            admin.call("accounts/approve_account", uid=newcomer.uid)
            self._newcomer = newcomer.uid
            step.found("both decided after the backup")
        with self._steps.step("the patient who asked for it is erased") as step:
            asked = _asked_for_erasure()
            swept_ahead(f"privacy_requests/{asked}", days=8)
            wait_for(lambda: _state(asked) == "done", what="the patient was never erased")
            step.found("the receipt lies in the bucket")

    def lose(self) -> None:
        """Note what there is, and take it for gone."""
        with self._steps.step("the fault: all documents are gone") as step:
            self._at = datetime.now(UTC)
            self._fault = backups.documents(PROJECT)
            step.found(f"{len(self._fault)} of them; bucket, Auth and gateway stand")

    def restore(self, backup: Backup) -> None:
        """Put the backup, the objects and the accounts into the empty project."""
        with self._steps.step("the backup is put into an empty project") as step:
            expect(not backups.documents(self._empty.name), "it is not empty")
            backups.restore(backup, self._empty)
            self._restored = backups.documents(self._empty.name)
            older = [path for path, each in self._fault.items() if each.written < backup.at]
            for path in older:
                found = self._restored.get(path)
                expect(found and found.fields == self._fault[path].fields, f"{path} is another one")
            step.found(f"{len(self._restored)} documents; {len(older)} of before are as they were")
        with self._steps.step("the objects and the accounts are copied") as step:
            objects, accounts = (
                backups.copy_objects(self._empty), backups.copy_accounts(self._empty),
            )  # fmt: skip
            step.found(f"{objects} objects, {accounts} accounts")

    def mend_files(self) -> None:
        """Hold files to documents, link them anew, and erase again."""
        gone = self._restored.keys() - self._fault.keys()
        with self._steps.step("restore files") as step:
            told = self._run("restore", "files", code=1)
            expect("put back  cases/" in told, f"no file was put back: {told}")
            expect("differs  " not in told, f"a file has other bytes: {told}")
            step.found(told.splitlines()[-1])
        with self._steps.step("restore relink") as step:
            step.found(self._run("restore", "relink").strip())
            self._linked = backups.documents(self._empty.name)
        with self._steps.step("privacy replay") as step:
            told = self._run("privacy", "replay")
            expect("erasures replayed" in told and "✗" not in told, told)
            still = gone & backups.documents(self._empty.name).keys()
            erased = {path for path in gone if path.split("/")[-2] in {"patients", "cases"}}
            expect(erased and not erased & still, f"the backup brought back {sorted(still)}")
            step.found(f"{len(gone - still)} documents that had gone are gone again")
        with self._steps.step("restore files") as step:
            told = self._run("restore", "files", code=1)
            names = [line for line in told.splitlines() if line.startswith("✗")]
            late = [line for line in names if "unnamed  cases/" in line and self._case in line]
            expect(names and names == late, f"more than the later case differs: {told}")
            step.found(f"{len(late)} objects of the case that came after the backup, no other")

    def mend_money(self) -> None:
        """Verify the wallets, book what the gateway has, and verify them again."""
        with self._steps.step("wallet verify") as step:
            step.found(self._run("wallet", "verify").splitlines()[-1])
        with self._steps.step("wallet reconcile") as step:
            told = self._run("wallet", "reconcile", *around_today(), code=1)
            booked = [line for line in told.splitlines() if "booked now" in line]
            later = [line for line in told.splitlines() if "differs: not_booked" in line]
            expect(len(booked) == 1, f"booked: {told}")
            expect(len(later) == 1, f"differs: {told}")
            step.found("one payment is booked, one is of an order that nobody knows any more")
        with self._steps.step("wallet verify") as step:
            step.found(self._run("wallet", "verify").splitlines()[-1])

    def verify(self) -> None:
        """Hold the audit to a seal that was logged, and accounts to those of Auth."""
        with self._steps.step("audit verify --head") as step:
            step.found(self._run("audit", "verify", "--head", self._seal).splitlines()[-1])
        with self._steps.step("restore accounts") as step:
            told = self._run("restore", "accounts", code=1)
            named = {line.split()[1] for line in told.splitlines() if line.startswith("✗")}
            expect(named == {self._suspended, self._newcomer}, told)
            store = Store(self._empty.client())
            suspended = store.get(User, self._suspended)
            expect(suspended and suspended.claims(), "the suspended one is not active here")
            step.found("the one who was suspended since, and the one who was let in")

    def count(self, backup: Backup) -> None:
        """Show what was lost, by collection, and that nothing of before the backup was."""
        with self._steps.step("what is lost is counted") as step:
            mended = backups.documents(self._empty.name)
            found = losses(self._fault, self._restored, self._linked, mended, self._at)
            longest = max(each.age for each in found)
            expect(longest <= self._at - backup.at, "something from before the backup is lost")
            minutes = (self._at - backup.at).total_seconds() / 60
            step.found(f"{minutes:.2f} minutes lie between backup and fault")
        console.print(table(found))

    def _run(self, *words: str, code: int = 0) -> str:
        return scannerctl(*words, place=self._empty.variables, code=code)


def _last_seal() -> str:
    """Return the number and hash of the last seal, as the log has them."""
    (seal,) = Store(firestore_client()).find(sealing.LAST, limit=1)
    return f"{seal.number}:{seal.hash}"


def _asked_for_erasure() -> str:
    """Return the id of the request of the seeded day."""
    asked = FieldFilter("state", "==", "cooling_off")
    waiting = firestore_client().collection("privacy_requests").where(filter=asked)
    found = [each.id for each in waiting.stream()]
    expect(len(found) == 1, f"{len(found)} people asked to be erased")
    return str(found[0])


def _state(request_id: str) -> str:
    found = firestore_client().document(f"privacy_requests/{request_id}").get().to_dict()
    return str((found or {}).get("state"))
