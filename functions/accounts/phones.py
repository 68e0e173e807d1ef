"""Reading phone numbers as people write them: libphonenumber decides, E.164 is stored."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

#: A number without a country code is dialled within India.
REGION = "IN"


def e164(text: str) -> str:
    """Return a phone number in the form of E.164, such as `+919812345678`.

    Taken is what the numbering plan of its country has: `phonenumbers` is the port of Google's
    libphonenumber, whose metadata is made from the plans. It loads what it knows of a country when
    it meets a number of it, and is itself loaded by who reads a number.

    Raises:
        ValueError: it is no phone number, nobody can have it, or it has an extension, which E.164
            cannot say.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException as err:
        raise ValueError("no phone number") from err
    usable = phonenumbers.is_possible_number(number) and phonenumbers.is_valid_number(number)
    if not usable or number.extension:
        raise ValueError("no number that anybody can have")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


#: A phone number in a request: as people write it in, in E.164 from then on.
PhoneNumber = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(e164)]
