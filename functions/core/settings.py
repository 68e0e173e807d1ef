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
#: Days that a lab has to say what became of a parcel before the clinic may call the order off.
LOSS_ANSWER_DAYS = IntParam("SCANNER_LOSS_ANSWER_DAYS", default=3)
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
#: platform is not registered and sells without tax.
EXAMPLE_GSTIN = "27AAAAA0000A1Z2"
LEGAL_NAME = StringParam("SCANNER_LEGAL_NAME", default="Scanner Example Private Limited")
ADDRESS = StringParam("SCANNER_ADDRESS", default="1 Example Road, Mumbai 400001")
GSTIN = StringParam("SCANNER_GSTIN", default=EXAMPLE_GSTIN)
#: Services accounting codes, six digits (CBIC Notification 78/2020-Central Tax of 15 October 2020).
#: Source: Scheme of Classification of Services, annexed to Notification 11/2017-Central Tax (Rate)
#: of 28 June 2017. A scan visit: medical laboratory and diagnostic-imaging services.
SAC_VISIT = StringParam("SCANNER_SAC_VISIT", default="999316")
#: A late cancellation or a no-show: agreeing to tolerate an act. It is taxed as the visit would
#: have been: CBIC Circular 178/10/2022-GST of 3 August 2022.
SAC_CANCELLATION = StringParam("SCANNER_SAC_CANCELLATION", default="999794")
#: The commission on a lab's order: other support services, intermediaries among them.
SAC_COMMISSION = StringParam("SCANNER_SAC_COMMISSION", default="998599")
#: The day (YYYY-MM-DD) from which payments into wallets have receipt vouchers, as advances: CGST
#: Act 2017, section 31(3)(d), CGST Rules 2017, rules 50 and 51. Empty, none have: they are held to
#: be money on account. It is set once and stays.
VOUCHERS_FROM = StringParam("SCANNER_VOUCHERS_FROM", default="")
#: The rate, in basis points, and the accounting code of an advance of which nobody knows what it
#: will pay for. Source of 18 %: CGST Rules 2017, rule 50, first proviso (i).
ADVANCE_TAX = IntParam("SCANNER_ADVANCE_TAX", default=1_800)
SAC_ADVANCE = StringParam("SCANNER_SAC_ADVANCE", default="999316")
#: Days after a month in which its documents are dated in it. GSTR-1 is due on the 11th: CGST Rules
#: 2017, rule 59, and CBIC Notification 83/2020-Central Tax of 10 November 2020.
CLOSING_DAYS = IntParam("SCANNER_CLOSING_DAYS", default=10)
#: The last day (MM-DD) after a financial year on which a credit note takes back its tax. Source:
#: CGST Act 2017, section 34(2), as amended by the Finance Act 2022 from 1 October 2022.
CREDIT_NOTES_UNTIL = StringParam("SCANNER_CREDIT_NOTES_UNTIL", default="11-30")
#: Days on which annual returns were furnished, which end that time sooner: `2526=2026-10-15,…`.
ANNUAL_RETURNS = StringParam("SCANNER_ANNUAL_RETURNS", default="")
#: Who bears the tax of what is given back after that: `customer`, to whom the net goes back, or
#: `platform`, which gives back all and has the tax as a cost.
LATE_REFUND_TAX = StringParam("SCANNER_LATE_REFUND_TAX", default="customer")
#: Income tax deducted of labs' sales at credit (TDS), in basis points; 0: none is. The law's rate
#: is 10 (0.1 %): Income-tax Act 1961, section 194-O(1), as amended by the Finance (No. 2) Act 2024
#: from 1 October 2024; of credits from 1 April 2026 on, Income-tax Act 2025, section 393(1).
TDS_RATE = IntParam("SCANNER_TDS_RATE", default=0)
#: The rate for a lab without a PAN, where TDS_RATE is set: 5 %. Income-tax Act 1961, section
#: 206AA(1), second proviso, from 1 October 2020; Income-tax Act 2025, section 397(2).
TDS_RATE_WITHOUT_PAN = IntParam("SCANNER_TDS_RATE_WITHOUT_PAN", default=500)
#: Sales of a financial year, in paise, up to which nothing is deducted of those of an individual or
#: a Hindu undivided family with a PAN: 5 lakh rupees. Income-tax Act 1961, section 194-O(2), from
#: 1 October 2020. 0: it is deducted of all.
TDS_EXEMPT_SALES = IntParam("SCANNER_TDS_EXEMPT_SALES", default=50_000_000)
#: Tax collected at source under GST (TCS) of registered labs' sales, in basis points; 0: none is.
#: The law's rate is 50 (0.5 %), in halves within a state: CGST Act 2017, section 52; Notifications
#: 15/2024-Central Tax and 1/2024-Integrated Tax of 10 July 2024, from that day on.
TCS_RATE = IntParam("SCANNER_TCS_RATE", default=0)
#: The GST in labs' prices, in basis points, which TDS and TCS are not taken of (CBDT Circular
#: 20/2023 of 28 December 2023; CGST Act 2017, section 15(2)). 0: there is none in them.
LAB_PRICES_GST = IntParam("SCANNER_LAB_PRICES_GST", default=0)
#: The payment gateway. Without a key there are no online payments. Secrets reach only the functions
#: that are bound to them.
RAZORPAY_URL = StringParam("RAZORPAY_URL", default="https://api.razorpay.com")
RAZORPAY_KEY_ID = StringParam("RAZORPAY_KEY_ID", default="")
RAZORPAY_KEY_SECRET = SecretParam("RAZORPAY_KEY_SECRET")
RAZORPAY_WEBHOOK_SECRET = SecretParam("RAZORPAY_WEBHOOK_SECRET")
#: Days that are reconciled with the gateway every night, today among them. Its webhook is switched
#: off after failing for a day (https://razorpay.com/docs/webhooks/best-practices/); a weekend more
#: leaves time to notice.
RECONCILED_DAYS = IntParam("SCANNER_RECONCILED_DAYS", default=3)
#: Payouts to labs. Hours that they wait after the account that they go to was set or changed: who
#: takes over a lab's sign-in changes the account first, and the owners are told meanwhile.
PAYOUT_WAIT_HOURS = IntParam("SCANNER_PAYOUT_WAIT_HOURS", default=24)
#: The least that is paid out, in paise: what a transfer costs should not eat it up.
PAYOUT_LEAST = IntParam("SCANNER_PAYOUT_LEAST", default=10_000)
#: From how many paise on a second admin has to approve. Two lakh rupees: what goes by RTGS.
PAYOUT_SECOND_APPROVAL = IntParam("SCANNER_PAYOUT_SECOND_APPROVAL", default=20_000_000)
#: When labs that want it so are paid out by themselves: `monday` … `sunday` each week, `1` … `28`
#: each month on that day, empty for never.
PAYOUT_SCHEDULE = StringParam("SCANNER_PAYOUT_SCHEDULE", default="")
#: The columns of the file for the bank, `title=field`, in their order; docs/operations/payouts.md
#: has the fields. The default is like the bulk formats of the large Indian banks.
PAYOUT_COLUMNS = StringParam(
    "SCANNER_PAYOUT_COLUMNS",
    default="Payment Mode=mode,Beneficiary Name=name,Beneficiary Account Number=account,"
    "IFSC=ifsc,Amount=amount,Narration=narration,Reference=reference",
)
#: By which way what is too little for RTGS goes to a bank account: `NEFT` or `IMPS`.
PAYOUT_MODE = StringParam("SCANNER_PAYOUT_MODE", default="NEFT")
#: The account at RazorpayX that payouts are made from; empty, they go by the bank's file alone.
RAZORPAYX_ACCOUNT = StringParam("RAZORPAYX_ACCOUNT", default="")
#: Where the apps' links begin; what is opened is in the path, by ids alone.
APP_URL = StringParam("SCANNER_APP_URL", default="https://app.scanner.example")
#: What becomes of pushes: `fcm` sends them, `log` notes their ids, `none` leaves them.
PUSH = StringParam("SCANNER_PUSH", default="fcm")
#: Admins that hear of one event; more than that are not read.
ADMINS_TOLD = IntParam("SCANNER_ADMINS_TOLD", default=20)
#: Tickets that one account may have at a time that are not closed.
OPEN_TICKETS = IntParam("SCANNER_OPEN_TICKETS", default=30)
POLICY_VERSION = StringParam("SCANNER_POLICY_VERSION", default="2026-05")
