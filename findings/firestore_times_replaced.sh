#!/usr/bin/env bash
# google-cloud-firestore 2.34.1 with google-api-core 2.44.0: a timestamp that was read cannot be written any more after
# replace(), though what replace() returns prints, compares and subtracts like any datetime.
#
# A timestamp comes as DatetimeWithNanoseconds, a datetime. Its replace() is the one of datetime, which makes another
# one of the same class without the part that the client asks for when it writes. "The same day at nine" of a time
# that was read is an AttributeError in the client, where the same of the clock's time is written; tests with times
# of their own do not notice. What astimezone() returns, and what a timedelta was added to, is written.
#
# Seen: AttributeError ("has no attribute '_nanosecond'") after replace(), none after astimezone() and adding a day;
# a datetime that was not read is taken after all three. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    google-cloud-firestore==2.34.1 google-api-core==2.44.0
cat > "$folder/times.py" <<'PYTHON'
import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from google.api_core.datetime_helpers import DatetimeWithNanoseconds
from google.cloud.firestore_v1 import _helpers

INDIA = timezone(timedelta(hours=5, minutes=30))
PLAIN = datetime(2026, 5, 4, 12, tzinfo=timezone.utc)
# As the client makes it of what the server sends.
READ = DatetimeWithNanoseconds.from_timestamp_pb(_helpers.encode_value(PLAIN).timestamp_value.timestamp_pb())
CHANGES = {
    "as it is": lambda time: time,
    "astimezone": lambda time: time.astimezone(INDIA),
    "a day later": lambda time: time + timedelta(days=1),
    "replace": lambda time: time.replace(hour=9),
}


def outcome(time):
    """Return whether the client writes it."""
    try:
        _helpers.encode_value(time)
    except AttributeError as err:
        return f"{type(err).__name__}: {err}"
    return "written"


packages = "google-cloud-firestore", "google-api-core"
print(" with ".join(f"{name} {version(name)}" for name in packages))
read = {name: outcome(change(READ)) for name, change in CHANGES.items()}
plain = {name: outcome(change(PLAIN)) for name, change in CHANGES.items()}
print("read:    ", read)
print("not read:", plain)
print("equal:   ", equal := CHANGES["replace"](READ) == CHANGES["replace"](PLAIN))
failed = read.pop("replace")
as_seen = set(read.values()) == set(plain.values()) == {"written"} and "_nanosecond" in failed
sys.exit(0 if as_seen and equal else 1)
PYTHON
"$folder/venv/bin/python" "$folder/times.py"
