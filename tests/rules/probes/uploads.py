"""Probes of Storage: everybody's own slot with one thing different, and all that is no slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from core.unknown import stored
from tests.rules.probes.evaluator import ASKED_AT
from tests.rules.probes.probe import Fields, Method, Principal, Probe
from tests.rules.probes.world import ProbedWorld
from tests.support import ids, records

_SIZE = 684
_TYPE = "model/stl"
#: What a server fills in by itself, and what only an uploader says: of each field, good and bad.
_SAID: Mapping[str, tuple[tuple[Any, ...], tuple[Any, ...]]] = {
    "contentDisposition": (
        (None, "", "inline", "inline; filename*=utf-8''original"),
        ("attachment", 'inline; filename="scan.exe"', "INLINE", 7),
    ),
    "contentEncoding": ((None, "", "identity"), ("gzip", "br", "Identity", " ", "gzip, identity")),
    "metadata": (
        (None, {}, {"firebaseStorageDownloadTokens": "x"}),
        (
            {"patient": "Meera Joshi"},
            {"firebaseStorageDownloadTokens": "x", "note": "y"},
            {"firebasestoragedownloadtokens": "x"},
        ),
    ),
}
_METHODS: tuple[Method, ...] = ("get", "list", "update", "delete", "create")
_SECOND = timedelta(seconds=1)


class Slots:
    """An open slot of everybody, twins of which one thing differs, and the probes of them."""

    def __init__(self, world: ProbedWorld) -> None:
        """Make them: they go into what rules may look up, at `stored`."""
        self._world = world
        self.stored: dict[str, Fields] = {}
        #: By the owner's uid and by what differs.
        self._ids: dict[tuple[str, str], str] = {}
        for who in world.people:
            for what, changes in self._twins(who.uid or ids.uid()):
                made = stored(records.upload(world.tenants, who.uid or ids.uid()))
                good = {"byte_size": _SIZE, "content_types": [_TYPE], "open": True}
                slot = ids.document_id()
                self._ids[who.uid, what] = slot
                held = {**made, **good, "expires_at": ASKED_AT + 60 * _SECOND, **changes}
                self.stored[f"uploads/{slot}"] = held

    @staticmethod
    def _twins(uid: str) -> Iterator[tuple[str, Fields]]:
        yield "good", {"uid": uid}
        yield "closed", {"open": False}
        yield "expired", {"expires_at": ASKED_AT - _SECOND}
        yield "at its end", {"expires_at": ASKED_AT}
        yield "another's", {"uid": ids.uid()}
        yield "of another size", {"byte_size": _SIZE + 1}
        yield "of no type", {"content_types": []}
        yield "of several types", {"content_types": ["image/png", _TYPE]}

    def probes(self) -> Iterator[Probe]:
        """Yield uploads that fit and that do not, and all else that one may ask of objects."""
        for who in self._world.people:
            for what in ("good", "of several types"):
                yield self._upload(who, what, {}, who.uid != "")
            for what in (
                "closed",
                "expired",
                "at its end",
                "another's",
                "of another size",
                "of no type",
            ):
                yield self._upload(who, what, {}, False)
            yield from self._objects(who)
            yield from self._elsewhere(who)

    def _upload(
        self, who: Principal, slot: str, changes: Fields, allowed: bool, about: str = ""
    ) -> Probe:
        path = f"landing/{who.uid or 'x'}/{self._ids[who.uid, slot]}/original"
        after = {"size": _SIZE, "contentType": _TYPE, "name": path, **changes}
        return self._probe(who, "create", path, about or f"slot {slot}", allowed, after=after)

    def _objects(self, who: Principal) -> Iterator[Probe]:
        """Yield what an object says of itself: its size, its type and the rest."""
        signed_in = who.uid != ""
        for size in (0, _SIZE - 1, _SIZE + 1, 10**9):
            yield self._upload(who, "good", {"size": size}, False, f"{size} bytes")
        for kind in ("text/html", f"{_TYPE}x", f"{_TYPE}; charset=utf-8", "", None, "MODEL/STL"):
            yield self._upload(who, "good", {"contentType": kind}, False, f"type {kind}")
        for name, (good, bad) in _SAID.items():
            for value in (*good, *bad):
                may = signed_in and value in good
                yield self._upload(who, "good", {name: value}, may, f"{name} {value}")

    def _elsewhere(self, who: Principal) -> Iterator[Probe]:
        """Yield other names, other methods, and a slot that has its object already."""
        good, uid = self._ids[who.uid, "good"], who.uid or "x"
        own = f"landing/{uid}/{good}/original"
        after = {"size": _SIZE, "contentType": _TYPE}
        for path in (
            f"landing/{ids.uid()}/{good}/original",
            f"landing/{uid}/{ids.document_id()}/original",
            f"landing/{uid}/{good}/copy",
            f"landing/{uid}/{good}/original/more",
            f"landing/{uid}/{good}",
            f"elsewhere/{uid}/{good}/original",
            f"cases/{self._world.tenants.clinic}/{ids.document_id()}/{good}/content",
            f"exports/{uid}/archive.zip",
            "original",
        ):
            yield self._probe(who, "create", path, "another name", False, after=after)
            for method in _METHODS[:-1]:
                yield self._there(who, method, path, "another name")
        for method in _METHODS:
            yield self._there(who, method, own, "what lies in one's own slot")
        another = next(p for p in self._world.people if p.uid and p is not who)
        theirs = f"landing/{another.uid}/{self._ids[another.uid, 'good']}/original"
        yield self._probe(who, "create", theirs, "another's slot and folder", False, after=after)
        mine = f"landing/{uid}/{self._ids[another.uid, 'good']}/original"
        yield self._probe(who, "create", mine, "another's slot, own folder", False, after=after)

    def _there(self, who: Principal, method: Method, path: str, about: str) -> Probe:
        held = {"size": _SIZE, "contentType": _TYPE, "name": path}
        after = held if method in {"update", "create"} else None
        return self._probe(who, method, path, about, False, before=held, after=after)

    @staticmethod
    def _probe(
        who: Principal, method: Method, path: str, about: str, allowed: bool, **held: Fields | None
    ) -> Probe:
        return Probe(who, method, path, about, allowed, storage=True, **held)
