"""Whom invoices are made out to."""

import re
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.documents import Record
from core.fields import StoredName, StoredText
from core.printable import printable

#: States and territories by the codes of the GST law, the first two digits of a GSTIN. Source:
#: the GST portal's list of state codes; 25 and 28 were merged into 26 and 37.
STATES = {
    "01": "Jammu and Kashmir",
    "02": "Himachal Pradesh",
    "03": "Punjab",
    "04": "Chandigarh",
    "05": "Uttarakhand",
    "06": "Haryana",
    "07": "Delhi",
    "08": "Rajasthan",
    "09": "Uttar Pradesh",
    "10": "Bihar",
    "11": "Sikkim",
    "12": "Arunachal Pradesh",
    "13": "Nagaland",
    "14": "Manipur",
    "15": "Mizoram",
    "16": "Tripura",
    "17": "Meghalaya",
    "18": "Assam",
    "19": "West Bengal",
    "20": "Jharkhand",
    "21": "Odisha",
    "22": "Chhattisgarh",
    "23": "Madhya Pradesh",
    "24": "Gujarat",
    "26": "Dadra and Nagar Haveli and Daman and Diu",
    "27": "Maharashtra",
    "29": "Karnataka",
    "30": "Goa",
    "31": "Lakshadweep",
    "32": "Kerala",
    "33": "Tamil Nadu",
    "34": "Puducherry",
    "35": "Andaman and Nicobar Islands",
    "36": "Telangana",
    "37": "Andhra Pradesh",
    "38": "Ladakh",
}

#: Union territories without legislature, whose own tax is UTGST and not SGST. Source: UTGST Act
#: 2017, section 2(8). Delhi, Jammu and Kashmir and Puducherry have legislatures.
WITHOUT_LEGISLATURE = frozenset({"04", "26", "31", "35", "38"})

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GSTIN = re.compile(r"[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]")

StateCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]
Gstin = Annotated[str, StringConstraints(to_upper=True, min_length=15, max_length=15)]


class Billing(Record):
    """The customer as invoices name it. A tax number (GSTIN) is only for who is registered."""

    legal_name: StoredName = Field(
        description="The name of the business in law, in Latin or Devanagari letters."
    )
    address: StoredText = Field(
        description="The whole postal address, PIN code included, in Latin or Devanagari letters."
    )
    state: StateCode = Field(
        description="The state's code in the GST law: two digits, such as `27` for Maharashtra. It "
        "decides between CGST with SGST, and IGST."
    )
    gstin: Gstin | None = Field(
        default=None,
        description="The GST identification number: fifteen characters, the first two those of "
        "`state`. Null for who is not registered.",
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.state not in STATES:
            raise PydanticCustomError("state", "Give the state's code in the GST law, such as 27")
        if not printable(self.legal_name + self.address):
            raise PydanticCustomError("letters", "Write name and address in Latin or Devanagari")
        if self.gstin is not None and not is_gstin(self.gstin):
            raise PydanticCustomError("gstin", "This is no GSTIN: check its fifteen characters")
        if self.gstin is not None and self.gstin[:2] != self.state:
            raise PydanticCustomError("gstin_state", "The GSTIN is of another state")
        return self


def is_gstin(text: str) -> bool:
    """Tell whether a text has the form of a GSTIN and its check character.

    The last character is a check over the others in base 36, weights 1 and 2 by turns; each
    product counts as its two digits in base 36 added up. python-stdnum's check of GSTINs refuses
    those of Ladakh (38).
    """
    if not _GSTIN.fullmatch(text):
        return False
    total = 0
    for place, char in enumerate(text[:-1]):
        product = _DIGITS.index(char) * (1 + place % 2)
        total += product // 36 + product % 36
    return _DIGITS[-total % 36] == text[-1]
