"""Corrections that people cannot make themselves: an organisation's name and address.

A person writes their own name and phone, and a clinic corrects its patients; whom others deal with
is approved by an admin, as it was in the beginning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import ORG_MODELS, Address, Organisation, User
from core.access import Role
from core.context import Context
from core.documents import Document
from core.errors import NotOwner
from core.idempotency import once
from core.privacy import Viewer
from core.projections import visible_to
from core.store import Unit
from labs.models import LabProfile, Order, Sender
from privacy.models import Authority, PrivacyRequest, RequestKind
from privacy.requests.rights import AskCorrection, Asked
from privacy.rights import asking, blocks
from privacy.rights.subjects import Subject
from scans.models import Place, Visit

#: Projections that follow in one transaction, of each kind; more are under way in no organisation.
_MOST = 200


def ask(ctx: Context, wish: AskCorrection) -> Asked:
    """Ask for another name or address of the caller's organisation. An admin decides.

    Two reads, four writes and a retry record.

    Raises:
        NotOwner, RequestOpen, KeyReused.
    """
    if not ctx.caller.owner:
        raise NotOwner
    subject = Subject.user(ctx.caller.uid)

    def work(unit: Unit) -> Asked:
        asking.refuse_asked(unit, subject, RequestKind.CORRECTION)
        wanted = wish.organisation.model_dump()
        request = asking.made(ctx, subject, Authority.PERSON, RequestKind.CORRECTION, wanted=wanted)
        return asking.asked(unit, ctx, request)

    return once(ctx, "privacy_request_correction", wish.idempotency_key, wish, Asked, work)


@dataclass(frozen=True)
class Correction:
    """What an approved correction changes: the organisation, and what shows it under way."""

    org: Organisation
    wanted: Address
    visits: Sequence[Visit]
    orders: Sequence[Order]
    profile: LabProfile | None

    @property
    def before(self) -> dict[str, str]:
        """What the organisation was called before."""
        return {name: getattr(self.org, name) for name in Address.model_fields}

    def write(self, unit: Unit) -> None:
        """Write it; what is over keeps the name that it had then."""
        after = unit.change(self.org, **dict(self.wanted))
        for visit in self.visits:
            unit.change(visit, clinic=Place.model_validate(visible_to(Viewer.OPERATOR, after)))
        for order in self.orders:
            unit.change(order, **self._shown(after))
        if self.profile is not None:
            unit.change(self.profile, name=self.wanted.name, city=self.wanted.city)

    def _shown(self, after: Document) -> dict[str, object]:
        if self.profile is not None or not self._is_clinic:
            return {"lab_name": self.wanted.name}
        return {"sender": Sender.model_validate(visible_to(Viewer.LAB, after))}

    @property
    def _is_clinic(self) -> bool:
        return isinstance(self.org, ORG_MODELS[Role.CLINIC])


def prepare(unit: Unit, request: PrivacyRequest) -> Correction:
    """Read what a correction changes. Two reads, and those that follow, at least one a query.

    Raises:
        NotOwner: who asked owns no organisation any more.
    """
    user = unit.get(User, request.uid) if request.uid else None
    if user is None or not user.owner or user.org is None or user.role not in ORG_MODELS:
        raise NotOwner
    org = unit.get(ORG_MODELS[user.role], user.org)
    if org is None:
        raise NotOwner
    wanted = Address.model_validate(request.wanted)
    if user.role is Role.CLINIC:
        visits = unit.find(blocks.VISITS_OF_CLINIC, org.id, blocks.OPEN_VISITS, limit=_MOST)
        orders = unit.find(blocks.OF_CLINIC, org.id, blocks.OPEN_ORDERS, limit=_MOST)
        return Correction(org, wanted, visits, orders, None)
    orders = unit.find(blocks.OF_LAB, org.id, blocks.OPEN_ORDERS, limit=_MOST)
    return Correction(org, wanted, (), orders, unit.get(LabProfile, org.id))
