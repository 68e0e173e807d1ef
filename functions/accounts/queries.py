"""Queries that other packages ask too."""

from accounts.models import Invite
from core.queries import Query

INVITED = Query(Invite, (("email", "=="),))
