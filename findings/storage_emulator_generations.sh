#!/usr/bin/env bash
# firebase-tools 15.34.2 and google-cloud-storage 3.17.1: on the Storage emulator every precondition holds, and every
# generation is the one that stands there. A test of writing once passes and shows nothing.
#
# if_generation_match=0 is how one writes an object in Cloud Storage only if there is none, and a generation is how one
# reads or deletes what was meant and nothing newer. The emulator reads neither. A second write replaces the first
# with an answer of success, a deletion of what was there before takes what has come since, and reading an old
# generation returns the new bytes. So the code that handles the refusal never runs before it runs in production,
# and a race that production refuses loses data here. The emulator's own objects have to be held to what is demanded.
#
# Seen, of the emulator's HTTP interface without its rules (the client's requests do not go by them): the second
# write is taken, the deletion of the first one's generation takes the second, a generation that never was is read.
# Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --no-audit --no-fund --silent firebase-tools@15.34.2
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check google-cloud-storage==3.17.1
cat > serve.cjs <<'JAVASCRIPT'
const from = "firebase-tools/lib/emulator";
const { EmulatorRegistry } = require(`${from}/registry`);
const { Persistence } = require(`${from}/storage/persistence`);
const { StorageLayer } = require(`${from}/storage/files`);
const { UploadService } = require(`${from}/storage/upload`);
const { createApp } = require(`${from}/storage/server`);

EmulatorRegistry.url = () => new URL("http://127.0.0.1/"); // of the links in its answers
const persistence = new Persistence(`${__dirname}/objects`);
const permits = { validate: async () => true };
const told = { dispatch() {} };
const layer = new StorageLayer("demo-a", new Map(), new Map(), permits, permits, persistence, told);
const uploadService = new UploadService(persistence);
createApp("demo-a", { storageLayer: layer, adminStorageLayer: layer, uploadService }).then((app) => {
  const server = app.listen(0, "127.0.0.1", () => {
    require("fs").writeFileSync("port.new", String(server.address().port));
    require("fs").renameSync("port.new", "port");
  });
});
JAVASCRIPT
node serve.cjs &
until [ -s port ]; do kill -0 $! && sleep 0.2; done
cat > write.py <<'PYTHON'
import os
import sys
from importlib.metadata import version

from google.auth.credentials import AnonymousCredentials
from google.cloud import storage

client = storage.Client(project="demo-a", credentials=AnonymousCredentials())
bucket = client.bucket("files")


def write_once(data):
    """Write the object if there is none; return its generation."""
    blob = bucket.blob("scan")
    blob.upload_from_string(data, if_generation_match=0)
    return blob.generation


print("google-cloud-storage", version("google-cloud-storage"))
first = write_once(b"first")
second = write_once(b"second")
holds = bucket.blob("scan").download_as_bytes()
print("a second write where there is to be none:", "taken," if second != first else "", holds)
bucket.blob("scan", generation=first).delete(if_generation_match=first)
left = bucket.blob("scan").exists()
print("after deleting the first one's generation the second is", "there" if left else "gone")
write_once(b"third")
read = bucket.blob("scan", generation=1).download_as_bytes(if_generation_match=1)
print("generation 1, which never was, reads", read)
sys.exit(0 if (holds, left, read) == (b"second", False, b"third") else 1)
PYTHON
STORAGE_EMULATOR_HOST="http://127.0.0.1:$(cat port)" venv/bin/python write.py
