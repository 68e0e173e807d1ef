"""The page of an export that people read: in plain words, what is held, why, and who saw it."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from core import pages
from core.clock import IST
from core.documents import Document
from core.privacy import Erasure, Viewer
from labs.links.models import Share
from labs.orders.models import Order, OrderItem
from privacy.inventory.entries import InventoryEntry, InventoryRow, SubjectKind
from privacy.models import PrivacyRequest, RequestState
from scans.cases.models import Case, File
from scans.consents.models import Consent, Scope
from scans.gate.models import FileKind
from scans.patients.models import Patient
from scans.uploads.models import Jaw
from scans.visits.models import Visit, VisitState

#: Viewers as people call them.
WHO: dict[Viewer, str] = {
    Viewer.SUBJECT: "you",
    Viewer.ACTIVE_SUBJECT: "you",
    Viewer.ORG_OWNER: "the owners of your clinic or lab",
    Viewer.CLINIC: "the clinic's members",
    Viewer.LAB: "the lab that an order went to",
    Viewer.ANY_CLINIC: "every clinic",
    Viewer.OPERATOR: "the operator on a visit, for as long as it is assigned",
    Viewer.ADMIN: "Scanner's administrators",
    Viewer.SYSTEM: "",
}
#: Fields of a record that a reader looks for first, and what they are called.
LABELS = {
    "name": "Name",
    "reference": "Reference number",
    "age_group": "Age group",
    "email": "E-mail",
    "phone": "Phone",
    "role": "Role",
    "status": "Account",
    "policy_version": "Privacy policy accepted",
    "created_at": "Since",
    "added_at": "Added",
}
#: What codes are called.
WORDS: dict[str, str] = {
    RequestState.RUNNING: "being done",
    RequestState.COOLING_OFF: "can be taken back",
    FileKind.STL: "Scan",
    FileKind.IMAGE: "Photograph",
    Scope.SCAN: "being scanned",
    Scope.SHARE_WITH_LAB: "sharing with a lab",
    Scope.IMAGES: "photographs",
    Jaw.UPPER: "upper jaw",
    Jaw.LOWER: "lower jaw",
    Jaw.BITE: "bite",
    Jaw.BITE_RIGHT: "bite, right side",
    Jaw.BITE_LEFT: "bite, left side",
    Jaw.MOUTH: "mouth",
}
#: What the page gets as it was gathered.
_LISTS = (
    "collections", "pictures", "consents", "cases", "orders", "shares", "requests", "disclosures",
)  # fmt: skip


#: What the page says of one thing; `at` is when it was, and what the list is sorted by.
Line = dict[str, Any]


@dataclass
class Collection:
    """One collection as the page lists it."""

    title: str
    file: str
    count: int
    viewers: list[str]
    grounds: list[str]


@dataclass
class Summary:
    """What the page shows; filled while the archive is written, bounded but for lists of names."""

    kind: SubjectKind
    request: PrivacyRequest
    person: dict[str, str] = field(default_factory=dict)
    collections: list[Collection] = field(default_factory=list)
    pictures: list[Line] = field(default_factory=list)
    consents: list[Line] = field(default_factory=list)
    cases: list[Line] = field(default_factory=list)
    orders: list[Line] = field(default_factory=list)
    shares: list[Line] = field(default_factory=list)
    requests: list[Line] = field(default_factory=list)
    disclosures: list[Line] = field(default_factory=list)
    _labs: dict[str, str] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    def take(self, place: InventoryEntry, document: Document, shown: dict[str, Any]) -> None:
        """Note what the page says of a document."""
        if place.model is _main(self.kind):
            self.person = {LABELS[n]: _said(shown[n]) for n in LABELS if shown.get(n) is not None}
        if self.kind is SubjectKind.PATIENT:
            self._of_patient(document)
        if isinstance(document, PrivacyRequest):
            mine = document.id == self.request.id
            self.requests.append(
                {
                    "what": _said(document.kind),
                    "at": document.asked_at,
                    "state": "answered with this archive" if mine else _said(document.state),
                    "due": None if mine or document.done_at else document.due_at,
                }
            )

    def _of_patient(self, document: Document) -> None:
        match document:
            case Case():
                self.cases.append(
                    {"at": document.opened_at, "status": _said(document.status),
                     "notes": document.notes or ""}
                )  # fmt: skip
            case Consent():
                covers = ", ".join(_said(scope) for scope in document.scope)
                self.consents.append(
                    {"at": document.obtained_at, "covers": covers,
                     "state": _said(document.state)}
                )  # fmt: skip
            case File():
                self._picture(document)
            case Order():
                self._labs[document.id] = document.lab_name
                work = "; ".join(map(work_of, document.items))
                self.orders.append(
                    {"at": document.placed_at, "work": work, "lab": document.lab_name,
                     "state": _said(document.state)}
                )  # fmt: skip
            case Visit():
                if (at := document.times.get(VisitState.ASSIGNED)) is not None:
                    what = "the reference number and the scans to be made"
                    self.shares.append({"who": "An operator", "at": at, "what": what})
            case Share():
                lab = self._labs.get(document.order_id, f"lab {document.lab_id}")
                what = f"a link to {self._files.get(document.file_id, document.file_id)}"
                self.shares.append({"who": lab, "at": document.at, "what": what})

    def tell(self, told: list[dict[str, Any]]) -> None:
        """Note what authorities were given by law."""
        self.disclosures = [
            {name: _said(each[name]) for name in ("authority", "ground", "disclosed_at")}
            for each in told
        ]

    def close(self, place: InventoryEntry, row: InventoryRow, file: str, count: int) -> None:
        """Note that a collection is complete."""
        held = [
            h
            for name, h in place.model.declarations()
            if h is not None
            and (not row.names or any(name == n or name.startswith(f"{n}.") for n in row.names))
        ]
        seen = {viewer for h in held for viewer in h.seen_by}
        grounds = {h.ground for h in held if h.erased is Erasure.KEEP}
        viewers = [WHO[viewer] for viewer in Viewer if viewer in seen and WHO[viewer]]
        if self.kind is SubjectKind.PATIENT:
            viewers = [who for who in viewers if who != WHO[Viewer.SUBJECT]]
        self.collections.append(Collection(place.title, file, count, viewers, sorted(grounds)))

    def page(self) -> str:
        """Render it."""
        import jinja2  # only exports need it

        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            finalize=pages.finalized,
        )
        environment.filters["said"] = _said
        template = environment.get_template("summary.html.j2")
        return template.render(
            mine=self.kind is SubjectKind.USER,
            request=self.request,
            person=self.person,
            grounds=sorted({g for each in self.collections for g in each.grounds}),
            **{name: getattr(self, name) for name in _LISTS},
        )

    def _picture(self, file: File) -> None:
        shown = file.pictures.thumbnail if file.pictures is not None else None
        self._files[file.id] = file.file_name
        self.pictures.append(
            {
                "thumbnail": entry_name(shown.name, shown.content_type) if shown else None,
                "file": entry_name(file.content.name, file.content.content_type),
                "what": f"{_said(file.kind)}, {_said(file.jaw)}",
                "at": file.ready_at,
                "name": file.file_name,
            }
        )


def work_of(item: OrderItem) -> str:
    """Return what a lab was to make, and for which teeth or arches, in words."""
    teeth = item.for_teeth
    if teeth:
        numbers = ", ".join(map(str, teeth))
        return f"{item.name} for {'tooth' if len(teeth) == 1 else 'teeth'} {numbers}"
    arches = " and ".join(item.for_arches)
    return f"{item.name} for the {arches} arch" if arches else item.name


def entry_name(name: str, content_type: str) -> str:
    """Return the name that an object of the bucket has in an archive."""
    from core.links import suffix_of

    kind, _, *rest = name.split("/")
    return f"files/{kind}/{'/'.join(rest)}{suffix_of(content_type)}"


def _main(kind: SubjectKind) -> type[Document]:
    from accounts.models import User

    return User if kind is SubjectKind.USER else Patient


def _said(value: object) -> str:
    """Return a value in words: times of India, codes without underscores."""
    if isinstance(value, str) and len(value) > 18 and value[10:11] == "T":
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(IST):%-d %B %Y, %H:%M}"
    return WORDS.get(str(value)) or str(value).replace("_", " ")
