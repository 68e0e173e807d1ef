"""Queries that several rooms of privacy ask: each is declared once.

What another package asks too stands beside that package's models.
"""

from accounts.models import User
from core.queries import Query
from privacy.models import PrivacyRequest
from scans.visits.models import Visit
from support.models import TicketMessage

ABOUT_SUBJECT = Query(PrivacyRequest, (("subject", "=="),))
ASSIGNED = Query(Visit, (("assignee", "=="),))
MEMBERS = Query(User, (("org", "=="),))
MESSAGES_OF_TICKET = Query(TicketMessage)
VISITS_OF_CASE = Query(Visit, (("case_id", "=="),))
