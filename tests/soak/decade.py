"""Ten virtual years of a platform; what is kept for a time is held against a model.

    python -m tests.soak.decade --days 24 --seed 1

On some days people work: cases with scans and orders, money, tickets, notices, acts on record. From
then on only the clock runs. The model knows of each document when its time is over by arithmetic of
its own; a second before nothing is gone, and 24 hours later it all is, but for what is held.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from accounts import members
from accounts.requests import InviteMember
from core import firebase
from core.access import SYSTEM, Role
from core.blobs import project_blobs
from core.store import Store
from jobs import running
from labs.orders.models import Order, OrderState
from privacy.audit import sealing
from privacy.audit import verification as audit_verification
from scans.uploads.models import UploadState
from tests.soak.cloud import BucketLifecycle, FirestoreTtl
from tests.soak.model import DAY, INDIA, Documents, Kept, case_of, idle, over, years
from tests.soak.project import own_project
from tests.support import ids, lab_records, records
from tests.support.backups import firestore_dump
from tests.support.clinic_fixture import ClinicFixture
from tests.support.ended_documents import ENDED
from tests.support.fixed_holds import FixedHolds
from tests.support.moments import Clock
from tests.support.retention_fixture import RetentionFixture
from tests.support.ticket_fixture import TicketFixture
from wallet.ledger import operations, verification
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal
from wallet.ledger.journal import PostingRequest as Booking
from wallet.ledger.models import Transaction, Wallet

SECOND = timedelta(seconds=1)
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
END = NEW_YEAR.replace(year=2036)
#: The audit is verified with one visit of so many: it reads all of it.
_VERIFIED = 7
#: How often a clinic forgets to close a case.
FORGETS = 0.3
#: When the sweep comes after midnight in India.
SWEEPS = timedelta(minutes=10)


class Decade:
    """People who work on some days, and the clock."""

    def __init__(self, days: int, seed: int, special: int = 3) -> None:
        self.chance = random.Random(seed)
        self.clock = Clock(NEW_YEAR)
        self.practice = ClinicFixture(NEW_YEAR)
        self.practice.clock = self.clock
        self.blobs = project_blobs()
        self.retention = RetentionFixture(
            self.clock, self.blobs, Store(firebase.firestore_client())
        )
        self.ttl, self.lifecycle = FirestoreTtl(), BucketLifecycle(self.blobs)
        self.kept: dict[str, Kept] = {}
        self.acts: dict[str, datetime] = {}
        self.sealed: list[datetime] = []
        self.holds: dict[str, datetime] = {}
        #: When each case is idle that its clinic forgets to close.
        self.forgotten: dict[str, datetime] = {}
        self.counted: Counter[str] = Counter()
        self.working = sorted(self._moment() for _ in range(days))
        # Around the end of a financial year, and on a leap day.
        self.working += [
            datetime(2027, 3, 31, 18, 29, 59, tzinfo=UTC),
            datetime(2027, 3, 31, 18, 30, tzinfo=UTC),
            datetime(2028, 2, 29, 9, tzinfo=UTC),
        ][:special]
        self.working.sort()

    def _moment(self) -> datetime:
        """Some time of some day of the first two years."""
        return NEW_YEAR + self.chance.randrange(700) * DAY + self.chance.randrange(86_400) * SECOND

    # --- what people do ----------------------------------------------------------------------

    def work(self) -> None:
        """A day's work; all of it is over by the evening."""
        case_id = self._case()
        ticket = TicketFixture(self.practice)
        ticket.say(who="admin")
        ticket.close()
        self._book(3)
        members.invite(self.practice.ctx("owner"), InviteMember(email=ids.email()))
        self._others()
        if not self.holds or self.chance.random() < 0.3:
            self._hold(self.chance.choice([case_id, ticket.ticket_id]))
        self._learn()

    def _case(self) -> str:
        practice, tenants, at = self.practice, self.practice.tenants, self.clock.at
        case_id = practice.case()
        case = practice.case_of(case_id)
        folder = f"cases/{case.clinic_id}/{case_id}/{ids.document_id()}"
        content = self.lifecycle.write(f"{folder}/content", at)
        file = records.file(tenants)
        tenants.seed(file.model_copy(update={"content": content}).placed(case_id, file.id))
        order = self._order(lab_records.order(tenants).model_copy(update={"case_id": case_id}))
        line = lab_records.event(tenants)
        tenants.seed(order, line.placed(order.id, line.id))
        message = lab_records.message(tenants)
        photo = message.attachments[0]
        stored = self.lifecycle.write(f"attachments/{photo.attachment_id}/content", at)
        photo = photo.model_copy(update={"content": stored})
        message = message.model_copy(update={"attachments": [photo]})
        tenants.seed(message.placed(order.id, message.id))
        share = lab_records.share(tenants).model_copy(
            update={"case_id": case_id, "patient_id": case.patient_id, "order_id": order.id}
        )
        tenants.seed(share.placed(ids.document_id()))
        self.lifecycle.write(f"receipts/{order.id}/a.pdf", at)
        if self.chance.random() < FORGETS:
            self.forgotten[case_id] = idle(at)
        else:
            practice.close(case_id)
        return case_id

    def _order(self, order: Order) -> Order:
        times = {OrderState.PLACED: self.clock.at}
        return order.model_copy(update={"times": times}).placed(order.id)

    def _book(self, times: int) -> None:
        store, wallet_id = self.retention.store, self.practice.tenants.clinic
        for _ in range(times):
            order = Booking("admin", ids.document_id(), "x")

            def work(journal: Journal, order: Booking = order) -> Transaction:
                wallet = journal.wallet(wallet_id, Role.CLINIC)
                return operations.adjust(journal, order, wallet, 100, "for the story")

            Clerk().book(store, self.clock, wallet_id, order, work)

    def _others(self) -> None:
        """What the services make in ways too long for a story, written as they write it."""
        tenants, at = self.practice.tenants, self.clock.at
        for name in sorted(
            set(ENDED) - {"cases", "patients", "tickets", "transactions", "uploads"}
        ):
            document = ENDED[name](tenants, at)
            if name == "invoices":
                pdf = self.lifecycle.write(f"invoices/{tenants.clinic}/{document.id}.pdf", at)
                document = document.model_copy(update={"pdf": pdf}).placed(document.id)
            tenants.seed(document)
        upload = records.upload_attached(tenants, ids.uid(), expires_at=at)
        stored = self.lifecycle.write(f"attachments/{upload.id}/content", at)
        ready = {"state": UploadState.READY, "content": stored}
        tenants.seed(upload.model_copy(update=ready).placed(upload.id))
        counted = lab_records.link_count()
        today = at.astimezone(INDIA).date().isoformat()
        tenants.seed(counted.model_copy(update={"day": today}).placed(counted.id))
        self.lifecycle.write(f"landing/{ids.uid()}/{ids.document_id()}/original", at)
        self.lifecycle.write(f"statements/{tenants.clinic}/{ids.document_id()}/statement.pdf", at)

    def _hold(self, name: str, least: timedelta = 7 * 365 * DAY) -> None:
        """Put something under a hold that outlasts its time by some weeks."""
        self.holds[name] = self.clock.at + least + self.chance.randrange(40, 200) * DAY

    # --- what the model learns of it ---------------------------------------------------------

    def _learn(self) -> None:
        """Find out what there is, and reckon when its time is over."""
        found = firestore_dump(firebase.firestore_client())
        for path in found:
            due = over(path, found) if path not in self.kept else None
            if due is not None:
                self.kept[path] = Kept(due, self._held_until(path, found))
        for name, at in self.lifecycle.made.items():
            if at == self.clock.at:
                self.kept[f"gs://{name}"] = self._object(name, at, found)

    def _object(self, name: str, at: datetime, found: Documents) -> Kept:
        """An object goes with what names it; what nothing names by its age."""
        folder = name.split("/", maxsplit=1)[0]
        ages = {"landing": 1, "statements": 1}
        if folder in ages:
            return Kept(at + ages[folder] * DAY)
        whose = {
            "cases": lambda p: p.startswith(f"cases/{name.split('/')[2]}"),
            "receipts": lambda p: p == f"orders/{name.split('/')[1]}",
        }.get(folder, lambda p: f"'{name}'" in str(found[p]))
        named = [path for path in found if path in self.kept and whose(path)]
        assert named, f"nothing names {name}"
        return self.kept[named[0]]

    def _held_until(self, path: str, found: Documents) -> datetime | None:
        """A case or a ticket is held as a whole, with its patient; a clinic with all its own."""
        whole = case_of(path.split("/"), found)
        names = {whole, *path.split("/"), *map(str, found[path].values())}
        if path.startswith(("clinics/", "consents/")):  # while the case is there, so are they
            patient = found[path].get("patient_id") or path.split("/")[3]
            names |= {p.split("/")[1] for p, d in found.items() if d.get("patient_id") == patient}
        if path.startswith("transactions/") and self.practice.tenants.clinic in str(found[path]):
            names.add(self.practice.tenants.clinic)
        return max((at for name, at in self.holds.items() if name in names), default=None)

    # --- the clock ---------------------------------------------------------------------------

    def play(self, tell: Callable[[str], None]) -> None:
        """Let ten years pass: nothing is due in between the moments that are visited."""
        for at in self.working:
            for moment in self._visits(self.clock.at, at):
                self.visit(moment)
            self.clock.at = at
            self.work()
        told = 0
        for moment in self._visits(self.clock.at, END):
            self.visit(moment)
            if moment.year != told:
                told = moment.year
                tell(f"{moment:%Y}: {dict(self.counted)}")

    def _visits(self, after: datetime, until: datetime) -> Iterator[datetime]:
        """A second before each time that something may go, the sweep after it, and a day later."""
        done: datetime = after
        while True:
            goes = {kept.goes for kept in self.kept.values()} | set(self._seals())
            moments = {at + by for at in goes for by in (-SECOND, DAY)}
            moments |= {self._next_sweep(at) for at in goes}
            moments |= {at + by for at in self.forgotten.values() for by in (-SECOND, 0 * SECOND)}
            following = min((at for at in moments if done < at < until), default=None)
            if following is None:
                return
            done = following
            yield following

    def _next_sweep(self, at: datetime) -> datetime:
        local = at.astimezone(INDIA)
        midnight = datetime(local.year, local.month, local.day, tzinfo=INDIA)
        first = midnight + SWEEPS
        return first if first >= local else first + DAY

    def _seals(self) -> Iterator[datetime]:
        """Yield when the seals over what people did are over; what the sweeps did has its days."""
        for at in self.working:
            covering = min((until for until in self.sealed if until > at), default=None)
            if covering is not None:
                yield years(1, covering)

    def visit(self, moment: datetime) -> None:
        """Have the day's sweep happen, if it is time, and look at what is there."""
        self.clock.at = moment.astimezone(UTC)
        self.counted["visits"] += 1
        names = {name for name, until in self.holds.items() if until > moment}
        self.retention.held = FixedHolds(ids=frozenset(names))
        for case_id, at in list(self.forgotten.items()):
            self._look_at(case_id, at)
        sealing.seal_audit(self.retention.ctx)
        self.ttl.sweep(self.clock.at)
        self.lifecycle.sweep(self.clock.at)
        self.counted["jobs"] += len(self.retention.day())
        self.check()

    def _look_at(self, case_id: str, idle_at: datetime) -> None:
        """Wake the promise about a case that nobody closed: it is kept at its time, not before."""
        running.run(self.practice.as_caller(SYSTEM), f"idle-{case_id}")
        closed_at = self.practice.case_of(case_id).closed_at
        assert closed_at == (self.clock.at if self.clock.at >= idle_at else None), case_id
        if closed_at:
            del self.forgotten[case_id]
            self.counted["cases closed by the system"] += 1

    def check(self) -> None:
        """Hold what is there against the model.

        Raises:
            AssertionError: something went early, or stayed too long, or does not add up.
        """
        now, client = self.clock.at, firebase.firestore_client()
        looked = [path for path in self.kept if not path.startswith("gs://")]
        there = {
            found.reference.path
            for found in client.get_all([client.document(path) for path in looked], ["__name__"])
            if found.exists
        }
        there |= {f"gs://{name}" for name in self.blobs.names("")}
        for path, kept in list(self.kept.items()):
            if path not in there:
                assert kept.goes <= now, f"{path} went {kept.goes - now} early"
                del self.kept[path]
                self.counted["gone"] += 1
            else:
                assert now < kept.goes + DAY, f"{path} is {now - kept.goes} late"
                self.counted["held past their time"] += kept.due <= now < kept.goes
        self._check_audit(now)
        wallet = self.retention.store.get(Wallet, self.practice.tenants.clinic)
        faults = list(verification.faults(self.retention.store, wallet)) if wallet else []
        assert not faults, faults

    def _check_audit(self, now: datetime) -> None:
        client = firebase.firestore_client()
        audit = {a.id: a for a in client.collection("audit").get()}
        seals = client.collection("audit_seals").select(["until.at"]).get()
        self.sealed = ended = [seal.get("until.at") for seal in seals]
        gone = max((at for at in ended if years(1, at) <= now), default=NEW_YEAR - DAY)
        late = max((at for at in ended if years(1, at) + DAY <= now), default=NEW_YEAR - DAY)
        for name, at in list(self.acts.items()):
            if name not in audit:
                assert at <= gone, f"audit/{name} went early"
                del self.acts[name]
        for name, found in audit.items():
            held = self.retention.held.ids & {*str(found.to_dict()).replace("/", "'").split("'")}
            assert held or found.get("at") > late, f"audit/{name} is late"
        self.acts |= {name: found.get("at") for name, found in audit.items()}
        if self.counted["visits"] % _VERIFIED == 0:
            self.counted["audit verified"] += 1
            faults = list(audit_verification.faults(self.retention.store, now))
            assert not faults, faults[:5]

    def report(self) -> str:
        """What was shown, in a line.

        Raises:
            AssertionError: too little happened, or too much is left.
        """
        left = {path: kept for path, kept in self.kept.items() if kept.goes + DAY < END}
        assert not left, list(left)[:5]
        counted = self.counted
        assert counted["gone"] > 60, "too little happened to prove anything: work on more days"
        return (
            f"{counted['gone']} documents and objects went, none early and each within 24 hours; "
            f"{len(self.holds)} holds respected; what is left adds up; {dict(counted)}"
        )


def main() -> None:
    """Play a decade in a project of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=4)
    parser.add_argument("--special", type=int, default=3, help="days at the ends of years, of 3")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    own_project("decade")
    started = time.monotonic()
    decade = Decade(options.days, options.seed, options.special)
    decade.play(lambda line: sys.stderr.write(f"{line}\n"))
    print(f"{decade.report()}; {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
