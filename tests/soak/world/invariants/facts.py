"""Facts: what is derived equals what it is derived from, and each projection what is declared.

From docs/data_map.md, docs/states.md, decisions 9, 10, 17 and 30, and README.md ("Every file is
examined before anyone else may have it").
"""

from __future__ import annotations

from typing import Any

from google.cloud.firestore import FieldFilter

from core.documents import Document
from core.machines import Machine
from tests.soak.world.actions import Acting
from tests.soak.world.invariants.base import Touched, must, now_at, of_collection


def status_of_cases(acting: Acting, what: str, touched: Touched) -> None:
    """A case's status follows from its facts (docs/states.md), what stops it most comes first."""
    for path in of_collection(touched, "cases"):
        now = now_at(acting, path)
        if now is None:
            continue
        wanted = (
            "frozen" if now["frozen_at"]
            else "awaiting_guardian" if now["guardian_needed_at"]
            else "closed" if now["closed_at"]
            else "scheduled" if now["visit_id"]
            else "scanned" if now["current"] or now["images"]
            else "open"
        )  # fmt: skip
        must(now["status"] == wanted, "derived-status", f"{path}: {now['status']} after {what}")


def visits_show_their_sources(acting: Acting, what: str, touched: Touched) -> None:
    """A visit shows the clinic's address and the patient's reference as they are, and no name."""
    visits = set(of_collection(touched, "visits"))
    for path in touched:
        parts = path.split("/")
        if parts[0] == "clinics" and len(parts) == 4 and parts[2] == "patients":
            cases = acting.engine.db.collection("cases").where(
                filter=FieldFilter("patient_id", "==", parts[3])
            )
            ids = [f"visits/{(c.fields or {}).get('visit_id')}" for c in cases.stream()]
            visits |= {each for each in ids if now_at(acting, each)}
        elif parts[0] == "clinics" and len(parts) == 2:
            found = acting.engine.db.collection("visits").where(
                filter=FieldFilter("clinic_id", "==", parts[1])
            )
            visits |= {v.reference.path for v in found.stream() if (v.fields or {})["assignee"]}
    for path in sorted(visits):
        visit = now_at(acting, path)
        if visit is None or visit["assignee"] is None:
            continue
        case = now_at(acting, f"cases/{visit['case_id']}") or {}
        clinic = now_at(acting, f"clinics/{visit['clinic_id']}") or {}
        source = now_at(acting, f"clinics/{visit['clinic_id']}/patients/{case.get('patient_id')}")
        if source is not None:
            shown = visit["patient"]
            must(shown == {"reference": source["reference"]}, "projection", f"{path} after {what}")
        for name in ("name", "address", "city", "pincode"):
            same = visit["clinic"][name] == clinic.get(name)
            must(same, "projection", f"{path}: the clinic's {name} is another one after {what}")


def labels_follow(acting: Acting, what: str, touched: Touched) -> None:
    """The label of each case is its patient's, in the same transaction."""
    for path in touched:
        parts = path.split("/")
        if parts[0] != "clinics" or len(parts) != 4 or parts[2] != "patients":
            continue
        patient = now_at(acting, path)
        cases = acting.engine.db.collection("cases").where(
            filter=FieldFilter("patient_id", "==", parts[3])
        )
        for found in cases.stream() if patient else ():
            label = (found.fields or {})["patient"]
            same = all(label[n] == (patient or {})[n] for n in ("reference", "name"))
            must(same, "label", f"{found.reference.path} after {what}")


def frozen_cases_stand_still(acting: Acting, what: str, touched: Touched) -> None:
    """A consent that was withdrawn has its cases frozen, no visit and no open slot, at once."""
    for path in of_collection(touched, "consents"):
        now = now_at(acting, path)
        if now is None or now["state"] != "withdrawn":
            continue
        for case_id in now["case_ids"]:
            case = now_at(acting, f"cases/{case_id}")
            if case is None or case["consent_id"] != path.partition("/")[2]:
                continue
            must(case["frozen_at"], "withdrawal-freezes", f"cases/{case_id} after {what}")
            must(not case["visit_id"], "withdrawal-freezes", f"cases/{case_id} has a visit: {what}")
            slots = acting.engine.db.collection("uploads").where(
                filter=FieldFilter("case_id", "==", case_id)
            )
            opened = [s.reference.path for s in slots.stream() if (s.fields or {})["open"]]
            must(not opened, "withdrawal-freezes", f"{opened} after {what}")


def nothing_unexamined(acting: Acting, what: str, touched: Touched) -> None:
    """A file of a case is of an upload that was examined, and names objects of the clean zone."""
    for path in touched:
        parts = path.split("/")
        if parts[0] != "cases" or len(parts) != 4 or parts[2] != "files":
            continue
        now = now_at(acting, path)
        if now is None or touched[path] is not None:
            continue
        slot = now_at(acting, f"uploads/{parts[3]}") or {}
        parts_of = slot.get("parts") or []
        done = slot.get("state") == "ready" or bool(parts_of)
        must(done, "examined", f"{path} is of a slot {slot.get('state')} after {what}")
        stored = now["content"]
        clean = acting.engine.storage.objects.get("world-clean", {})
        there = clean.get(stored["name"])
        must(
            there is not None and there.generation == stored["generation"],
            "examined",
            f"{path} names an object that is not in the clean zone ({what})",
        )


def steps_are_listed(acting: Acting, what: str, touched: Touched) -> None:
    """Whoever changed the state of something went along a line of its table (docs/states.md)."""
    for path, before in touched.items():
        now = now_at(acting, path)
        machine = _machines().get(path.partition("/")[0]) if path.count("/") == 1 else None
        if machine is None or now is None:
            continue
        name = "status" if path.startswith("users/") else "state"
        old, new = (before or {}).get(name), now.get(name)
        if old == new:
            continue
        ends = {str(s.to) for (at, _), s in machine.table.items() if s.to and _is(at, old)}
        # An act may take two steps; what is asked is that the second one is reached.
        more = {str(s.to) for (at, _), s in machine.table.items() if s.to and str(at) in ends}
        listed = str(new) in ends | more
        must(listed, "listed-steps", f"{path}: {old} to {new} is in no table ({what})")


def _is(at: Any, state: str | None) -> bool:
    return (None if at is None else str(at)) == state


def _machines() -> dict[str, Machine[Any, Any]]:
    """Return the tables by collection: that which has all states of the model's field."""
    if not _FOUND:
        for model in Document.registry:
            field = model.model_fields.get("state") or model.model_fields.get("status")
            kind = field.annotation if field else None
            for machine in Machine.registry:
                kinds = {type(at) for at, _ in machine.table if at is not None}
                if kind in kinds and model.path.count("/") == 1:
                    _FOUND[model.path.partition("/")[0]] = machine
    return _FOUND


_FOUND: dict[str, Machine[Any, Any]] = {}
