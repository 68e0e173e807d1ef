"""What the generator of the client makes of schemas, texts and declarations."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import AwareDatetime

from core.documents import Document
from core.lists import ClientList, Own, Parameter, equal
from core.privacy import Retention, Viewer, held
from tools.docs.models import Models
from tools.docs.surface import Surface, UndocumentedError
from tools.docs.typescript import documents, lists, names
from tools.docs.typescript.source import camel, comment, key, literal, quoted
from tools.docs.typescript.types import Printer


class Parcel(Document):
    """A document of which a lab sees less than its clinic."""

    readers: ClassVar = frozenset({Viewer.CLINIC, Viewer.LAB})

    sent_at: Annotated[
        AwareDatetime | None,
        held("system.operations", Viewer.CLINIC, Viewer.LAB, kept=Retention.CASE),
    ] = None
    paise: Annotated[int, held("user.financial", Viewer.CLINIC, kept=Retention.CASE)] = 0


# The registry is for what is deployed: the path comes after the class.
Parcel.path = "parcels/{parcel_id}"


def surface(*declared: ClientList) -> Surface:
    """A surface of the one document, and of some lists of it."""
    return Surface((), (Parcel,), (), declared)


def listed(**changes: Any) -> ClientList:
    """A list of parcels that stands in no registry afterwards."""
    made = {"where": (equal("sent_at", Parameter("at", "When it left.")),), **changes}
    found = ClientList("clinic_parcels", Parcel, Viewer.CLINIC, "The parcels.", **made)
    ClientList.registry.remove(found)
    return found


def printer(**changes: Any) -> Printer:
    """A printer for answers."""
    return Printer(**{"enumerations": frozenset({"Jaw"}), "moment": "DateTime", "day": "Day",
                      "open": True, **changes})  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"type": "string", "format": "date-time"}, "DateTime"),
        ({"type": "string", "format": "date"}, "Day"),
        ({"type": "string", "format": "email"}, "string"),
        ({"$ref": "#/$defs/Jaw"}, "Open<Jaw>"),
        ({"$ref": "#/$defs/Case-Input"}, "CaseInput"),
        ({"type": "array", "items": {"$ref": "#/$defs/Jaw"}, "maxItems": 2}, "Open<Jaw>[]"),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "number | null"),
        (
            {"type": "array", "items": {"anyOf": [{"type": "integer"}, {"type": "null"}]}},
            "(number | null)[]",
        ),
        ({"const": "inr"}, "'inr'"),
        ({"enum": ["csv", "pdf"]}, "Open<'csv' | 'pdf'>"),
        ({"type": "object", "additionalProperties": True}, "Record<string, unknown>"),
        (
            {"type": "object", "propertyNames": {"$ref": "#/$defs/Jaw"},
             "additionalProperties": {"type": "string"}},
            "Partial<Record<Open<Jaw>, string>>",
        ),
        ({}, "unknown"),
    ],
)  # fmt: skip
def test_the_type_of_a_schema(body: dict[str, Any], expected: str) -> None:
    assert printer().type(body) == expected


def test_what_is_asked_takes_no_value_of_a_newer_release() -> None:
    assert printer(open=False).type({"$ref": "#/$defs/Jaw"}) == "Jaw"
    assert printer(open=False).type({"enum": ["csv", "pdf"]}) == "'csv' | 'pdf'"


def test_a_form_that_no_model_had_so_far_is_no_type_by_chance() -> None:
    with pytest.raises(ValueError, match="no type is known"):
        printer().type({"type": "tuple"})


def test_texts_cannot_end_what_they_stand_in() -> None:
    assert comment("Ends */ here.") == "/** Ends *\\/ here. */\n"
    assert quoted('it\'s a \\ "word"\n') == "'it\\'s a \\\\ \"word\"\\n'"
    assert literal({"a-b": [None, True, {"c": "d"}]}) == "{ 'a-b': [null, true, { c: 'd' }] }"
    assert (key("a_b"), key("a-b"), camel("open_case")) == ("a_b", "'a-b'", "openCase")


def test_a_reader_is_shown_the_fields_that_are_declared_visible_to_it() -> None:
    told = documents.render(surface(), Models.of(surface()))
    assert "export type ParcelForClinic = Parcel;" in told
    assert "export type ParcelForLab = Omit<Parcel, 'paise'>;" in told
    assert "  sent_at: Timestamp | null;" in told


def test_a_list_takes_what_it_is_filtered_by() -> None:
    named = (equal("paise", Own.ORG), equal("sent_at", Parameter("at", "When it left.")))
    declared = surface(listed(where=named))
    told = lists.render(declared, Models.of(declared))
    assert "org: string;" in told
    assert "at: Moment;" in told
    assert "clinicParcels(given: {" in told
    assert "[['paise', '==', { own: 'org' }], ['sent_at', '==', { parameter: 'at' }]]" in told


def test_a_parameter_is_not_called_as_what_the_reader_is_known_by() -> None:
    named = (equal("paise", Own.ORG), equal("sent_at", Parameter("org", "When it left.")))
    declared = surface(listed(where=named))
    with pytest.raises(UndocumentedError, match="org"):
        lists.render(declared, Models.of(declared))


class Hue(StrEnum):
    """An enumeration that nobody has named yet."""

    PINK = "pink"  # the colour of gums


class Wrapped(Document):
    """A document with a value that has no name."""

    readers: ClassVar = frozenset({Viewer.CLINIC})

    hue: Annotated[Hue, held("system.operations", Viewer.CLINIC, kept=Retention.CASE)] = Hue.PINK


Wrapped.path = "wrapped/{wrapped_id}"


def test_a_value_without_a_name_is_told() -> None:
    assert "export const LABELS = {" in names.render(surface())
    with pytest.raises(UndocumentedError, match=r"Hue\.pink"):
        names.render(Surface((), (Wrapped,), (), ()))
