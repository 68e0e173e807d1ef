"""Files go up whatever happens on the way: each has one slot, and the case has it once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support import forms
from tests.support.people import Cast
from tools.samples import arch, broken, case

#: 4 MB: enough to be cut off in the middle.
_LARGE = 80_000


def written(folder: Path, **contents: bytes) -> dict[str, str]:
    """Files of these names, as STL."""
    for name, content in contents.items():
        (folder / f"{name}.stl").write_bytes(content)
    return {name: str(folder / f"{name}.stl") for name in contents}


def test_a_file_goes_up_once_whatever_happens(
    cast: Cast, play: Callable[..., None], tmp_path: Path
) -> None:
    clinic = cast.member("clinic")
    case_id = forms.open_case(clinic)
    made = case(3, triangles=4_000)
    assert made.upper is not None
    assert made.lower is not None
    files = written(
        tmp_path,
        UpperJaw=made.upper.stl,
        LowerJaw=made.lower.stl,
        damaged=broken("truncated"),
        large=arch("upper", triangles=_LARGE, seed=9),
    )
    other = tmp_path / "other"
    other.mkdir()
    files["otherOfThatName"] = written(other, large=arch("upper", seed=9))["large"]
    play(
        "uploads",
        clinic={"email": clinic.email, "password": clinic.password},
        case_id=case_id,
        files=files,
    )
    opened = clinic.read(f"cases/{case_id}")
    assert opened is not None
    of_clinic = ("clinic_id", "EQUAL", opened["clinic_id"])
    uploads = clinic.query("uploads", of_clinic, ("case_id", "EQUAL", case_id))
    assert sorted((row["file_name"], row["state"]) for row in uploads) == [
        ("LowerJaw.stl", "ready"),
        ("UpperJaw.stl", "ready"),
        ("damaged.stl", "rejected"),
        ("large.stl", "ready"),
    ]
