"""What the case check says: each finding beside a sound case that differs in one thing."""

from __future__ import annotations

import string
from dataclasses import replace
from typing import Any

import pytest

from scans.checks.beside import filed_elsewhere, told_to_labs
from scans.checks.checked import CheckedCase
from scans.checks.findings import CaseCode, CaseFinding
from scans.checks.models import FindingSeverity, JawRelation, Likeness, ScanFeatures
from scans.checks.needs import NOTHING_ORDERED, CaseNeeds, JawNeeds
from scans.checks.ordered import case_findings
from scans.checks.telling import finding
from scans.checks.words import SCANS, WORDS
from scans.uploads.models import Jaw
from tests.support.checked import bite, checked, features, hole, pair, scan, twin

C, R = CaseCode, JawRelation
CROWN = CaseNeeds(
    {
        "upper": JawNeeds(worked_on=True, reached=(26,), worked_teeth=(26,)),
        "lower": JawNeeds(bitten_on=True),
    },
    bite=True,
)


def codes(case: CheckedCase, needs: CaseNeeds = CROWN) -> list[CaseCode]:
    return [each.code for each in case_findings(case, needs)]


def only(case: CheckedCase, needs: CaseNeeds = CROWN) -> CaseFinding:
    (found,) = case_findings(case, needs)
    return found


# --- words ---------------------------------------------------------------------------------------


def test_every_code_has_words() -> None:
    assert set(WORDS) == set(CaseCode)
    assert all(code.startswith("case-") for code in CaseCode)


def test_every_scan_has_a_name() -> None:
    assert set(SCANS) == set(Jaw) - {Jaw.MOUTH}  # of photographs alone


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CaseCode)
def test_both_languages_say_the_same_things(code: CaseCode) -> None:
    for said in (WORDS[code].sentence, WORDS[code].mend):
        assert places(said.en) == places(said.hi)
        assert said.en.endswith(".")
        assert said.hi.endswith("।")
        assert not set(string.ascii_letters) & set("".join(
            part for part, *_ in string.Formatter().parse(said.hi)
        ))  # fmt: skip


def test_what_is_only_shown_asks_for_nothing() -> None:
    """By hand: notes are what could not be judged, and what needs nobody's decision."""
    notes = {code for code, words in WORDS.items() if words.severity is FindingSeverity.NOTE}
    assert notes == {
        C.BITE_MISSING, C.SCAN_BODY_MISSING, C.HOLES, C.SCAN_TWICE_VERSION, C.NOT_CHECKED,
        C.FILED_BEFORE, C.BEING_CHECKED, C.JAWS_NOT_COMPARED,
    }  # fmt: skip


def test_a_finding_is_filled_in_both_languages() -> None:
    said = finding(
        C.HOLE_AT_TOOTH, teeth=[27, 26], figures={"across_mm": 3.04}, scan=SCANS["upper"]
    )
    assert said.sentence.en == "The scan of the upper jaw has a hole of 3.0 mm beside 26, 27."
    assert said.sentence.hi == "ऊपरी जबड़े के स्कैन में 26, 27 के पास 3.0 मि.मी. का छेद है।"
    assert (said.teeth, said.figures) == ([26, 27], {"across_mm": 3.04})


# --- sound cases, and what is missing ------------------------------------------------------------


@pytest.mark.parametrize("needs", [CROWN, NOTHING_ORDERED, CaseNeeds()])
@pytest.mark.parametrize(
    "case",
    [
        checked(),
        checked(scan("upper"), scan("lower"), scan("bite_left"), bites=(bite(0.4, 0.35),)),
        checked(pairs=(pair(penetration_mm=0.1, gap_mm=0.0),)),
    ],
    ids=["both jaws", "with a bite", "light crossing"],
)
def test_of_a_sound_case_nothing_is_said(case: CheckedCase, needs: CaseNeeds) -> None:
    assert codes(case, needs) == []


def test_what_is_missing() -> None:
    upper, lower = scan("upper"), scan("lower")
    assert codes(checked(lower, pairs=())) == [C.ARCH_MISSING]
    found = only(checked(upper, pairs=()))
    assert (found.code, found.file_ids) == (C.ANTAGONIST_MISSING, [])
    assert "lower jaw" in found.sentence.en
    assert codes(checked(upper, lower)) == []
    assert codes(checked(upper, pairs=()), NOTHING_ORDERED) == []


def test_a_bite_that_could_not_be_judged_is_a_note() -> None:
    unknown = checked(pairs=(pair(R.UNKNOWN),))
    assert codes(unknown) == [C.BITE_MISSING]
    assert codes(checked(pairs=())) == [C.BITE_MISSING]
    assert codes(unknown, replace(CROWN, bite=False)) == []
    assert codes(checked(*unknown.scans, scan("bite"), pairs=unknown.pairs)) == []
    assert codes(unknown, NOTHING_ORDERED) == []


@pytest.mark.parametrize("needs", [CROWN, NOTHING_ORDERED, replace(CROWN, bite=False)])
def test_jaws_that_were_not_compared_yet_are_not_passed_over_in_silence(needs: CaseNeeds) -> None:
    """With a scan of the bite, too: that the jaws are exchanged would be told of nobody."""
    early = checked(pairs=(), uncompared=(("upper", "lower"),))
    found = only(early, needs)
    assert (found.code, found.file_ids) == (C.JAWS_NOT_COMPARED, ["upper", "lower"])
    assert codes(replace(early, scans=(*early.scans, scan("bite"))), needs) == [found.code]


def test_an_implant_asks_whether_the_scan_body_is_there() -> None:
    implant = replace(CROWN, jaws={"upper": JawNeeds(worked_on=True, implants=(26,))})
    found = only(checked(), implant)
    assert (found.code, found.teeth) == (C.SCAN_BODY_MISSING, [26])
    second = scan("upper", file_id="with the scan body")
    assert codes(checked(*checked().scans, second), implant) == []


# --- jaws and bites ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "figures", "code", "said"),
    [
        (R.EXCHANGED, {}, C.JAWS_EXCHANGED, "exchanged"),
        (R.APART, {"gap_mm": 29.96}, C.JAWS_APART, "30.0 mm"),
        (R.CROSSING, {"penetration_mm": 2.31}, C.JAWS_CROSSING, "2.3 mm"),
        (R.UNRELATED, {}, C.BITE_NOT_ALIGNED, "not aligned"),
    ],
)
def test_jaws_that_do_not_bite(
    relation: JawRelation, figures: dict[str, Any], code: CaseCode, said: str
) -> None:
    found = only(checked(pairs=(pair(relation, **figures),)))
    assert (found.code, found.file_ids) == (code, ["upper", "lower"])
    assert said in found.sentence.en
    assert found.picture is not None
    assert (found.picture.of, found.picture.name) == ("upper_lower", "occlusion")
    alone = CaseNeeds({"upper": JawNeeds(worked_on=True)}, bite=False)
    told = [code] if relation is R.EXCHANGED else []
    assert codes(checked(pairs=(pair(relation, **figures),)), alone) == told


@pytest.mark.parametrize(
    ("on_upper", "on_lower", "told"),
    [
        (0.4, 0.02, True),
        (0.02, 0.4, True),
        (0.4, 0.4, True),
        (0.01, 0.01, False),
        (None, None, False),
    ],
)
def test_jaws_apart_from_their_bite_are_aligned_by_a_scan_of_it(
    on_upper: float, on_lower: float, told: bool
) -> None:
    """One in its own frame is matched by shape; one on both shows that the jaws are one."""
    scans = (scan("upper"), scan("lower"), scan("bite_left"))
    case = checked(*scans, pairs=(pair(R.UNRELATED),), bites=(bite(on_upper, on_lower),))
    assert codes(case) == ([C.BITE_NOT_ALIGNED] if told else [])


@pytest.mark.parametrize(
    ("on_upper", "on_lower", "told"),
    [
        (0.6, 0.02, True),
        (0.02, 0.6, True),
        (0.16, 0.15, True),
        (0.25, 0.3, True),
        (0.3, 0.3, False),
        (0.45, 0.2, False),
        (None, 0.3, False),
    ],
)
def test_a_bite_of_somebody_else(on_upper: float | None, on_lower: float, told: bool) -> None:
    scans = (scan("upper"), scan("lower"), scan("bite_left"))
    found = case_findings(checked(*scans, bites=(bite(on_upper, on_lower),)), CROWN)
    assert [each.code for each in found] == ([C.BITE_DOES_NOT_FIT] if told else [])
    for each in found:
        assert on_upper is not None
        assert f"{100 * on_upper:.0f} % of its surface lies on the upper" in each.sentence.en
        assert "bite on the left" in each.sentence.en


@pytest.mark.parametrize(
    ("jaw", "code"), [("upper", C.JAWS_BOTH_UPPER), ("lower", C.JAWS_BOTH_LOWER)]
)
def test_two_scans_of_one_name_that_face_each_other(jaw: str, code: CaseCode) -> None:
    """Told while the jaw that counts now does not meet the other one as it is named."""
    older = pair(R.OCCLUDING, upper=jaw, lower="superseded")
    wrong = checked(pairs=(pair(R.UNRELATED), older))
    assert codes(wrong) == [code, C.BITE_NOT_ALIGNED]
    assert codes(replace(wrong, pairs=(pair(R.EXCHANGED), older)))[0] == code
    rescan = pair(R.UNRELATED, upper=jaw, lower="superseded")
    assert codes(replace(wrong, pairs=(pair(R.UNRELATED), rescan))) == [C.BITE_NOT_ALIGNED]
    found = case_findings(wrong, CROWN)[0]
    assert found.file_ids == [jaw, "superseded"]
    assert told_to_labs(wrong, found).file_ids == [jaw]  # it has not got the other one


@pytest.mark.parametrize("relation", [R.OCCLUDING, R.APART, R.CROSSING])
def test_a_wrong_name_that_was_mended_is_not_told_for_ever(relation: JawRelation) -> None:
    """The lower jaw was filed as the upper one; then both were filed again, named right."""
    older = pair(R.OCCLUDING, upper="upper", lower="superseded")
    mended = checked(pairs=(pair(relation), older))
    assert C.JAWS_BOTH_UPPER not in codes(mended)


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (R.OCCLUDING, []),
        (R.APART, [C.JAWS_APART]),
        (R.EXCHANGED, [C.JAWS_BOTH_UPPER, C.JAWS_BOTH_LOWER, C.JAWS_EXCHANGED]),
    ],
)
def test_exchanged_jaws_that_were_uploaded_again_are_mended(
    relation: R, told: list[CaseCode]
) -> None:
    """Each new scan faces the one that it replaced; those of now tell which one was wrong."""
    replaced = [pair(R.OCCLUDING, upper=jaw, lower=f"first {jaw}") for jaw in ("upper", "lower")]
    assert codes(checked(pairs=(pair(relation, gap_mm=3.0), *replaced))) == told


# --- teeth and holes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reach", "told"),
    [({}, False), ({"right": 25.0}, True), ({"left": 25.0}, False)],
    ids=["whole", "left side missing", "right side missing"],
)
def test_a_tooth_that_was_not_scanned(reach: dict[str, float], told: bool) -> None:
    """26 stands on the patient's left, which for an upper arch `ArchFigures` calls right."""
    short = checked(scan("upper", features=features(**reach)), scan("lower"))
    found = case_findings(short, CROWN)
    assert [each.code for each in found] == ([C.TOOTH_NOT_SCANNED] if told else [])
    assert [each.teeth for each in found] == ([[26]] if told else [])


def test_an_arch_that_is_not_whole() -> None:
    guard = CaseNeeds({jaw: JawNeeds(worked_on=True, whole=True) for jaw in ("upper", "lower")})
    short = checked(scan("upper"), scan("lower", features=features(left=12.0)))
    found = only(short, guard)
    assert (found.code, found.teeth) == (C.ARCH_NOT_WHOLE, [35])
    assert codes(short) == []
    assert codes(checked(), guard) == []


def test_of_exchanged_jaws_no_tooth_is_looked_for() -> None:
    short = scan("upper", features=features(right=25.0))
    exchanged = checked(short, scan("lower"), pairs=(pair(R.EXCHANGED),))
    assert codes(exchanged) == [C.JAWS_EXCHANGED]


def test_a_hole_beside_the_tooth_and_one_elsewhere() -> None:
    """26 stands from some 36 to 46 mm along the arch; sides as of a lower one."""
    near, far, beside = hole(-41.0), hole(20.0, 2.0), hole(None, 1.0)
    upper = scan("upper", features=features(near, far, beside))
    found = case_findings(checked(upper, scan("lower")), CROWN)
    assert [each.code for each in found] == [C.HOLE_AT_TOOTH, C.HOLES]
    at, elsewhere = found
    assert (at.teeth, at.figures) == ([26], {"across_mm": 3.0})
    assert elsewhere.figures == {"holes": 2, "across_mm": 2.0}
    assert at.picture is not None
    assert (at.picture.of, at.picture.name) == ("upper", "marked")
    mirrored = scan("upper", features=features(hole(41.0)))
    assert codes(checked(mirrored, scan("lower"))) == [C.HOLES]


def test_where_the_middle_is_not_sure_a_hole_has_to_be_nearer() -> None:
    """With an arch of one side alone, a hole 1 mm behind the tooth may be somewhere else."""

    def at(along_mm: float, within_mm: float) -> list[CaseCode]:
        seen = features(hole(along_mm, 2.0))
        assert seen.arch is not None
        arch = seen.arch.model_copy(update={"within_mm": within_mm})
        upper = scan("upper", features=seen.model_copy(update={"arch": arch}))
        return codes(checked(upper, scan("lower")))

    assert at(-48.0, 2.0) == [C.HOLE_AT_TOOTH]
    assert at(-48.0, 6.0) == [C.HOLES]
    assert at(-42.0, 6.0) == [C.HOLE_AT_TOOTH]


def test_a_scan_that_is_not_drawn_yet_is_not_passed_over_in_silence() -> None:
    """The order may be placed in the second in which its scan is ready. Its twin is of before."""
    case = checked(scan("upper", features=None, drawn=False, marked=False), scan("lower"))
    found = only(case)
    assert (found.code, found.severity) == (C.BEING_CHECKED, FindingSeverity.NOTE)
    assert (found.file_ids, found.picture) == (["upper"], None)
    before = checked(scan("upper", features=None, drawn=True), scan("lower"))
    assert only(before).code == C.FILED_BEFORE
    bites = checked(*checked().scans, scan("bite", features=None, drawn=False))
    assert codes(bites) == []


@pytest.mark.parametrize(
    ("unseen", "code"), [(None, C.FILED_BEFORE), (ScanFeatures(), C.NOT_CHECKED)]
)
def test_a_scan_in_which_nothing_was_recognised_is_not_judged(
    unseen: ScanFeatures | None, code: CaseCode
) -> None:
    """Of one that was filed before scans were measured, nothing is said of what it shows."""
    case = checked(scan("upper", features=unseen), scan("lower"))
    found = only(case)
    assert (found.code, found.severity) == (code, FindingSeverity.NOTE)
    bites = checked(*checked().scans, scan("bite", features=unseen))
    assert codes(bites) == []


# --- what is filed already -----------------------------------------------------------------------


def test_a_scan_of_another_patient() -> None:
    other = twin()
    case = checked(scan("upper", twins=(other,)), scan("lower"))
    found = only(case)
    assert (found.code, found.file_ids) == (C.SCAN_OF_ANOTHER_PATIENT, ["upper"])
    assert filed_elsewhere(case, found) == [other]
    told = told_to_labs(case, found)
    assert (told.code, told.file_ids) == (C.IDENTITY_CONFIRMED, ["upper"])
    said = told.model_dump_json()
    assert not any(word in said for word in ("another", "elsewhere", "P-2077", "copy", "दूसरे"))
    assert other.reference not in found.model_dump_json()
    own = twin(patient_id="patient", case_id="case", file_id="older")
    assert codes(checked(scan("upper", twins=(own,)), scan("lower"))) == []


def test_one_surface_under_two_names_is_told_once() -> None:
    mine = {"patient_id": "patient", "case_id": "case"}
    upper = scan("upper", twins=(twin(**mine, file_id="lower", jaw="lower"),))
    lower = scan("lower", twins=(twin(**mine, file_id="upper", jaw="upper"),))
    found = only(checked(upper, lower))
    assert (found.code, set(found.file_ids)) == (C.SCAN_TWICE_JAW, {"upper", "lower"})
    mended = scan("upper", twins=(twin(**mine, file_id="superseded", jaw="lower"),))
    assert codes(checked(mended, scan("lower"))) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({"likeness": Likeness.NEAR}, False),
        ({"version": 3}, False),
        ({"case_id": "earlier"}, False),
    ],
    ids=["the same", "a rescan", "a newer one", "another case"],
)
def test_a_new_version_that_is_the_old_one(changes: dict[str, Any], told: bool) -> None:
    older = twin(**{"patient_id": "patient", "case_id": "case", "version": 1, **changes})
    case = checked(scan("upper", version=2, twins=(older,)), scan("lower"))
    assert codes(case) == ([C.SCAN_TWICE_VERSION] if told else [])


def test_labs_are_told_everything_else_as_it_is() -> None:
    case = checked(pairs=(pair(R.APART, gap_mm=4.0),))
    found = only(case)
    assert told_to_labs(case, found) == found
    assert filed_elsewhere(case, found) == []
