"""Drafts of what is written about a breach: ids and times only; people add the rest."""

from core.clock import IST
from core.context import Context
from messaging.service import Language
from privacy.breaches.register import found
from privacy.breaches.requests import DraftNotice, NoticeDraft
from privacy.models import Breach

_ENGLISH = """\
Personal data breach {{ id }}

On {{ aware }} we became aware that data held by Scanner was accessed without right \
between {{ since }} and {{ until }}.

What was concerned: [describe the data]
What it may mean for you: [risk: {{ risk }}]
What we have done: [describe the measures]
What you can do: [advice]
Whom you can ask: [name and contact of the grievance officer]

The Data Protection Board of India is told by {{ deadline }}.
"""
_HINDI = """\
व्यक्तिगत डेटा का उल्लंघन {{ id }}

{{ aware }} को हमें पता चला कि {{ since }} और {{ until }} के बीच \
Scanner के पास रखा डेटा बिना अधिकार के देखा गया।

किस डेटा की बात है: [डेटा का वर्णन करें]
आपके लिए इसका क्या अर्थ हो सकता है: [जोखिम: {{ risk }}]
हमने क्या किया है: [उपायों का वर्णन करें]
आप क्या कर सकते हैं: [सलाह]
आप किससे पूछ सकते हैं: [शिकायत अधिकारी का नाम और संपर्क]

भारतीय डेटा संरक्षण बोर्ड को {{ deadline }} तक सूचित किया जाता है।
"""
_TEMPLATES = {Language.ENGLISH: _ENGLISH, Language.HINDI: _HINDI}


def draft_notice(ctx: Context, request: DraftNotice) -> NoticeDraft:
    """Return the draft of the notice to those affected. One read.

    Raises:
        BreachNotFound.
    """
    breach = found(ctx, request.breach_id)
    return NoticeDraft(text=draft(breach, request.language))


def draft(breach: Breach, language: Language) -> str:
    """Return the draft of the notice to those affected; times are India's."""
    from jinja2 import Environment, StrictUndefined  # only who drafts waits for it

    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701  plain text
    times = {
        "aware": breach.aware_at,
        "since": breach.since,
        "until": breach.until,
        "deadline": breach.deadline_at,
    }
    said = {name: f"{at.astimezone(IST):%d.%m.%Y %H:%M} IST" for name, at in times.items()}
    risk = breach.risk or "?"
    return environment.from_string(_TEMPLATES[language]).render(id=breach.id, risk=risk, **said)
