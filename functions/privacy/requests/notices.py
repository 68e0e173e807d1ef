"""The request and the response about the notice of a breach, with an example of each."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.fields import DocId
from messaging.service import Language

_BREACH = "b9Ts4HdKp2MwXq7LcRb5"


class DraftNotice(Message):
    """The draft of the notice to those affected, in a language."""

    breach_id: DocId = Field(
        description="The breach that the notice is about. Assess it first: the draft names its "
        "risk."
    )
    language: Language = Field(default=Language.ENGLISH, description="The language to draft in.")

    example: ClassVar = {"breach_id": _BREACH, "language": "hi"}


class NoticeDraft(Message):
    """The text, with what people have to add in brackets."""

    text: str = Field(
        description="The notice as plain text, times as India's. What people have to write stands "
        "in square brackets."
    )

    example: ClassVar = {"text": "Personal data breach ..."}
