#!/usr/bin/env bash
# num2words 0.5.14: an amount that is an int is taken to be paise, one that is a float or Decimal to be rupees: the words
# on an invoice are a hundredth of its figure.
#
# to="currency" reads Decimal("100000") as a lakh of rupees and 100000 as a thousand. A round amount that comes as an int,
# out of JSON or a spreadsheet, is written wrong, and every other amount right: tests with paise in them do not
# notice. Where money is kept in paise the int is right, and the same amount divided into rupees is too. The words of
# numbers that are no amounts (without to=) have no such difference, and those of India end below a thousand
# crore: en_IN refuses what a large company turns over.
#
# Seen in en_IN and INR: 100000 is "one thousand rupees, zero paise", Decimal("100000") and 100000.0 are "one lakh
# rupees, zero paise"; 10**9 is "one hundred crore", 10**10 an OverflowError. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
cat > "$folder/words.py" <<'PYTHON'
import sys
from decimal import Decimal
from importlib.metadata import version

from num2words import num2words


def amount(value):
    """Return an amount of rupees in words."""
    return num2words(value, lang="en_IN", to="currency", currency="INR")


def number(value):
    """Return a number in words, or the error."""
    try:
        return num2words(value, lang="en_IN")
    except OverflowError as err:
        return type(err).__name__


print("num2words", version("num2words"))
amounts = {repr(each): amount(each) for each in (100000, Decimal(100000), 100000.0)}
numbers = {each: number(each) for each in (100000, 10**9, 10**10)}
for value, words in (amounts | numbers).items():
    print(f"{value}: {words}")
lakh = "one lakh rupees, zero paise"
as_seen = list(amounts.values()) == ["one thousand rupees, zero paise", lakh, lakh]
large = list(numbers.values()) == ["one lakh", "one hundred crore", "OverflowError"]
sys.exit(0 if as_seen and large else 1)
PYTHON
"$folder/venv/bin/python" "$folder/words.py"
