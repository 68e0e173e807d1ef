#!/usr/bin/env bash
# python-stdnum 2.2: stdnum.in_.gstin refuses GSTINs of Ladakh (38) and of "other territory" (97).
#
# A GSTIN begins with the code of the state or territory that registered it. Ladakh has had 38 since it became
# a union territory on 31 October 2019, and 97 stands for territory outside of all states, such as the
# exclusive economic zone; businesses are registered under both. The check digit of such numbers is right,
# and the error names a component, not the state. Validating the tax number of customers in India with it
# turns those away.
#
# Seen: of numbers that differ in the state and the check digit alone, 01 to 37 are valid; 38 and 97 raise
# InvalidComponent. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-stdnum==2.2
cat > "$folder/states.py" <<'PYTHON'
import sys
from importlib.metadata import version

from stdnum import luhn
from stdnum.exceptions import ValidationError
from stdnum.in_ import gstin

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def outcome(state):
    """Return what the check says of a number of a state; the rest of it is the same for all."""
    number = f"{state:02d}AAPFU0939F1Z"
    number += luhn.calc_check_digit(number, LETTERS)
    try:
        gstin.validate(number)
    except ValidationError as err:
        return type(err).__name__
    return "valid"


print("python-stdnum", version("python-stdnum"))
found = {state: outcome(state) for state in (*range(1, 39), 97)}
refused = {state: said for state, said in found.items() if said != "valid"}
print("refused:", ", ".join(f"{state} ({said})" for state, said in refused.items()))
sys.exit(0 if set(refused) == {38, 97} else 1)
PYTHON
"$folder/venv/bin/python" "$folder/states.py"
