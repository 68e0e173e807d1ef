"""Settings as Firebase params: one place, typed, with defaults that work on the emulators.

Values come from `functions/.env*` files at deployment (see docs/operations/deployment.md);
the environment carries them at run time. Reading one costs a dictionary look-up.
"""

import os

from firebase_functions.params import IntParam, SecretParam, StringParam

#: Where functions run and data rests. asia-south1 is Mumbai: the clinics are in India.
REGION = os.environ.get("SCANNER_REGION", "asia-south1")

#: Callables refuse requests without a valid App Check token when this is `true`. It is read at
#: discovery, so it is an environment variable (also set in `.env`) and not a param object.
ENFORCE_APP_CHECK = os.environ.get("SCANNER_ENFORCE_APP_CHECK", "false") == "true"

#: How often the sweep looks after jobs whose alarm was lost: the most that one is late. Read at
#: discovery, as App Check is.
SWEEP_MINUTES = int(os.environ.get("SCANNER_SWEEP_MINUTES", "10"))

#: Hours before an appointment at which the clinic and the operator are reminded.
REMINDER_HOURS = StringParam("SCANNER_REMINDER_HOURS", default="24,2")
#: Days after which a delivered order that nobody faulted is taken for completed.
COMPLETION_DAYS = IntParam("SCANNER_COMPLETION_DAYS", default=14)
#: Days after which a clinic may report a parcel as lost that has not arrived; a lab may at once.
PARCEL_DAYS = IntParam("SCANNER_PARCEL_DAYS", default=7)
LINK_MINUTES = IntParam("SCANNER_LINK_MINUTES", default=10)
#: Files that one member of a lab may fetch links to in a day of India.
LAB_LINKS_A_DAY = IntParam("SCANNER_LAB_LINKS_A_DAY", default=200)
#: Days in which a request about one's data is answered, before an erasure begins, and for which an
#: export can be fetched.
RIGHTS_DAYS = IntParam("SCANNER_RIGHTS_DAYS", default=30)
COOLING_OFF_DAYS = IntParam("SCANNER_COOLING_OFF_DAYS", default=7)
EXPORT_DAYS = IntParam("SCANNER_EXPORT_DAYS", default=7)
#: Months after which an account that nobody used counts as inactive, and days in which its holder,
#: who is told then, can keep it by signing in.
INACTIVE_MONTHS = IntParam("SCANNER_INACTIVE_MONTHS", default=24)
INACTIVE_NOTICE_DAYS = IntParam("SCANNER_INACTIVE_NOTICE_DAYS", default=30)
#: Months after which a case in which nothing was done is closed.
CASE_IDLE_MONTHS = IntParam("SCANNER_CASE_IDLE_MONTHS", default=24)
SLOT_MINUTES = IntParam("SCANNER_SLOT_MINUTES", default=60)
INVITE_DAYS = IntParam("SCANNER_INVITE_DAYS", default=14)
#: The platform's own state in the GST law, which tells CGST and SGST from IGST; 27 is Maharashtra.
STATE = StringParam("SCANNER_STATE", default="27")
#: The platform on its own invoices. The GSTIN is an example that only emulators print; empty, the
#: platform is not registered and sells without tax. 9993 is human health services.
EXAMPLE_GSTIN = "27AAAAA0000A1Z2"
LEGAL_NAME = StringParam("SCANNER_LEGAL_NAME", default="Scanner Example Private Limited")
ADDRESS = StringParam("SCANNER_ADDRESS", default="1 Example Road, Mumbai 400001")
GSTIN = StringParam("SCANNER_GSTIN", default=EXAMPLE_GSTIN)
SAC = StringParam("SCANNER_SAC", default="9993")
#: The payment gateway. Without a key there are no online payments. Secrets reach only the functions
#: that are bound to them.
RAZORPAY_URL = StringParam("RAZORPAY_URL", default="https://api.razorpay.com")
RAZORPAY_KEY_ID = StringParam("RAZORPAY_KEY_ID", default="")
RAZORPAY_KEY_SECRET = SecretParam("RAZORPAY_KEY_SECRET")
RAZORPAY_WEBHOOK_SECRET = SecretParam("RAZORPAY_WEBHOOK_SECRET")
#: Where the apps' links begin; what is opened is in the path, by ids alone.
APP_URL = StringParam("SCANNER_APP_URL", default="https://app.scanner.example")
#: What becomes of pushes: `fcm` sends them, `log` notes their ids, `none` leaves them.
PUSH = StringParam("SCANNER_PUSH", default="fcm")
#: Admins that hear of one event; more than that are not read.
ADMINS_TOLD = IntParam("SCANNER_ADMINS_TOLD", default=20)
#: Tickets that one account may have at a time that are not closed.
OPEN_TICKETS = IntParam("SCANNER_OPEN_TICKETS", default=30)
POLICY_VERSION = StringParam("SCANNER_POLICY_VERSION", default="2026-05")
