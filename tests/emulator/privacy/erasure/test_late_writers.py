"""Who had read before an erasure writes after it, and dies: what was written goes all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from core.access import Role
from core.audit import AuditEntry
from core.queries import Query
from core.store import Store
from privacy.erasure import looking
from privacy.erasure.tasks import AFTER, LOOKS
from privacy.export.building import folder_of
from privacy.identity import FirebaseAccounts
from scans.intake.landing import LEASE
from tests.emulator.canary_fixture import CanaryFixture, Patient, run_erasure, run_withdrawal
from tests.emulator.scans.intake.landing_steps import Arrival, Instance
from tests.support.crashes import CrashError
from tests.support.data_request_fixture import DAY, DataRequestFixture
from tools import deployed, samples

SCAN = samples.arch("upper", 1000)
PICTURES = ["marked", "preview", "sheet", "thumbnail"]
#: What an instance does with a scan up to the transaction that records its pictures.
FILED = ["revoke", "transaction", "read", "content", "transaction", "delete"]
WRITTEN = [*FILED, "thumbnail", "preview", "sheet", "marked"]
DISCARDING = [*WRITTEN, "transaction", "discard"]
AUDITED = Query(AuditEntry, (("action", "=="), ("subject", "==")))


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with a bucket that no trigger watches."""
    return CanaryFixture()


def arriving(canaries: CanaryFixture) -> tuple[dict[str, str], Arrival]:
    """A scan that has landed in a case of its own; the ids of its patient and consent."""
    named = canaries.practice.consented()
    return named, canaries.dock.arrive(SCAN, case_id=canaries.practice.case(**named))


def in_case(canaries: CanaryFixture, arrival: Arrival) -> list[str]:
    """The last parts of the names of what lies in an arrival's case."""
    practice, upload = canaries.practice, arrival.upload
    names = canaries.bucket_names(f"cases/{practice.tenants.clinic}/{upload.case_id}/")
    return sorted(name.rpartition("/")[2] for name in names)


def look(canaries: CanaryFixture, receipt_id: str, number: int = 1) -> datetime | None:
    """Do what the job of a look does; when it is due again."""
    job = DataRequestFixture(canaries.practice).job(f"{LOOKS}{number}-{receipt_id}")
    assert job is not None
    eraser = canaries.eraser(canaries.patient_subject())
    return looking.look_again(eraser.ctx, eraser.blobs, FirebaseAccounts(), job)


def late_of(canaries: CanaryFixture, path: str) -> list[str]:
    """How many objects each look found, as the audit has it."""
    store: Store = canaries.practice.ctx().store
    found = store.find(AUDITED, "privacy.erase_late", path, limit=10)
    return [entry.refs["objects"] for entry in found]


def erased_while_drawn(
    canaries: CanaryFixture, dies: Callable[[Instance], None]
) -> tuple[str, Arrival]:
    """A scan whose patient is erased after its first picture, by an instance that then dies."""
    data_requests = DataRequestFixture(canaries.practice)
    named, arrival = arriving(canaries)
    request_id = data_requests.erase(patient_id=named["patient_id"])
    canaries.practice.clock.at += 8 * DAY
    instance = Instance(between={"thumbnail": lambda: run_erasure(canaries, request_id)})
    dies(instance)
    with pytest.raises(CrashError):
        arrival.receive(instance)
    return request_id, arrival


@pytest.mark.parametrize(
    ("steps", "after", "left"),
    [
        (WRITTEN[:-1], True, ["preview", "sheet"]),
        (WRITTEN, True, ["marked", "preview", "sheet"]),
        (DISCARDING, False, ["marked", "preview", "sheet"]),
    ],
    ids=["between pictures", "before the transaction", "before they are discarded"],
)
def test_pictures_of_an_erased_scan_go_whenever_their_writer_dies(
    canaries: CanaryFixture, steps: list[str], after: bool, left: list[str]
) -> None:
    def dies(instance: Instance) -> None:
        instance.at, instance.after = len(steps) - 1, after

    _, bystander = arriving(canaries)
    bystander.receive()
    request_id, arrival = erased_while_drawn(canaries, dies)
    arrival.receive(later=LEASE)  # the event comes again, and finds nothing that it was about
    assert in_case(canaries, arrival) == left, "the first picture went with the erasure"

    assert look(canaries, request_id) is None

    assert in_case(canaries, arrival) == []
    assert in_case(canaries, bystander) == sorted(["content", *PICTURES])
    path = f"privacy_requests/{request_id}"
    assert late_of(canaries, path) == [str(len(left))]
    before = canaries.dump()
    assert look(canaries, request_id, 2) is None
    assert canaries.dump() == before, "and nothing is written down where nothing came back"


def test_a_scan_that_is_not_erased_keeps_pictures_whose_writer_died(
    canaries: CanaryFixture,
) -> None:
    """The twin: the same death, and another patient is erased."""
    data_requests = DataRequestFixture(canaries.practice)
    (other, _), (_, arrival) = arriving(canaries), arriving(canaries)
    request_id = data_requests.erase(patient_id=other["patient_id"])
    canaries.practice.clock.at += 8 * DAY
    erase = {"thumbnail": lambda: run_erasure(canaries, request_id)}
    with pytest.raises(CrashError):
        arrival.receive(Instance(at=len(WRITTEN) - 1, after=True, between=erase))
    assert look(canaries, request_id) is None
    assert in_case(canaries, arrival) == sorted(["content", *PICTURES])
    arrival.receive(later=LEASE)
    assert in_case(canaries, arrival) == sorted(["content", *PICTURES])
    file = canaries.practice.file_of(str(arrival.upload.case_id), arrival.upload.id)
    assert file.drawn
    assert late_of(canaries, f"privacy_requests/{request_id}") == []


def test_nor_do_they_stay_after_a_consent_was_withdrawn(canaries: CanaryFixture) -> None:
    practice = canaries.practice
    named, arrival = arriving(canaries)
    consent_id = named["consent_id"]
    practice.withdraw(consent_id)
    practice.clock.at += 8 * DAY
    run_withdrawal(canaries, consent_id)
    folder = f"cases/{practice.tenants.clinic}/{arrival.upload.case_id}/{arrival.upload.id}"
    canaries.bucket.blob(f"{folder}/preview").upload_from_string(b"late")
    assert look(canaries, f"consent-{consent_id}") is None
    assert in_case(canaries, arrival) == []
    assert late_of(canaries, f"consents/{consent_id}") == ["1"]


#: Where objects of a patient are written after something of them was read: a picture of a pair, a
#: form, a receipt, an archive.
WRITERS = (
    "cases/{clinic}/{case}/pairs/a-b/occlusion",
    "consents/{clinic}/{consent}/late/content",
    "receipts/{order}/late.pdf",
    "exports/{request}/late.zip",
)


def test_every_folder_of_a_patient_is_looked_into(canaries: CanaryFixture) -> None:
    practice, data_requests = canaries.practice, DataRequestFixture(canaries.practice)
    mine, other = canaries.patient(), canaries.patient()
    request_id = data_requests.erase(patient_id=mine.patient_id)
    practice.clock.at += 8 * DAY
    run_erasure(canaries, request_id)

    def late(patient: Patient, request: str) -> list[str]:
        named = {"case": patient.case_id, "consent": patient.consent_id, "request": request}
        said = {"clinic": practice.tenants.clinic, "order": patient.order_id, **named}
        return [name.format(**said) for name in WRITERS]

    ours, theirs = late(mine, request_id), late(other, "another")
    for name in (*ours, *theirs):
        canaries.bucket.blob(name).upload_from_string(b"late")
    assert look(canaries, request_id) is None
    assert [canaries.bucket_names(name) for name in ours] == [[] for _ in ours]
    assert [canaries.bucket_names(name) for name in theirs] == [[name] for name in theirs]
    assert late_of(canaries, f"privacy_requests/{request_id}") == [str(len(ours))]


def test_what_a_person_exported_goes_too(canaries: CanaryFixture) -> None:
    """An archive that was being built while its person was erased."""
    data_requests = DataRequestFixture(canaries.practice)
    token, _ = canaries.member(Role.OPERATOR)
    exported = data_requests.export(token)
    request_id = data_requests.erase(token)
    canaries.practice.clock.at += 8 * DAY
    run_erasure(canaries, request_id)
    name = f"{folder_of(exported)}late.zip"
    canaries.bucket.blob(name).upload_from_string(b"late")
    before = data_requests.of(exported)
    assert look(canaries, request_id) is None
    assert canaries.bucket_names(folder_of(exported)) == []
    assert data_requests.of(exported) == before


def test_the_looks_come_after_all_that_may_run_was_given_up(canaries: CanaryFixture) -> None:
    """And the erasure promises each of them."""
    longest = max(f.__firebase_endpoint__.timeoutSeconds for f in deployed.functions().values())
    assert timedelta(seconds=longest) < AFTER[0]
    data_requests = DataRequestFixture(canaries.practice)
    named, _ = arriving(canaries)
    request_id = data_requests.erase(patient_id=named["patient_id"])
    canaries.practice.clock.at += 8 * DAY
    run_erasure(canaries, request_id)
    jobs = [data_requests.job(f"{LOOKS}{n}-{request_id}") for n in (1, 2)]
    now = canaries.practice.clock.at
    assert [job and job.due_at for job in jobs] == [now + timedelta(minutes=15), now + DAY]
