"""What a receipt is made of: each rule beside its twin, and nothing that a side may not see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from core.machines import Party
from core.privacy import Viewer
from labs.links.models import Fetch, Share
from labs.orders.models import Order, OrderEvent, OrderState, Reason
from labs.orders.sent import OrderFinding
from labs.orders.states import OrderAction
from labs.receipts import building
from labs.receipts.requests import OrderReceipt
from tests.support import ids
from tests.support.account_records import MADE
from tests.support.receipts import APART, UNSEEN, Story, long, remade, scan

A = OrderAction
SIDES = [Viewer.LAB, Viewer.ADMIN]


def made(story: Story, viewer: Viewer = Viewer.LAB, **more: Any) -> OrderReceipt:
    return building.build(viewer, story.records(**more))


def said(story: Story, **more: Any) -> dict[str, str]:
    """The conclusions, by code."""
    return {each.code: each.sentence for each in made(story, **more).conclusions}


# --- what is in it -------------------------------------------------------------------------------


def test_it_tells_the_story_of_a_rescan_and_a_remake() -> None:
    story = remade()
    shown = made(story)
    files = [(f.jaw, f.version, f.sent_with, f.replaced_by, f.signed_off) for f in shown.files]
    assert files == [
        ("upper", 1, 0, 2, True),
        ("lower", 1, 0, None, False),
        ("upper", 2, 1, None, False),
    ]
    first, lower, second = shown.files
    assert (first.out_at, lower.out_at, second.out_at) == (second.sent_at, None, None)
    assert (first.triangles, first.size_mm) == (184_302, [61.24, 48.0, 17.39])
    assert (first.crc32c, first.byte_size) == ("AAAAAA==", 684)
    assert [flag.code for flag in first.flags] == ["stl-many-pieces"]
    asked = [(q.kind, q.number, q.reason, q.answer) for q in shown.questions]
    assert asked == [
        ("rescan", 1, Reason.MARGIN_UNCLEAR, A.SEND_RESCAN),
        ("remake", 1, Reason.DOES_NOT_FIT, A.ACCEPT),
    ]
    assert [step.action for step in shown.history] == [event.action for event in story.events]
    assert shown.history[0].sent == [f.file_id for f in story.events[0].files]
    assert (shown.state, shown.remakes) == (OrderState.ACCEPTED, 1)
    assert shown.as_of == story.at
    assert shown.dates.due_on == "2026-05-14"
    assert (shown.items[0].teeth[0].number, shown.items[0].teeth[0].name) == (
        26, "upper left first molar",
    )  # fmt: skip


def test_the_order_of_the_records_does_not_matter() -> None:
    story = remade()
    one = building.build(Viewer.LAB, story.records())
    story.events.reverse()
    story.shares.reverse()
    assert building.build(Viewer.LAB, story.records()) == one


def test_people_are_numbered_and_later_records_change_nobodys_number() -> None:
    story = remade()
    before = made(story)
    who = [step.who for step in before.history]
    assert who[:3] == ["clinic member 1", "lab member 1", "lab member 1"]
    assert {fetch.member for file in before.files for fetch in file.fetches} == {
        "lab member 2", "lab member 3",
    }  # fmt: skip
    story.fetch(story.events[4].files[0], uid="a third").step(A.START, uid="a fourth")
    after = made(story)
    assert [step.who for step in after.history] == [*who, "lab member 5"]
    story.step(A.CANCEL, uid="system", party=Party.SYSTEM)
    assert made(story).history[-1].who == "the system"


def test_a_correction_of_the_patients_details_answers_no_question() -> None:
    corrected = {"uid": "system", "party": Party.SYSTEM}
    story = rescan().step(A.CORRECT, **corrected)
    assert "rescan-open" in said(story)
    (question,) = made(story.step(A.SEND_RESCAN, files=[scan(version=2)])).questions
    assert question.answer is A.SEND_RESCAN
    shown = made(story).history[-2]
    assert (shown.action, shown.who, shown.state) == (
        A.CORRECT, "the system", OrderState.RESCAN_REQUESTED,
    )  # fmt: skip


def test_links_are_counted_by_file_and_member() -> None:
    file, other = scan(), scan("lower")
    story = Story.begun(file, other)
    story.fetch(file).fetch(file).fetch(file, uid="another")
    first, second = made(story).files
    assert [(f.member, f.times) for f in first.fetches] == [
        ("lab member 1", 2),
        ("lab member 2", 1),
    ]
    assert first.fetches[0].last_at - first.fetches[0].first_at == timedelta(hours=1)
    assert second.fetches == []


def test_a_file_that_was_left_out_is_not_replaced() -> None:
    upper, lower = scan(), scan("lower")
    story = Story.begun(upper, lower).step(A.ACCEPT)
    story.step(A.REQUEST_RESCAN, reason=Reason.SCAN_DISTORTED)
    story.step(A.SEND_RESCAN, files=[scan(version=2)])
    first, second, _ = made(story).files
    assert (first.replaced_by, second.replaced_by) == (2, None)
    assert first.out_at == second.out_at == story.at


def test_photographs_stand_side_by_side() -> None:
    size = {"width": 800, "height": 600}
    one, other = (scan(kind="image", report=size) for _ in range(2))
    story = Story.begun(one).step(A.ACCEPT)
    story.step(A.REQUEST_RESCAN, reason=Reason.SCAN_INCOMPLETE).step(A.SEND_RESCAN, files=[other])
    first, _ = made(story).files
    assert first.out_at == story.at
    assert first.replaced_by is None
    assert (first.triangles, first.size_mm) == (None, None)


def test_orders_of_before_the_history_kept_files_show_what_they_hold() -> None:
    story = Story.begun(scan(flagged=True))
    old = story.events[0]
    story.events[0] = old.model_copy(update={"files": []}).placed(*old.ids)
    (file,) = made(story).files
    assert (file.sent_at, file.sent_by) == (story.order.placed_at, "clinic member 1")


def test_messages_are_counted_by_who_has_them() -> None:
    assert made(remade()).messages is None
    assert made(remade(), messages=7).messages == 7


def test_one_that_does_not_hold_all_records_says_so() -> None:
    assert "records-left-out" in said(remade(), complete=False)
    assert "records-left-out" not in said(remade())


# --- conclusions: each has a twin, one step or field apart ---------------------------------------


def flagged(*, signed_off: bool = True) -> Story:
    file = scan(flagged=True)
    return Story.begun(file, signed_off=[file.file_id] if signed_off else [])


def plain() -> Story:
    return Story.begun(scan())


def asked(action: OrderAction, reason: Reason) -> Story:
    story = plain().step(A.ACCEPT, due_on="2026-05-09")
    if action is A.REQUEST_REMAKE:
        story.steps(A.START, A.FINISH, A.SHIP, A.DELIVER)
    return story.step(action, reason=reason)


def fetched(story: Story) -> Story:
    return story.fetch(story.order.files[0])


def finished(days: int) -> Story:
    story = plain().step(A.ACCEPT, due_on="2026-05-09").step(A.START)
    story.at = MADE + timedelta(days=days)  # MADE is 4 May, and it is finished an hour later
    return story.step(A.FINISH)


def rescan() -> Story:
    return asked(A.REQUEST_RESCAN, Reason.MARGIN_UNCLEAR)


def remake() -> Story:
    return asked(A.REQUEST_REMAKE, Reason.DOES_NOT_FIT)


def by_admin(story: Story) -> Story:
    """The same, but an admin took the last step."""
    last = story.events[-1]
    story.events[-1] = last.model_copy(update={"party": Party.ADMIN}).placed(*last.ids)
    return story


Told = Callable[[], Story]
RULES: list[tuple[str, Told, Told]] = [
    ("nothing-flagged", plain, flagged),
    ("warned-signed-off", flagged, lambda: flagged(signed_off=False)),
    ("warned-not-signed-off", lambda: flagged(signed_off=False), flagged),
    ("accepted-after-warning", lambda: flagged().step(A.ACCEPT), flagged),
    ("accepted-after-warning", lambda: flagged().step(A.ACCEPT), lambda: plain().step(A.ACCEPT)),
    (
        "accepted-after-warning",
        lambda: flagged().step(A.ACCEPT),
        lambda: by_admin(flagged().step(A.ACCEPT)),
    ),
    (
        "started-after-warning",
        lambda: rescan().step(A.SEND_RESCAN, files=[scan(flagged=True)]).step(A.START),
        lambda: rescan().step(A.SEND_RESCAN, files=[scan(flagged=True)]),
    ),
    (
        "fetched-before-start",
        lambda: fetched(plain().step(A.ACCEPT)).step(A.START),
        lambda: fetched(plain().steps(A.ACCEPT, A.START)),
    ),
    (
        "started-before-fetching",
        lambda: fetched(plain().steps(A.ACCEPT, A.START)),
        lambda: fetched(plain().step(A.ACCEPT)).step(A.START),
    ),
    (
        "started-before-fetching",
        lambda: plain().steps(A.ACCEPT, A.START),
        lambda: plain().step(A.ACCEPT),
    ),
    ("fetched", lambda: fetched(plain()), plain),
    ("never-fetched", plain, lambda: fetched(plain())),
    ("rescan-open", rescan, lambda: rescan().step(A.SEND_RESCAN, files=[scan(version=2)])),
    ("rescan-answered", lambda: rescan().step(A.SEND_RESCAN, files=[scan(version=2)]), rescan),
    ("remake-open", remake, lambda: remake().step(A.ACCEPT)),
    ("remake-answered", lambda: remake().step(A.ACCEPT), remake),
    ("finished-in-time", lambda: finished(5), lambda: finished(6)),
    ("finished-late", lambda: finished(6), lambda: finished(5)),
    ("rejected", lambda: plain().step(A.REJECT, reason=Reason.NO_CAPACITY), plain),
    ("cancelled", lambda: plain().step(A.CANCEL, reason=Reason.NOT_NEEDED), plain),
]


@pytest.mark.parametrize(("code", "story", "twin"), RULES)
def test_a_rule_draws_its_conclusion_and_not_for_its_twin(
    code: str, story: Told, twin: Told
) -> None:
    assert code in said(story())
    assert code not in said(twin())


def test_every_conclusion_that_can_be_drawn_has_its_rule_here() -> None:
    drawn = set(said(long(), complete=False)) | set(said(remade()))
    assert drawn - {"records-left-out"} <= {code for code, _, _ in RULES}


@pytest.mark.parametrize(
    ("story", "sentence"),
    [
        (lambda: flagged().step(A.ACCEPT),
         "The gate warned of version 1 of the upper jaw; the clinic signed that off, and sent it "
         "on 4 May 2026, 15:00."),
        (lambda: flagged().step(A.ACCEPT),
         "The lab accepted on 4 May 2026, 16:00, after the warning of version 1 of the upper jaw "
         "had reached it."),
        (lambda: fetched(plain().step(A.ACCEPT)).step(A.START),
         "The lab fetched version 1 of the upper jaw on 4 May 2026, 17:00, before it started work "
         "on 4 May 2026, 18:00."),
        (lambda: fetched(plain().steps(A.ACCEPT, A.START)),
         "The lab started work on 4 May 2026, 17:00 without having fetched version 1 of the upper "
         "jaw. It first did on 4 May 2026, 18:00."),
        (remake,
         "Remake 1 was asked for on 4 May 2026, 21:00: does not fit. It has not been answered."),
        (lambda: remake().step(A.COMPLETE),
         "Remake 1 was asked for on 4 May 2026, 21:00: does not fit. Answer on 4 May 2026, 22:00: "
         "the order was completed without it."),
        (lambda: finished(6),
         "The lab finished on 10 May 2026, a day after 9 May 2026, its promise."),
        (lambda: plain().step(A.REJECT, reason=Reason.NO_CAPACITY),
         "The order was rejected by the lab on 4 May 2026, 16:00: no capacity."),
    ],
)  # fmt: skip
def test_sentences(story: Told, sentence: str) -> None:
    assert sentence in said(story()).values()


def test_work_on_an_older_scan_is_no_work_on_the_newer() -> None:
    """A start counts for a file only while it was the order's."""
    story = fetched(plain().step(A.ACCEPT)).step(A.START)
    story.step(A.REQUEST_RESCAN, reason=Reason.BITE_WRONG)
    story.step(A.SEND_RESCAN, files=[scan(version=2)])
    assert {"fetched-before-start", "never-fetched"} <= set(said(story))
    assert "version 2 of the upper jaw" in said(story)["never-fetched"]


def test_work_on_a_newer_scan_is_no_work_on_the_one_before() -> None:
    story = rescan().step(A.SEND_RESCAN, files=[scan(version=2)])
    told = said(fetched(story).step(A.START))
    assert "started-before-fetching" not in told
    assert told["never-fetched"] == "The lab has not fetched version 1 of the upper jaw."


def test_files_of_which_the_same_is_said_share_a_sentence() -> None:
    files = [scan(), scan(version=2), scan("lower"), *(scan(kind="image") for _ in range(3))]
    assert said(Story.begun(*files))["never-fetched"] == (
        "The lab has not fetched versions 1 and 2 of the upper jaw, version 1 of the lower jaw "
        "and 3 photographs of the upper jaw."
    )


# --- least disclosure ----------------------------------------------------------------------------


def test_what_labs_see_of_shares_is_what_is_declared() -> None:
    seen = {name for name, held in Share.declarations() if held and Viewer.LAB in held.seen_by}
    assert set(Fetch.model_fields) == seen
    assert "patient_id" not in seen


@pytest.mark.parametrize("model", [Order, OrderEvent])
def test_whatever_a_lab_sees_of_an_order_its_clinic_sees_too(model: type[Order]) -> None:
    """So that one receipt serves both."""
    for name, held in model.declarations():
        assert held is not None
        assert (Viewer.LAB in held.seen_by) == (Viewer.CLINIC in held.seen_by), name


def hidden(viewer: Viewer) -> list[tuple[type[Any], str]]:
    """The text fields of the records that are not declared visible to a viewer."""
    return [
        (model, name)
        for model in (Order, OrderEvent, Share)
        for name, held in model.declarations()
        if held is not None and viewer not in held.seen_by
    ]


def test_there_is_something_to_hide() -> None:
    assert hidden(Viewer.LAB) == [(Share, "patient_id")]
    assert hidden(Viewer.ADMIN) == [(Order, "patient.name")]


@pytest.mark.parametrize("viewer", SIDES)
def test_what_is_not_declared_visible_is_not_in_it(viewer: Viewer) -> None:
    story = remade()
    share = story.shares[0]
    story.shares[0] = share.model_copy(update={"patient_id": "CANARY-ID"}).placed(share.id)
    named = story.order.patient.model_copy(update={"name": "CANARY-NAME"})
    story.order = story.order.model_copy(update={"patient": named}).placed(story.order.id)
    text = made(story, viewer).model_dump_json()
    assert "CANARY-ID" not in text
    assert ("CANARY-NAME" in text) == (viewer is Viewer.LAB)
    for person in ("technician", "one of", story.order.placed_by, share.clinic_id):
        assert person not in text, "people are numbered, never named"


def test_ids_of_people_are_in_no_receipt() -> None:
    story = remade(accepted_by=ids.uid())
    text = made(story).model_dump_json()
    uids = {event.actor for event in story.events} | {share.uid for share in story.shares}
    assert not [uid for uid in uids | {str(story.order.accepted_by)} if uid in text]


# --- the case check ------------------------------------------------------------------------------


def test_what_the_case_check_found_stands_with_its_sending() -> None:
    story = Story.begun(scan(), checked=True, findings=[APART, UNSEEN]).step(A.ACCEPT)
    story.step(A.REQUEST_RESCAN, reason=Reason.BITE_WRONG)
    story.step(A.SEND_RESCAN, files=[scan(version=2)], checked=True, findings=[UNSEEN])
    found = made(story).findings
    assert found is not None
    assert [(each.code, each.sent_with, each.signed_off) for each in found] == [
        ("case-jaws-apart", 0, True),
        ("case-not-checked", 0, False),
        ("case-not-checked", 1, False),
    ]
    assert found[0].sentence.en == "The jaws stand 4.2 mm apart and touch nowhere."
    assert found[0].sent_at == story.events[0].at
    assert made(story, Viewer.ADMIN).findings == found


@pytest.mark.parametrize(
    ("checked", "findings", "code"),
    [
        (True, [APART, UNSEEN], "case-warnings-signed-off"),
        (True, [UNSEEN], "case-nothing-to-sign-off"),
        (True, [], "case-nothing-to-sign-off"),
        (False, [], None),
    ],
)
def test_whether_anything_was_signed_off_is_concluded(
    checked: bool, findings: list[OrderFinding], code: str | None
) -> None:
    """Of orders of before, which nobody checked, nothing is said."""
    story = Story.begun(scan(), checked=checked, findings=findings)
    told = {each for each in said(story) if each.startswith("case")}
    assert told == ({code} if code else set())
    assert (made(story).findings is not None) is checked
