"""A conclusion is what follows from the records of an order by a rule; it is no judgement.

Each has a stable code. They say who knew what when; who pays is for the two sides to say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from core.clock import day_of
from core.machines import Party
from core.wording import day, minute, named
from labs.orders.states import OrderAction
from labs.receipts.requests import Conclusion, FileShown, FindingShown, Question, StepShown
from labs.receipts.wording import ANSWERS, named_in_text, words

_A = OrderAction
#: What a lab does that takes the files as they are.
_TAKING = {_A.ACCEPT: "accepted", _A.START: "started"}
_STOPPING = {
    _A.REJECT: ("rejected", "The order was rejected by"),
    _A.CANCEL: ("cancelled", "The order was cancelled by"),
    _A.GIVE_BACK: ("given-back", "The order was given back by"),
    _A.REPORT_LOST: ("lost", "The parcel was reported as lost by"),
}


def drawn(
    files: Sequence[FileShown],
    findings: Sequence[FindingShown] | None,
    questions: Sequence[Question],
    history: Sequence[StepShown],
    complete: bool,
) -> list[Conclusion]:
    """Draw all conclusions, in the order in which they are read."""
    found = [
        *_warnings(files, history),
        *_checked(findings),
        *_fetching(files, history),
        *map(_answer, questions),
        *_promises(history),
        *_endings(history),
    ]
    if not complete:
        said = "There are more records of this order than a receipt holds: the first are shown."
        found.append(Conclusion(code="records-left-out", sentence=said))
    return found


def _warnings(files: Sequence[FileShown], history: Sequence[StepShown]) -> Iterator[Conclusion]:
    flagged = [file for file in files if file.flags]
    if not flagged:
        said = "The gate flagged nothing in what was sent."
        yield Conclusion(code="nothing-flagged", sentence=said)
        return

    def signed(file: FileShown) -> tuple[str, str]:
        if not file.signed_off:
            return "warned-not-signed-off", "The gate warned of {}; no sign-off is on record."
        at = minute(file.sent_at)
        return (
            "warned-signed-off",
            f"The gate warned of {{}}; the clinic signed that off, and sent it on {at}.",
        )

    def taken(file: FileShown) -> tuple[str, str] | None:
        step = _first(history, file, _TAKING, Party.LAB)
        if step is None:
            return None
        did = _TAKING[step.action]
        on = minute(step.at)
        return (
            f"{did}-after-warning",
            f"The lab {did} on {on}, after the warning of {{}} had reached it.",
        )

    yield from _grouped(flagged, signed)
    yield from _grouped(flagged, taken)


def _checked(findings: Sequence[FindingShown] | None) -> Iterator[Conclusion]:
    """Yield what the case check says of each sending; nothing where it never looked."""
    if findings is None:
        return
    signed = [found for found in findings if found.signed_off]
    if not signed:
        said = "The case check found nothing that asked for a sign-off."
        yield Conclusion(code="case-nothing-to-sign-off", sentence=said)
    for number in sorted({found.sent_with for found in signed}):
        of_one = [found for found in signed if found.sent_with == number]
        count = f"{len(of_one)} times" if len(of_one) > 1 else "once"
        said = (
            f"The case check warned {count} of what was sent on {minute(of_one[0].sent_at)}; the "
            "clinic signed that off."
        )
        yield Conclusion(code="case-warnings-signed-off", sentence=said)


def _fetching(files: Sequence[FileShown], history: Sequence[StepShown]) -> Iterator[Conclusion]:
    def rule(file: FileShown) -> tuple[str, str]:
        start = _first(history, file, (_A.START,), Party.LAB)
        first = min((fetch.first_at for fetch in file.fetches), default=None)
        if start is None and first is None:
            return "never-fetched", "The lab has not fetched {}."
        if first is None or (start is not None and first > start.at):
            on = minute(start.at) if start else ""
            later = f" It first did on {minute(first)}." if first else ""
            return (
                "started-before-fetching",
                f"The lab started work on {on} without having fetched {{}}.{later}",
            )
        if start is None:
            return "fetched", f"The lab fetched {{}} on {minute(first)}; no work started on it."
        return (
            "fetched-before-start",
            f"The lab fetched {{}} on {minute(first)}, before it started work on "
            f"{minute(start.at)}.",
        )

    yield from _grouped(files, rule)


def _answer(question: Question) -> Conclusion:
    reason = f": {words(question.reason)}" if question.reason else ""
    asked = (
        f"{question.kind.capitalize()} {question.number} was asked for on "
        f"{minute(question.asked_at)}{reason}."
    )
    if question.answer is None or question.answered_at is None:
        said = f"{asked} It has not been answered."
        return Conclusion(code=f"{question.kind}-open", sentence=said)
    said = f"{asked} Answer on {minute(question.answered_at)}: {ANSWERS[question.answer]}."
    return Conclusion(code=f"{question.kind}-answered", sentence=said)


def _promises(history: Sequence[StepShown]) -> Iterator[Conclusion]:
    """Compare each finish with the day that was promised before it, and not with corrections."""
    due: date | None = None
    for step in history:
        promised = step.due_on if step.action is not _A.AMEND else None
        due = date.fromisoformat(promised) if promised else due
        if step.action is not _A.FINISH or due is None:
            continue
        late = (day_of(step.at) - due).days
        if late > 0:
            days = "a day" if late == 1 else f"{late} days"
            said = f"The lab finished on {day(step.at)}, {days} after {named(due)}, its promise."
            yield Conclusion(code="finished-late", sentence=said)
        else:
            said = f"The lab finished on {day(step.at)}; it had promised {named(due)}."
            yield Conclusion(code="finished-in-time", sentence=said)


def _endings(history: Sequence[StepShown]) -> Iterator[Conclusion]:
    for step in history:
        if step.action in _STOPPING:
            code, did = _STOPPING[step.action]
            reason = f": {words(step.reason)}" if step.reason else ""
            said = f"{did} {step.party} on {minute(step.at)}{reason}."
            yield Conclusion(code=code, sentence=said)


def _first(
    history: Iterable[StepShown], file: FileShown, actions: Iterable[OrderAction], party: Party
) -> StepShown | None:
    """Return the first such step that a party took while the file was the order's."""
    wanted = frozenset(actions)
    return next(
        (
            step
            for step in history
            if step.action in wanted and step.party == party and _within(file, step.at)
        ),
        None,
    )


def _within(file: FileShown, at: datetime) -> bool:
    return file.sent_at <= at and (file.out_at is None or at < file.out_at)


def _grouped(
    files: Iterable[FileShown], rule: Callable[[FileShown], tuple[str, str] | None]
) -> Iterator[Conclusion]:
    """Apply a rule to each file; those of which it says the same share a sentence."""
    found: dict[tuple[str, str], list[FileShown]] = {}
    for file in files:
        said = rule(file)
        if said is not None:
            found.setdefault(said, []).append(file)
    for (code, sentence), of_these in found.items():
        yield Conclusion(code=code, sentence=sentence.format(named_in_text(of_these)))
