"""English, as clinics and labs in India write it."""

from messaging.models import Notice
from messaging.words import Said, Words

_STARTS = "{% if starts_at is defined %} It begins on {{ when(starts_at) }}.{% endif %}"

ENGLISH = Words(
    notices={
        Notice.ACCOUNT_APPROVED: Said(
            "Your account is approved", "You can start working with Scanner now."
        ),
        Notice.ACCOUNT_REJECTED: Said(
            "Your application was not approved",
            "The reason is with your account in the app. You may apply again.",
        ),
        Notice.ACCOUNT_ROLE_CHANGED: Said(
            "The role of your account has changed",
            "It applies from now on. Open the app again to go on.",
        ),
        Notice.ACCOUNT_SUSPENDED: Said(
            "Your account is suspended", "The reason is with your account in the app."
        ),
        Notice.ACCOUNT_REINSTATED: Said(
            "Your account is active again", "You can go on working with Scanner."
        ),
        Notice.ACCOUNT_INACTIVE: Said(
            "Your account will be closed",
            "It has not been used for a long time and will be closed on {{ when(closes_at) }}. "
            "Sign in before then to keep it.",
        ),
        Notice.MEMBER_REMOVED: Said(
            "You were removed from your organisation",
            "You no longer see the records of this clinic or lab.",
        ),
        Notice.OWNERSHIP_RECEIVED: Said(
            "You are an owner now",
            "You look after the members, the wallet and the invoices of your clinic or lab.",
        ),
        Notice.EMAIL_CHANGED: Said(
            "The e-mail address of your account has changed",
            "From now on messages go to the new address. If you did not change it, tell Scanner's "
            "support at once.",
        ),
        Notice.UPLOAD_READY: Said(
            "A file is ready", "Upload {{ upload | short }} was checked and can be viewed."
        ),
        Notice.UPLOAD_REJECTED: Said(
            "A file was not accepted",
            "Upload {{ upload | short }} has a problem. The app says which: please upload again.",
        ),
        Notice.VISIT_REQUESTED: Said(
            "A visit is requested", "Visit {{ visit | short }} needs an operator."
        ),
        Notice.VISIT_ASSIGNED: Said(
            "A visit is assigned", "Visit {{ visit | short }} has its operator." + _STARTS
        ),
        Notice.VISIT_MOVED: Said(
            "News of a visit", "Visit {{ visit | short }}: {{ states[state] }}."
        ),
        Notice.VISIT_CANCELLED: Said(
            "A visit is called off",
            "Visit {{ visit | short }} will not take place as planned."
            "{% if starts_at is defined %} It was to begin on {{ when(starts_at) }}.{% endif %}",
        ),
        Notice.VISIT_RELEASED: Said(
            "A visit has lost its operator",
            "The operator of visit {{ visit | short }} is no longer available. Scans that are "
            "there stay. {% if state == 'uploaded' %}Please look at them and complete the visit."
            "{% else %}Another operator will be assigned; you may also move the visit or call it "
            "off, for free.{% endif %}",
        ),
        Notice.VISIT_REMINDER: Said(
            "Your visit is coming up",
            "Visit {{ visit | short }} begins on {{ when(starts_at) }}.",
        ),
        Notice.CASE_CLOSED: Said(
            "A case was closed",
            "Nothing was done in case {{ case | short }} for a long time, so it was closed and the "
            "time for which it is kept began. Open it again if you still work on it.",
        ),
        Notice.CONSENT_WITHDRAWN: Said(
            "A consent was withdrawn",
            "Consent {{ consent | short }} was withdrawn. Work that rests on it has stopped.",
        ),
        Notice.GUARDIAN_NEEDED: Said(
            "A guardian has to consent",
            "The record of patient {{ patient | short }} was corrected. Cases wait until you have "
            "recorded the consent of a parent or guardian.",
        ),
        Notice.VISIT_WAITS: Said(
            "A visit waits",
            "Visit {{ visit | short }} waits for a consent. Please do not set out or scan until "
            "you hear that it goes on.",
        ),
        Notice.VISIT_GOES_ON: Said(
            "A visit goes on",
            "The consent for visit {{ visit | short }} is there. You can go on.",
        ),
        Notice.ORDER_WAITS: Said(
            "An order waits",
            "Order {{ order | short }} waits for a consent. Its files cannot be fetched. Please do "
            "not go on with it until you hear that it goes on.",
        ),
        Notice.ORDER_GOES_ON: Said(
            "An order goes on",
            "The consent for order {{ order | short }} is there. You can go on.",
        ),
        Notice.BALANCE_LOW: Said(
            "Your wallet is low", "Add money so that visits and orders can go on."
        ),
        Notice.PAYMENT_RECEIVED: Said(
            "Payment received", "Payment {{ payment | short }} is in your wallet."
        ),
        Notice.PAYMENT_REFUNDED: Said(
            "A payment was given back",
            "Payment {{ payment | short }}, or a part of it, was given back to who paid it. The "
            "amount was taken from your wallet.",
        ),
        Notice.REFUND_FAILED: Said(
            "A payment could not be given back",
            "Payment {{ payment | short }} could not be given back to who paid it. The amount is "
            "in your wallet again.",
        ),
        Notice.PAYMENT_DISPUTED: Said(
            "A bank disputes a payment",
            "The bank of who paid disputes payment {{ payment | short }}. The amount is set aside "
            "in your wallet until that is decided.",
        ),
        Notice.DISPUTE_WON: Said(
            "A dispute has ended",
            "The dispute about payment {{ payment | short }} has ended. The amount that was set "
            "aside is in your wallet again.",
        ),
        Notice.DISPUTE_LOST: Said(
            "A bank took a payment back",
            "The dispute about payment {{ payment | short }} has ended, and the bank took the "
            "amount back. It was taken from your wallet.",
        ),
        Notice.PAYMENT_ALARM: Said(
            "The payment gateway needs an admin",
            "The gateway reported {{ what }} in event {{ event }}. The operations guide says what "
            "to do.",
        ),
        Notice.INVOICE_ISSUED: Said(
            "New invoice, credit note or voucher", "{{ invoice }} is ready to download."
        ),
        Notice.PAYOUT_METHOD_CHANGED: Said(
            "The account that your lab is paid on has changed",
            "Payouts go to another account from now on, after some hours. If none of you changed "
            "it, tell Scanner's support at once.",
        ),
        Notice.PAYOUT_REQUESTED: Said(
            "A payout is waiting", "Payout {{ payout | short }} is waiting for approval."
        ),
        Notice.PAYOUT_APPROVED: Said(
            "A payout is approved", "Payout {{ payout | short }} will go to your account."
        ),
        Notice.PAYOUT_REJECTED: Said(
            "A payout was turned down",
            "Payout {{ payout | short }} was turned down. The money is in your wallet again; the "
            "app says why.",
        ),
        Notice.PAYOUT_PAID: Said(
            "You were paid", "Payout {{ payout | short }} is on its way to your account."
        ),
        Notice.PAYOUT_FAILED: Said(
            "A payout failed",
            "Payout {{ payout | short }} could not be made. The money is in your wallet again. "
            "Please check the account, then ask again.",
        ),
        Notice.PAYOUT_RETURNED: Said(
            "A payout came back",
            "Your bank sent payout {{ payout | short }} back. The money is in your wallet again. "
            "Please check the account, then ask again.",
        ),
        Notice.ORDER_PLACED: Said(
            "New order", "Order {{ order | short }} has come in. Please accept or return it."
        ),
        Notice.ORDER_MOVED: Said(
            "News of an order", "Order {{ order | short }}: {{ states[state] }}."
        ),
        Notice.ORDER_OVERDUE: Said(
            "An order is overdue", "Order {{ order | short }} is past its due date."
        ),
        Notice.ORDER_CORRECTED: Said(
            "An order was corrected",
            "The patient's details on order {{ order | short }} were corrected. "
            "Please compare them with what you have before you go on.",
        ),
        Notice.ORDER_AMENDED: Said(
            "The lab corrected an order",
            "The promised day of order {{ order | short }}, or how it travels, was corrected. "
            "The order says what applies now.",
        ),
        Notice.LAB_NOT_OPEN: Said(
            "Your lab takes no orders yet",
            "Clinics cannot order until your billing details are saved. Save them in the wallet, "
            "then say in the lab's profile that it takes orders.",
        ),
        Notice.ORDER_MESSAGE: Said(
            "A message on an order", "There is a new message on order {{ order | short }}."
        ),
        Notice.POLICY_CHANGED: Said(
            "Our privacy policy has changed",
            "Version {{ version }} applies now. Please read and accept it in the app.",
        ),
        Notice.PRIVACY_STEP: Said(
            "News of your privacy request",
            "Request {{ request | short }} has moved on. The details are in the app.",
        ),
        Notice.SUPPORT_REPLY: Said(
            "Support has replied", "There is a reply to ticket {{ ticket | short }}."
        ),
        Notice.ACCESS_REVIEW: Said(
            "The access review is ready",
            "The review of who has access, {{ review }}, is ready. Please read and acknowledge it.",
        ),
        Notice.TICKET_WAITING: Said(
            "A ticket is waiting", "Ticket {{ ticket | short }} is waiting for an answer."
        ),
        Notice.APPROVAL_PENDING: Said(
            "An account is waiting",
            "Account {{ account | short }} has been waiting for approval for more than a day.",
        ),
        Notice.QUEUE_WAITING: Said(
            "Work is waiting for an admin",
            "Waiting now: visits without an operator {{ visits }}, accounts to approve "
            "{{ accounts }}, tickets {{ tickets }}"
            "{% if payouts is defined %}, payouts {{ payouts }}{% endif %}.",
        ),
    },
    states={
        "requested": "requested",
        "assigned": "operator assigned",
        "accepted": "accepted",
        "declined": "declined by the operator",
        "en_route": "the operator is on the way",
        "arrived": "the operator has arrived",
        "scanning": "scanning has begun",
        "uploaded": "the scans are uploaded",
        "completed": "completed",
        "no_show": "the patient was not there",
        "rescheduled": "another time is proposed",
        "cancelled": "called off",
        "interrupted": "interrupted, another operator is needed",
        "placed": "placed",
        "rejected": "returned by the lab",
        "in_production": "in production",
        "on_hold": "on hold, please see why",
        "rescan_requested": "the lab asks for a new scan",
        "ready": "ready at the lab",
        "shipped": "shipped",
        "lost": "the parcel is lost, please see what follows",
        "delivered": "delivered",
        "remake_requested": "a remake is requested",
    },
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    parts=((0, "am"), (12, "pm")),
    moment="{day} {month} {year}, {clock} {part}",
    open="Open in Scanner",
    sent="Sent on",
    closing="You receive this e-mail because you have an account with Scanner. "
    "Please do not reply to it.",
    settings="You can change what you are told, and how, in the settings of the app.",
    mandatory="Messages of this kind are always sent.",
)
