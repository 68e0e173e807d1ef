"""Every setting in one place: typed, with a default that works on the emulators.

Values come from `functions/.env` and `functions/.env.<project id>` (docs/operations/settings.md).
What only a person can give is asked for by `firebase deploy`: see `ASKED`.
"""

import os
from datetime import date

from firebase_functions.params import SecretParam, StringParam

from core.setting import (
    Setting,
    columns,
    day,
    day_of_year,
    days_by_year,
    flag,
    hours,
    matching,
    one_of,
    whole,
)

# fmt: off
# --- read when the functions are discovered: a change takes a new deployment -------------------

#: asia-south1 is Mumbai: the clinics are in India.
REGION = Setting(
    "SCANNER_REGION", "asia-south1",
    "where the functions run. The default bucket must be there too: a Storage trigger runs in its "
    "bucket's region. So must the Firestore database, which a Firestore trigger listens to",
    matching(r"[a-z]+-[a-z]+[0-9]{1,2}", "a region such as asia-south1")).value
ENFORCE_APP_CHECK = Setting(
    "SCANNER_ENFORCE_APP_CHECK", False,
    "whether callables refuse requests without a valid App Check token", flag, "`false`").value
SWEEP_MINUTES = Setting(
    "SCANNER_SWEEP_MINUTES", 10,
    "how often the sweep looks after jobs: the most that one whose alarm was lost is late",
    whole(1, 60)).value

CLEAN_BUCKET = Setting(
    "SCANNER_CLEAN_BUCKET", "",
    "the bucket of all that the functions write. Names of buckets are the whole world's: another "
    "one where somebody has this already. The default bucket's name leaves a project with one",
    matching(r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]", "the name of a bucket"), "`<project>-clean`")

# --- people and their data ---------------------------------------------------------------------

POLICY_VERSION = Setting(
    "SCANNER_POLICY_VERSION", "2026-05",
    "the version of the privacy policy that registration must accept, and whoever enters personal "
    "data must have accepted; after a new one is deployed, `./scannerctl privacy announce-policy "
    "<version>` tells everybody who has not",
    matching(r"\d{4}-\d{2}", "a month such as 2026-05"))
INVITE_DAYS = Setting(
    "SCANNER_INVITE_DAYS", 14, "days for which an invitation stands", whole(1))
RIGHTS_DAYS = Setting(
    "SCANNER_RIGHTS_DAYS", 30,
    "days in which a request about one's data is answered; admins are reminded a week before",
    whole(1))
COOLING_OFF_DAYS = Setting(
    "SCANNER_COOLING_OFF_DAYS", 7,
    "days before an erasure begins, in which one that was asked for can be taken back; what rests "
    "on a withdrawn consent is erased after as many",
    whole())
#: The clean bucket's lifecycle takes exports after 30 days (storage.clean.lifecycle.json).
EXPORT_DAYS = Setting(
    "SCANNER_EXPORT_DAYS", 7, "days for which an export can be fetched", whole(1, 29))
INACTIVE_MONTHS = Setting(
    "SCANNER_INACTIVE_MONTHS", 24,
    "months after which an account that nobody used counts as inactive", whole(1))
INACTIVE_NOTICE_DAYS = Setting(
    "SCANNER_INACTIVE_NOTICE_DAYS", 30,
    "days in which its holder, who is told then, can keep it by signing in; then it is erased",
    whole(1))
OPEN_TICKETS = Setting(
    "SCANNER_OPEN_TICKETS", 30,
    "tickets to support that one account may have that are not closed", whole(1))

# --- scans and orders --------------------------------------------------------------------------

LINK_MINUTES = Setting(
    "SCANNER_LINK_MINUTES", 10, "minutes for which a signed link works", whole(1))
SLOT_MINUTES = Setting(
    "SCANNER_SLOT_MINUTES", 60, "minutes for which an upload slot stays open", whole(1))
REMINDER_HOURS: Setting[tuple[float, ...]] = Setting(
    "SCANNER_REMINDER_HOURS", (24.0, 2.0),
    "hours before an appointment at which clinic and operator are reminded", hours, "`24,2`")
CASE_IDLE_MONTHS = Setting(
    "SCANNER_CASE_IDLE_MONTHS", 24,
    "months after which the system closes a case in which nothing was done; from then on it has "
    "its seven years",
    whole(1))
COMPLETION_DAYS = Setting(
    "SCANNER_COMPLETION_DAYS", 14,
    "days after which a delivered order that nobody faulted is taken for completed", whole(1))
PARCEL_DAYS = Setting(
    "SCANNER_PARCEL_DAYS", 7,
    "days after which a clinic may report a parcel as lost that has not arrived; a lab may at once",
    whole())
LOSS_ANSWER_DAYS = Setting(
    "SCANNER_LOSS_ANSWER_DAYS", 3,
    "days that a lab has to answer a loss before the clinic may call the order off", whole())
LAB_LINKS_A_DAY = Setting(
    "SCANNER_LAB_LINKS_A_DAY", 200,
    "files that one member of a lab may fetch links to in a day of India; `links used up` in the "
    "log is worth an alert",
    whole(1))

# --- the platform as a supplier ----------------------------------------------------------------

#: An example that only emulators print.
EXAMPLE_GSTIN = "27AAAAA0000A1Z2"
STATE = Setting(
    "SCANNER_STATE", "27",
    "the platform's own state in the GST law, which tells CGST and SGST from IGST; 27 is "
    "Maharashtra",
    matching(r"\d{2}", "the two digits of a state in the GST law"), "an example")
LEGAL_NAME = Setting(
    "SCANNER_LEGAL_NAME", "Scanner Example Private Limited",
    "the platform's legal name on its own invoices", matching(r".{1,200}", "a name"), "an example")
ADDRESS = Setting(
    "SCANNER_ADDRESS", "1 Example Road, Mumbai 400001",
    "its registered address", matching(r"(?s).{1,500}", "an address"), "an example")
GSTIN = Setting(
    "SCANNER_GSTIN", EXAMPLE_GSTIN,
    "its GSTIN. With the example nothing is invoiced outside the emulators; empty, the platform is "
    "not registered, and no tax may be in the prices",
    matching(r"(\d{2}[0-9A-Z]{13})?", "a GSTIN of 15 characters, or nothing"), "an example")
#: What only a person can give. These four are Firebase params without a default, so that a project
#: is asked for them once, and a deployment ends without an answer. On the emulators examples do.
ASKED: tuple[Setting[str], ...] = (LEGAL_NAME, ADDRESS, STATE, GSTIN)
for _asked in ASKED if os.environ.get("FUNCTIONS_EMULATOR") != "true" else ():
    StringParam(_asked.name, description=f"{_asked.says[0].upper()}{_asked.says[1:]}.")

#: Services accounting codes, six digits (CBIC Notification 78/2020-Central Tax of 15 October 2020).
#: Source: Scheme of Classification of Services, annexed to Notification 11/2017-Central Tax (Rate)
#: of 28 June 2017. A scan visit: medical laboratory and diagnostic-imaging services.
_SAC = matching(r"\d{6}", "an accounting code of six digits")
SAC_VISIT = Setting(
    "SCANNER_SAC_VISIT", "999316",
    "the services accounting code of a visit ([accountants.md](accountants.md))", _SAC)
#: A late cancellation or a no-show: agreeing to tolerate an act. It is taxed as the visit would
#: have been: CBIC Circular 178/10/2022-GST of 3 August 2022.
SAC_CANCELLATION = Setting(
    "SCANNER_SAC_CANCELLATION", "999794", "that of a late cancellation and of a no-show", _SAC)
#: The commission on a lab's order: other support services, intermediaries among them.
SAC_COMMISSION = Setting("SCANNER_SAC_COMMISSION", "998599", "that of the commission", _SAC)
#: As advances: CGST Act 2017, section 31(3)(d), CGST Rules 2017, rules 50 and 51. Without vouchers
#: payments in are held to be money on account.
VOUCHERS_FROM: Setting[date | None] = Setting(
    "SCANNER_VOUCHERS_FROM", None,
    "the day, such as `2027-04-01`, from which payments in have receipt vouchers "
    "([accountants.md](accountants.md)); set once, it stays",
    day, "none")
#: Of an advance of which nobody knows what it will pay for. Source of 18 %: CGST Rules 2017, rule
#: 50, first proviso (i).
ADVANCE_TAX = Setting(
    "SCANNER_ADVANCE_TAX", 1_800, "the tax rate on these vouchers, in basis points",
    whole(0, 10_000))
SAC_ADVANCE = Setting("SCANNER_SAC_ADVANCE", "999316", "the accounting code on them", _SAC)
#: GSTR-1 is due on the 11th: CGST Rules 2017, rule 59, and CBIC Notification 83/2020-Central Tax of
#: 10 November 2020.
CLOSING_DAYS = Setting(
    "SCANNER_CLOSING_DAYS", 10, "days after a month in which its documents are dated in it",
    whole(0, 28))
#: Source: CGST Act 2017, section 34(2), as amended by the Finance Act 2022 from 1 October 2022.
CREDIT_NOTES_UNTIL: Setting[tuple[int, int]] = Setting(
    "SCANNER_CREDIT_NOTES_UNTIL", (11, 30),
    "the last day (month and day) after a financial year on which a credit note takes back tax",
    day_of_year, "`11-30`")
ANNUAL_RETURNS: Setting[dict[str, date]] = Setting(
    "SCANNER_ANNUAL_RETURNS", {},
    "days on which annual returns were furnished, which end that time sooner, such as "
    "`2526=2026-10-15,2627=2027-10-20`",
    days_by_year, "none")
LATE_REFUND_TAX = Setting(
    "SCANNER_LATE_REFUND_TAX", "customer",
    "who bears the tax of a refund after that time: `customer` gets back the net, or `platform` "
    "gives back all and has the tax as a cost",
    one_of("customer", "platform"))
#: The law's rate is 10 (0.1 %): Income-tax Act 1961, section 194-O(1), as amended by the Finance
#: (No. 2) Act 2024 from 1 October 2024; of credits from 1 April 2026 on, Income-tax Act 2025,
#: section 393(1).
TDS_RATE = Setting(
    "SCANNER_TDS_RATE", 0,
    "the income tax deducted of labs' sales at credit, in basis points; the law's rate is 10 since "
    "1 October 2024 ([accountants.md](accountants.md))",
    whole(0, 10_000))
#: 5 %: Income-tax Act 1961, section 206AA(1), second proviso, from 1 October 2020; Income-tax Act
#: 2025, section 397(2).
TDS_RATE_WITHOUT_PAN = Setting(
    "SCANNER_TDS_RATE_WITHOUT_PAN", 500,
    "the rate for a lab without a PAN, where `SCANNER_TDS_RATE` is set", whole(0, 10_000))
#: 5 lakh rupees: Income-tax Act 1961, section 194-O(2), from 1 October 2020.
TDS_EXEMPT_SALES = Setting(
    "SCANNER_TDS_EXEMPT_SALES", 50_000_000,
    "paise of sales in a financial year up to which nothing is deducted of an individual or a "
    "Hindu undivided family with a PAN; 0: it is deducted of all",
    whole())
#: In halves within a state: CGST Act 2017, section 52; Notifications 15/2024-Central Tax and
#: 1/2024-Integrated Tax of 10 July 2024, from that day on.
TCS_RATE = Setting(
    "SCANNER_TCS_RATE", 0,
    "the tax collected at source of registered labs, in basis points; the law's rate is 50 since "
    "10 July 2024",
    whole(0, 10_000))
#: CBDT Circular 20/2023 of 28 December 2023; CGST Act 2017, section 15(2).
LAB_PRICES_GST = Setting(
    "SCANNER_LAB_PRICES_GST", 0,
    "the GST in labs' prices, in basis points, which neither is taken of; 0: there is none in them",
    whole(0, 10_000))

# --- the payment gateway and payouts -----------------------------------------------------------

#: Secrets reach only the functions that are bound to them.
RAZORPAY_KEY_SECRET = SecretParam("RAZORPAY_KEY_SECRET")
RAZORPAY_WEBHOOK_SECRET = SecretParam("RAZORPAY_WEBHOOK_SECRET")
_ADDRESS = matching(r"https?://[^\s]+", "an address such as https://api.example.com")
_ID = matching(r"\w*", "the id that the gateway shows, or nothing")
RAZORPAY_URL = Setting(
    "RAZORPAY_URL", "https://api.razorpay.com", "where the payment gateway is asked", _ADDRESS)
RAZORPAY_KEY_ID = Setting(
    "RAZORPAY_KEY_ID", "",
    "the gateway's public key, `rzp_live_…` or `rzp_test_…`; without it there are no online "
    "payments",
    _ID, "none")
RAZORPAYX_ACCOUNT = Setting(
    "RAZORPAYX_ACCOUNT", "",
    "the account at RazorpayX that payouts are made from; without it they go by the bank's file "
    "alone ([payouts.md](payouts.md))",
    _ID, "none")
#: The webhook is switched off after failing for a day
#: (https://razorpay.com/docs/webhooks/best-practices/); a weekend more leaves time to notice.
RECONCILED_DAYS = Setting(
    "SCANNER_RECONCILED_DAYS", 3,
    "days, today among them, that are compared with the payment gateway every night "
    "([payments.md](payments.md))",
    whole(1))
#: Who takes over a lab's sign-in changes the account first, and the owners are told meanwhile.
PAYOUT_WAIT_HOURS = Setting(
    "SCANNER_PAYOUT_WAIT_HOURS", 24,
    "hours that payouts wait after a lab's account was set or changed", whole())
#: What a transfer costs should not eat it up.
PAYOUT_LEAST = Setting(
    "SCANNER_PAYOUT_LEAST", 10_000, "the least that is paid out, in paise", whole(1))
#: Two lakh rupees: what goes by RTGS.
PAYOUT_SECOND_APPROVAL = Setting(
    "SCANNER_PAYOUT_SECOND_APPROVAL", 20_000_000,
    "from how many paise on a second admin has to approve a payout; 0 for all", whole())
PAYOUT_SCHEDULE = Setting(
    "SCANNER_PAYOUT_SCHEDULE", "",
    "when labs that want it so are paid by themselves: `monday` to `sunday` each week, or each "
    "month on a day from `1` to `28`",
    matching(
        r"((?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|[1-9]|1\d|2[0-8])?",
        "monday to sunday, 1 to 28, or nothing",
    ),
    "never")
#: What the columns of the file for the bank can be made of.
PAYOUT_FIELDS = frozenset(
    {"mode", "name", "account", "ifsc", "amount", "currency", "narration", "reference"})
#: Like the bulk formats of the large Indian banks.
_BULK_FORMAT = (
    "Payment Mode=mode,Beneficiary Name=name,Beneficiary Account Number=account,"
    "IFSC=ifsc,Amount=amount,Narration=narration,Reference=reference")
PAYOUT_COLUMNS: Setting[tuple[tuple[str, str], ...]] = Setting(
    "SCANNER_PAYOUT_COLUMNS", columns(PAYOUT_FIELDS)(_BULK_FORMAT),
    "the columns of the file for the bank, `title=field`, in their order "
    "([payouts.md](payouts.md))",
    columns(PAYOUT_FIELDS), "see there")
PAYOUT_MODE = Setting(
    "SCANNER_PAYOUT_MODE", "NEFT",
    "by which way what is too little for RTGS goes to a bank account: `NEFT` or `IMPS`",
    one_of("NEFT", "IMPS"))

# --- telling people ----------------------------------------------------------------------------

APP_URL = Setting(
    "SCANNER_APP_URL", "https://app.scanner.example",
    "where the links in e-mails and web pushes begin, such as `https://app.example.com`; ids "
    "follow in the path",
    _ADDRESS, "an example")
PUSH = Setting(
    "SCANNER_PUSH", "fcm",
    "`fcm` sends pushes, `log` only notes the ids of the notices, `none` does neither",
    one_of("fcm", "log", "none"))
ADMINS_TOLD = Setting(
    "SCANNER_ADMINS_TOLD", 20, "admins who hear of one event, or of one digest", whole(1))


def clean_bucket(project: str) -> str:
    """Return the name of a project's bucket of all that the functions write."""
    return CLEAN_BUCKET.value or f"{project}-clean"
