"""The callable that one would write first: a verified token, one document, an answer.

`cold_start` starts it beside ours. It uses the libraries that any Python callable on Firestore
uses, and nothing else.
"""

import os
from typing import Any

import firebase_admin
from firebase_admin import firestore
from firebase_functions import https_fn

firebase_admin.initialize_app()


@https_fn.on_call(region=os.environ["SCANNER_REGION"])
def trivial(call: https_fn.CallableRequest[Any]) -> dict[str, bool]:
    """Tell whether the caller has a document."""
    if call.auth is None:
        raise https_fn.HttpsError(https_fn.FunctionsErrorCode.UNAUTHENTICATED, "Sign in.")
    found = firestore.client().collection("users").document(call.auth.uid).get()
    return {"found": found.exists}
