// Generated from the models by `make docs`: do not edit.

import type {
  Open,
} from '../basics.js';
import type {
  BreachState,
  CaseStatus,
  ConsentState,
  DisclosureState,
  JobState,
  LegalHoldState,
  OrderState,
  PayoutState,
  Problem,
  RequestState,
  ReviewState,
  Status,
  TicketState,
  VisitState,
} from './enumerations.js';

/** What the details of each error hold, by its reason. */
export interface Details {
  /**
   * The account is pending, rejected, suspended or removed.
   *
   * Told: This account is not active: its user document says why.
   */
  'account-not-active': {};
  /**
   * There is no such account, or it is not one the caller may see.
   *
   * Told: There is no such account: check the id.
   */
  'account-not-found': {};
  /**
   * The patient's record says another age group than the consent.
   *
   * Told: The patient's record says another age group: correct the one that is wrong.
   */
  'age-group-differs': {};
  /**
   * Nobody has said whether the patient is under 18.
   *
   * Told: The patient's record says no age group: correct it, for under 18 a guardian consents.
   */
  'age-group-unknown': {};
  /**
   * The invited address belongs to a member.
   *
   * Told: This person is a member already.
   */
  'already-member': {};
  /**
   * Register was called by an account that has been decided on.
   *
   * Told: This account is registered already: update the profile instead.
   */
  'already-registered': {};
  /**
   * The correction names nothing that may be corrected now, or something that may not.
   *
   * Told: Say anew what is `allowed` to be corrected in this state, and nothing else.
   */
  'amendment-needed': {
    /** What may be given; nothing may where it is empty. */
    allowed: string[];
  };
  /**
   * More is to be captured or refunded than there is.
   *
   * Told: At most `limit_paise` are left: give a smaller amount.
   */
  'amount-too-large': {
    /** The bound of the amount, in paise. */
    limit_paise: number;
  };
  /**
   * A refund is a rupee at least, or all that is left.
   *
   * Told: Refund at least 100 paise, or all of the `limit_paise` that are left.
   */
  'amount-too-small': {
    /** The bound of the amount, in paise. */
    limit_paise: number;
  };
  /**
   * Auth has not verified the e-mail address on an account that is to be let in.
   *
   * Told: The e-mail address on this account is not verified: ask the person to verify it and to
   * register again.
   */
  'applicant-not-verified': {};
  /**
   * There is no such attachment of the caller's to what it is to be sent with.
   *
   * Told: At least one attachment is not the caller's, or was uploaded for something else.
   */
  'attachment-not-found': {};
  /**
   * The attachment has not passed the gate.
   *
   * Told: An attachment is `state`: wait until it is ready, or upload another file.
   */
  'attachment-not-ready': {
    /** The state in which it is. */
    state: string;
  };
  /**
   * The attachment was sent before.
   *
   * Told: An attachment was sent before: upload the file again to send it once more.
   */
  'attachment-sent': {};
  /**
   * Nobody could make out an invoice to this organisation.
   *
   * Told: Billing details are missing: an owner enters them once, then this works.
   */
  'billing-details-missing': {};
  /**
   * Nobody could make out an invoice to the lab: every order would be refused.
   *
   * Told: Before the lab takes orders, save what is `missing`, with `wallet/set_billing`.
   */
  'billing-needed': {
    /** The billing details that are missing, by field. */
    missing: string[];
  };
  /**
   * There is no such breach.
   *
   * Told: There is no such breach: list them again.
   */
  'breach-not-found': {};
  /**
   * Firestore kept aborting the transaction.
   *
   * Told: Too many changes at the same moment: call again with the same idempotency key.
   */
  busy: {};
  /**
   * The function serves no callable of that name.
   *
   * Told: There is no such function: check its name, or update the app.
   */
  'callable-unknown': {};
  /**
   * There is no such case in the caller's clinic.
   *
   * Told: There is no such case in this clinic: check the id.
   */
  'case-not-found': {};
  /**
   * The catalogue holds as many services as it may.
   *
   * Told: A catalogue holds `limit` services at most: change one that is not needed any more.
   */
  'catalogue-full': {
    /** How many there may be at most. */
    limit: number;
  };
  /**
   * The token carries claims of before the last role change.
   *
   * Told: The account's role has changed: refresh the ID token, then call again.
   */
  'claims-stale': {};
  /**
   * The consent is another patient's, or not for what is asked.
   *
   * Told: The patient's consent does not cover `scope`: record one that does.
   */
  'consent-does-not-cover': {
    /** What is not covered: a value of `Scope`. */
    scope: string;
  };
  /**
   * A consent carries no more cases.
   *
   * Told: Too many cases rest on this consent: record a new one.
   */
  'consent-full': {};
  /**
   * There is no such consent in the caller's clinic.
   *
   * Told: There is no such consent in this clinic: check the id.
   */
  'consent-not-found': {};
  /**
   * The consent does not stand any more.
   *
   * Told: The patient's consent was withdrawn: record a new one before going on.
   */
  'consent-withdrawn': {
    /** The state in which it is. */
    state?: Open<ConsentState>;
    /** What was to be done. */
    action?: string;
  };
  /**
   * A page cursor was not issued by this function.
   *
   * Told: The cursor is not one that this function gave: start again without it.
   */
  'cursor-invalid': {};
  /**
   * The promised day is over, or too long ahead.
   *
   * Told: Promise a day from `earliest` to `latest`.
   */
  'day-not-possible': {
    /** The first day that is possible, such as 2026-05-04. */
    earliest: string;
    /** The last day that is possible, such as 2026-05-04. */
    latest: string;
  };
  /**
   * Somebody who is no admin says how often to hear of what waits for admins.
   *
   * Told: Digests are for admins: leave `digest` out.
   */
  'digest-for-admins': {};
  /**
   * There is no such disclosure.
   *
   * Told: There is no such disclosure: list them again.
   */
  'disclosure-not-found': {};
  /**
   * A newer release stored a state or kind that this one does not know: it is being rolled out.
   * Nothing was changed. Once all instances are of the newer release, the same call succeeds.
   *
   * Told: Scanner is being updated: try again in some minutes.
   */
  'document-newer': {};
  /**
   * The step was taken already, and said something else then: nothing was changed.
   *
   * Told: This was done already, with other `fields`: reload it, for nothing was changed.
   */
  'done-otherwise': {
    /** The fields that said something else then. */
    fields: string[];
  };
  /**
   * The caller has no e-mail address that Auth has verified: an anonymous one, or a phone.
   *
   * Told: This needs an e-mail address that is verified: verify yours, take a new ID token, then
   * call again.
   */
  'email-not-verified': {};
  /**
   * Something has to be ended first; all of it is in the details.
   *
   * Told: Erasing has to wait: end what `blocks` names, then ask again.
   */
  'erasure-blocked': {
    /** The reason codes of all that has to end first. */
    blocks: string[];
  };
  /**
   * The erasure of whom or what this is about was asked for, and cools off.
   *
   * Told: An erasure begins at `starts_at`, so nothing new may begin: `asked` can take it back by
   * privacy/cancel_request with `request_id`.
   */
  'erasure-pending': {
    /** The request of `privacy_requests` that it is about. */
    request_id: string;
    /** When an erasure begins, ISO 8601. */
    starts_at: string;
    /** Who asked for an erasure, and can take it back. */
    asked: string;
  };
  /**
   * The archive is not built yet, or was taken away again.
   *
   * Told: There is no archive to fetch: wait until the request is done, or ask anew.
   */
  'export-not-ready': {};
  /**
   * A file is not (yet) in the case.
   *
   * Told: At least one file is not in this case, or not ready: reload the case.
   */
  'file-not-found': {};
  /**
   * The order holds no such file.
   *
   * Told: The order holds no such file: reload the order.
   */
  'file-not-in-order': {};
  /**
   * The declared size is over the limit of its kind.
   *
   * Told: The file is larger than `limit_bytes`: export a scan as binary STL or with fewer
   * triangles, and a photograph with fewer pixels.
   */
  'file-too-large': {
    /** How large it may be, in bytes. */
    limit_bytes: number;
  };
  /**
   * New scans were announced and none is named.
   *
   * Told: Name the files that the lab is to work with now.
   */
  'files-needed': {};
  /**
   * The case that the ticket is about is frozen, or gone: words may be sent, files not.
   *
   * Told: The patient's consent was withdrawn: no files about this case are given out.
   */
  'files-stopped': {};
  /**
   * The consent has its signed form.
   *
   * Told: This consent has its signed form already: record a new consent for another form.
   */
  'form-already-there': {};
  /**
   * The consent has no signed form (yet).
   *
   * Told: This consent has no signed form: upload a photo of it first.
   */
  'form-not-found': {};
  /**
   * Messages of these groups are always sent.
   *
   * Told: Messages of `groups` are always sent: leave these groups out of `channels`.
   */
  'group-mandatory': {
    /** The groups that cannot be switched off. */
    groups: string[];
  };
  /**
   * The patient is under 18 and no guardian has consented for them.
   *
   * Told: The patient is under 18: record the consent of a parent or guardian first.
   */
  'guardian-required': {
    /** The state in which it is. */
    state?: Open<CaseStatus>;
    /** What was to be done. */
    action?: string;
  };
  /**
   * Nobody stands at the path that is to be held.
   *
   * Told: There is nobody at this path: check the ids in `subject`.
   */
  'hold-subject-not-found': {};
  /**
   * An idempotency key came again with another body.
   *
   * Told: This idempotency key was used for another request: make a new key.
   */
  'idempotency-key-reused': {};
  /**
   * The wallet holds too little.
   *
   * Told: The wallet lacks `missing_paise`: top it up, then try again.
   */
  'insufficient-funds': {
    /** How much is missing, in paise. */
    missing_paise: number;
  };
  /**
   * The request does not match the callable's schema.
   *
   * Told: The request does not have the expected form: correct the fields in `problems`.
   */
  'invalid-request': {
    /** Each field that does not fit. */
    problems: {
      /** The field, dotted where it is nested. */
      field: string;
      /** What is wrong with it, in English. */
      problem: string;
    }[];
  };
  /**
   * No open invitation stands for this e-mail address.
   *
   * Told: No open invitation for this verified e-mail address: ask the owner for a new one.
   */
  'invite-not-open': {};
  /**
   * There is no such invoice or credit note of the wallet.
   *
   * Told: There is no such invoice or credit note in this wallet: check the number.
   */
  'invoice-not-found': {};
  /**
   * There is no such job.
   *
   * Told: There is no such job: list the jobs again.
   */
  'job-not-found': {};
  /**
   * The lab has spent what it would have to give back.
   *
   * Told: The lab's wallet lacks what goes back: have the lab top it up, or ask support.
   */
  'lab-cannot-refund': {};
  /**
   * The lab owes the platform money: what was paid in was taken back after it was spent.
   *
   * Told: The lab owes `owed_paise`: reject this, which pays it, or wait until it is paid.
   */
  'lab-in-debt': {
    /** What the lab owes, in paise. */
    owed_paise: number;
  };
  /**
   * The act would leave the organisation without an owner.
   *
   * Told: An organisation needs an owner: hand over the ownership first.
   */
  'last-owner': {};
  /**
   * There is no such hold.
   *
   * Told: There is no such hold: list them again.
   */
  'legal-hold-not-found': {};
  /**
   * A member had as many links as a day allows.
   *
   * Told: At most `limit` links a day: go on tomorrow, or ask an administrator.
   */
  'links-used-up': {
    /** How many there may be at most. */
    limit: number;
  };
  /**
   * The lab may still say what became of the parcel.
   *
   * Told: The lab has until `earliest` to answer the loss: call the order off from then on.
   */
  'loss-unanswered': {
    /** The first moment at which it is possible, ISO 8601. */
    earliest: string;
  };
  /**
   * The order has no such message.
   *
   * Told: The order has no such message: reload its messages.
   */
  'message-not-found': {};
  /**
   * Tickets are assigned to admins whose account is active.
   *
   * Told: A ticket is assigned to an active admin: name one.
   */
  'not-an-admin': {};
  /**
   * Only an owner of the organisation may do this.
   *
   * Told: Only an owner of the organisation may do this.
   */
  'not-owner': {};
  /**
   * The patient's consent, or the case, does not allow sharing any more.
   *
   * Told: The clinic may not share this case now, as `why` says: ask the clinic.
   */
  'not-shared': {
    /** What forbids it: the reason of an error about cases. */
    why: string;
  };
  /**
   * No file of the visit is ready.
   *
   * Told: No file of this visit is ready: upload the scans and wait for their reports.
   */
  'nothing-scanned': {};
  /**
   * No payout is approved that a file could be made of.
   *
   * Told: No approved payout can go into a file now: see what the list says of each.
   */
  'nothing-to-export': {
    /** Each payout that was left out, and why. */
    left_out: {
      /** The payout that was left out. */
      payout_id: string;
      /** Why it cannot leave now: a value of `Unready`. */
      reason: string;
    }[];
  };
  /**
   * There is no picture of the occlusion of these scans in the case.
   *
   * Told: There is no picture of how these scans meet in this case: check the ids.
   */
  'occlusion-not-found': {};
  /**
   * The platform has no keys of the payment gateway.
   *
   * Told: Online payment is not set up here: ask an admin to credit the wallet.
   */
  'online-payment-not-configured': {};
  /**
   * The operator has another visit at that time.
   *
   * Told: The operator has another visit at that time: choose another slot or operator.
   */
  'operator-busy': {};
  /**
   * The account to assign is not an active operator.
   *
   * Told: That account is not an active operator: choose another one.
   */
  'operator-not-active': {};
  /**
   * There is no such order, or it is none of the caller's.
   *
   * Told: There is no such order here: check the id.
   */
  'order-not-found': {};
  /**
   * Something speaks against the order; all of it is in the details.
   *
   * Told: The order cannot go to the lab like this: see each of the `problems`.
   */
  'order-refused': {
    /** Each thing that speaks against the order. */
    problems: {
      /** What is wrong. */
      reason: Open<Problem>;
      /** Where in the request, such as `items.0.teeth`, or empty. */
      at: string;
      /** What to do about it, in English. */
      sentence: string;
      /** The teeth of a gap. */
      missing?: number[];
      /** The tooth that it is about. */
      tooth?: number;
      /** What the work is ordered by. */
      names?: string[];
      /** What the case check found; `labs/check_order` tells the same in words. */
      findings?: {
        /** The stable code of what was found. */
        code: string;
        /** What it asks for. */
        severity: string;
        /** The scans that it was found on. */
        file_ids: string[];
        /** The teeth that it is about. */
        teeth: number[];
      }[];
      /** The first day that is possible, such as 2026-05-04. */
      earliest?: string;
      /** The last day that is possible, such as 2026-05-04. */
      latest?: string;
      /** How much is missing, in paise. */
      missing_paise?: number;
      /** The request of `privacy_requests` that it is about. */
      request_id?: string;
      /** When an erasure begins, ISO 8601. */
      starts_at?: string;
      /** Who asked for an erasure, and can take it back. */
      asked?: string;
    }[];
  };
  /**
   * There is no such clinic or lab.
   *
   * Told: There is no such clinic or lab: check the organisation's id.
   */
  'org-not-found': {};
  /**
   * An admin turned on their own account.
   *
   * Told: Nobody decides on their own account: ask another administrator.
   */
  'own-account': {};
  /**
   * Who enters a demand does not decide on it.
   *
   * Told: You entered this demand yourself: have another admin decide.
   */
  'own-disclosure': {};
  /**
   * Who asked for a payout, or approved it before, does not approve it.
   *
   * Told: Another admin has to do this: you asked for this payout or approved it already.
   */
  'own-payout': {};
  /**
   * Who asks to let go of a hold does not confirm it.
   *
   * Told: You asked for this release yourself: have another admin confirm it.
   */
  'own-release': {};
  /**
   * The parcel may still arrive, as far as the clinic can tell.
   *
   * Told: The parcel may still arrive: report it as lost from `earliest` on, or ask the lab.
   */
  'parcel-under-way': {
    /** The first moment at which it is possible, ISO 8601. */
    earliest: string;
  };
  /**
   * There is no such patient in the caller's clinic.
   *
   * Told: There is no such patient in this clinic: check the id.
   */
  'patient-not-found': {};
  /**
   * The payment gateway did not answer, or refused.
   *
   * Told: The payment gateway does not answer: call again with the same idempotency key.
   */
  'payment-gateway-unavailable': {};
  /**
   * The gateway has the payout: it may pay it still, whatever somebody says.
   *
   * Told: The gateway has this payout and tells its end itself: send it again to look it up.
   */
  'payout-at-gateway': {};
  /**
   * The file's days are over; what it paid is on record.
   *
   * Told: The file is kept for some days alone, which are over: the list says what it paid.
   */
  'payout-file-gone': {};
  /**
   * A bank's result file has lines that cannot be read.
   *
   * Told: The lines in `lines` cannot be read: correct them and send the file again.
   */
  'payout-file-unreadable': {
    /** The lines that make no sense, from 1; 20 at most. */
    lines: number[];
  };
  /**
   * The platform has no account at the gateway that payouts could be made from.
   *
   * Told: Payouts through the gateway are not set up: make a file for the bank instead.
   */
  'payout-gateway-not-configured': {};
  /**
   * The account that the lab is paid on is not the one that it asked for a payout to.
   *
   * Told: The lab's account changed since this was asked for: reject it, or ask anew.
   */
  'payout-method-changed': {};
  /**
   * The lab has not said where it is paid.
   *
   * Told: Nobody knows where to pay: an owner enters the lab's account, then this works.
   */
  'payout-method-missing': {};
  /**
   * The account was set or changed so short a time ago that the owners may not have noticed.
   *
   * Told: The account is new: approve at `waits_until`, when the owners had time to notice.
   */
  'payout-method-too-new': {
    /** When it may be approved, ISO 8601. */
    waits_until: string;
  };
  /**
   * There is no such payout, or it is none of the caller's.
   *
   * Told: There is no such payout: check the id.
   */
  'payout-not-found': {};
  /**
   * Less than the platform pays out, or less than nothing is there.
   *
   * Told: Ask for `least_paise` or more: transfers of less are not made.
   */
  'payout-too-small': {
    /** The least that is paid out, in paise. */
    least_paise: number;
  };
  /**
   * The account has accepted an older privacy policy than the one in force.
   *
   * Told: The privacy policy has a newer `version`: have it accepted, then call again.
   */
  'policy-not-accepted': {
    /** The version of the policy in force. */
    version: string;
  };
  /**
   * Another version of the privacy policy was accepted than the one in force.
   *
   * Told: The privacy policy has a newer version: show it, then accept that one.
   */
  'policy-not-current': {
    /** The version of the policy in force. */
    current: string;
  };
  /**
   * The price list that was shown is not the one that applies.
   *
   * Told: The prices have changed: show those of `price_list`, then ask again with it.
   */
  'prices-changed': {
    /** The number of the price list in force. */
    price_list: number;
  };
  /**
   * The lab has not said yet what clinics see of it.
   *
   * Told: Save the lab's profile first, then what it makes.
   */
  'profile-missing': {};
  /**
   * The step asks for another reason, or for none.
   *
   * Told: Give one of the reasons that are `allowed` for this step, or none where none is.
   */
  'reason-needed': {
    /** What may be given; nothing may where it is empty. */
    allowed: string[];
  };
  /**
   * Another patient of the clinic has the reference.
   *
   * Told: Another patient of this clinic has that reference: find the patient, or change it.
   */
  'reference-taken': {};
  /**
   * There is no such request, or it is none of the caller's.
   *
   * Told: There is no such request here: check the id.
   */
  'request-not-found': {};
  /**
   * The same was asked before and is not answered yet.
   *
   * Told: The same was asked before: `request_id` is not answered yet.
   */
  'request-open': {
    /** The request of `privacy_requests` that it is about. */
    request_id: string;
  };
  /**
   * There is no access review of that month.
   *
   * Told: There is no access review of that month: each begins with its month.
   */
  'review-not-found': {};
  /**
   * The caller's role may not use this function.
   *
   * Told: This account's role may not do this: ask an administrator.
   */
  'role-not-allowed': {};
  /**
   * There is no such service in the caller's catalogue.
   *
   * Told: There is no such service in this catalogue: check the id.
   */
  'service-not-found': {};
  /**
   * Nobody could find a parcel without its carrier.
   *
   * Told: Say with which carrier the order was sent.
   */
  'shipment-needed': {};
  /**
   * The last sign-in is too long ago for something that cannot be undone.
   *
   * Told: Sign in again, then ask within five minutes.
   */
  'sign-in-again': {};
  /**
   * No valid ID token came with the request.
   *
   * Told: Sign in, then call again.
   */
  'sign-in-required': {};
  /**
   * A slot begins earlier than now.
   *
   * Told: The slot begins in the past: offer one that begins later.
   */
  'slot-in-past': {};
  /**
   * The slot is not one of those that suit the clinic.
   *
   * Told: The clinic did not offer that slot: reload the visit and choose one that it did.
   */
  'slot-not-offered': {};
  /**
   * A slot begins more than a year from now.
   *
   * Told: The slot begins more than a year from now: offer one within a year.
   */
  'slot-too-far-ahead': {};
  /**
   * More entries than fit into one file.
   *
   * Told: There are more than `limit` entries in this time: take CSV, which has room for 20,000, a
   * PDF for 5,000, or ask for a shorter time.
   */
  'statement-too-long': {
    /** How many there may be at most. */
    limit: number;
  };
  /**
   * The entries of that time were kept for as long as the law asks, and are gone.
   *
   * Told: Entries of that time are not kept any more: ask for a time from `begins` on.
   */
  'statement-too-old': {
    /** The first day that there is, such as 2026-05-04. */
    begins: string;
  };
  /**
   * There is no such patient in the caller's clinic.
   *
   * Told: There is no such patient in this clinic: check the id.
   */
  'subject-not-found': {};
  /**
   * The platform's own details do not allow an invoice.
   *
   * Told: The platform's own billing details are missing: support sets them, then this works.
   */
  'supplier-details-missing': {};
  /**
   * No version of the tariff was published.
   *
   * Told: There is no such tariff: check its name, or publish its first price list.
   */
  'tariff-not-found': {};
  /**
   * The ticket has as many messages as it may.
   *
   * Told: A ticket has `limit` messages at most: open another one.
   */
  'ticket-full': {
    /** How many there may be at most. */
    limit: number;
  };
  /**
   * The ticket has no such message.
   *
   * Told: The ticket has no such message: reload its messages.
   */
  'ticket-message-not-found': {};
  /**
   * There is no such ticket, or it is somebody else's.
   *
   * Told: There is no such ticket here: check the id.
   */
  'ticket-not-found': {};
  /**
   * Something is said to have happened later than now, by more than clocks differ.
   *
   * Told: A time of the past lies in the future: check the device's clock and the time given.
   */
  'time-in-future': {};
  /**
   * The visit's slot has not begun.
   *
   * Told: The visit's slot has not begun: wait until then.
   */
  'too-early': {};
  /**
   * The wallet sold under as many billing details as it keeps.
   *
   * Told: Too much was sold under other details: set earlier ones again, or write to support.
   */
  'too-many-billing-details': {};
  /**
   * The order has as many messages as it may.
   *
   * Told: An order has `limit` messages at most: telephone, or ask support.
   */
  'too-many-messages': {
    /** How many there may be at most. */
    limit: number;
  };
  /**
   * The caller holds too many slots that no upload has used.
   *
   * Told: Too many uploads are open: finish them, or wait until they expire.
   */
  'too-many-open-uploads': {};
  /**
   * The account has as many tickets as it may that are not closed.
   *
   * Told: You have `limit` tickets that are not closed: write to one of them, or close one.
   */
  'too-many-tickets': {
    /** How many there may be at most. */
    limit: number;
  };
  /**
   * The visit has used up its uploads.
   *
   * Told: This visit has used up its uploads: ask for another visit.
   */
  'too-many-uploads': {};
  /**
   * There is no such payment in the wallet that could be given back.
   *
   * Told: There is no such captured fee in this wallet: check both ids.
   */
  'transaction-not-found': {};
  /**
   * The clinic asked for such a visit a moment ago: the same patient, times and scans.
   *
   * Told: Minutes ago a visit was requested for this patient, with the same scans at an overlapping
   * time, `visit_id`: use that one, or request another with `again`.
   */
  'visit-already-requested': {
    /** The visit that is open for the patient. */
    visit_id: string;
  };
  /**
   * There is no such visit, or it is not one the caller has to do with (any more).
   *
   * Told: There is no such visit for this account: reload the list.
   */
  'visit-not-found': {};
  /**
   * There is no such wallet, or it is not the caller's.
   *
   * Told: There is no such wallet: check the id.
   */
  'wallet-not-found': {};
  /**
   * The breach's state does not allow what was asked.
   *
   * Told: The breach is in `state`, which does not allow this: list them again.
   */
  'wrong-breach-state': {
    /** The state in which it is. */
    state: Open<BreachState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The case's status does not allow the action.
   *
   * Told: The case's status, `state`, does not allow this: reload the case.
   */
  'wrong-case-status': {
    /** The state in which it is. */
    state: Open<CaseStatus>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The disclosure's state does not allow what was asked.
   *
   * Told: The disclosure is in `state`, which does not allow this: list them again.
   */
  'wrong-disclosure-state': {
    /** The state in which it is. */
    state: Open<DisclosureState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The job's state does not allow what was asked.
   *
   * Told: The job is in `state`, which does not allow this: list the jobs again.
   */
  'wrong-job-state': {
    /** The state in which it is. */
    state: Open<JobState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The hold's state does not allow what was asked.
   *
   * Told: The hold is in `state`, which does not allow this: list them again.
   */
  'wrong-legal-hold-state': {
    /** The state in which it is. */
    state: Open<LegalHoldState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The order's state does not allow what was asked.
   *
   * Told: The order is in `state`, which does not allow this: reload it, then decide again.
   */
  'wrong-order-state': {
    /** The state in which it is. */
    state: Open<OrderState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The payout is not where this could happen to it.
   *
   * Told: The payout's state does not allow this: reload it and see what can be done.
   */
  'wrong-payout-state': {
    /** The state in which it is. */
    state: Open<PayoutState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The request's state does not allow what was asked.
   *
   * Told: The request is in `state`, which does not allow this: load it again.
   */
  'wrong-request-state': {
    /** The state in which it is. */
    state: Open<RequestState>;
    /** What was to be done. */
    action?: string;
  };
  /**
   * The review's state does not allow what was asked.
   *
   * Told: The review is in `state`, which does not allow this: wait until it is open.
   */
  'wrong-review-state': {
    /** The state in which it is. */
    state: Open<ReviewState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The account's status does not allow the action.
   *
   * Told: The account's status does not allow this: reload the list, then decide again.
   */
  'wrong-status': {
    /** The state in which it is. */
    state?: Open<Status>;
    /** What was to be done. */
    action?: string;
  };
  /**
   * The ticket's state does not allow what was asked.
   *
   * Told: The ticket is in `state`, which does not allow this: reload it, or open another.
   */
  'wrong-ticket-state': {
    /** The state in which it is. */
    state: Open<TicketState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * The visit's state does not allow the action.
   *
   * Told: The visit's state, `state`, does not allow this: reload the visit.
   */
  'wrong-visit-state': {
    /** The state in which it is. */
    state: Open<VisitState>;
    /** What was to be done. */
    action: string;
  };
  /**
   * There is no time zone of that name.
   *
   * Told: There is no such time zone: name one of IANA's, such as `Asia/Kolkata`.
   */
  'zone-unknown': {};
  /** Something went wrong on Scanner's side, and was logged. */
  internal: {};
}

/** What people are told, in English. */
export const SENTENCES: { readonly [R in keyof Details]: string } = {
  'account-not-active': 'This account is not active: its user document says why.',
  'account-not-found': 'There is no such account: check the id.',
  'age-group-differs': 'The patient\'s record says another age group: correct the one that is wrong.',
  'age-group-unknown': 'The patient\'s record says no age group: correct it, for under 18 a guardian consents.',
  'already-member': 'This person is a member already.',
  'already-registered': 'This account is registered already: update the profile instead.',
  'amendment-needed': 'Say anew what is `allowed` to be corrected in this state, and nothing else.',
  'amount-too-large': 'At most `limit_paise` are left: give a smaller amount.',
  'amount-too-small': 'Refund at least 100 paise, or all of the `limit_paise` that are left.',
  'applicant-not-verified': 'The e-mail address on this account is not verified: ask the person to verify it and to register again.',
  'attachment-not-found': 'At least one attachment is not the caller\'s, or was uploaded for something else.',
  'attachment-not-ready': 'An attachment is `state`: wait until it is ready, or upload another file.',
  'attachment-sent': 'An attachment was sent before: upload the file again to send it once more.',
  'billing-details-missing': 'Billing details are missing: an owner enters them once, then this works.',
  'billing-needed': 'Before the lab takes orders, save what is `missing`, with `wallet/set_billing`.',
  'breach-not-found': 'There is no such breach: list them again.',
  'busy': 'Too many changes at the same moment: call again with the same idempotency key.',
  'callable-unknown': 'There is no such function: check its name, or update the app.',
  'case-not-found': 'There is no such case in this clinic: check the id.',
  'catalogue-full': 'A catalogue holds `limit` services at most: change one that is not needed any more.',
  'claims-stale': 'The account\'s role has changed: refresh the ID token, then call again.',
  'consent-does-not-cover': 'The patient\'s consent does not cover `scope`: record one that does.',
  'consent-full': 'Too many cases rest on this consent: record a new one.',
  'consent-not-found': 'There is no such consent in this clinic: check the id.',
  'consent-withdrawn': 'The patient\'s consent was withdrawn: record a new one before going on.',
  'cursor-invalid': 'The cursor is not one that this function gave: start again without it.',
  'day-not-possible': 'Promise a day from `earliest` to `latest`.',
  'digest-for-admins': 'Digests are for admins: leave `digest` out.',
  'disclosure-not-found': 'There is no such disclosure: list them again.',
  'document-newer': 'Scanner is being updated: try again in some minutes.',
  'done-otherwise': 'This was done already, with other `fields`: reload it, for nothing was changed.',
  'email-not-verified': 'This needs an e-mail address that is verified: verify yours, take a new ID token, then call again.',
  'erasure-blocked': 'Erasing has to wait: end what `blocks` names, then ask again.',
  'erasure-pending': 'An erasure begins at `starts_at`, so nothing new may begin: `asked` can take it back by privacy/cancel_request with `request_id`.',
  'export-not-ready': 'There is no archive to fetch: wait until the request is done, or ask anew.',
  'file-not-found': 'At least one file is not in this case, or not ready: reload the case.',
  'file-not-in-order': 'The order holds no such file: reload the order.',
  'file-too-large': 'The file is larger than `limit_bytes`: export a scan as binary STL or with fewer triangles, and a photograph with fewer pixels.',
  'files-needed': 'Name the files that the lab is to work with now.',
  'files-stopped': 'The patient\'s consent was withdrawn: no files about this case are given out.',
  'form-already-there': 'This consent has its signed form already: record a new consent for another form.',
  'form-not-found': 'This consent has no signed form: upload a photo of it first.',
  'group-mandatory': 'Messages of `groups` are always sent: leave these groups out of `channels`.',
  'guardian-required': 'The patient is under 18: record the consent of a parent or guardian first.',
  'hold-subject-not-found': 'There is nobody at this path: check the ids in `subject`.',
  'idempotency-key-reused': 'This idempotency key was used for another request: make a new key.',
  'insufficient-funds': 'The wallet lacks `missing_paise`: top it up, then try again.',
  'invalid-request': 'The request does not have the expected form: correct the fields in `problems`.',
  'invite-not-open': 'No open invitation for this verified e-mail address: ask the owner for a new one.',
  'invoice-not-found': 'There is no such invoice or credit note in this wallet: check the number.',
  'job-not-found': 'There is no such job: list the jobs again.',
  'lab-cannot-refund': 'The lab\'s wallet lacks what goes back: have the lab top it up, or ask support.',
  'lab-in-debt': 'The lab owes `owed_paise`: reject this, which pays it, or wait until it is paid.',
  'last-owner': 'An organisation needs an owner: hand over the ownership first.',
  'legal-hold-not-found': 'There is no such hold: list them again.',
  'links-used-up': 'At most `limit` links a day: go on tomorrow, or ask an administrator.',
  'loss-unanswered': 'The lab has until `earliest` to answer the loss: call the order off from then on.',
  'message-not-found': 'The order has no such message: reload its messages.',
  'not-an-admin': 'A ticket is assigned to an active admin: name one.',
  'not-owner': 'Only an owner of the organisation may do this.',
  'not-shared': 'The clinic may not share this case now, as `why` says: ask the clinic.',
  'nothing-scanned': 'No file of this visit is ready: upload the scans and wait for their reports.',
  'nothing-to-export': 'No approved payout can go into a file now: see what the list says of each.',
  'occlusion-not-found': 'There is no picture of how these scans meet in this case: check the ids.',
  'online-payment-not-configured': 'Online payment is not set up here: ask an admin to credit the wallet.',
  'operator-busy': 'The operator has another visit at that time: choose another slot or operator.',
  'operator-not-active': 'That account is not an active operator: choose another one.',
  'order-not-found': 'There is no such order here: check the id.',
  'order-refused': 'The order cannot go to the lab like this: see each of the `problems`.',
  'org-not-found': 'There is no such clinic or lab: check the organisation\'s id.',
  'own-account': 'Nobody decides on their own account: ask another administrator.',
  'own-disclosure': 'You entered this demand yourself: have another admin decide.',
  'own-payout': 'Another admin has to do this: you asked for this payout or approved it already.',
  'own-release': 'You asked for this release yourself: have another admin confirm it.',
  'parcel-under-way': 'The parcel may still arrive: report it as lost from `earliest` on, or ask the lab.',
  'patient-not-found': 'There is no such patient in this clinic: check the id.',
  'payment-gateway-unavailable': 'The payment gateway does not answer: call again with the same idempotency key.',
  'payout-at-gateway': 'The gateway has this payout and tells its end itself: send it again to look it up.',
  'payout-file-gone': 'The file is kept for some days alone, which are over: the list says what it paid.',
  'payout-file-unreadable': 'The lines in `lines` cannot be read: correct them and send the file again.',
  'payout-gateway-not-configured': 'Payouts through the gateway are not set up: make a file for the bank instead.',
  'payout-method-changed': 'The lab\'s account changed since this was asked for: reject it, or ask anew.',
  'payout-method-missing': 'Nobody knows where to pay: an owner enters the lab\'s account, then this works.',
  'payout-method-too-new': 'The account is new: approve at `waits_until`, when the owners had time to notice.',
  'payout-not-found': 'There is no such payout: check the id.',
  'payout-too-small': 'Ask for `least_paise` or more: transfers of less are not made.',
  'policy-not-accepted': 'The privacy policy has a newer `version`: have it accepted, then call again.',
  'policy-not-current': 'The privacy policy has a newer version: show it, then accept that one.',
  'prices-changed': 'The prices have changed: show those of `price_list`, then ask again with it.',
  'profile-missing': 'Save the lab\'s profile first, then what it makes.',
  'reason-needed': 'Give one of the reasons that are `allowed` for this step, or none where none is.',
  'reference-taken': 'Another patient of this clinic has that reference: find the patient, or change it.',
  'request-not-found': 'There is no such request here: check the id.',
  'request-open': 'The same was asked before: `request_id` is not answered yet.',
  'review-not-found': 'There is no access review of that month: each begins with its month.',
  'role-not-allowed': 'This account\'s role may not do this: ask an administrator.',
  'service-not-found': 'There is no such service in this catalogue: check the id.',
  'shipment-needed': 'Say with which carrier the order was sent.',
  'sign-in-again': 'Sign in again, then ask within five minutes.',
  'sign-in-required': 'Sign in, then call again.',
  'slot-in-past': 'The slot begins in the past: offer one that begins later.',
  'slot-not-offered': 'The clinic did not offer that slot: reload the visit and choose one that it did.',
  'slot-too-far-ahead': 'The slot begins more than a year from now: offer one within a year.',
  'statement-too-long': 'There are more than `limit` entries in this time: take CSV, which has room for 20,000, a PDF for 5,000, or ask for a shorter time.',
  'statement-too-old': 'Entries of that time are not kept any more: ask for a time from `begins` on.',
  'subject-not-found': 'There is no such patient in this clinic: check the id.',
  'supplier-details-missing': 'The platform\'s own billing details are missing: support sets them, then this works.',
  'tariff-not-found': 'There is no such tariff: check its name, or publish its first price list.',
  'ticket-full': 'A ticket has `limit` messages at most: open another one.',
  'ticket-message-not-found': 'The ticket has no such message: reload its messages.',
  'ticket-not-found': 'There is no such ticket here: check the id.',
  'time-in-future': 'A time of the past lies in the future: check the device\'s clock and the time given.',
  'too-early': 'The visit\'s slot has not begun: wait until then.',
  'too-many-billing-details': 'Too much was sold under other details: set earlier ones again, or write to support.',
  'too-many-messages': 'An order has `limit` messages at most: telephone, or ask support.',
  'too-many-open-uploads': 'Too many uploads are open: finish them, or wait until they expire.',
  'too-many-tickets': 'You have `limit` tickets that are not closed: write to one of them, or close one.',
  'too-many-uploads': 'This visit has used up its uploads: ask for another visit.',
  'transaction-not-found': 'There is no such captured fee in this wallet: check both ids.',
  'visit-already-requested': 'Minutes ago a visit was requested for this patient, with the same scans at an overlapping time, `visit_id`: use that one, or request another with `again`.',
  'visit-not-found': 'There is no such visit for this account: reload the list.',
  'wallet-not-found': 'There is no such wallet: check the id.',
  'wrong-breach-state': 'The breach is in `state`, which does not allow this: list them again.',
  'wrong-case-status': 'The case\'s status, `state`, does not allow this: reload the case.',
  'wrong-disclosure-state': 'The disclosure is in `state`, which does not allow this: list them again.',
  'wrong-job-state': 'The job is in `state`, which does not allow this: list the jobs again.',
  'wrong-legal-hold-state': 'The hold is in `state`, which does not allow this: list them again.',
  'wrong-order-state': 'The order is in `state`, which does not allow this: reload it, then decide again.',
  'wrong-payout-state': 'The payout\'s state does not allow this: reload it and see what can be done.',
  'wrong-request-state': 'The request is in `state`, which does not allow this: load it again.',
  'wrong-review-state': 'The review is in `state`, which does not allow this: wait until it is open.',
  'wrong-status': 'The account\'s status does not allow this: reload the list, then decide again.',
  'wrong-ticket-state': 'The ticket is in `state`, which does not allow this: reload it, or open another.',
  'wrong-visit-state': 'The visit\'s state, `state`, does not allow this: reload the visit.',
  'zone-unknown': 'There is no such time zone: name one of IANA\'s, such as `Asia/Kolkata`.',
  internal: 'Something went wrong on our side: try again in a moment.',
};

/** The reasons that every callable may refuse for. */
export const COMMON = [
  'callable-unknown',
  'invalid-request',
  'sign-in-required',
  'account-not-active',
  'claims-stale',
  'role-not-allowed',
  'busy',
  'document-newer',
  'internal',
] as const;
