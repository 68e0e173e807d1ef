"""A probe: one request of one person, and whether the policy lets it through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from accounts.models import User
from core.access import Role

Fields = Mapping[str, Any]
Filter = tuple[str, str, Any]  # field, operator as REST spells it, value
Method = Literal["get", "list", "create", "update", "delete"]


class ServerTime:
    """What a client writes to have the server's time: the time of the request, whenever that is."""

    def __repr__(self) -> str:
        return "the server's time"


NOW = ServerTime()


@dataclass(frozen=True, eq=False)
class Principal:
    """Somebody who asks: an account as it stands, and a token that may say something else.

    Attributes:
        name: the kind of person.
        uid: of the token; empty for somebody without one.
        claims: all that the token says, e-mail address and verification too.
        account: what stands at `users/{uid}`; None where nothing does.
    """

    name: str
    uid: str = ""
    claims: Fields = field(default_factory=dict)
    account: User | None = None

    @property
    def role(self) -> Role | None:
        """The account's."""
        return self.account.role if self.account else None

    @property
    def org(self) -> str | None:
        """The account's organisation."""
        return self.account.org if self.account else None

    @property
    def email(self) -> str:
        """The address of the token, as it is written there; empty for none."""
        return str(self.claims.get("email") or "")


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """One request.

    Attributes:
        who: asks.
        method: as rules name it.
        path: of the document or object, and of the collection for a list.
        about: what is special, for whoever reads a failure.
        allowed: what the policy says.
        before: what stands there; None for nothing. A list that has it asks for its id alone.
        after: what would stand there.
        filters: of a list.
        group: the list is of a collection group.
        counted: the list is counted, not read.
        storage: an object is meant, not a document.
    """

    who: Principal
    method: Method
    path: str
    about: str
    allowed: bool
    before: Fields | None = None
    after: Fields | None = None
    filters: tuple[Filter, ...] = ()
    group: bool = False
    counted: bool = False
    storage: bool = False

    @property
    def area(self) -> str:
        """The collections on the way, which say what match blocks it can reach."""
        parts = self.path.split("/")
        return parts[0] if self.storage else "/".join(parts[::2])

    def __str__(self) -> str:
        asks = "count" if self.counted else self.method
        where = f" where {self.filters}" if self.filters else ""
        group = " (group)" if self.group else ""
        return f"{self.who.name}: {asks} {self.path}{group}{where}: {self.about}"
