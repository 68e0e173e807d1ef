#!/usr/bin/env bash
# firebase-functions 0.6.0 (Python): an event of Cloud Storage at a whole second, or one that gives nanoseconds, never
# reaches the function.
#
# The time of a CloudEvent is RFC 3339: a fraction of a second may be left out and has any number of digits. What
# writes Protocol Buffers as JSON leaves it out where it is zero. firebase-functions reads the time of Storage events
# with strptime and %f, which wants one to six digits, before it calls the function. The function cannot catch it; the
# event fails, is delivered again with the same time, and fails until it is given up: a file in thousands or in a
# million, by what precision the times have, that nobody looks at. Events of Firestore are read by another helper of the
# same package, which takes all of these. The time can be written anew before the package's own wrapper is called.
#
# Seen: ValueError ("does not match format") at 09:30:00Z and 09:30:00.123456789Z, and the event at 09:30:00.5Z and
# 09:30:00.123456Z. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    firebase-functions==0.6.0 cloudevents==1.12.0
cat > "$folder/events.py" <<'PYTHON'
import sys
from importlib.metadata import version

from cloudevents.http import CloudEvent
from firebase_functions import storage_fn

taken = []


@storage_fn.on_object_finalized(bucket="uploads")
def judge(event):
    """Note when the object arrived."""
    taken.append(event.time)


def outcome(time):
    """Return when the function is told an object arrived, or how its event failed."""
    attributes = {
        "id": "1",
        "source": "//storage.googleapis.com/projects/_/buckets/uploads",
        "type": "google.cloud.storage.object.v1.finalized",
        "time": time,
    }
    numbers = {"generation": "1", "metageneration": "1", "size": "1"}
    names = {"id": "1", "bucket": "uploads", "name": "scan.stl", "storageClass": "STANDARD"}
    try:
        judge(CloudEvent(attributes, numbers | names))
    except ValueError as err:
        return type(err).__name__, str(err)
    return "taken", str(taken[-1])


print("firebase-functions", version("firebase-functions"), "with cloudevents", version("cloudevents"))
found = {}
for fraction in ("", ".5", ".123456", ".123456789"):
    time = f"2026-05-04T09:30:00{fraction}Z"
    found[fraction], said = outcome(time)
    print(f"{time}: {found[fraction]}, {said}")
sys.exit(0 if list(found.values()) == ["ValueError", "taken", "taken", "ValueError"] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/events.py"
