"""Settings as Firebase params: one place, typed, with defaults that work on the emulators.

Values come from `functions/.env*` files at deployment (see docs/operations/deployment.md);
the environment carries them at run time. Reading one costs a dictionary look-up.
"""

import os

from firebase_functions.params import IntParam, StringParam

#: Where functions run and data rests. asia-south1 is Mumbai: the clinics are in India.
REGION = os.environ.get("SCANNER_REGION", "asia-south1")

#: Callables refuse requests without a valid App Check token when this is `true`. It is read at
#: discovery, so it is an environment variable (also set in `.env`) and not a param object.
ENFORCE_APP_CHECK = os.environ.get("SCANNER_ENFORCE_APP_CHECK", "false") == "true"

LINK_MINUTES = IntParam("SCANNER_LINK_MINUTES", default=10)
SLOT_MINUTES = IntParam("SCANNER_SLOT_MINUTES", default=60)
INVITE_DAYS = IntParam("SCANNER_INVITE_DAYS", default=14)
POLICY_VERSION = StringParam("SCANNER_POLICY_VERSION", default="2026-05")
