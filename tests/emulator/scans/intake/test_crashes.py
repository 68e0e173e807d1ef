"""A crash at any step between landing and done, then a retry, ends where no crash does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from core import firebase
from scans.intake.landing import LEASE
from tests.emulator.scans.intake.landing_steps import Arrival, Dock, Instance
from tests.support import ids
from tests.support.case_archives import PROJECT, packed
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError, deaths
from tools import samples

SCAN = samples.arch("upper", 1000)
PHOTO = samples.photo_with_gps()
IMAGE = {"kind": "image", "file_name": "front.jpg"}
ARCHIVE = {"kind": "case", "file_name": "case.zip", "jaw": None}
PICTURES = ["thumbnail", "preview", "sheet"]
PARTS = ["content", *PICTURES]
CLEAN = [f"cases/{part}" for part in sorted(PARTS)]

#: What an instance does, step by step, for each kind of upload and each end that it may have.
CLAIMED = ["revoke", "transaction", "read"]
FILED = [*CLAIMED, "content", "transaction", "delete"]
DRAWN = [*PICTURES, "marked", "transaction"]
READY = [*FILED, *DRAWN]
SENT = [*CLAIMED, *PARTS, "transaction", "delete"]
REFUSED = [*CLAIMED, "transaction", "discard", "delete"]
CLOSED = [*CLAIMED, "content", "thumbnail", "transaction", "discard", "delete"]
FORM = FILED


@pytest.fixture(scope="module")
def dock() -> Dock:
    """A practice whose cases are each a test's own, and a bucket that no trigger watches."""
    return Dock(ClinicFixture(), firebase.storage_client().bucket("steps-of-landing"))


def scan(dock: Dock) -> tuple[Arrival, Instance]:
    """A scan that ends ready."""
    return dock.arrive(SCAN), Instance()


def broken(dock: Dock) -> tuple[Arrival, Instance]:
    """A file that is refused."""
    return dock.arrive(samples.broken("zip")), Instance()


def overtaken(dock: Dock) -> tuple[Arrival, Instance]:
    """A photo whose case is closed while it is judged."""
    arrival = dock.arrive(PHOTO, **IMAGE)
    close = {"read": lambda: dock.practice.close(str(arrival.upload.case_id))}
    return arrival, Instance(between=close)


def form(dock: Dock) -> tuple[Arrival, Instance]:
    """The photo of a signed form."""
    consent_id = dock.practice.consented()["consent_id"]
    return dock.arrive(PHOTO, **IMAGE, consent_id=consent_id, jaw=None), Instance()


def withdrawn(dock: Dock) -> tuple[Arrival, Instance]:
    """The photo of a form whose consent is withdrawn while it is judged."""
    arrival, _ = form(dock)
    consent_id = str(arrival.upload.consent_id)
    return arrival, Instance(between={"read": lambda: dock.practice.withdraw(consent_id)})


def attached(dock: Dock) -> tuple[Arrival, Instance]:
    """A scan that a lab attaches to something about a case."""
    about = {"subject": f"orders/{ids.document_id()}", "case_id": dock.practice.case()}
    return dock.arrive(SCAN, "lab", kind="stl", **about), Instance()


def attached_in_vain(dock: Dock) -> tuple[Arrival, Instance]:
    """A photo about a case whose consent is withdrawn while it is judged."""
    named = dock.practice.consented()
    case_id, subject = dock.practice.case(**named), f"orders/{ids.document_id()}"
    arrival = dock.arrive(PHOTO, "lab", subject=subject, case_id=case_id)
    withdraw = {"read": lambda: dock.practice.withdraw(named["consent_id"])}
    return arrival, Instance(between=withdraw)


def archived(dock: Dock) -> tuple[Arrival, Instance]:
    """A case's archive with a scan, a photograph and a project file."""
    files = {"a-UpperJaw.stl": SCAN, "front.jpg": PHOTO, "a.dentalProject": PROJECT.encode()}
    return dock.arrive(packed(files), **ARCHIVE), Instance()


def archived_in_vain(dock: Dock) -> tuple[Arrival, Instance]:
    """A case's archive of which the case is closed while it is taken apart."""
    arrival = dock.arrive(packed({"upper.stl": SCAN}), **ARCHIVE)
    close = {"content": lambda: dock.practice.close(str(arrival.upload.case_id))}
    return arrival, Instance(between=close)


def withdrawn_while_drawn(dock: Dock) -> tuple[Arrival, Instance]:
    """A scan that is ready, and whose consent is withdrawn while it is drawn."""
    named = dock.practice.consented()
    arrival = dock.arrive(SCAN, case_id=dock.practice.case(**named))
    withdraw = {"preview": lambda: dock.practice.withdraw(named["consent_id"])}
    return arrival, Instance(between=withdraw)


def closed_while_drawn(dock: Dock) -> tuple[Arrival, Instance]:
    """A scan that is ready, and whose case is closed while it is drawn."""
    arrival = dock.arrive(SCAN)
    close = {"preview": lambda: dock.practice.close(str(arrival.upload.case_id))}
    return arrival, Instance(between=close)


STORIES: dict[Callable[[Dock], tuple[Arrival, Instance]], list[str]] = {
    scan: READY,
    broken: REFUSED,
    overtaken: CLOSED,
    form: FORM,
    withdrawn: [*CLAIMED, "content", "transaction", "discard", "delete"],
    attached: SENT,
    attached_in_vain: CLOSED,
    archived: [
        *CLAIMED, "content", "content", "thumbnail", "transaction", "delete", "read", *DRAWN,
    ],
    archived_in_vain: [*CLAIMED, "content", "transaction", "discard all", "delete"],
    withdrawn_while_drawn: [*READY, "discard"],
    closed_while_drawn: READY,
}  # fmt: skip
#: After which steps somebody else comes, in some of the stories.
OVERTAKEN = frozenset({"read", "content", "preview"})
CRASHES = [
    pytest.param(
        story, at, after, id=f"{story.__name__}-{at}-{step}-{'after' if after else 'before'}"
    )
    for story, steps in STORIES.items()
    for at, after in deaths(steps, OVERTAKEN)
    for step in [steps[at]]
]


@pytest.fixture(scope="module")
def smooth(dock: Dock) -> Callable[[Any], dict[str, Any]]:
    """How each story ends when nothing crashes; told once."""
    told: dict[Any, dict[str, Any]] = {}

    def ending(story: Any) -> dict[str, Any]:
        if story not in told:
            arrival, instance = story(dock)
            arrival.receive(instance)
            assert instance.steps == STORIES[story]
            told[story] = arrival.ends()
        return told[story]

    return ending


@pytest.mark.parametrize(("story", "at", "after"), CRASHES)
def test_a_crash_and_a_retry_end_where_no_crash_does(
    dock: Dock, smooth: Callable[[Any], dict[str, Any]], story: Any, at: int, after: bool
) -> None:
    arrival, instance = story(dock)
    assert instance.between.keys() <= OVERTAKEN
    instance.at, instance.after = at, after
    with pytest.raises(CrashError):
        arrival.receive(instance)
    assert instance.steps == STORIES[story][: at + 1]
    arrival.receive(Instance(between=instance.between), later=LEASE)
    assert arrival.ends() == smooth(story)


def test_the_ends_are_what_they_should_be(smooth: Callable[[Any], dict[str, Any]]) -> None:
    """What the crashes are compared with, written out."""
    ready, refused = smooth(scan), smooth(broken)
    assert ready["upload"][:3] == ("ready", False, [])
    marked = sorted([*CLEAN, "cases/marked"])
    assert (ready["objects"], ready["counts"], ready["events"]) == (marked, (True, 0), 1)
    assert (ready["status"], ready["file"][:3]) == ("scanned", ("stl", "upper", 1))
    assert refused["upload"][:3] == ("rejected", False, ["stl-is-archive"])
    assert (refused["objects"], refused["file"], refused["events"]) == ([], None, 0)
    for story, case_id in ((overtaken, "closed"), (withdrawn, None)):
        closed = smooth(story)
        assert closed["upload"][:3] == ("rejected", False, ["slot-closed"])
        assert (closed["objects"], closed.get("status")) == ([], case_id)
    assert smooth(form)["objects"] == ["consents/content"]
    assert smooth(form)["form"]
    assert (smooth(withdrawn)["form"], smooth(withdrawn)["consent"]) == (None, "withdrawn")
    sent = smooth(attached)
    assert sent["objects"] == [name.replace("cases", "attachments") for name in CLEAN]
    assert (len(sent["attached"]), all(sent["attached"]), sent["sent"]) == (4, True, None)
    vain = smooth(attached_in_vain)
    assert (vain["upload"][:3], vain["objects"]) == (("rejected", False, ["slot-closed"]), [])
    assert vain["attached"] == ()
    whole, vain = smooth(archived), smooth(archived_in_vain)
    assert whole["upload"][:3] == ("ready", False, ["archive-files-left-out"])
    assert [part[1:4] for part in whole["parts"]] == [
        ("upper", "filed", []), ("mouth", "filed", []),
    ]  # fmt: skip
    marked = ["cases/content", "cases/marked", "cases/thumbnail"]
    assert whole["objects"] == sorted([*CLEAN, *marked])
    assert (whole["counts"], whole["events"]) == ((True, 1), 2)
    assert (vain["upload"][:3], vain["objects"]) == (("rejected", False, ["slot-closed"]), [])
    assert (vain["parts"], vain["counts"]) == ([], (False, 0))
    stopped, finished = smooth(withdrawn_while_drawn), smooth(closed_while_drawn)
    assert (stopped["upload"][:3], stopped["status"]) == (("ready", False, []), "frozen")
    assert (stopped["objects"], stopped["file"][-2:]) == (
        ["cases/content"],
        ((None,), (None, None)),
    )
    assert (finished["file"], finished["objects"]) == (ready["file"], ready["objects"])
    assert finished["status"] == "closed"
    admitted = {scan, form, attached, archived, withdrawn_while_drawn, closed_while_drawn}
    for story in STORIES:
        kind = "upload_ready" if story in admitted else "upload_rejected"
        notices = {name: kinds for name, kinds in smooth(story)["notices"].items() if kinds}
        assert notices == {"lab" if story in {attached, attached_in_vain} else "member": [kind]}
