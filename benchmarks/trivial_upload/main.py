"""The trigger that one would write first: copies what arrives and writes one document.

`upload` runs it beside ours, in the same emulators. It examines nothing.
"""

import firebase_admin
from firebase_admin import firestore
from firebase_functions import options, storage_fn
from firebase_functions.core import CloudEvent
from google.cloud.storage import Client

firebase_admin.initialize_app()


@storage_fn.on_object_finalized(
    bucket="trivial-uploads",
    memory=options.MemoryOption.GB_1,
    concurrency=1,
)
def trivial_upload(event: CloudEvent[storage_fn.StorageObjectData]) -> None:
    """Copy the object into another bucket, then write that it is ready."""
    client = Client()
    data = client.bucket(event.data.bucket).blob(event.data.name).download_as_bytes()
    client.bucket("trivial-copies").blob(event.data.name).upload_from_string(data)
    found = firestore.client().collection("trivial_uploads").document(event.data.name)
    found.set({"state": "ready"})
