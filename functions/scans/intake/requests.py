"""The requests of uploads to a case, a visit or a consent."""

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from core.fields import DocId
from scans.examples import CASE, KEY
from scans.uploads.models import Jaw, UploadKind
from scans.uploads.requests import FileToUpload


class StartUpload(FileToUpload):
    """Ask for a slot to upload into: for a case or a visit a file or an archive, or a form."""

    case_id: DocId | None = Field(
        default=None,
        description="The case that the file is of, for a clinic. Name exactly one of `case_id`, "
        "`visit_id` and `consent_id`.",
    )
    visit_id: DocId | None = Field(
        default=None,
        description="The visit at which the file was made, for the operator who is assigned and "
        "scanning.",
    )
    consent_id: DocId | None = Field(
        default=None,
        description="The consent whose signed form the file shows, for a clinic; `kind` is "
        "`image` then. A consent has one form.",
    )
    jaw: Jaw | None = Field(
        default=None,
        description="What the scan or the image shows. Required of them for a case or a visit; "
        "null for a form, and for a `kind` of `case`, whose parts are told by their names. A new "
        "scan of a jaw supersedes the one before; images stand side by side. `mouth` is of images "
        "alone.",
    )

    example: ClassVar = {
        "case_id": CASE,
        "file_name": "upper arch.stl",
        "kind": "stl",
        "jaw": "upper",
        "byte_size": 2000084,
        "idempotency_key": KEY,
    }

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        targets = [t for t in (self.case_id, self.visit_id, self.consent_id) if t is not None]
        if len(targets) != 1:
            raise PydanticCustomError(
                "one_target", "Name one of case_id, visit_id and consent_id, and no more"
            )
        if self.consent_id is not None and self.kind is not UploadKind.IMAGE:
            raise PydanticCustomError("form_kind", "A signed form is uploaded as an image")
        unnamed = self.consent_id is not None or self.kind is UploadKind.CASE
        if (self.jaw is None) != unnamed:
            raise PydanticCustomError(
                "jaw", "Name the jaw of a scan or image, and of no form or archive"
            )
        if self.jaw is Jaw.MOUTH and self.kind is not UploadKind.IMAGE:
            raise PydanticCustomError("mouth", "Only images are of the mouth as a whole")
        return self
