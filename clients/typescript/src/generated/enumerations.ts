// Generated from the models by `make docs`: do not edit.

/** What can be done to an account. */
export type AccountAction =
  | 'register'
  | 'approve'
  | 'reject'
  | 'change_role'
  | 'suspend'
  | 'reinstate'
  | 'remove';

/** Whether a guardian must consent. */
export type AgeGroup =
  /** under 12 */
  | 'child'
  /** 12 to 17 */
  | 'adolescent'
  /** 18 or older */
  | 'adult';

/** An arch is the row of teeth of one jaw; the one that it bites on is its antagonist. */
export type Arch =
  /** the teeth of the upper jaw */
  | 'upper'
  /** the teeth of the lower jaw */
  | 'lower';

/** What entitles whoever asks. */
export type Authority =
  /** it is about their own account */
  | 'person'
  /** a clinic, on whose behalf its patient's data is processed */
  | 'clinic'
  /** nobody: the account was not used for too long */
  | 'retention';

/** What can happen to a breach. */
export type BreachAction =
  | 'open'
  | 'assess'
  | 'notify'
  | 'close';

/** Where a breach stands. */
export type BreachState =
  /** it was entered and has to be assessed */
  | 'open'
  /** its risk is known; those affected and the Board have to be told */
  | 'assessed'
  /** those affected and the Board were told */
  | 'notified'
  /** nothing is left to do */
  | 'closed';

/** Why a visit was cancelled; words of anyone's own could name the patient. */
export type CancelReason =
  /** the patient cannot come */
  | 'patient_unavailable'
  /** the clinic cannot receive the operator */
  | 'clinic_unavailable'
  /** no operator is free at any of the slots */
  | 'no_operator'
  /** the scan is not wanted any more */
  | 'not_needed'
  /** there is another visit for the same */
  | 'requested_twice'
  /** the patient withdrew the consent; the system's alone */
  | 'consent_withdrawn';

/** What can be done to a case. */
export type CaseAction =
  | 'open'
  | 'request_visit'
  | 'upload'
  | 'link'
  | 'close'
  | 'reopen'
  /** the patient's record says under 18 from now on */
  | 'require_guardian'
  /** a guardian has consented, or none is needed any more */
  | 'resume'
  | 'freeze';

/** The stable codes of case findings, each with what was found. */
export type CaseCode =
  /** no scan of the jaw that the work is made for */
  | 'case-arch-missing'
  /** no scan of the jaw that the work bites on */
  | 'case-antagonist-missing'
  /** no bite scan, and the jaws' position could not be judged */
  | 'case-bite-missing'
  /** a scan body is needed, and cannot be told */
  | 'case-scan-body-missing'
  /** a whole arch is needed, and the scan ends before */
  | 'case-arch-not-whole'
  /** the scan does not reach a tooth of the order */
  | 'case-tooth-not-scanned'
  /** a hole in the surface beside a tooth of the order */
  | 'case-hole-at-tooth'
  /** holes in the surface elsewhere */
  | 'case-holes'
  /** what is named lower is the upper jaw */
  | 'case-jaws-exchanged'
  /** two scans face each other, both named upper */
  | 'case-jaws-both-upper'
  /** two scans face each other, both named lower */
  | 'case-jaws-both-lower'
  /** the jaws face each other and touch nowhere */
  | 'case-jaws-apart'
  /** the jaws go deep into each other */
  | 'case-jaws-crossing'
  /** the jaws do not lie as they bite */
  | 'case-bite-not-aligned'
  /** a bite scan does not lie on the scans of the jaws */
  | 'case-bite-does-not-fit'
  /** one surface is filed under two names */
  | 'case-scan-twice-jaw'
  /** a newer scan is the same as an older one */
  | 'case-scan-twice-version'
  /** filed under another patient as well */
  | 'case-scan-of-another-patient'
  /** labs are told this in place of the last one */
  | 'case-identity-confirmed'
  /** no row of teeth was recognised in the scan of a jaw */
  | 'case-not-checked'
  /** the scan of a jaw was filed before scans were measured */
  | 'case-filed-before'
  /** the scan of a jaw is ready and still being measured */
  | 'case-being-checked'
  /** how the jaws lie to each other is not on record */
  | 'case-jaws-not-compared';

/** Where a case stands, as its other fields say. */
export type CaseStatus =
  /** nothing was scanned and no visit is under way */
  | 'open'
  /** a visit is under way */
  | 'scheduled'
  /** there are files */
  | 'scanned'
  /** the clinic is done with it */
  | 'closed'
  /** the patient is under 18; no guardian consented yet */
  | 'awaiting_guardian'
  /** the consent was withdrawn */
  | 'frozen';

/** How a notice reaches people beside the inbox, which is always written. */
export type Channel =
  /** to the address of the account */
  | 'email'
  /** to the person's devices that registered for it */
  | 'push';

/** What can be done to a consent. */
export type ConsentAction =
  | 'record'
  | 'withdraw';

/** Whether the consent stands. */
export type ConsentState =
  /** what rests on it may go on */
  | 'given'
  /** its cases are frozen; it cannot be given again */
  | 'withdrawn';

/** How the gateway and the books differ; the docs say what an admin does about each. */
export type DifferenceKind =
  /** the gateway was paid, for an order that nobody made here */
  | 'not_booked'
  /** it was paid again, for an order that was booked */
  | 'second_payment'
  /** both have it, and in another amount or currency */
  | 'other_amount'
  /** it is booked, and the gateway does not have it */
  | 'not_there'
  /** money went back there, and is not booked */
  | 'refund_not_booked'
  /** a dispute, and nothing is set aside or taken */
  | 'dispute_not_booked'
  /** a refund or dispute stands otherwise there */
  | 'other_state'
  /** the bank was paid what is not booked */
  | 'settled_not_booked'
  /** a settlement is not the sum of what is in it */
  | 'settled_otherwise'
  /** the gateway says it in a form that nobody knows here */
  | 'unreadable';

/** How often an admin hears of what waits for any of the admins. */
export type Digest =
  /** when it begins to wait; what follows within minutes comes as one notice */
  | 'at_once'
  /** at the end of an hour in which something began to wait */
  | 'hourly'
  /** in the morning after it */
  | 'daily';

/** What can happen to an authority's demand. */
export type DisclosureAction =
  | 'request'
  | 'approve'
  | 'refuse'
  | 'build'
  | 'fetch'
  | 'disclose';

/** Where a disclosure stands. */
export type DisclosureState =
  /** another admin has to decide */
  | 'requested'
  /** the archive may be built and fetched */
  | 'approved'
  /** nothing is handed over */
  | 'refused'
  /** something was handed over, and its digest noted */
  | 'disclosed';

/** What the gateway tells of a dispute. */
export type DisputeAction =
  | 'open'
  | 'review'
  | 'demand'
  | 'win'
  | 'close'
  | 'lose';

/** Where a dispute stands. */
export type DisputeState =
  /** raised, to be answered */
  | 'open'
  /** the bank looks at the evidence */
  | 'under_review'
  /** the evidence does not suffice: more is asked for */
  | 'action_required'
  /** the bank left the money where it is */
  | 'won'
  /** the bank took it back */
  | 'lost'
  /** ended without a decision, such as after a refund */
  | 'closed';

/** Why a payout failed or came back: what banks and the gateway say, by kind. */
export type Failure =
  /** there was such an account */
  | 'account_closed'
  /** there is no such account */
  | 'account_invalid'
  /** it is somebody else's */
  | 'name_mismatch'
  /** the account takes no such amount */
  | 'limit'
  /** the bank could not be reached */
  | 'bank_unavailable'
  /** the gateway did not make it */
  | 'gateway_refused'
  /** something else */
  | 'other';

/** What is uploaded. */
export type FileKind =
  /** a scan's surface, in binary or text STL, in millimetres */
  | 'stl'
  /** a photograph, as JPEG, PNG, WebP, HEIC, AVIF, TIFF or BMP */
  | 'image';

/** What a finding asks for. */
export type FindingSeverity =
  /** the clinic signs it off before it orders */
  | 'warning'
  /** it is shown and asks for nothing */
  | 'note';

/** By what law an authority asks. */
export type Ground =
  /** an order of a court */
  | 'court_order'
  /** a court's or officer's written order: BNSS 2023 s. 94 */
  | 'production_order'
  /** a demand of the government: DPDP Act 2023 s. 36 */
  | 'government_demand';

/** What people switch on and off together. */
export type Group =
  /** the account itself, and membership */
  | 'account'
  /** consents and requests about data */
  | 'privacy'
  /** visits that are asked for, moved and called off */
  | 'visits'
  /** appointments that are near */
  | 'reminders'
  /** what became of uploads, and cases that are closed */
  | 'uploads'
  /** orders from labs, and messages about them */
  | 'orders'
  /** payments, balance and invoices */
  | 'wallet'
  /** answers of support, and tickets that wait */
  | 'support'
  /** what waits for an admin: the digest, accounts, reviews of access */
  | 'approvals';

/** What can happen to a legal hold. */
export type HoldAction =
  | 'set'
  | 'ask_release'
  | 'confirm_release'
  | 'keep';

/** Why the law wants something kept. */
export type HoldGround =
  /** an order of a court */
  | 'court_order'
  /** a court's or officer's written order: BNSS 2023 s. 94 */
  | 'production_order'
  /** a demand of the government: DPDP Act 2023 s. 36 */
  | 'government_demand'
  /** to enforce a claim or defend one: DPDP Act 2023 s. 17(1)(a) */
  | 'legal_claim';

/** Where a hold stands. */
export type HoldState =
  | 'open'
  | 'captured'
  | 'released';

/** Where an invitation stands. */
export type InviteState =
  | 'open'
  | 'used'
  | 'withdrawn';

/** What was scanned: a jaw, or a bite that relates the two, taken from a side or at once. */
export type Jaw =
  /** the upper jaw */
  | 'upper'
  /** the lower jaw */
  | 'lower'
  /** both sides of the bite at once */
  | 'bite'
  /** the bite on the patient's right */
  | 'bite_right'
  /** the bite on the patient's left */
  | 'bite_left'
  /** the mouth or face as a whole: photographs alone */
  | 'mouth';

/** How the scans of two jaws lie to each other. */
export type JawRelation =
  /** the rows of teeth face each other and touch */
  | 'occluding'
  /** they face each other, with a gap */
  | 'apart'
  /** they face each other and go deep into each other */
  | 'crossing'
  /** they face each other, and what is named lower is the upper jaw */
  | 'exchanged'
  /** they do not face each other: the bite is not in these files */
  | 'unrelated'
  /** a row of teeth was not recognised in one of them */
  | 'unknown';

/** What can happen to a job. */
export type JobAction =
  | 'promise'
  | 'move'
  | 'go_on'
  | 'finish'
  | 'void'
  | 'give_up'
  | 'retry';

/** Where a job stands. */
export type JobState =
  /** it is still to be kept, at its time or as soon as may be */
  | 'due'
  /** it was kept */
  | 'done'
  /** there is nothing to do any more */
  | 'void'
  /** it was given up after several attempts; an admin may retry it */
  | 'failed';

/** The languages that notices are written in. */
export type Language =
  /** English */
  | 'en'
  /** Hindi, in Devanagari */
  | 'hi';

/** Where a hold stands. */
export type LegalHoldState =
  /** it holds */
  | 'active'
  /** it holds; one admin asked to let go of it, another confirms */
  | 'releasing'
  /** it holds nothing any more */
  | 'released';

/** What became of a line. */
export type LineOutcome =
  /** it is recorded now */
  | 'booked'
  /** it was recorded before */
  | 'already'
  /** there is no such payout */
  | 'unknown'
  /** the amount is not that of the payout */
  | 'other_amount'
  /** something else is on record of it */
  | 'conflict';

/** What a work is made of. */
export type Material =
  /** zirconium dioxide, a high-strength ceramic */
  | 'zirconia'
  /** a pressed or milled glass ceramic */
  | 'lithium_disilicate'
  /** layered glass ceramic, for veneers */
  | 'feldspathic_porcelain'
  /** porcelain on a metal framework */
  | 'porcelain_fused_to_metal'
  /** a base metal alloy, for frameworks */
  | 'cobalt_chromium'
  /** a noble metal alloy */
  | 'gold_alloy'
  /** a metal, for implant parts and frameworks */
  | 'titanium'
  /** a resin filled with glass or ceramic */
  | 'composite'
  /** polymethyl methacrylate, milled or cast, for temporary work */
  | 'pmma'
  /** the resin of denture bases */
  | 'acrylic'
  /** a thermoplastic foil, for aligners and retainers */
  | 'petg'
  /** a light-cured resin, printed */
  | 'resin'
  /** dental stone, for models */
  | 'plaster'
  /** anything else; the service's name and description say what */
  | 'other';

/** What a lab is paid by. */
export type MethodKind =
  /** an account, by its number and the IFSC of its branch */
  | 'bank'
  /** a UPI id, the virtual payment address of an account */
  | 'upi';

/** What happened; `catalogue.py` says who hears it how, `words/` in which words. */
export type Notice =
  | 'account_approved'
  | 'account_rejected'
  | 'account_role_changed'
  | 'account_suspended'
  | 'account_reinstated'
  | 'account_inactive'
  | 'member_removed'
  | 'ownership_received'
  | 'email_changed'
  | 'upload_ready'
  | 'upload_rejected'
  | 'visit_assigned'
  | 'visit_moved'
  | 'visit_cancelled'
  | 'visit_released'
  | 'visit_reminder'
  | 'case_closed'
  | 'consent_withdrawn'
  | 'guardian_needed'
  | 'visit_waits'
  | 'visit_goes_on'
  | 'order_waits'
  | 'order_goes_on'
  | 'balance_low'
  | 'order_placed'
  | 'order_moved'
  | 'access_review'
  | 'order_overdue'
  | 'order_message'
  | 'order_corrected'
  | 'order_amended'
  | 'lab_not_open'
  | 'visit_requested'
  | 'payment_received'
  | 'payment_refunded'
  | 'refund_failed'
  | 'payment_disputed'
  | 'dispute_won'
  | 'dispute_lost'
  | 'payment_alarm'
  | 'invoice_issued'
  | 'payout_method_changed'
  | 'payout_requested'
  | 'payout_approved'
  | 'payout_rejected'
  | 'payout_paid'
  | 'payout_failed'
  | 'payout_returned'
  | 'policy_changed'
  | 'privacy_step'
  | 'support_reply'
  | 'ticket_waiting'
  | 'approval_pending'
  | 'queue_waiting';

/** What can be done to an order. */
export type OrderAction =
  /** the clinic orders; the price is set aside */
  | 'place'
  /** the lab takes it on, or takes a remake on */
  | 'accept'
  /** the lab turns it down; what was set aside goes back */
  | 'reject'
  /** the lab begins to make it */
  | 'start'
  /** the work is interrupted, for a reason */
  | 'put_on_hold'
  /** the work goes on */
  | 'resume'
  /** the lab asks for new scans, for a reason */
  | 'request_rescan'
  /** the clinic sends new scans */
  | 'send_rescan'
  /** the lab has made it */
  | 'finish'
  /** the lab sends it off */
  | 'ship'
  /** the parcel did not arrive; a clinic waits some days first */
  | 'report_lost'
  /** it has arrived; at the first time the lab is paid */
  | 'deliver'
  /** nobody finds fault with it any more */
  | 'complete'
  /** the clinic wants it made anew, for a reason and at no price */
  | 'request_remake'
  /** it is called off; what was set aside goes back */
  | 'cancel'
  /** the lab does not make what it accepted; all that was paid goes back */
  | 'give_back'
  /** the lab corrects the promised day or, once shipped, carrier and tracking */
  | 'amend'
  /** the system follows a correction of the patient's record */
  | 'correct';

/** Whose affair a step is; who pays for an end follows from that, in `settlement`. */
export type OrderCause =
  /** the clinic wants it so */
  | 'clinic'
  /** the patient does not go on, or took the consent back */
  | 'patient'
  /** the lab does it, does not do it, or did not do it as it was ordered */
  | 'lab'
  /** the parcel did not arrive */
  | 'carrier'
  /** an admin or the clock decided */
  | 'platform';

/** Where an order stands. */
export type OrderState =
  /** the lab has not answered yet */
  | 'placed'
  /** the lab has promised a day and has not begun */
  | 'accepted'
  /** the lab does not do it, or gave it back: the end */
  | 'rejected'
  /** the lab is at work */
  | 'in_production'
  /** the lab waits, for a reason that it gave */
  | 'on_hold'
  /** the lab waits for new scans of the clinic's */
  | 'rescan_requested'
  /** made, and not shipped yet */
  | 'ready'
  /** on its way to the clinic */
  | 'shipped'
  /** the parcel did not arrive: the lab makes it anew, or the money goes back */
  | 'lost'
  /** the clinic has it and may ask for a remake; it is paid for */
  | 'delivered'
  /** the clinic is content: the end */
  | 'completed'
  /** the clinic wants it anew; the lab has not answered yet */
  | 'remake_requested'
  /** called off before it was delivered: the end */
  | 'cancelled';

/** What a document is. */
export type Paper =
  /** asks for what a wallet bought: the fees, and the tax on them */
  | 'invoice'
  /** takes back, whole or in part, what an invoice billed */
  | 'credit_note'
  /** gives back too late for the tax to follow */
  | 'financial_credit_note'
  /** says that an advance was received, and the tax in it */
  | 'receipt_voucher'
  /** gives an advance back for which nothing was sold */
  | 'refund_voucher';

/** What became of a scan or photograph in a case's archive. */
export type PartOutcome =
  /** it is a file of the case */
  | 'filed'
  /** it was judged, and not let in */
  | 'refused'
  /** it was not judged: which jaw it is was not clear, or it counts not */
  | 'left_out';

/** Who a caller is to the thing that an action is about; the docs print the values. */
export type Party =
  | 'the person'
  | 'an owner of the organisation'
  | 'the clinic'
  | 'the lab'
  | 'the assigned operator'
  | 'an admin'
  | 'the system';

/** What can happen to a payment. */
export type PaymentAction =
  | 'start'
  | 'fail'
  | 'pay';

/** Where a payment stands. Failed says only that the last attempt did: people try again. */
export type PaymentState =
  | 'created'
  | 'paid'
  | 'failed';

/** What can happen to a payout. */
export type PayoutAction =
  | 'request'
  | 'endorse'
  | 'approve'
  | 'export'
  | 'send'
  | 'pay'
  | 'fail'
  | 'return'
  | 'reject'
  | 'cancel';

/** What the bank told. */
export type PayoutResult =
  /** it was credited */
  | 'paid'
  /** it never left */
  | 'failed'
  /** it left, and came back */
  | 'returned';

/** Where a payout stands. */
export type PayoutState =
  /** the money is set aside; admins have to approve */
  | 'requested'
  /** one admin approved; it is so much that another one has to */
  | 'endorsed'
  /** it can leave */
  | 'approved'
  /** it is in a file for the bank */
  | 'exported'
  /** it was handed to the gateway */
  | 'sent'
  /** the bank says so */
  | 'paid'
  /** it never left: the lab has the money again */
  | 'failed'
  /** it left and came back: the lab has the money again */
  | 'returned'
  /** an admin turned it down */
  | 'rejected'
  /** the lab took it back */
  | 'cancelled';

/** What a price is for. */
export type Per =
  /** each tooth that is named, or each unit of a bridge */
  | 'tooth'
  /** each arch that is named, or that has a tooth of those named */
  | 'arch'
  /** the piece: one a line, or one for each arch where work is made arch by arch */
  | 'piece';

/** What a device runs. */
export type Platform =
  | 'android'
  | 'ios'
  | 'web';

/** The reason codes of an order that is refused; the sentences say what to do. */
export type Problem =
  | 'lab-not-accepting'
  | 'service-unknown'
  | 'teeth-missing'
  | 'tooth-unknown'
  | 'tooth-twice'
  | 'tooth-with-successor'
  | 'named-otherwise'
  | 'units-missing'
  | 'arches-missing'
  | 'arch-twice'
  | 'two-arches'
  | 'two-dentitions'
  | 'bridge-too-short'
  | 'bridge-has-gap'
  | 'retainer-missing'
  | 'pontic-missing'
  | 'price-does-not-fit'
  | 'material-not-offered'
  | 'shade-missing'
  | 'shade-not-in-guide'
  | 'file-not-found'
  | 'file-superseded'
  | 'file-has-warnings'
  | 'case-has-findings'
  | 'wanted-too-early'
  | 'wanted-too-late'
  | 'consent-withdrawn'
  | 'consent-does-not-cover'
  | 'wrong-case-status'
  | 'guardian-required'
  | 'erasure-pending'
  | 'insufficient-funds'
  | 'billing-details-missing';

/** Why an admin looks at what is of a patient; it goes into the audit entry. */
export type Purpose =
  /** clinic and lab disagree about the order */
  | 'dispute'
  /** somebody has asked support about it */
  | 'support'
  /** somebody asked for what is held, or its erasure */
  | 'privacy_request';

/** Why a side stopped or turned back; words of anyone's own could name the patient. */
export type Reason =
  /** the lab cannot make it in time */
  | 'no_capacity'
  /** the lab cannot make it as it was ordered */
  | 'not_feasible'
  /** the clinic does not need it any more */
  | 'not_needed'
  /** another order asks for the same work */
  | 'ordered_twice'
  /** the patient does not go on with the treatment */
  | 'patient_unavailable'
  /** the patient took the consent back */
  | 'consent_withdrawn'
  /** it was lost on its way, and is not made anew */
  | 'parcel_lost'
  /** the lab has asked something and waits for the answer */
  | 'question'
  /** the lab waits for material */
  | 'material_missing'
  /** the edge of the preparation cannot be seen in the scan */
  | 'margin_unclear'
  /** a part that is needed is not in the scan */
  | 'scan_incomplete'
  /** the surface of the scan is not what was in the mouth */
  | 'scan_distorted'
  /** the scans of the jaws do not meet as the teeth do */
  | 'bite_wrong'
  /** it does not sit as it should in the mouth */
  | 'does_not_fit'
  /** its colour is not the one that was ordered */
  | 'wrong_shade'
  /** it arrived broken, or broke soon after */
  | 'broken'
  /** it is not what the order says */
  | 'not_as_ordered';

/** What the gateway tells of a refund. */
export type RefundAction =
  | 'ask'
  | 'process'
  | 'fail';

/** Where a refund stands at the gateway. */
export type RefundState =
  /** asked for, and not carried out yet */
  | 'pending'
  /** the money is on its way to who paid */
  | 'processed'
  /** it could not be given back: the platform has it again */
  | 'failed';

/** Why an admin turned a payout down. */
export type Refusal =
  /** it is not certain whose account it is */
  | 'method_doubtful'
  /** the account is another one by now: ask anew */
  | 'account_changed'
  /** what was earned is in dispute */
  | 'dispute'
  /** something else */
  | 'other';

/** What a guardian is to the patient. */
export type Relation =
  /** the patient's mother or father */
  | 'parent'
  /** appointed by law */
  | 'legal_guardian';

/** What can happen to a request. */
export type RequestAction =
  | 'ask'
  | 'cool_off'
  | 'begin'
  | 'finish'
  | 'fail'
  | 'withdraw'
  | 'approve'
  | 'refuse';

/** What is asked for. */
export type RequestKind =
  /** an archive of all that is held */
  | 'export'
  /** that all is erased that need not be kept */
  | 'erasure'
  /** another name or address of a clinic or lab */
  | 'correction';

/** Where a request stands. */
export type RequestState =
  /** a correction waits for an admin, an export for its turn */
  | 'received'
  /** an erasure that has not begun and can be taken back */
  | 'cooling_off'
  /** it is being carried out */
  | 'running'
  /** it was carried out */
  | 'done'
  /** an admin refused it, or something forbids it; `reasons` say what */
  | 'refused'
  /** whoever asked took it back */
  | 'withdrawn'
  /** something went wrong; it is tried again */
  | 'failed';

/** What can happen to an access review. */
export type ReviewAction =
  | 'begin'
  | 'go_on'
  | 'finish'
  | 'acknowledge';

/** Where a review stands. */
export type ReviewState =
  /** the accounts are still being looked through */
  | 'building'
  /** it is complete, and an admin has to read it */
  | 'open'
  /** an admin has read it */
  | 'acknowledged';

/** What it may mean for those whose data it is. */
export type Risk =
  /** it turned out to be no breach, or harms nobody */
  | 'none'
  /** harm is unlikely */
  | 'low'
  /** harm is likely */
  | 'high';

/** What an account is for. The `role` claim. */
export type Role =
  /** asks for scans and orders work; `org` is the clinic */
  | 'clinic'
  /** travels to clinics and scans; has no `org` */
  | 'operator'
  /** makes what clinics order; `org` is the lab */
  | 'lab'
  /** runs the platform; has no `org` */
  | 'admin';

/** What is sold: a line of an invoice. */
export type SaleItem =
  | 'visit'
  | 'late_cancellation'
  | 'no_show'
  | 'commission'
  | 'advance';

/** What is to be scanned. */
export type ScanKind =
  /** the upper jaw */
  | 'upper_arch'
  /** the lower jaw */
  | 'lower_arch'
  /** how the jaws meet */
  | 'bite'
  /** teeth that were prepared for a restoration */
  | 'preparation'
  /** implants, with their scan bodies */
  | 'implant'
  /** photographs; the consent must cover `images` */
  | 'photographs';

/** What a patient may agree to, each by itself. */
export type Scope =
  /** being scanned, and the scans being kept */
  | 'scan'
  /** the case and its files being shared with a lab */
  | 'share_with_lab'
  /** photographs being taken and kept */
  | 'images';

/** By what law those concerned are not told. */
export type Secrecy =
  /** the court's or officer's order says so */
  | 'ordered'
  /** to prevent, detect or prosecute an offence: DPDP Act 2023 s. 11(2) */
  | 'offence'
  /** India's sovereignty or security: DPDP Act 2023 s. 36 */
  | 'state_security';

/** What became of a payout that was to be sent. */
export type SendOutcome =
  /** the gateway has it */
  | 'sent'
  /** the gateway did not take it: the lab has its money again */
  | 'refused'
  /** nobody knows: call again */
  | 'unanswered'
  /** it is not approved, the account changed, or the lab owes */
  | 'not_ready';

/** What became of the price when an order ended before it was delivered, or made anew. */
export type Settlement =
  /** it was not paid yet: what was set aside went back to the clinic */
  | 'released'
  /** it was paid at the first delivery, and stays paid */
  | 'kept'
  /** it was paid, and went back: the lab's share and the commission */
  | 'refunded';

/** A set of samples by which the colour of teeth is named. */
export type ShadeGuide =
  /** VITA classical A1-D4 */
  | 'vita_classical'
  /** VITA Toothguide 3D-MASTER */
  | 'vita_3d_master';

/** Where those affected are looked for. */
export type Source =
  /** files that the lab, or the account, got links to */
  | 'shares'
  /** what the account did or was shown; nothing for a lab */
  | 'audit';

/** Where an account stands. */
export type Status =
  /** an admin has to decide on it; it sees nothing but itself */
  | 'pending'
  /** it may do what its role allows */
  | 'active'
  /** an admin turned it down; the reason is beside it */
  | 'rejected'
  /** an admin shut it out, until it is reinstated */
  | 'suspended'
  /** an owner took it out of the clinic or lab; it may register anew */
  | 'removed';

/** What can be done with a ticket. */
export type TicketAction =
  | 'open'
  | 'ask'
  | 'answer'
  | 'assign'
  | 'close';

/** Where a ticket stands. */
export type TicketState =
  /** waits for an admin */
  | 'open'
  /** waits for the person who opened it */
  | 'answered'
  /** nobody waits; a message within thirty days opens it again */
  | 'closed';

/** What a transaction does. */
export type TransactionKind =
  /** money was paid in */
  | 'top_up'
  /** money was set aside for a visit or an order */
  | 'hold'
  /** what was set aside was taken, or a share of it */
  | 'capture'
  /** what was set aside was given back */
  | 'release'
  /** what was captured was given back, or a part of it */
  | 'refund'
  /** money went to another wallet */
  | 'transfer'
  /** an admin corrected the balance */
  | 'adjustment'
  /** the gateway gave a payment back to who paid, or a part */
  | 'payment_refund'
  /** the gateway could not give it back after all */
  | 'refund_reversal'
  /** what a payer's bank disputes was set aside */
  | 'dispute_hold'
  /** the bank took back what it disputed */
  | 'dispute_loss'
  /** the dispute ended otherwise: it is the wallet's again */
  | 'dispute_release'
  /** what was set aside went to the lab's bank account */
  | 'payout'
  /** the bank sent back what had been paid out */
  | 'payout_return';

/** What a unit of a bridge does; a bridge has a retainer at one end at least. */
export type UnitPart =
  /** it is fixed on a tooth or an implant, and holds the bridge */
  | 'retainer'
  /** it replaces a missing tooth */
  | 'pontic';

/** Why a payout was left out. */
export type Unready =
  /** there is no such payout */
  | 'not_found'
  /** it is not approved, or has left already */
  | 'not_approved'
  /** the account is not the one that it was asked for to */
  | 'method_changed'
  /** the lab owes the platform: reject it, or wait */
  | 'lab_in_debt';

/** What can be done to an upload. */
export type UploadAction =
  | 'issue'
  | 'claim'
  | 'admit'
  | 'refuse';

/** What goes up: one file, or the files of a case at once. */
export type UploadKind =
  /** a scan's surface */
  | 'stl'
  /** a photograph */
  | 'image'
  /** a case as scanners export it: a ZIP archive of scans and photographs */
  | 'case';

/** Where an upload stands; the last two are final. */
export type UploadState =
  /** nothing has arrived yet */
  | 'issued'
  /** the file is being examined */
  | 'processing'
  /** the file was let in; findings may warn of something */
  | 'ready'
  /** the file was not let in; findings say why */
  | 'rejected';

/** What was said of a scan, by the gate or by a lab. */
export type Verdict =
  /** let in, without a warning */
  | 'sound'
  /** let in, with something that the clinic has to know */
  | 'warned'
  /** examined and not let in */
  | 'rejected'
  /** a lab could not work with it and asked for a new one */
  | 'rescan';

/** Whether Auth has verified what an account says of itself. */
export type Verified =
  /** Auth has verified this very value */
  | 'yes'
  /** Auth has verified none */
  | 'no'
  /** Auth has verified another one */
  | 'differs';

/** What can be done to a visit. */
export type VisitAction =
  /** the clinic asks for the visit */
  | 'request'
  /** an admin sends an operator */
  | 'assign'
  /** the operator will come */
  | 'accept'
  /** the operator will not come after all */
  | 'decline'
  /** the operator sets out */
  | 'depart'
  /** the operator is at the clinic */
  | 'arrive'
  /** the operator begins to scan, or goes on after finishing */
  | 'begin'
  /** the operator has uploaded everything; a file of the visit must be ready */
  | 'finish'
  /** the clinic has what it asked for, and pays; a file must be ready */
  | 'complete'
  /** nobody was there to be scanned, once the slot has begun */
  | 'report_no_show'
  /** other slots are offered */
  | 'reschedule'
  /** the visit is called off */
  | 'cancel'
  /** the operator's account was shut out or changed its role */
  | 'release';

/** On whose account a visit changes; fees follow from it. */
export type VisitCause =
  /** the clinic wants it so, or nobody was there to be scanned */
  | 'clinic'
  /** the operator does its part, or cannot come */
  | 'operator'
  /** Scanner decides it, or the operator's account was shut out */
  | 'platform'
  /** the patient withdrew the consent */
  | 'patient';

/** Where a visit stands. */
export type VisitState =
  /** the clinic asked for it; an operator has to be assigned */
  | 'requested'
  /** an operator is assigned and has not answered yet */
  | 'assigned'
  /** the operator will come */
  | 'accepted'
  /** the operator is on the way */
  | 'en_route'
  /** the operator is at the clinic */
  | 'arrived'
  /** the operator scans, and may upload */
  | 'scanning'
  /** the operator has uploaded everything; the clinic completes the visit */
  | 'uploaded'
  /** the clinic has what it asked for; nothing follows */
  | 'completed'
  /** the operator does not come; another one has to be assigned */
  | 'declined'
  /** other slots were offered; an operator has to be assigned anew */
  | 'rescheduled'
  /** it was called off; nothing follows */
  | 'cancelled'
  /** nobody was there to be scanned; nothing follows */
  | 'no_show'
  /** it had begun when its operator was lost; another one goes on */
  | 'interrupted';

/** The kind of work that a service is. */
export type WorkType =
  /** covers one prepared tooth */
  | 'crown'
  /** replaces missing teeth, held by the teeth beside the gap */
  | 'bridge'
  /** a thin shell on the visible side of a tooth */
  | 'veneer'
  /** a filling made by the lab; an onlay covers cusps, too */
  | 'inlay_onlay'
  /** a removable replacement of some or all teeth of an arch */
  | 'denture'
  /** a crown on an implant in the jaw bone */
  | 'implant_crown'
  /** a removable clear tray that moves teeth */
  | 'aligner'
  /** keeps teeth where a treatment has moved them */
  | 'retainer'
  /** a splint that protects teeth from grinding */
  | 'night_guard'
  /** a model of the jaws, to plan a treatment by */
  | 'study_model'
  /** a template that leads the drill where an implant is placed */
  | 'surgical_guide'
  /** anything else; the service's name and description say what */
  | 'other';
