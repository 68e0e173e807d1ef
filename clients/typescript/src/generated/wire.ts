// Generated from the models by `make docs`: do not edit.

import type {
  DateTime,
  Day,
  Open,
} from '../basics.js';
import type {
  AgeGroup,
  Arch,
  Authority,
  BreachState,
  CaseCode,
  CaseStatus,
  Channel,
  ConsentState,
  DifferenceKind,
  Digest,
  DisclosureState,
  Failure,
  FindingSeverity,
  Ground,
  Group,
  HoldGround,
  Jaw,
  JobState,
  Language,
  LegalHoldState,
  LineOutcome,
  Material,
  MethodKind,
  OrderAction,
  OrderState,
  Paper,
  PayoutResult,
  PayoutState,
  Per,
  Purpose,
  Reason,
  Refusal,
  Relation,
  RequestKind,
  RequestState,
  ReviewState,
  Risk,
  Role,
  ScanKind,
  Scope,
  Secrecy,
  SendOutcome,
  ShadeGuide,
  Source,
  Status,
  TicketState,
  TransactionKind,
  UnitPart,
  Unready,
  UploadKind,
  Verified,
  VisitState,
  WorkType,
} from './enumerations.js';

/** Accept the privacy policy in force, by its version: the one that was shown. */
export interface AcceptPolicy {
  /**
   * The version of the privacy policy that was shown, such as `2026-05`. It must be the one in
   * force.
   */
  version: string;
}

/** Where an account stands after the call. */
export interface Account {
  /** The account, by its user's id in Firebase Auth; its document is `users/{uid}`. */
  uid: string;
  /** Where the account stands; only `active` ones may do anything. */
  status: Open<Status>;
  /** What the account is for; null until it is approved, and once it was removed. */
  role: Open<Role> | null;
  /**
   * The id of the clinic or lab that the account acts for; null for operators and admins, for an
   * applicant without an invitation, and once it was removed.
   */
  org: string | null;
  /** Whether it is an owner of its clinic or lab, who manages its members. */
  owner: boolean;
}

/** An account as the admin's list shows it. */
export interface AccountRow {
  /** The account, by its user's id in Firebase Auth; its document is `users/{uid}`. */
  uid: string;
  /** Where the account stands; only `active` ones may do anything. */
  status: Open<Status>;
  /** What the account is for; null until it is approved, and once it was removed. */
  role: Open<Role> | null;
  /**
   * The id of the clinic or lab that the account acts for; null for operators and admins, for an
   * applicant without an invitation, and once it was removed.
   */
  org: string | null;
  /** Whether it is an owner of its clinic or lab, who manages its members. */
  owner: boolean;
  /** The person's own name. */
  name: string;
  /** The address that mail for the person goes to. */
  email: string;
  /** Whether Firebase Auth has verified this address: only `yes` can be approved. */
  email_verified: Open<Verified>;
  /** The person's phone number in the form of E.164; null where none is on record. */
  phone: string | null;
  /** Whether Firebase Auth has verified this number: people may sign in by another. */
  phone_verified: Open<Verified>;
  /** The role that the person asked for. */
  wants: Open<Role>;
  /**
   * The clinic or lab that the person asked to have made; null for operators and for who was
   * invited.
   */
  organisation: Address | null;
  /** Why it was rejected or suspended last, in an admin's words; null where it never was. */
  reason: string | null;
  /** When the person first asked for an account, in UTC. */
  created_at: DateTime;
}

/** One page of accounts and the cursor of the next. */
export interface Accounts {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * How many more belong on the page: a newer release stored them, and they show in some minutes.
   *
   * Limits: at least 0. `0` when left out.
   */
  left_out: number;
  /** The accounts of this page, the oldest first; empty where there are none. */
  accounts: AccountRow[];
}

/** Add a patient to the clinic, under a reference that no other patient there has. */
export interface AddPatient {
  /**
   * The clinic's own number for the patient: letters and digits, with spaces and `./_-` between. No
   * two patients of a clinic have the same, whatever its case and spacing. Operators see it, so
   * that it must not hold a name.
   */
  reference: string;
  /**
   * The patient's name. Operators never see it, and a lab only where the order says `share_name`.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /**
   * Tells whether a guardian has to consent, which is so under 18. Null where it is not known yet:
   * the first consent says it.
   */
  age_group?: AgeGroup | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Where a clinic or lab is found. */
export interface Address {
  /**
   * The name of the clinic or lab, as others will read it.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /**
   * Building, street and area, without city and PIN code.
   *
   * Limits: 1 to 300 characters.
   */
  address: string;
  /**
   * The city or town.
   *
   * Limits: 1 to 120 characters.
   */
  city: string;
  /** The postal PIN code: six digits, the first not zero. */
  pincode: string;
}

/** Correct a wallet's balance, up or down, with the reason for the books. */
export interface Adjust {
  /** The wallet to correct: the id of its clinic or lab. */
  wallet_id: string;
  /** Whether that id is a clinic's or a lab's. */
  kind: 'clinic' | 'lab';
  /**
   * What to add, in paise, up to a crore of rupees; below zero to take away. Not 0.
   *
   * Limits: -1000000000 to 1000000000.
   */
  paise: number;
  /**
   * Why, for the books, in words that name no patient.
   *
   * Limits: 3 to 300 characters.
   */
  reason: string;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** An admin: since when, when last active, and whether that is more than 90 days ago. */
export interface AdminRow {
  /** The admin's account. */
  uid: string;
  /**
   * When the account's role or status was set last, in UTC; where it never was, when it was made.
   */
  since: DateTime;
  /** When the account was used last, as far as Firebase Auth knows, in UTC; null for never. */
  last_active: DateTime | null;
  /** Whether it was not used for 90 days: consider taking the role away. */
  dormant: boolean;
}

/** The paths, or ids, of those in one page of records; another page may name them again. */
export interface Affected {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * Paths of patients, accounts and whatever else the records of this page are about, and ids that
   * a list showed; each once. Another page may name them again.
   */
  subjects: string[];
}

/** What something costs: net, the tax on it, and both. */
export interface Amount {
  /** What it costs without tax, in paise. */
  net: number;
  /** The tax on it, in paise. */
  tax: number;
  /** What is paid in all, in paise: net and tax. */
  total: number;
}

/**
 * Net, the taxes on it, and all of it, in paise. On a credit note: what is given back. A refund of
 * a paisa may give back one of each tax and take one of the net: parts add up.
 */
export interface Amounts {
  /** The amount without tax, in paise. */
  net: number;
  /** The central tax on it (CGST), in paise; 0 where IGST applies. */
  cgst: number;
  /**
   * The tax of the state (SGST) or union territory (UTGST) on it, in paise; 0 where IGST applies.
   */
  sgst: number;
  /** The integrated tax on it (IGST), in paise: for a customer in another state. */
  igst: number;
  /** Net and taxes, in paise. */
  gross: number;
}

/** Approve a correction, or refuse a request with a reason. */
export interface AnswerRequest {
  /** The request, as `privacy/list_requests` answered it. */
  request_id: string;
  /**
   * `approve` a correction, which is written at once, or `refuse` any request that has not begun.
   */
  answer: 'approve' | 'refuse';
  /**
   * Why it is refused; whoever asked reads it in the request. `identity-not-proven`: nothing shows
   * that it comes from who it names. `not-theirs`: the data is not of who asks. `law-forbids`: a
   * law stands against it. `unfounded`: there is no ground for it. Null where it is approved; left
   * out in a refusal, `unfounded`.
   */
  reason?: 'identity-not-proven' | 'not-theirs' | 'law-forbids' | 'unfounded' | null;
}

/** Approve a payout; a large one needs two admins. */
export interface ApprovePayout {
  /** The payout, as it was answered when asked for. */
  payout_id: string;
}

/** An arch, by the two digits of its area in ISO 3950, and in words. */
export interface ArchShown {
  /** Which of the two arches it is for. */
  arch: Open<Arch>;
  /** Its area by two digits in ISO 3950: `01` or `02`. */
  area: string;
  /** The arch in English words. */
  name: string;
}

/** Ask for another name or address of one's own clinic or lab; an admin decides. */
export interface AskCorrection {
  /** The name and address as they should be, all of them; the clinic or lab is the caller's. */
  organisation: Address;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Ask for the erasure of one's account or, for a clinic's owner, of a patient. */
export interface AskErasure {
  /** The patient of the clinic that the caller owns. Null: the caller's own account. */
  patient_id?: string | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Ask for an archive of all that is held: of oneself or, for a clinic, of a patient. */
export interface AskExport {
  /** The patient of the caller's clinic. Null: the caller's own account. */
  patient_id?: string | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** The request, its state, by when it is answered and, for an erasure, when that begins. */
export interface Asked {
  /** The request. Listen to `privacy_requests/{request_id}` for what comes of it. */
  request_id: string;
  /** Where the request stands: an erasure in `cooling_off`, the others `received`. */
  state: Open<RequestState>;
  /** By when it has to be answered, in UTC. */
  due_at: DateTime;
  /**
   * When the erasure begins, in UTC: until then `privacy/cancel_request` takes it back. Null for
   * exports and corrections.
   */
  starts_at: DateTime | null;
}

/** Send an operator to a visit, at one of the slots that the clinic offered. */
export interface AssignOperator {
  /**
   * The visit that an operator is sent to. One who was assigned before goes free; the scans that
   * are there stay.
   */
  visit_id: string;
  /**
   * The account of an active operator who is free then, such as `scans/suggest_operators` names.
   */
  uid: string;
  /**
   * The time, exactly one of the visit's `slots`; it begins in the future. For a visit that was
   * interrupted it may be the visit's own `slot` until that ends.
   */
  slot: SlotOffered;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Give a ticket to an admin, oneself or another. */
export interface AssignTicket {
  /** The ticket to give away, as `support/list` shows it. */
  ticket_id: string;
  /** The admin who is to look after it, oneself or another, who is told. */
  uid: string;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Where the bytes go; `upload_id` is the attachment's id, and `uploads/` tells its outcome. */
export interface AttachmentSlot {
  /**
   * The upload. Listen to `uploads/{upload_id}` until its `state` is `ready` or `rejected`, and
   * show its `findings`. A file that was let in has the same id; those of a case's archive are in
   * its `parts`.
   */
  upload_id: string;
  /** The path to upload to through the Storage SDK. It takes one object, once. */
  object_name: string;
  /**
   * Upload with one of these as `contentType`. Browsers know no type for STL: send
   * `application/octet-stream` then.
   */
  content_types: string[];
  /** Until when the upload can be made, in UTC. Ask for another slot after it. */
  expires_at: DateTime;
}

/** What a wallet has. */
export interface Balance {
  /** The wallet: the id of its clinic or lab. */
  wallet_id: string;
  /**
   * What all amounts are in: Indian rupees, as paise.
   *
   * `"INR"` when left out.
   */
  currency: 'INR';
  /** What is there and not set aside, in paise; below zero where credit is used. */
  available: number;
  /** What is set aside for visits and orders under way, in paise. */
  held: number;
  /** How far `available` may fall below zero, in paise; 0 for no credit. */
  credit_limit: number;
  /** What can be spent now, in paise: `available` and the credit limit; never below zero. */
  spendable: number;
}

/** A sentence in both languages of the platform. */
export interface Bilingual {
  /** The sentence in English. */
  en: string;
  /** The same sentence in Hindi. */
  hi: string;
}

/** The customer as invoices name it. A tax number (GSTIN) is only for who is registered. */
export interface Billing {
  /**
   * The name of the business in law, in Latin or Devanagari letters.
   *
   * Limits: 1 to 120 characters.
   */
  legal_name: string;
  /**
   * The whole postal address, PIN code included, in Latin or Devanagari letters.
   *
   * Limits: 1 to 300 characters.
   */
  address: string;
  /**
   * The state's code in the GST law: two digits, such as `27` for Maharashtra. It decides between
   * CGST with SGST, and IGST.
   */
  state: string;
  /**
   * The GST identification number: fifteen characters, the first two those of `state`. Null for who
   * is not registered.
   *
   * Limits: 15 to 15 characters.
   */
  gstin?: string | null;
}

/** The details as they stand. */
export interface BillingSet {
  /** The caller's wallet: the id of its clinic or lab. */
  wallet_id: string;
  /** The customer as the next invoice will name it. */
  billing: Billing;
}

/** Whether it was begun: it goes through all wallets by itself, a page a task. */
export interface BillingStarted {
  /** False: this month was started within the last hour, and that goes on. */
  started: boolean;
}

/** The transaction, the same for every retry. */
export interface Booked {
  /** The transaction that was booked, the same for every retry. */
  transaction_id: string;
}

/** The breach, its state, and by when the Board and those affected have to be told. */
export interface BreachNow {
  /** The breach that was entered or moved on. */
  breach_id: string;
  /** Where the breach stands now. */
  state: Open<BreachState>;
  /**
   * By when the Data Protection Board and those affected have to be told, in UTC: 72 hours after
   * `aware_at`.
   */
  deadline_at: DateTime;
}

/** One breach: through whose access, when, and what was done about it. */
export interface BreachRow {
  /** The breach, as `privacy/move_breach` and `privacy/list_affected` take it. */
  breach_id: string;
  /** Where the breach stands. */
  state: Open<BreachState>;
  /** The account through whose access data got out; null where a lab alone is named. */
  uid: string | null;
  /** The lab through whose access data got out; null where an account alone is named. */
  lab_id: string | null;
  /** When the access that should not have been began, in UTC. */
  since: DateTime;
  /** When it ended, in UTC. */
  until: DateTime;
  /** When somebody of ours knew of it, in UTC: the clock starts. */
  aware_at: DateTime;
  /** By when the Data Protection Board and those affected have to be told, in UTC. */
  deadline_at: DateTime;
  /** The uid of the admin who entered it. */
  opened_by: string;
  /** The uid of the admin who took the last step. */
  moved_by: string;
  /** What it may mean for those whose data it is; null until it is assessed. */
  risk: Open<Risk> | null;
  /** When its risk was noted, in UTC; null until then. */
  assessed_at: DateTime | null;
  /** When it was noted that all were told, in UTC; null until then. */
  notified_at: DateTime | null;
  /** When it was closed, in UTC; null until then. */
  closed_at: DateTime | null;
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Breaches {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The breaches of this page, the earliest deadline first. */
  breaches: BreachRow[];
}

/** A unit is one tooth of a bridge: a retainer or a pontic. */
export interface BridgeUnit {
  /**
   * The tooth that it covers or replaces, by two digits as ISO 3950 names it.
   *
   * Limits: 11 to 85.
   */
  tooth: number;
  /** Whether it holds the bridge or replaces a missing tooth. */
  part: UnitPart;
}

/** Take a payout back that is not approved yet. */
export interface CancelPayout {
  /** The payout, as it was answered when asked for. */
  payout_id: string;
}

/** Call a visit off. */
export interface CancelVisit {
  /**
   * The visit to call off. A clinic pays for that once an operator has accepted the time that
   * stands, unless the operator was lost or an admin chose that time since: docs/states.md has the
   * table of fees.
   */
  visit_id: string;
  /** Why it is called off; the clinic reads it in the visit. */
  reason: 'patient_unavailable' | 'clinic_unavailable' | 'no_operator' | 'not_needed' | 'requested_twice';
  /**
   * On whose account an admin does it: fees follow from it. Null is `platform` for an admin; a
   * clinic acts on its own account and leaves it out.
   */
  cause?: 'clinic' | 'operator' | 'platform' | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** The links, one entry per file. */
export interface CaseFileLinks {
  /** One entry for each file, by `file_id`; a file that was named twice has one. */
  links: FileLink[];
}

/** The case to act on. */
export interface CaseKeyed {
  /** The case of the clinic to close, or to open again. */
  case_id: string;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** The case, and its status after the act. */
export interface CaseNow {
  /** The case that was closed or opened again. */
  case_id: string;
  /** Where the case stands now; opened again it is what its files say. */
  status: Open<CaseStatus>;
}

/** The case. */
export interface CaseOpened {
  /** The new case, read at `cases/{case_id}`; files can be uploaded to it. */
  case_id: string;
}

/** A case as a list shows it. */
export interface CaseRow {
  /** The case, which the clinic reads at `cases/{case_id}`. */
  case_id: string;
  /** Where the case stands. */
  status: Open<CaseStatus>;
  /** The case's patient, at `clinics/{clinic_id}/patients/{patient_id}`. */
  patient_id: string;
  /** The clinic's own number for the patient, as corrected last. */
  patient_reference: string;
  /** The patient's name, as corrected last. */
  patient_name: string;
  /** The consent that the case rests on, at `consents/{consent_id}`. */
  consent_id: string;
  /** The visit that is under way, at `visits/{visit_id}`; null before, between and after visits. */
  visit_id: string | null;
  /**
   * For each jaw that was scanned, the id of the file that counts: the last one uploaded. The files
   * are at `cases/{case_id}/files/{file_id}`.
   */
  current: Partial<Record<Open<Jaw>, string>>;
  /** How many photographs the case has; they are not in `current`. */
  images: number;
  /** When the case was opened, in UTC. */
  opened_at: DateTime;
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Cases {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * How many more belong on the page: a newer release stored them, and they show in some minutes.
   *
   * Limits: at least 0. `0` when left out.
   */
  left_out: number;
  /** The cases of this page, the one that was opened last first. */
  cases: CaseRow[];
}

/** Put another phone number on the caller's own account. */
export interface ChangePhone {
  /**
   * The person's phone number, with the country code or as it is dialled within India: `+91 98123
   * 45678` and `098123 45678` are the same. One that its country's numbering plan has, without an
   * extension; it is stored in the form of E.164, such as `+919812345678`.
   *
   * Limits: 1 to 40 characters.
   */
  phone: string;
}

/** Give an active account another role, and organisation where the role has one. */
export interface ChangeRole {
  /**
   * The account to act on, by its user's id in Firebase Auth, as lists of accounts and members show
   * it.
   */
  uid: string;
  /** The role that the account has from now on. */
  role: Role;
  /**
   * The clinic or lab to act for, by its id. Needed for `clinic` and `lab`; to be left out for
   * `operator` and `admin`.
   */
  org?: string | null;
}

/** What `labs/place_order` takes, as far as it is filled in: nothing is ordered by it. */
export interface CheckOrder {
  /** The case that the work is for, one of the caller's clinic. */
  case_id: string;
  /** The lab that is to do the work, one that takes orders. */
  lab_id: string;
  /**
   * What to make, line by line, as far as it is known. Without any, the scans are looked at beside
   * each other, and nothing is found missing.
   *
   * Limits: at most 20 items.
   */
  items?: ItemRequest[];
  /**
   * The scans and photographs of the case that are to go along, by their ids.
   *
   * Limits: at most 20 items.
   */
  file_ids?: string[];
  /** The day in India by which the clinic wants it, `YYYY-MM-DD`; left out, no day is judged. */
  wanted_on?: string | null;
  /**
   * True to be told what would speak against the order once warnings are signed off; findings are
   * told all the same.
   *
   * `false` when left out.
   */
  proceed_with_warnings?: boolean;
}

/** Close a ticket; a message within thirty days takes it up again. */
export interface CloseTicket {
  /** The ticket to close, which the caller opened or, as an admin, answers. */
  ticket_id: string;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** What follows from the records by a rule, never a judgement. */
export interface Conclusion {
  /** The stable code of the rule that it follows from, such as `warned-signed-off`. */
  code: string;
  /** The conclusion in words to show to people. */
  sentence: string;
}

/** One consent: who attested what, when; and its withdrawal. Ids and codes, nobody's name. */
export interface ConsentLine {
  /** The consent, at `consents/{consent_id}`. */
  consent_id: string;
  /** The version of the consent text that the patient was read. */
  text_version: string;
  /** The language of that text, as a BCP 47 tag such as `hi`. */
  language: string;
  /** What the patient agreed to. */
  scope: Open<Scope>[];
  /** What the guardian is to the patient, where one consented; else null. */
  guardian: Open<Relation> | null;
  /** When the patient consented, as the clinic attests, in UTC. */
  obtained_at: DateTime;
  /** The uid of the clinic's member who recorded the consent. */
  attested_by: string;
  /** When it was recorded, in UTC. */
  attested_at: DateTime;
  /** Whether the consent stood when this was asked. */
  state: Open<ConsentState>;
  /** The uid of the clinic's member who recorded the withdrawal; null while it stands. */
  withdrawn_by: string | null;
  /** When it was withdrawn, in UTC; null while it stands. */
  withdrawn_at: DateTime | null;
  /** What the withdrawal stopped; null while the consent stands. */
  stopped: Stopped | null;
}

/** The consents, the latest first, and who was given what, the latest first. */
export interface ConsentRecord {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The patient's consents, the latest first, 100 at most. Empty on later pages. */
  consents: ConsentLine[];
  /**
   * What authorities were given by law, the oldest first, without what a law keeps secret. Empty on
   * later pages.
   */
  disclosures: DisclosureLine[];
  /** The links to files that labs got, the latest first, of this page. */
  shares: ShareLine[];
}

/** The consent, and the cases that wait no more. */
export interface ConsentRecorded {
  /**
   * The new consent, read at `consents/{consent_id}`. Name it when a case is opened or a visit
   * requested, and to upload the signed form.
   */
  consent_id: string;
  /**
   * The cases that rest on this consent from now on: those that waited for a guardian, which go on,
   * and those of a guardian's consent that allows less.
   */
  case_ids: string[];
}

/** Replace what the record says of a patient; what it said before is kept beside it. */
export interface CorrectPatient {
  /** The patient of the clinic whose record is wrong. */
  patient_id: string;
  /**
   * The clinic's own number for the patient, changed or as it was. It must not be another
   * patient's.
   */
  reference: string;
  /**
   * The patient's name, changed or as it was.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /**
   * The age group. Left out, it stays as it was. A patient who is under 18 by it needs a guardian's
   * consent: cases that rest on another wait until that is recorded.
   */
  age_group?: AgeGroup | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** When it was wanted, promised, and where it was when; the last time of each. */
export interface Dates {
  /** The day in India by which the clinic wanted it, `YYYY-MM-DD`. */
  wanted_on: string;
  /** The day in India that the lab promised last, `YYYY-MM-DD`; null until it accepted. */
  due_on: string | null;
  /** When the clinic placed it, in UTC. */
  placed_at: DateTime;
  /** When the lab last accepted it, or was sent new scans, in UTC; null until then. */
  accepted_at: DateTime | null;
  /** When the lab last finished it, in UTC; null until then. */
  ready_at: DateTime | null;
  /** When it was last shipped, in UTC; null until then. */
  shipped_at: DateTime | null;
  /** When it was last delivered, in UTC; null until then. */
  delivered_at: DateTime | null;
}

/** Approve what another admin entered, or refuse it. */
export interface DecideDisclosure {
  /** The demand to decide on, which another admin entered. */
  disclosure_id: string;
  /** True approves it, false refuses it. */
  approve: boolean;
}

/** One thing that still differs between the gateway and the books. */
export interface DifferenceRow {
  /** How it differs; the operations guide says what to do. */
  kind: Open<DifferenceKind>;
  /** The gateway's id of the payment, refund, dispute or settlement. */
  subject: string;
  /** The amount there, in paise; null where it has none. */
  there: number | null;
  /** What is booked, in paise; null where nothing is. */
  here: number | null;
}

/** What an authority was given by law, unless a law forbids to tell. */
export interface DisclosureLine {
  /** The authority that was given the data. */
  authority: string;
  /** By what law the authority asked. */
  ground: Open<Ground>;
  /** Which data it was: paths of the patient, its cases and its orders. */
  scope: string[];
  /** When it was noted as handed over, in UTC. */
  disclosed_at: DateTime;
}

/** The disclosure, and its state. */
export interface DisclosureNow {
  /** The demand that was entered or moved on. */
  disclosure_id: string;
  /** Where the demand stands now. */
  state: Open<DisclosureState>;
}

/** One demand, who entered it, who decided, and what was handed over. */
export interface DisclosureRow {
  /** The demand, as the other callables about disclosures take it. */
  disclosure_id: string;
  /** Where the demand stands. */
  state: Open<DisclosureState>;
  /** Who asks. */
  authority: string;
  /** The number under which the authority keeps its demand. */
  file_number: string;
  /** By what law the authority asks. */
  ground: Open<Ground>;
  /** Whose data it asks for: paths of accounts, patients, cases or orders. */
  scope: string[];
  /** The uid of the admin who entered it, who may not decide on it. */
  requested_by: string;
  /** When it was entered, in UTC. The list is ordered by it. */
  requested_at: DateTime;
  /** The uid of the admin who decided last; null until then. */
  decided_by: string | null;
  /** When it was decided, in UTC; null until then. */
  decided_at: DateTime | null;
  /** The uid of the admin who noted what was handed over; null until then. */
  disclosed_by: string | null;
  /** When that was noted, in UTC; null until then. */
  disclosed_at: DateTime | null;
  /** The SHA-256 of the file that was handed over, in hexadecimal; null until then. */
  digest: string | null;
  /** By what law those concerned are not told; null where they are. */
  secrecy: Open<Secrecy> | null;
  /** Until when the archive can be fetched, in UTC; null while there is none. */
  archive_until: DateTime | null;
  /** Each link to the archive that was given out, in order of time. */
  fetches: FetchRow[];
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Disclosures {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The demands of this page, the oldest first. */
  disclosures: DisclosureRow[];
}

/** A signed link, the name that the file is saved under, and when the link stops working. */
export interface DocumentLink {
  /** Signed link to the file, for GET alone, that works until `expires_at`. */
  url: string;
  /** The name that browsers save the file under. */
  file_name: string;
  /** When the link stops working, in UTC, some minutes from now; ask again for a new one. */
  expires_at: DateTime;
}

/** The act was done, now or by an earlier call. */
export type Done = Record<string, never>;

/** The draft of the notice to those affected, in a language. */
export interface DraftNotice {
  /** The breach that the notice is about. Assess it first: the draft names its risk. */
  breach_id: string;
  /**
   * The language to draft in.
   *
   * `"en"` when left out.
   */
  language?: Language;
}

/** The e-mail address on the account. */
export interface EmailNow {
  /** The address that mail goes to from now on, in lower case. */
  email: string;
}

/** A signed link to the archive. */
export interface ExportLink {
  /** The archive, for GET: a ZIP, saved as a download. */
  url: string;
  /** When the link stops working, in UTC and minutes from now; ask anew after it. */
  expires_at: DateTime;
}

/** Make a file for the bank of approved payouts. */
export interface ExportPayouts {
  /**
   * The payouts, as admins have looked at them.
   *
   * Limits: 1 to 100 items.
   */
  payout_ids: string[];
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** A link to the archive that was given out. */
export interface FetchRow {
  /** The uid of the admin who got the link. */
  by: string;
  /** When the link was given out, in UTC. */
  at: DateTime;
}

/** How often a member of the lab was given a link to a file. */
export interface FetchShown {
  /** Who of the lab, numbered: `lab member 1`. */
  member: string;
  /**
   * How many times a link was given out.
   *
   * Limits: at least 1.
   */
  times: number;
  /** When the first link was given out, in UTC. */
  first_at: DateTime;
  /** When the last link was given out, in UTC. */
  last_at: DateTime;
}

/** Signed links to one file and its pictures; photographs have a thumbnail alone. */
export interface FileLink {
  /** The file that the links are to. */
  file_id: string;
  /** The file itself, for GET without any header of Firebase; saved as a download. */
  url: string;
  /** A PNG of at most 256 pixels a side, for lists; null while the file is drawn. */
  thumbnail_url: string | null;
  /**
   * A PNG of 1024 pixels a side, a scan from the front and above; null for photographs, and while
   * it is drawn.
   */
  preview_url: string | null;
  /** A PNG of a scan from six sides, to one scale; null for photographs, and while it is drawn. */
  sheet_url: string | null;
  /**
   * A PNG of a scan with its row of teeth and its holes marked; null where the case check
   * recognised none, and while it is drawn.
   */
  marked_url: string | null;
  /** When all of the links stop working, minutes from now; ask anew after it. */
  expires_at: DateTime;
}

/** A file that was sent: its figures, what was flagged, and who of the lab fetched it. */
export interface FileShown {
  /** The file by its id in the case. */
  file_id: string;
  /** What it is: `stl` for a scan, `image` for a photograph. */
  kind: string;
  /**
   * What it shows: `upper`, `lower`, `bite`, `bite_right`, `bite_left`, or of a photograph `mouth`.
   */
  jaw: string;
  /** Which scan of the jaw it is, counted from 1. */
  version: number;
  /** The CRC-32C checksum of the bytes that were sent, in base64, as Cloud Storage has it. */
  crc32c: string;
  /** The size of the file, in bytes. */
  byte_size: number;
  /** How many triangles the scan has; null for photographs. */
  triangles: number | null;
  /** The extent of the scan along x, y and z, in millimetres; null for photographs. */
  size_mm: number[] | null;
  /** What the check of uploads had noticed about it; empty where nothing was. */
  flags: Flag[];
  /** Whether the clinic sent it although the check had warned of it. */
  signed_off: boolean;
  /** When it was first sent to the lab, in UTC. */
  sent_at: DateTime;
  /** Who of the clinic sent it, numbered: `clinic member 1`. */
  sent_by: string;
  /** With which sending it first went: 0 is the order, 1 the first new scan, and so on. */
  sent_with: number;
  /** When the clinic sent other files without it, in UTC; null while it counts. */
  out_at: DateTime | null;
  /**
   * The version of the same jaw that came in its place; null where none did, and for photographs.
   */
  replaced_by: number | null;
  /** Who of the lab was given links to it, and how often; empty where nobody was. */
  fetches: FetchShown[];
}

/** Where in the clinic a scan is filed under another patient. No lab is told. */
export interface FiledElsewhere {
  /** The other patient's case. */
  case_id: string;
  /** The clinic's reference number of the other patient. */
  reference: string;
  /** The file in that case. */
  file_id: string;
}

/** What a laboratory would send the case back for; a `warning` asks for a sign-off. */
export interface FindingForClinic {
  /** The stable code of what was found. */
  code: Open<CaseCode>;
  /** What it asks for. */
  severity: Open<FindingSeverity>;
  /** What was found, in words to show to people. */
  sentence: Bilingual;
  /** What would mend it, in words to show to people. */
  mend: Bilingual;
  /** The scans that it was found on; empty where one is missing. */
  file_ids: string[];
  /**
   * The teeth that it is about, by two digits as ISO 3950 names them; empty where it is about none.
   */
  teeth: number[];
  /**
   * The figures in the sentence by name: lengths end with `_mm`; empty where there are none.
   *
   * `{}` when left out.
   */
  figures: Record<string, number>;
  /** The picture that shows it; null where there is none. */
  picture: FindingPicture | null;
  /** For `case-scan-of-another-patient`, where the scan is filed; else empty. */
  filed_elsewhere: FiledElsewhere[];
}

/** The picture that shows a finding, which links are given out to. */
export interface FindingPicture {
  /** Whose picture it is: the id of a file, or of a pair of files for `occlusion`. */
  of: string;
  /**
   * Which of its pictures: `marked` has the row of teeth and the holes marked, `occlusion` shows
   * both jaws coloured by their distance.
   */
  name: Open<'marked' | 'occlusion'>;
}

/** What the case check found in what was sent, and whether the clinic signed it off. */
export interface FindingShown {
  /** The stable code of what was found. */
  code: Open<CaseCode>;
  /** What it asked for. */
  severity: Open<FindingSeverity>;
  /** What was found, in words to show to people. */
  sentence: Bilingual;
  /**
   * The teeth that it is about, by two digits as ISO 3950 names them; empty where it is about none.
   */
  teeth: number[];
  /** The files that it was found on; empty where one was missing. */
  file_ids: string[];
  /** Whether the clinic sent it in spite of this; false for notes. */
  signed_off: boolean;
  /** When what it was found in was sent, in UTC. */
  sent_at: DateTime;
  /** With which sending that was: 0 is the order, 1 the first new scan, and so on. */
  sent_with: number;
}

/** What the gate noticed about a file: a stable code, and its sentence. */
export interface Flag {
  /** The stable code of the finding, such as `stl-many-pieces`. */
  code: string;
  /** The finding in words to show to people. */
  sentence: string;
}

/** Take over the e-mail address that Firebase Auth has verified for the caller. */
export type FollowEmail = Record<string, never>;

/** A link to the photo of the signed form, for GET, until the expiry. */
export interface FormLink {
  /** The photo of the signed form, for GET, saved as a download. */
  url: string;
  /** When the link stops working, in UTC and minutes from now; ask anew after it. */
  expires_at: DateTime;
}

/** The caller's own wallet or, for admins, the one that is named. */
export interface GetBalance {
  /**
   * The wallet, for admins: the id of its clinic or lab. Others leave it out, or name their own.
   */
  wallet_id?: string | null;
}

/** Ask for links to the named files of a case. */
export interface GetCaseFileLinks {
  /** The case of the clinic that the files are in. */
  case_id: string;
  /**
   * Files of the case, by the ids in its `current` or of its documents under `files`. Where one is
   * missing, no link is made.
   *
   * Limits: 1 to 20 items.
   */
  file_ids: string[];
}

/**
 * A patient of the caller's clinic; admins name the clinic too. The first page has consents and
 * disclosures; a cursor asks for further shares alone.
 */
export interface GetConsentRecord {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** The patient; one that was erased can still be looked up. */
  patient_id: string;
  /** The patient's clinic. Admins name it; a clinic's owner leaves it out. */
  clinic_id?: string | null;
}

/** The consent whose signed form is asked for. */
export interface GetFormLink {
  /** The consent of the clinic's patient whose signed form was uploaded. */
  consent_id: string;
}

/** A link to the PDF of an invoice or a credit note. */
export interface GetInvoiceLink {
  /** The number of the invoice or credit note, such as `SC-2627-000123`. */
  invoice_id: string;
}

/** The figures of some days: the caller's own lab's or, for admins, of the lab that is named. */
export interface GetLabFigures {
  /** The first day that counts, in India's time; from 2020 on. */
  first_day: Day;
  /** The last day that counts, itself included: 366 days at most in all. */
  last_day: Day;
  /** The lab, for admins, who must name one. Labs leave it out, or name their own. */
  lab_id?: string | null;
}

/** Links to all that is attached to a message. */
export interface GetMessageLinks {
  /** The order of the message, of which the caller is a side. */
  order_id: string;
  /** The message whose files are wanted, by its id below the order. */
  message_id: string;
}

/** Ask for links to the pictures of how scans of a case meet. */
export interface GetOcclusionLinks {
  /** The case of the clinic that the scans are in. */
  case_id: string;
  /**
   * The pairs of scans, as findings name them in `picture`, or by the ids of the documents under
   * `pairs`. Where one has no picture, no link is made.
   *
   * Limits: 1 to 20 items.
   */
  pair_ids: string[];
}

/** Links to files of an order, for a member of its lab. */
export interface GetOrderFileLinks {
  /** The order, which must be one of the caller's lab. */
  order_id: string;
  /**
   * The files that are wanted, as the order's document lists them in `files`.
   *
   * Limits: 1 to 20 items.
   */
  file_ids: string[];
}

/** Fetch a file for the bank; it holds account numbers, and is kept for seven days. */
export interface GetPayoutFile {
  /** The file, as it was answered when made. */
  batch_id: string;
}

/** Where the caller's lab is paid; there is nothing to say. */
export type GetPayoutMethod = Record<string, never>;

/** Ask for the privacy policy in force. */
export type GetPolicy = Record<string, never>;

/** The caller's own prices; admins may name a tariff. */
export interface GetPrices {
  /**
   * The tariff to show, for admins; left out, `standard`. Not used for others, who get the one of
   * their wallet.
   *
   * Limits: at most 40 characters.
   */
  tariff?: string | null;
}

/** Ask how much waits for admins now. */
export type GetQueue = Record<string, never>;

/** The receipt of an order, for either side; admins say for what, the sides do not. */
export interface GetReceipt {
  /** The order, of which the caller is a side; any for admins. */
  order_id: string;
  /**
   * For what an admin looks, which goes on record; needed for admins, left out by the two sides.
   */
  reason?: Purpose | null;
}

/**
 * The figures of some days: the caller's own or, for admins, of the clinic or operator named. A
 * clinic's are on the scans that its own people made, an operator's on those of its visits.
 */
export interface GetScanFigures {
  /** The first day that counts, in India's time; from 2020 on. */
  first_day: Day;
  /** The last day that counts, itself included: 366 days at most in all. */
  last_day: Day;
  /**
   * Whose scans: an operator's uid or a clinic's id. Admins name one; others leave it out, and get
   * their own.
   */
  scanned_by?: string | null;
}

/** One page of a wallet's entries, the last one first. */
export interface GetStatement {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /**
   * The wallet, for admins: the id of its clinic or lab. Others leave it out, or name their own.
   */
  wallet_id?: string | null;
}

/** The entries of some days, as a table for spreadsheets or on paper. */
export interface GetStatementFile {
  /** The first day that counts, in India's time; from 2020 on. */
  first_day: Day;
  /** The last day that counts, itself included: 366 days at most in all. */
  last_day: Day;
  /**
   * The wallet, for admins: the id of its clinic or lab. Others leave it out, or name their own.
   */
  wallet_id?: string | null;
  /**
   * `csv`: a table for spreadsheets, amounts in rupees and in paise, 20,000 entries at most. `pdf`:
   * pages to print, 5,000 entries at most.
   *
   * `"pdf"` when left out.
   */
  format?: 'csv' | 'pdf';
}

/** The figures of some days. */
export interface GetSupportFigures {
  /** The first day that counts, in India's time; from 2020 on. */
  first_day: Day;
  /** The last day that counts, itself included: 366 days at most in all. */
  last_day: Day;
  /**
   * From how many hours on a first answer counts as slow.
   *
   * Limits: 1 to 720. `24` when left out.
   */
  hours?: number;
}

/** Links to all that is attached to a message. */
export interface GetTicketMessageLinks {
  /** The ticket of the message, which the caller opened or, as an admin, answers. */
  ticket_id: string;
  /** The message whose files are wanted, by its id below the ticket. */
  message_id: string;
}

/** What the platform earned in some days, by the time of booking. */
export interface GetTotals {
  /** The first day that counts, in India's time; from 2020 on. */
  first_day: Day;
  /** The last day that counts, itself included: 366 days at most in all. */
  last_day: Day;
}

/** What was withheld of a lab's sales in a month or a quarter. */
export interface GetWithholding {
  /** The wallet, for admins: the id of its lab. Others leave it out, or name their own. */
  wallet_id?: string | null;
  /**
   * The period in India: a month, `YYYY-MM`, or a quarter of the financial year, such as `2026Q1`
   * for April to June 2026; `2026Q4` is January to March 2027.
   */
  period: string;
}

/** The parent or guardian who consented for a patient under 18. */
export interface GuardianGiven {
  /**
   * The name of whoever consented for the patient.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /** What that person is to the patient. */
  relation: Relation;
}

/** The hold, and its state. */
export interface HoldNow {
  /** The hold that was set or moved on. */
  hold_id: string;
  /** Where the hold stands now. Only a `released` one lets data go. */
  state: Open<LegalHoldState>;
}

/** One hold: on whom, why, and who set it, asked to let go of it and confirmed that. */
export interface HoldRow {
  /** The hold, as `privacy/release_hold` takes it. */
  hold_id: string;
  /** Where the hold stands. */
  state: Open<LegalHoldState>;
  /** Whose data it keeps: the path of an account, a patient, a clinic or a lab. */
  subject: string;
  /** Why the law wants it kept. */
  ground: Open<HoldGround>;
  /** The number under which an authority, or a lawyer of ours, keeps the case. */
  case_number: string;
  /** The uid of the admin who set it. */
  set_by: string;
  /** When it was set, in UTC: since then nothing of the subject's is erased. */
  set_at: DateTime;
  /** The uid of the admin who asked to let go of it; null where none did, or it was taken back. */
  asked_by: string | null;
  /** When that was asked, in UTC; null where it was not, or was taken back. */
  asked_at: DateTime | null;
  /** The uid of the admin who confirmed it; null until then. */
  released_by: string | null;
  /** When the hold was let go of, in UTC; null until then. */
  released_at: DateTime | null;
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Holds {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The holds of this page, the oldest first. */
  holds: HoldRow[];
}

/** Invite a person into the caller's organisation. */
export interface InviteMember {
  /**
   * The address of the person to invite. Only an account with this address, verified, can take the
   * invitation up.
   */
  email: string;
  /**
   * True to make the person another owner, who manages members as the caller does.
   *
   * `false` when left out.
   */
  owner?: boolean;
}

/** The invitation that now stands. */
export interface Invited {
  /** The invitation to give to the person, who registers with it; the same where it was renewed. */
  invite_id: string;
  /** When the invitation lapses, in UTC; nobody can take it up from then on. */
  expires_at: DateTime;
}

/** An invoice or a credit note as a list shows it. */
export interface InvoiceRow {
  /** The number, which is its id: `wallet/get_invoice_link` takes it. */
  invoice_id: string;
  /**
   * What it is: a `credit_note` takes back what an `invoice` billed, a `financial_credit_note`
   * gives money back without the tax, for which it is too late by law. A `receipt_voucher` says
   * that an advance was received, a `refund_voucher` that it went back.
   */
  kind: Open<Paper>;
  /**
   * Its date, in UTC; the one on the paper is that of India. What is made out in the first days of
   * a month for the one before is dated on that one's last day.
   */
  issued_at: DateTime;
  /** What it comes to, in paise; on a credit note, what is given back. */
  totals: Amounts;
  /**
   * The number of the invoice that a credit note takes from, or of the receipt voucher that a
   * refund voucher follows; null for others.
   */
  follows: string | null;
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Invoices {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The documents of this page, the last one first; empty where there are none. */
  invoices: InvoiceRow[];
}

/** The numbers of what was made just now, invoices and credit notes; none is fine. */
export interface InvoicesIssued {
  /**
   * The numbers of the documents that this call made, `SC-…` for invoices and `SN-…` for credit
   * notes, `SF-…` for financial credit notes, `SR-…` and `SV-…` for receipt and refund vouchers;
   * empty where there was nothing new.
   */
  numbers: string[];
}

/** Invoice what the caller's own wallet bought so far or, for admins, the one that is named. */
export interface IssueInvoices {
  /**
   * The wallet, for admins: the id of its clinic or lab. Others leave it out, or name their own.
   */
  wallet_id?: string | null;
}

/**
 * One line of an order: a service of the lab's catalogue, for teeth, a bridge, or arches. Which of
 * `teeth`, `units` and `arches` a kind of work is ordered by: docs/works.md.
 */
export interface ItemRequest {
  /** What to make: an active service of the lab's catalogue, by its id. */
  service_id: string;
  /**
   * The teeth, each once, by two digits as ISO 3950 names them, such as 26; left out where the work
   * is ordered by units or arches.
   *
   * Limits: at most 32 items.
   */
  teeth?: number[];
  /**
   * The units of a bridge, which stand side by side in one arch; left out for all other work.
   *
   * Limits: at most 16 items.
   */
  units?: BridgeUnit[];
  /**
   * The arches, each once, for work that is made for arches: dentures, night guards, aligners,
   * retainers and study models; left out for all other work.
   *
   * Limits: at most 2 items.
   */
  arches?: Arch[];
  /** What to make it of: one of the service's `materials`. */
  material: Material;
  /** A shade of the service's guide, such as `A2`; left out where it has no guide. */
  shade?: string | null;
  /**
   * What the lab has to know of this line beside, without the patient's name; left out, nothing.
   *
   * Limits: 1 to 300 characters.
   */
  notes?: string | null;
}

/** What was ordered, without its price. */
export interface ItemShown {
  /** The service as the catalogue named it when the order was placed. */
  name: string;
  /** The type of the work. */
  work: Open<WorkType>;
  /**
   * The teeth that it is for, a bridge's along the arch; empty where it is for arches, or none was
   * named.
   */
  teeth: ToothShown[];
  /** The arches that it is for; empty where it is for teeth alone. */
  arches: ArchShown[];
  /** The material that the clinic chose. */
  material: Open<Material>;
  /** The shade by the service's guide; null where it has none. */
  shade: string | null;
  /** How many the price was for: teeth, units, arches or pieces. */
  quantity: number;
  /** What the clinic wrote for the lab; null where it wrote nothing. */
  notes: string | null;
}

/** The job, and its state. */
export interface JobNow {
  /** The job of the request. */
  job_id: string;
  /** Where it stands now: `due` where it will run again. */
  state: Open<JobState>;
}

/** One job: what it is about and how it went. */
export interface JobRow {
  /** The job; `jobs/retry` takes it. */
  job_id: string;
  /** What is to be done, such as `visit_reminder`. */
  kind: string;
  /** The path of the document that the job is about. */
  subject: string;
  /**
   * Where it stands: `due` is to be done yet, `done` was, `void` was taken back, `failed` waits for
   * an admin.
   */
  state: Open<JobState>;
  /** When it is to be done, in UTC; in the past for what was done or failed. */
  due_at: DateTime;
  /** How many attempts have failed since it was last due; 0 where none has. */
  attempts: number;
  /** The reason code of the last failure, or the kind of the error; null where none failed. */
  last_error: string | null;
}

/** One page of jobs and, where more may follow, the cursor for the next. */
export interface Jobs {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * How many more belong on the page: a newer release stored them, and they show in some minutes.
   *
   * Limits: at least 0. `0` when left out.
   */
  left_out: number;
  /** The jobs of this page, those first that are due the earliest; empty where there are none. */
  jobs: JobRow[];
}

/** How the lab did. A rate of nothing is null. */
export interface LabFigures {
  /** The lab that the figures are of. */
  lab_id: string;
  /**
   * How many shipments left on the day that the lab had promised or before, of all in these days
   * that it had promised a day for; null where there were none.
   */
  on_time: Rate | null;
  /**
   * How many remakes were asked for, beside the deliveries in these days; null where there were no
   * deliveries.
   */
  remakes: Rate | null;
  /** How many remakes were asked for in these days for each reason that there is, 0 included. */
  remake_reasons: Partial<Record<Open<Reason>, number>>;
  /**
   * How many new scans the lab asked for in these days for each reason that there is, 0 included.
   */
  rescan_reasons: Partial<Record<Open<Reason>, number>>;
}

/** A payout that was left out, and why. */
export interface LeftOut {
  /** The payout that it is about. */
  payout_id: string;
  /** Why it cannot leave now. */
  reason: Open<Unready>;
}

/** A member of a lab, a day, and to how many files it got links then. */
export interface LinksRow {
  /** The lab's member who got the links. */
  uid: string;
  /** The day of India, as `YYYY-MM-DD`. */
  day: string;
  /** To how many files links were got: at least half of what a day allows. */
  files: number;
}

/** One page of the accounts of a status, oldest first. */
export interface ListAccounts {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** Where the accounts stand that are listed; `pending` ones wait for a decision. */
  status: Status;
}

/** Whose data it was, by what was shared or by what the account did, page by page. */
export interface ListAffected {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** The breach whose account or lab, and whose time, are looked up. */
  breach_id: string;
  /** Which records are looked through. Look through both for a breach by an account. */
  source: Source;
}

/** One page of the breaches in a state, the earliest deadline first. */
export interface ListBreaches {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** Where the breaches stand, such as `open` for those that have to be assessed. */
  state: BreachState;
}

/** One page of the clinic's cases, newest first; every filter given must fit. */
export interface ListCases {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** Only this status; null for all. */
  status?: CaseStatus | null;
  /** Only this patient; null for all. */
  patient_id?: string | null;
  /**
   * List the cases that were opened at this time or later. Left out, from the first one.
   *
   * `"2020-01-01T00:00:00Z"` when left out.
   */
  opened_from?: DateTime;
  /**
   * List the cases that were opened before this time. Left out, up to now.
   *
   * `"9999-01-01T00:00:00Z"` when left out.
   */
  opened_before?: DateTime;
}

/** One page of the disclosures in a state, the oldest first. */
export interface ListDisclosures {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** Where the demands stand, such as `requested` for those that need a decision. */
  state: DisclosureState;
}

/** One page of the holds in a state, the oldest first. */
export interface ListHolds {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /**
   * Where the holds stand, such as `releasing` for those that need a confirmation.
   *
   * `"active"` when left out.
   */
  state?: LegalHoldState;
}

/** One page of a wallet's invoices and credit notes, the last one first. */
export interface ListInvoices {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /**
   * The wallet, for admins: the id of its clinic or lab. Others leave it out, or name their own.
   */
  wallet_id?: string | null;
}

/** List jobs in a state, the earliest first. */
export interface ListJobs {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /**
   * Where the jobs stand that are listed; `failed` ones wait for an admin.
   *
   * `"failed"` when left out.
   */
  state?: JobState;
}

/** Payouts: of the caller's lab, the last first; for admins of all, or of one state. */
export interface ListPayouts {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** The lab, for admins; labs leave it out, or name their own. */
  lab_id?: string | null;
  /**
   * For admins without a lab: those of this state alone, the first first; left out, those that wait
   * for approval.
   */
  state?: PayoutState | null;
}

/** List requests in a state, those due first first. */
export interface ListRequests {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /**
   * Where the requests stand, such as `received` for corrections that need an answer.
   *
   * `"received"` when left out.
   */
  state?: RequestState;
}

/** One page of the tickets of a state, those first that have been in it the longest. */
export interface ListTickets {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /**
   * Where the tickets stand that are listed; `open` ones wait for an admin.
   *
   * `"open"` when left out.
   */
  state?: TicketState;
  /** Only those that this admin looks after, by uid; left out, those of all and of nobody. */
  assignee?: string | null;
}

/** One page of the visits in a state, the longest waiting first. */
export interface ListVisits {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries the page has at most.
   *
   * Limits: 1 to 100. `50` when left out.
   */
  limit?: number;
  /** Where the visits stand, such as `requested` for those that need an operator. */
  state: VisitState;
}

/**
 * What was withheld of each lab in a month or a quarter, a page of labs at a time. Labs of which
 * nothing was sold or withheld are looked at, and are not on the page.
 */
export interface ListWithholding {
  /**
   * Where the page begins: the `cursor` of the response before, with all else in the request as it
   * was. Null or left out for the first page.
   *
   * Limits: at most 500 characters.
   */
  cursor?: string | null;
  /**
   * How many entries are looked at for the page at most.
   *
   * Limits: 1 to 50. `20` when left out.
   */
  limit?: number;
  /**
   * The period in India: a month, `YYYY-MM`, or a quarter of the financial year, such as `2026Q1`
   * for April to June 2026; `2026Q4` is January to March 2027.
   */
  period: string;
}

/** The message, which both sides now read at `orders/{order_id}/messages/{message_id}`. */
export interface MessageSent {
  /** The order of the request. */
  order_id: string;
  /** The message, the same for every retry. */
  message_id: string;
  /** When it was sent, in UTC. */
  sent_at: DateTime;
}

/** One message; of what is attached, the ids. */
export interface MessageShown {
  /** The message; `support/get_message_links` takes it. */
  message_id: string;
  /** As whom it was written: `the person` who opened the ticket, or `an admin`. */
  party: string;
  /** The uid of who wrote it. */
  author: string;
  /** The words, with their line breaks, to be shown as plain text. */
  text: string;
  /** The files that went with it, each id as links to them name it; empty where none did. */
  attachment_ids: string[];
  /** When it was sent, in UTC. */
  sent_at: DateTime;
}

/** Note that a breach was assessed, with its risk, or notified, or closed. */
export interface MoveBreach {
  /** The breach, as `privacy/open_breach` or `privacy/list_breaches` answered it. */
  breach_id: string;
  /**
   * What was done. `assess`: its risk was assessed. `notify`: those affected and the Board were
   * notified. `close`: nothing is left to do.
   */
  action: 'assess' | 'notify' | 'close';
  /**
   * What the breach may mean for those whose data it is. Required with `assess`, null otherwise.
   */
  risk?: Risk | null;
}

/** Take an order one step on. */
export interface MoveOrder {
  /** The order, of which the caller is a side; any for admins. */
  order_id: string;
  /** The step to take. Which side may take it in which state: docs/states.md. */
  action: 'accept' | 'reject' | 'start' | 'put_on_hold' | 'resume' | 'request_rescan' | 'send_rescan' | 'finish' | 'ship' | 'report_lost' | 'deliver' | 'complete' | 'request_remake' | 'cancel' | 'give_back' | 'amend';
  /**
   * Why; needed to reject, put on hold, ask for a new scan or a remake, cancel and give back, where
   * only some reasons fit the step. Left out for all other steps.
   */
  reason?: Reason | null;
  /**
   * How it travels, whole; needed to ship, and to amend what was shipped. Not used for other steps.
   */
  shipment?: Shipment | null;
  /**
   * The day in India by which the lab promises it now, `YYYY-MM-DD`, from today to a year ahead;
   * needed to amend what was not shipped yet. Not used for other steps.
   */
  due_on?: string | null;
  /**
   * The new scans, by their ids in the case; needed to send new scans, and not used for other
   * steps.
   *
   * Limits: at most 20 items.
   */
  file_ids?: string[];
  /**
   * True to send new scans although the check of uploads, or of the case, had warned of them, which
   * is kept as the clinic's sign-off.
   *
   * `false` when left out.
   */
  proceed_with_warnings?: boolean;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Take a visit one step on. Who may take which step when: docs/states.md. */
export interface MoveVisit {
  /** The visit: the clinic's own, the assigned operator's, or any for an admin. */
  visit_id: string;
  /** The step to take. Taken already, it changes nothing. */
  action: 'accept' | 'decline' | 'depart' | 'arrive' | 'begin' | 'finish' | 'complete' | 'report_no_show';
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** The review of a month. */
export interface NameReview {
  /** The month of India that the review was made in, as `YYYY-MM`. */
  month: string;
}

/** The text, with what people have to add in brackets. */
export interface NoticeDraft {
  /**
   * The notice as plain text, times as India's. What people have to write stands in square
   * brackets.
   */
  text: string;
}

/** A signed link to the picture of two jaws, coloured by how near they come to each other. */
export interface OcclusionLink {
  /** The pair of scans that it shows, as findings name it. */
  pair_id: string;
  /** The two scans, the upper jaw's first. */
  file_ids: string[];
  /** A PNG, for GET without any header of Firebase. */
  url: string;
  /** When the link stops working, minutes from now; ask anew after it. */
  expires_at: DateTime;
}

/** The links, one entry per pair. */
export interface OcclusionLinks {
  /** One entry for each pair, by `pair_id`; one that was named twice has one. */
  links: OcclusionLink[];
}

/** The account that an admin or owner acts on. */
export interface OneAccount {
  /**
   * The account to act on, by its user's id in Firebase Auth, as lists of accounts and members show
   * it.
   */
  uid: string;
}

/** A demand. */
export interface OneDisclosure {
  /** An approved demand, as `privacy/list_disclosures` answered it. */
  disclosure_id: string;
}

/** A request of one's own, or of the clinic. */
export interface OneRequest {
  /** The request, about the caller's own account or about a patient of the caller's clinic. */
  request_id: string;
}

/** Through whose access, an account's or a lab's, and in which time data got out. */
export interface OpenBreach {
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
  /** The account through whose access data got out. Name it, or `lab_id`, or both. */
  uid?: string | null;
  /** The lab through whose members' access data got out. */
  lab_id?: string | null;
  /** When the access that should not have been began. */
  since: DateTime;
  /** When it ended; later than `since`. */
  until: DateTime;
  /** When somebody of ours knew of it: the 72 hours run from here. Null: from now. */
  aware_at?: DateTime | null;
}

/** Open a case for a patient whose consent is recorded. Without consent there is no case. */
export interface OpenCase {
  /** The patient of the clinic whose scans the case holds, as `scans/add_patient` answered. */
  patient_id: string;
  /**
   * A consent of that patient that covers `scan` and is not withdrawn, as `scans/record_consent`
   * answered. At most 20 cases rest on one consent.
   */
  consent_id: string;
  /**
   * What the clinic wants to remember of the case, on one line; no operator and no lab sees it.
   *
   * Limits: 1 to 300 characters.
   */
  notes?: string | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/**
 * Ask support something; name the case or order that it is about, where there is one. Files go
 * along with the next message.
 */
export interface OpenTicket {
  /**
   * What it is about, in one line, as the lists of the apps show it.
   *
   * Limits: 1 to 120 characters.
   */
  subject: string;
  /**
   * The first message to support; line breaks are kept.
   *
   * Limits: 1 to 2000 characters.
   */
  text: string;
  /**
   * The path of the case or order that it is about, such as `orders/oR5Hs8RcTj2FgWq7nPx0`, which
   * the caller must be allowed to see; left out where it is about neither.
   */
  about?: string | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** What speaks against the order now, what was found in its scans, and what it costs. */
export interface OrderChecked {
  /**
   * Whether `labs/place_order` would take it now: lines, files and a day are there, and nothing
   * speaks against it.
   */
  ready: boolean;
  /**
   * All for which it would be refused, as `labs/place_order` tells it; empty where nothing speaks
   * against what is filled in.
   */
  problems: OrderProblem[];
  /** All that a laboratory would ask about, what is missing first; signed-off ones too. */
  findings: FindingForClinic[];
  /** What the lines that can be made cost together, in paise, tax included. */
  price: number;
}

/** The links, one entry for each file. */
export interface OrderFileLinks {
  /** Links to each file that was asked for. */
  links: FileLink[];
  /**
   * Links to the pictures of the occlusion of those scans of which both were asked for; empty for
   * attachments of messages.
   */
  occlusions: OcclusionLink[];
}

/** The order, its state after the act, and by when the lab has promised it. */
export interface OrderNow {
  /** The order of the request. */
  order_id: string;
  /** Where it stands after the step. */
  state: Open<OrderState>;
  /**
   * The day in India by which the lab has promised it, `YYYY-MM-DD`; null until the lab has
   * accepted it.
   */
  due_on: string | null;
}

/** The order, and what it costs. */
export interface OrderPlaced {
  /** The order, the same for every retry; both sides read it at `orders/{order_id}`. */
  order_id: string;
  /**
   * What it costs in all, in paise, tax included; so much is set aside in the clinic's wallet until
   * it is delivered.
   */
  price: number;
}

/** One thing for which `labs/place_order` would refuse the order. */
export interface OrderProblem {
  /** The stable code of it: programs decide by it. */
  reason: string;
  /**
   * Where in the request it is, such as `items.0.teeth`; empty where it is about the case or the
   * wallet.
   */
  at: string;
  /** What to do about it, in words to show to people. */
  sentence: string;
  /** What the sentence refers to in backticks, by name; empty where it does not. */
  details: Record<string, unknown>;
}

/**
 * What arrived, what was flagged, who answered what, which links were given out. It is made of
 * records alone, the same for both sides. People are numbered by party, in the order in which they
 * first appear.
 */
export interface OrderReceipt {
  /** The order of the request. */
  order_id: string;
  /** The case that the work is for. */
  case_id: string;
  /** Where the order stands. */
  state: Open<OrderState>;
  /** How many remakes the clinic asked for. */
  remakes: number;
  /** Whom the work is for. */
  patient: PatientShown;
  /** Who ordered, and where the work is sent. */
  clinic: Sender;
  /** The lab's name, as it was when the order was placed. */
  lab: string;
  /** When it was wanted and promised, and when it got where. */
  dates: Dates;
  /** What was ordered, line by line. */
  items: ItemShown[];
  /** Every file that was ever sent with the order, scans first in each sending. */
  files: FileShown[];
  /**
   * What the case check found in each sending, the first one first; null where nothing was checked,
   * as for orders of before.
   */
  findings: FindingShown[] | null;
  /** The new scans and remakes that were asked for, the first one first; empty where none was. */
  questions: Question[];
  /** All steps of the order, the first one first. */
  history: StepShown[];
  /** What follows from the records by rule, in the order in which to show it. */
  conclusions: Conclusion[];
  /** How many messages the two sides exchanged; null where nobody counted them. */
  messages: number | null;
  /** The moment of the last record in it, in UTC: without a new record it stays the same. */
  as_of: DateTime;
  /** False where there are more records than a receipt holds, and the first are shown. */
  complete: boolean;
}

/** The patient. */
export interface PatientSaved {
  /** The patient, read at `clinics/{clinic_id}/patients/{patient_id}`. */
  patient_id: string;
}

/** Whom it is for: the reference, and the name only where the clinic sent it along. */
export interface PatientShown {
  /** The clinic's reference number of the patient. */
  reference: string;
  /** The patient's name; null unless the clinic gave it to the lab, and for admins. */
  name: string | null;
}

/** A signed link to the file. */
export interface PayoutFile {
  /** The file of the request. */
  batch_id: string;
  /** Signed link to it, for GET alone, until `expires_at`. */
  url: string;
  /** When the link stops working, in UTC. */
  expires_at: DateTime;
}

/** One line of a result file. */
export interface PayoutLine {
  /** The number of the line in the file; the titles are line 1. */
  line: number;
  /** The payout that it names. */
  payout_id: string;
  /**
   * `booked`, or `already` before; `unknown`: no such payout; `other_amount` and `conflict`: not
   * what is on record, somebody has to look.
   */
  outcome: Open<LineOutcome>;
}

/** The account, masked: nobody reads it here again. */
export interface PayoutMethodShown {
  /** Whether it is a bank account or a UPI id; null where none was set. */
  kind: Open<MethodKind> | null;
  /** The account, masked: `HDFC0001234 ****6789` or `pe***@okbank`; null where none was set. */
  to: string | null;
  /** Since when it is this account, in UTC; payouts wait some hours from then on. */
  since: DateTime | null;
  /** Whether the lab is paid on the platform's schedule. */
  automatic: boolean;
}

/** Where the payout stands now. */
export interface PayoutMoved {
  /** The payout of the request. */
  payout_id: string;
  /** Where it stands. */
  state: Open<PayoutState>;
}

/** The payout that was asked for; its money is set aside. */
export interface PayoutRequested {
  /** The payout, the same for every retry. */
  payout_id: string;
  /** What is to be paid out, in paise. */
  paise: number;
  /** The account that it goes to, masked. */
  to: string;
  /** Before this moment nobody approves it, in UTC: the account is that new. */
  waits_until: DateTime;
}

/** One payout. */
export interface PayoutRow {
  /** The payout; the bank has it as the reference. */
  payout_id: string;
  /** The lab that it is for. */
  lab_id: string;
  /** What is paid out, in paise. */
  paise: number;
  /** Where it stands. */
  state: Open<PayoutState>;
  /** The account that it goes to, masked. */
  to: string;
  /** When it was asked for, in UTC. */
  requested_at: DateTime;
  /** Before this nobody approves it, in UTC. */
  waits_until: DateTime;
  /** How many admins have approved it. */
  approvals: number;
  /**
   * What the lab owes the platform now, in paise, while the payout is under way: as long as it
   * does, nobody approves it and it does not leave. 0 for what has ended.
   */
  owed_paise: number;
  /** The file for the bank that it is in, if any. */
  batch_id: string | null;
  /** The bank's number of the transfer, once it is known. */
  utr: string | null;
  /** Why it failed or came back; null where it did not. */
  failure: Open<Failure> | null;
  /** Why it was turned down; null where it was not. */
  refusal: Open<Refusal> | null;
  /** When it was paid, failed, returned, rejected or cancelled, in UTC. */
  ended_at: DateTime | null;
}

/** One payout, and what became of it. */
export interface PayoutSent {
  /** The payout that it is about. */
  payout_id: string;
  /**
   * `sent`; `refused` by the gateway, and the lab has the money again; `unanswered`: call again;
   * `not_ready`: not approved, the account changed, or the lab owes the platform.
   */
  outcome: Open<SendOutcome>;
  /** Where it stands; null where there is none. */
  state: Open<PayoutState> | null;
}

/** The page of payouts. */
export interface Payouts {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * How many more belong on the page: a newer release stored them, and they show in some minutes.
   *
   * Limits: at least 0. `0` when left out.
   */
  left_out: number;
  /** The payouts; empty where there are none. */
  payouts: PayoutRow[];
}

/** What the file holds; `wallet/get_payout_file` has the link to it. */
export interface PayoutsExported {
  /** The file, the same for every retry. */
  batch_id: string;
  /** How many payouts are in it. */
  count: number;
  /** What they come to, in paise. */
  total_paise: number;
  /** Payouts that are not in it, and why. */
  left_out: LeftOut[];
}

/** What became of each payout. */
export interface PayoutsSent {
  /** The payouts, in the order of the request. */
  payouts: PayoutSent[];
}

/** The phone number on the account. */
export interface PhoneNow {
  /** The number as it is stored: in the form of E.164. */
  phone: string;
}

/** Order work on a case from a lab; everything that speaks against it is told at once. */
export interface PlaceOrder {
  /** The case that the work is for, one of the caller's clinic. */
  case_id: string;
  /** The lab that is to do the work, one that takes orders. */
  lab_id: string;
  /**
   * What to make, line by line.
   *
   * Limits: 1 to 20 items.
   */
  items: ItemRequest[];
  /**
   * The scans and photographs of the case to send along, by their ids; those that no newer scan has
   * replaced.
   *
   * Limits: 1 to 20 items.
   */
  file_ids: string[];
  /**
   * The day in India by which the clinic wants it, `YYYY-MM-DD`; not before the lab could have it
   * ready if it accepted today, and a year ahead at most.
   */
  wanted_on: string;
  /**
   * True to give the lab the patient's name beside the reference.
   *
   * `false` when left out.
   */
  share_name?: boolean;
  /**
   * True to send files although the check of uploads, or of the case, had warned of them, which is
   * kept as the clinic's sign-off. What there is to sign off: `labs/check_order`.
   *
   * `false` when left out.
   */
  proceed_with_warnings?: boolean;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** The version, and since when it is accepted. */
export interface PolicyAccepted {
  /** The version that is accepted now: the one of the request. */
  version: string;
  /**
   * When this version was accepted, in UTC; an earlier call's time where it was accepted already.
   */
  accepted_at: DateTime;
}

/** The privacy policy in force, to be shown before it is accepted. */
export interface PolicyInForce {
  /** Its version, such as `2026-05`: what registration and `accounts/accept_policy` take. */
  version: string;
  /**
   * When it was last changed, as the text says it, such as `May 2026`; null where there is no text.
   */
  updated: string | null;
  /**
   * The whole text, in English, a paragraph or point a line. Null where the version in force is
   * published elsewhere and not deployed with the functions.
   */
  text: string | null;
}

/** The preferences stand. */
export type PreferencesSet = Record<string, never>;

/** What visits cost: net amounts in paise, shares in basis points. */
export interface Prices {
  /**
   * The fee of a visit, net, in paise.
   *
   * Limits: 0 to 100000000.
   */
  visit: number;
  /**
   * The rate of the tax on it, in basis points: 1800 is 18 %.
   *
   * Limits: 0 to 2800.
   */
  tax: number;
  /**
   * What of the fee is kept where a clinic cancels after an operator accepted, in basis points:
   * 5000 is half.
   *
   * Limits: 0 to 10000.
   */
  late_cancellation: number;
  /**
   * What of the fee is kept where the operator meets nobody to scan, in basis points: 10000 is all
   * of it.
   *
   * Limits: 0 to 10000.
   */
  no_show: number;
  /**
   * What of an order's price the platform keeps of the lab's, in basis points; the tax comes on
   * top.
   *
   * Limits: 0 to 5000. `0` when left out.
   */
  commission?: number;
  /**
   * The balance in paise below which owners are told to top up.
   *
   * Limits: 0 to 100000000.
   */
  low_balance: number;
}

/** The lab, and whether it takes orders. */
export interface ProfileSaved {
  /** The caller's lab; every clinic reads the profile at `lab_profiles/{lab_id}`. */
  lab_id: string;
  /** Whether it takes orders now. */
  accepting: boolean;
}

/** The next version of a tariff. */
export interface PublishPrices {
  /**
   * The tariff to publish a version of, in lower-case words with hyphens; a new name makes a new
   * tariff.
   *
   * Limits: at most 40 characters. `"standard"` when left out.
   */
  tariff?: string;
  /**
   * The number of the version that was seen, which `wallet/get_prices` calls `price_list`; 0 for
   * the first of a tariff.
   *
   * Limits: 0 to 1000000.
   */
  replaces: number;
  /** The prices from now on, all of them; visits that were asked for keep theirs. */
  prices: Prices;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** A rescan or a remake that was asked for, and what the next step answered, if one did. */
export interface Question {
  /** What was asked for: new scans, a `rescan`, by the lab, or a `remake` by the clinic. */
  kind: Open<'rescan' | 'remake'>;
  /** Which of its kind it is in this order, counted from 1. */
  number: number;
  /** Why it was asked for; null where no reason is on record. */
  reason: Open<Reason> | null;
  /** When it was asked for, in UTC. */
  asked_at: DateTime;
  /** Who asked, numbered by side: `lab member 1`. */
  asked_by: string;
  /** The step that followed; null while nothing has. */
  answer: Open<OrderAction> | null;
  /** When that step was taken, in UTC; null while none was. */
  answered_at: DateTime | null;
  /** Who took that step, numbered by side; null while nobody has. */
  answered_by: string | null;
}

/** How much waits for any of the admins, by what it is; of nobody in particular. */
export interface Queue {
  /** How many visits need an operator. */
  visits: number;
  /** How many accounts wait for approval. */
  accounts: number;
  /** How many tickets wait for an answer. */
  tickets: number;
  /** How many payouts wait for approval. */
  payouts: number;
  /** How many jobs have failed and wait to be run again. */
  jobs: number;
}

/** Quiet hours: from when until when pushes wait, on the person's own clock. */
export interface Quiet {
  /** When pushes begin to wait: `HH:MM` on a clock of 24 hours, in `zone`. */
  start: string;
  /** When those that waited are sent: `HH:MM`, on the next day where it is before `start`. */
  end: string;
}

/** What visits cost. A request for a visit names the price list that its prices are of. */
export interface Quote {
  /** The tariff that these prices are of. */
  tariff: string;
  /**
   * The number of its version; 0 where none was published, and visits are free. A request for a
   * visit names it.
   */
  price_list: number;
  /** The fee of a visit. */
  visit: Amount;
  /** What is kept of the fee where a clinic cancels after an operator accepted. */
  late_cancellation: Amount;
  /** What is kept of the fee where the operator meets nobody to scan. */
  no_show: Amount;
  /** The balance in paise below which owners are told to top up. */
  low_balance: number;
  /**
   * The prices as `wallet/publish_prices` takes them, commission and rates included, for admins;
   * null for others, and where none was published.
   */
  published: Prices | null;
}

/** So many of so many, as counts: how to divide and round them is the reader's affair. */
export interface Rate {
  /** How many of the whole it is true of. */
  part: number;
  /** How many there are in all; never 0. */
  whole: number;
}

/** The receipt, and links to it as a PDF and as an HTML page that needs nothing else. */
export interface ReceiptGiven {
  /** The receipt as data, to be shown in the app. */
  receipt: OrderReceipt;
  /** A link to the same receipt as a PDF. */
  pdf: ReceiptLink;
  /** A link to the same receipt as one HTML page that needs nothing else. */
  html: ReceiptLink;
}

/** A signed link to the receipt as a file. */
export interface ReceiptLink {
  /** Signed link to the file, for GET alone, that works until `expires_at`. */
  url: string;
  /** When the link stops working, in UTC, some minutes from now; ask again for a new one. */
  expires_at: DateTime;
}

/** Compare some days with the payment gateway, and book what is missing. */
export interface ReconcilePayments {
  /** The first day that counts, in India's time; from 2020 on. */
  first_day: Day;
  /** The last day that counts, itself included: 366 days at most in all. */
  last_day: Day;
}

/** What the gateway has of these days, what was booked of it, and what still differs. */
export interface Reconciled {
  /**
   * The first day that is left, where the time was over: call again from it. Null where all days
   * were compared.
   */
  next_day: Day | null;
  /** How many payments the gateway took. */
  payments: number;
  /** What these come to, in paise. */
  paid: number;
  /** How many refunds were made there. */
  refunds: number;
  /** What was given back of them, in paise. */
  refunded: number;
  /** How many disputes were raised there, or go on. */
  disputes: number;
  /** What the gateway paid to the platform's bank, in paise. */
  settled: number;
  /** What it kept of that, in paise, tax included. */
  fees: number;
  /** The tax in these fees, in paise. */
  tax: number;
  /**
   * The gateway's ids of payments, refunds and disputes that were missing here, and are booked now.
   */
  booked: string[];
  /** What still differs: people look at it. */
  differences: DifferenceRow[];
}

/** Attest that a patient consented: to which text, to what, when, obtained by whom. */
export interface RecordConsent {
  /** The patient of the clinic who consented, or for whom a guardian did. */
  patient_id: string;
  /** The version of the consent text that was read, as the clinic numbers it. */
  text_version: string;
  /** The language of that text, as a BCP 47 tag: `hi`, `en`, `pa-Guru`. */
  language: string;
  /**
   * What the patient agreed to, each by itself. `scan` is needed for any case.
   *
   * Limits: 1 to 3 items.
   */
  scope: Scope[];
  /**
   * The patient's age group. A record that says none has it from now on; it must not differ from
   * one that says another.
   */
  age_group: AgeGroup;
  /** When the patient consented. A clock may run five minutes ahead: then it was now. */
  obtained_at: DateTime;
  /**
   * Who of the clinic asked the patient and got the consent.
   *
   * Limits: 1 to 120 characters.
   */
  obtained_by: string;
  /**
   * Who consented for the patient. Required when the age group is under 18. Then the patient's
   * cases that wait for a guardian go on, and rest on this consent, if it covers `scan`.
   */
  guardian?: GuardianGiven | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Note what was handed over: the SHA-256 of the file, in hex. */
export interface RecordDisclosure {
  /** The approved demand for which something was handed over. */
  disclosure_id: string;
  /** The SHA-256 of the file that was handed over: 64 hexadecimal digits, small letters. */
  digest: string;
}

/** A bank's result file, as comma-separated values with a line of titles. */
export interface RecordPayoutFile {
  /**
   * The lines of the file. The first has the titles: `reference` (the payout) and `result` (`paid`,
   * `failed`, `returned`) have to be among them; `utr`, `failure` and `amount` (in rupees) may. At
   * most 500 payouts.
   *
   * Limits: 2 to 501 items.
   */
  lines: string[];
}

/** What the bank told of one payout that is in a file, or was sent. */
export interface RecordPayoutResult {
  /** The payout, as it was answered when asked for. */
  payout_id: string;
  /** What became of it. */
  result: PayoutResult;
  /** The bank's number of the transfer; where it was paid, always. */
  utr?: string | null;
  /** Why it failed or came back; then always. */
  failure?: Failure | null;
}

/** Give back a captured fee: whole, what is left of it, or a part. */
export interface Refund {
  /** The wallet that paid the fee: the id of its clinic. */
  wallet_id: string;
  /** The transaction that captured the fee, as a line of the statement names it. */
  transaction_id: string;
  /**
   * What to give back, in paise: a rupee at least, unless less is left of the fee. Left out, all
   * that is left. After the 30 November that follows the financial year of the sale the tax stays
   * with the government, and at most the net is left.
   *
   * Limits: at most 1000000000.
   */
  paise?: number | null;
  /**
   * Why, for the books, in words that name no patient.
   *
   * Limits: 3 to 300 characters.
   */
  reason: string;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Ask for an account. */
export interface Register {
  /**
   * The person's own name, as members of the organisation and admins will read it.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /**
   * The person's phone number, with the country code or as it is dialled within India: `+91 98123
   * 45678` and `098123 45678` are the same. One that its country's numbering plan has, without an
   * extension; it is stored in the form of E.164, such as `+919812345678`.
   *
   * Limits: 1 to 40 characters.
   */
  phone: string;
  /** What the account is for. Admins are appointed by the operator of the platform. */
  role: 'clinic' | 'lab' | 'operator';
  /**
   * The clinic or lab to be made when an admin approves. Needed for `clinic` and `lab` unless there
   * is an `invite_id`; not used with one, nor for `operator`.
   */
  organisation?: Address | null;
  /**
   * The invitation that is taken up, as `accounts/invite_member` returned it: open, for this role,
   * and for the caller's verified e-mail address. Leave it out where there is none.
   */
  invite_id?: string | null;
  /**
   * The version of the privacy policy that was shown and accepted, such as `2026-05`. It must be
   * the one in force.
   */
  policy_version: string;
}

/** Turn a payout down. */
export interface RejectPayout {
  /** The payout, as it was answered when asked for. */
  payout_id: string;
  /** Why, for the lab. */
  refusal: Refusal;
}

/** Release at most so many holds whose time is over, of one wallet or of all. */
export interface ReleaseExpired {
  /** The wallet to look at: the id of its clinic; left out, all. */
  wallet_id?: string | null;
  /**
   * How many holds to release at most, the oldest first; call again until fewer are released.
   *
   * Limits: 1 to 200. `100` when left out.
   */
  limit?: number;
}

/** Ask to let go of a hold, confirm what another admin asked, or keep it after all. */
export interface ReleaseHold {
  /** The hold, as `privacy/set_hold` or `privacy/list_holds` answered it. */
  hold_id: string;
  /**
   * `ask_release`: ask to let go of it. `confirm_release`: do so, as another admin than the one who
   * asked. `keep`: take that back; it holds on.
   */
  action: 'ask_release' | 'confirm_release' | 'keep';
}

/** How many holds were released. */
export interface Released {
  /** How many holds were released by this call; fewer than `limit` where none is left. */
  released: number;
}

/** What an authority asks for: by which law, under which number, and of whom. */
export interface RequestDisclosure {
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
  /**
   * Who asks, such as a court or a police station: the office, not a person.
   *
   * Limits: 1 to 120 characters.
   */
  authority: string;
  /**
   * The number under which the authority keeps its demand.
   *
   * Limits: 1 to 120 characters.
   */
  file_number: string;
  /** By what law the authority asks. */
  ground: Ground;
  /**
   * Whose data it asks for: paths of accounts, patients, cases or orders. Nothing else will be in
   * the archive.
   *
   * Limits: 1 to 50 items.
   */
  scope: string[];
  /**
   * By what law those concerned must not be told. Null: their exports tell them, once it was
   * disclosed.
   */
  secrecy?: Secrecy | null;
}

/** The request and its state. */
export interface RequestNow {
  /** The request that was taken back or answered. */
  request_id: string;
  /** Where the request stands now. */
  state: Open<RequestState>;
}

/** Ask for money of the caller's lab to be paid out. */
export interface RequestPayout {
  /**
   * What to pay out, in paise, at most a crore of rupees; a setting of the platform has the least.
   *
   * Limits: 100 to 1000000000.
   */
  paise: number;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** One request, without what it says of anyone. */
export interface RequestRow {
  /** The request, as `privacy/answer_request` takes it. */
  request_id: string;
  /** What was asked for. */
  kind: Open<RequestKind>;
  /** Whose data it is about: the path of an account or of a patient. */
  subject: string;
  /** The uid of whoever asked. */
  asked_by: string;
  /** What entitles whoever asked. */
  authority: Open<Authority>;
  /** Where the request stands. */
  state: Open<RequestState>;
  /** When it was asked, in UTC. */
  asked_at: DateTime;
  /** By when it has to be answered, in UTC. The list is ordered by it. */
  due_at: DateTime;
  /** Whether `due_at` is over. */
  overdue: boolean;
  /** Which fields a correction is to change, without what they say; empty for the others. */
  fields: string[];
}

/** One request with what it says, where it stands and what is in its way. */
export interface RequestShown {
  /** The request, as the list has it. */
  request: RequestRow;
  /** When an erasure begins, in UTC; until then it can be taken back. Null for the others. */
  starts_at: DateTime | null;
  /**
   * What a correction is to write, by field; empty for the others, and once it was refused or taken
   * back.
   */
  wanted: Record<string, string>;
  /**
   * What stands there now; once a correction was written, what stood there before. Empty for the
   * others, and where who asked owns no clinic or lab any more.
   */
  before: Record<string, string>;
  /**
   * The reason codes of all that would stop an erasure if it began now; empty for the others, and
   * once it has ended.
   */
  in_the_way: string[];
  /** Why it was refused, or had to wait when it was tried last: reason codes. */
  reasons: string[];
  /** What an erasure leaves: grounds, each with the last day that it counts. */
  kept: Record<string, string>;
  /** The uid of the admin who answered it; null where nobody did. */
  answered_by: string | null;
  /** When it came to an end, in UTC; null until then. */
  done_at: DateTime | null;
}

/**
 * Ask for an operator to come and scan: a new case, or one more visit for a case. With `case_id`
 * the patient and the consent are those of the case, and must be the same.
 */
export interface RequestVisit {
  /** The patient to scan; that of the case, if one is named. */
  patient_id: string;
  /**
   * A consent of that patient that covers `scan`, and `images` where photographs are wanted; that
   * of the case, if one is named.
   */
  consent_id: string;
  /** The case that gets one more visit. Null opens a new case. */
  case_id?: string | null;
  /**
   * When it would suit the clinic; an admin chooses one of them.
   *
   * Limits: 1 to 5 items.
   */
  slots: SlotOffered[];
  /**
   * What the operator is to scan.
   *
   * Limits: 1 to 6 items.
   */
  scans: ScanKind[];
  /**
   * What the clinic wants to remember of the case, on one line; no operator and no lab sees it.
   * Null leaves those of the case as they are.
   *
   * Limits: 1 to 300 characters.
   */
  notes?: string | null;
  /**
   * The `price_list` of the prices that were shown, as `wallet/get_prices` answered: the visit
   * costs what was shown. With other prices in force it is refused.
   *
   * Limits: 0 to 1000000. `0` when left out.
   */
  price_list?: number;
  /**
   * Whether another visit is wanted although one was requested for the patient in the last ten
   * minutes, with one of the scans and a time that overlaps. Without it such a request is refused
   * with `visit-already-requested`, which names the visit that is there.
   *
   * `false` when left out.
   */
  again?: boolean;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** One page of requests and, where more may follow, the cursor for the next. */
export interface Requests {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The requests of this page, those due first first. */
  requests: RequestRow[];
}

/** Offer other slots; the operator, if there is one, is free again until one is assigned. */
export interface RescheduleVisit {
  /** The visit to move to another time. */
  visit_id: string;
  /**
   * When it would suit the clinic instead; these replace all that were offered before.
   *
   * Limits: 1 to 5 items.
   */
  slots: SlotOffered[];
  /**
   * On whose account an admin does it: fees follow from it. Null is `platform` for an admin; a
   * clinic acts on its own account and leaves it out.
   */
  cause?: 'clinic' | 'operator' | 'platform' | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** What became of each line. */
export interface ResultsRecorded {
  /** The lines, in the order of the file. */
  lines: PayoutLine[];
}

/** Have a failed job run again, now. */
export interface RetryJob {
  /** The failed job, as `jobs/list` shows it. */
  job_id: string;
}

/** A month's review; accounts are counted by role and status, and named by uid alone. */
export interface Review {
  /** The month of India that the review was made in, as `YYYY-MM`. */
  month: string;
  /** Where the review stands. While it is `building`, its lists grow. */
  state: Open<ReviewState>;
  /**
   * How many accounts there are, by `<role>/<status>`; the role is `none` while there is none, and
   * `none/unregistered` are accounts in Auth alone.
   */
  accounts: Record<string, number>;
  /** Every account that is an active admin. */
  admins: AdminRow[];
  /**
   * The uids of accounts whose claims in Firebase Auth are not those of their user document: the
   * first 500. Find out why.
   */
  differing: string[];
  /** How many such accounts there are in all. */
  differing_count: number;
  /**
   * On which days a lab's member got links to unusually many files, in the 31 days before: the 100
   * with the most.
   */
  links: LinksRow[];
  /**
   * Seals of the audit that were compared with what they cover; null while it is `building`, and
   * where nothing was sealed.
   */
  seals: SealsRow | null;
  /** When it was complete, in UTC; null while it is `building`. */
  ended_at: DateTime | null;
  /** The uid of the admin who said that it was read; null until then. */
  acknowledged_by: string | null;
  /** When that was said, in UTC; null until then. */
  acknowledged_at: DateTime | null;
}

/** What every clinic sees of the caller's lab; its name and city are those of its account. */
export interface SaveProfile {
  /**
   * What the lab says of itself to clinics; left out, nothing.
   *
   * Limits: 1 to 300 characters.
   */
  about?: string | null;
  /**
   * Whether the lab takes orders now; those that were placed go on. True only once the lab's
   * billing details are saved, with `wallet/set_billing`.
   */
  accepting: boolean;
  /**
   * When the lab does not work: promised days are counted by it. Left out, it works all days but
   * Sunday.
   *
   * `{"closed_weekdays": [6], "closed_days": []}` when left out.
   */
  calendar?: WorkCalendar;
}

/**
 * One thing that the caller's lab makes: a new one or, with `service_id`, all of one anew. What is
 * not `active` cannot be ordered; orders that name it keep what they say.
 */
export interface SaveService {
  /**
   * What clinics read in the catalogue, and orders and receipts keep.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /** The type of the work. */
  work: WorkType;
  /**
   * What it can be made of, each once; an order chooses one of them.
   *
   * Limits: 1 to 14 items.
   */
  materials: Material[];
  /**
   * The guide that an order's shade is chosen from; null where there is no shade to choose, as for
   * aligners, retainers, night guards, study models and surgical guides.
   */
  shade_guide?: ShadeGuide | null;
  /**
   * What the price is for: each tooth or unit, each arch, or the piece. Which of these a kind of
   * work may have: docs/works.md.
   */
  per: Per;
  /**
   * The price for one of `per`, in paise, tax included: from a rupee to ten lakh.
   *
   * Limits: 100 to 100000000.
   */
  price: number;
  /**
   * How many of the lab's working days it takes, from the day after it accepted.
   *
   * Limits: 0 to 60.
   */
  turnaround: number;
  /**
   * Whether it can be ordered. What is withdrawn stays for the orders that name it.
   *
   * `true` when left out.
   */
  active?: boolean;
  /**
   * The service to say anew, all of it, as an earlier call returned it; left out, a new one is
   * made.
   */
  service_id?: string | null;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** What became of the scans that were uploaded. A rate of nothing is null. */
export interface ScanFigures {
  /** Whose scans these are: an operator's uid or a clinic's id. */
  scanned_by: string;
  /** How many scans were let in with a finding that the clinic has to know. */
  warned: number;
  /** How many scans were examined and not let in. */
  rejected: number;
  /**
   * `warned` and `rejected` together, of all scans that were examined. Null when there was none.
   */
  defects: Rate | null;
  /**
   * How often a lab asked for a new scan, of how many scans were let in. Null when none was; a scan
   * that is asked for anew may be from before these days.
   */
  rescans: Rate | null;
}

/** Seals of the audit that were drawn, and which of them do not fit their entries. */
export interface SealsRow {
  /** The number of the newest seal when they were drawn. */
  newest: number;
  /** Its hash, by which they were drawn. */
  seed: string;
  /** The numbers of the seals that were compared. */
  numbers: number[];
  /**
   * Those with a finding: `scannerctl audit verify --from <number> --to <number>` says what it is.
   */
  differing: number[];
}

/**
 * Write to the other side of an order; line breaks are kept. An attachment is one of the caller's
 * own to this order that is ready; it is sent once.
 */
export interface SendMessage {
  /** The order to write to, of which the caller is a side. */
  order_id: string;
  /**
   * The message; line breaks are kept. Name no patient in it: the reference is on the order.
   *
   * Limits: 1 to 2000 characters.
   */
  text: string;
  /**
   * The files to send with it: uploads of the caller's own to this order that are `ready`, each by
   * its `upload_id`.
   *
   * Limits: at most 10 items.
   */
  attachment_ids?: string[];
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Hand approved payouts to the gateway; what was not answered before is tried again. */
export interface SendPayouts {
  /**
   * The payouts, as admins have looked at them; at most 20.
   *
   * Limits: 1 to 20 items.
   */
  payout_ids: string[];
}

/**
 * Write to support, or to the person who asks; line breaks are kept. An attachment is one of the
 * caller's own to this ticket that is ready; it is sent once.
 */
export interface SendTicketMessage {
  /** The ticket to write to, which the caller opened or, as an admin, answers. */
  ticket_id: string;
  /**
   * The message; line breaks are kept.
   *
   * Limits: 1 to 2000 characters.
   */
  text: string;
  /**
   * The files to send with it: uploads of the caller's own to this ticket that are `ready`, each by
   * its `upload_id`.
   *
   * Limits: at most 10 items.
   */
  attachment_ids?: string[];
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Who ordered, and where to send it: what of a clinic is declared visible to labs. */
export interface Sender {
  /**
   * The name of the clinic that ordered.
   *
   * Limits: 1 to 120 characters.
   */
  name: string;
  /**
   * Building, street and area, to send the work to.
   *
   * Limits: 1 to 300 characters.
   */
  address: string;
  /**
   * The city or town.
   *
   * Limits: 1 to 120 characters.
   */
  city: string;
  /** The postal PIN code: six digits. */
  pincode: string;
}

/** The area as it is stored. */
export interface ServiceArea {
  /** The city that visits near it are looked up by. */
  city: string;
  /** The postal index number that visits near it are looked up by. */
  pincode: string;
  /** Whether the operator is suggested for visits. */
  available: boolean;
}

/** The service, the same for every retry. */
export interface ServiceSaved {
  /**
   * The service, the same for every retry; orders name it, and clinics read it at
   * `labs/{lab_id}/catalogue/{service_id}`.
   */
  service_id: string;
}

/** Whom the caller's invoices are made out to, from the next one on. */
export interface SetBilling {
  /** The customer as invoices are to name it, all of it anew. */
  billing: Billing;
  /**
   * The permanent account number (PAN) of a lab without a GSTIN, which holds one: without it more
   * income tax is deducted of its sales. Left out, the one on record stays; null takes it away.
   */
  pan?: string | null;
}

/** Keep all of a person, a patient or an organisation: by which ground, under which number. */
export interface SetHold {
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
  /** Whose data is kept as it is: the path of an account, a patient, a clinic or a lab. */
  subject: string;
  /** Why the law wants it kept. */
  ground: HoldGround;
  /**
   * The number under which an authority, or a lawyer of ours, keeps the case. No small letters, so
   * that nobody's name is in it.
   *
   * Limits: at most 40 characters.
   */
  case_number: string;
}

/** Where the caller's lab is paid from now on: a bank account, or a UPI id. */
export interface SetPayoutMethod {
  /**
   * The account holder's name as the bank has it, in Latin letters.
   *
   * Limits: at most 100 characters.
   */
  holder: string;
  /** The number of the bank account; left out for a UPI id. */
  account_number?: string | null;
  /** The IFSC of the account's branch; left out for a UPI id. */
  ifsc?: string | null;
  /**
   * The UPI id, such as `pearl@okbank`; left out for an account.
   *
   * Limits: at most 255 characters.
   */
  vpa?: string | null;
  /**
   * Whether the lab is paid on the platform's schedule by itself.
   *
   * `false` when left out.
   */
  automatic?: boolean;
}

/** How the caller wants to hear. What is left out is as for who never said anything. */
export interface SetPreferences {
  /**
   * The language of e-mails and pushes: English or Hindi.
   *
   * `"en"` when left out.
   */
  language?: Language;
  /**
   * The person's time zone, a name of the IANA database; quiet hours and shown times go by it.
   *
   * Limits: at most 64 characters. `"Asia/Kolkata"` when left out.
   */
  zone?: string;
  /**
   * When pushes wait. Null for no quiet hours; the same time twice is none as well. Left out, 21:00
   * to 07:00.
   *
   * `{"start": "21:00", "end": "07:00"}` when left out.
   */
  quiet?: Quiet | null;
  /**
   * The channels of a group of notices, beside the inbox. A group left out keeps its own channels;
   * an empty list leaves the inbox alone. `account` and `privacy` cannot be named: they always
   * arrive by every channel.
   *
   * `{}` when left out.
   */
  channels?: Partial<Record<Group, Channel[]>>;
  /**
   * For admins: how often to hear of visits, accounts and tickets that wait for any of them; left
   * out, by the hour. Nobody else may name it.
   */
  digest?: Digest | null;
}

/** Where the operator sets out from, and whether it takes visits. */
export interface SetServiceArea {
  /**
   * The city that the operator sets out from; case and spacing do not count.
   *
   * Limits: 1 to 120 characters.
   */
  city: string;
  /** The postal index number that it sets out from: six digits, the first not zero. */
  pincode: string;
  /** Whether the operator takes visits. False: it is suggested for none; those assigned stay. */
  available: boolean;
}

/** How far a wallet may fall below zero, and the tariff that it pays; None leaves it. */
export interface SetTerms {
  /** The wallet: the id of its clinic or lab. */
  wallet_id: string;
  /** Whether that id is a clinic's or a lab's. */
  kind: 'clinic' | 'lab';
  /**
   * How far the wallet may fall below zero, in paise, 0 for no credit; left out, it stays as it is.
   *
   * Limits: 0 to 1000000000.
   */
  credit_limit?: number | null;
  /**
   * The tariff that it pays from now on; left out, it stays as it is.
   *
   * Limits: at most 40 characters.
   */
  tariff?: string | null;
}

/** One link to a file: which member of which lab got it, when, and until when it worked. */
export interface ShareLine {
  /** The case that the file is of. */
  case_id: string;
  /** The order for which the lab has the file. */
  order_id: string;
  /** The lab that the file was shared with. */
  lab_id: string;
  /** The lab's member who got the link. */
  uid: string;
  /** The file that the link was to. */
  file_id: string;
  /** When the link was given out, in UTC. */
  at: DateTime;
  /** When the link stopped working, in UTC. */
  expires_at: DateTime;
}

/** How it travels. */
export interface Shipment {
  /**
   * Who carries it: a courier, or the lab itself.
   *
   * Limits: 1 to 60 characters.
   */
  carrier: string;
  /** The carrier's number to follow it by; null where there is none. */
  tracking?: string | null;
}

/** Any request, for an admin. */
export interface ShowRequest {
  /** The request, as `privacy/list_requests` answered it. */
  request_id: string;
}

/** A ticket with all its messages, for an admin; the look at it is on record. */
export interface ShowTicket {
  /** The ticket to look at, as `support/list` shows it. */
  ticket_id: string;
}

/** One visit, in whatever state it is. */
export interface ShowVisit {
  /** The visit to show. */
  visit_id: string;
}

/** A stretch of time, its end not included: a quarter of an hour to eight hours. */
export interface SlotOffered {
  /** When the operator is to be there. In a request it lies in the future, a year ahead at most. */
  starts_at: DateTime;
  /** When the operator is to be done; this moment is no part of the slot. */
  ends_at: DateTime;
}

/** A time that was offered or is booked. */
export interface SlotShown {
  /** When the operator is to be there, in UTC. */
  starts_at: DateTime;
  /** When the operator is to be done, in UTC; this moment is no part of the slot. */
  ends_at: DateTime;
}

/** Ask for a slot to upload a file into that is to be sent with a message of the order. */
export interface StartAttachment {
  /**
   * A name for people to read; nothing is stored or served under it.
   *
   * Limits: at most 120 characters.
   */
  file_name: string;
  /** What the file is. It is judged by its bytes, whatever its name ends in. */
  kind: 'stl' | 'image';
  /**
   * The file's size in bytes. The limit of its kind is in the refusal.
   *
   * Limits: 1 to 1099511627776.
   */
  byte_size: number;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
  /** The order that the file is to be sent to, of which the caller is a side. */
  order_id: string;
}

/** Have the invoices of a month made, of all wallets. */
export interface StartBilling {
  /** The month in India, `YYYY-MM`; all that was bought before its end is invoiced. */
  month: string;
}

/** Ask for a slot to upload a file into that is to be sent with a message of the ticket. */
export interface StartTicketAttachment {
  /**
   * A name for people to read; nothing is stored or served under it.
   *
   * Limits: at most 120 characters.
   */
  file_name: string;
  /** What the file is. It is judged by its bytes, whatever its name ends in. */
  kind: 'stl' | 'image';
  /**
   * The file's size in bytes. The limit of its kind is in the refusal.
   *
   * Limits: 1 to 1099511627776.
   */
  byte_size: number;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
  /**
   * The ticket that the file is to be sent to, which the caller opened or, as an admin, answers.
   */
  ticket_id: string;
}

/** Set out to pay into the caller's wallet. */
export interface StartTopUp {
  /**
   * What to pay in, in paise: 100 to the rupee, at most five lakh rupees.
   *
   * Limits: 100 to 50000000.
   */
  paise: number;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Ask for a slot to upload into: for a case or a visit a file or an archive, or a form. */
export interface StartUpload {
  /**
   * A name for people to read; nothing is stored or served under it.
   *
   * Limits: at most 120 characters.
   */
  file_name: string;
  /** What the file is. It is judged by its bytes, whatever its name ends in. */
  kind: UploadKind;
  /**
   * The file's size in bytes. The limit of its kind is in the refusal.
   *
   * Limits: 1 to 1099511627776.
   */
  byte_size: number;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
  /**
   * The case that the file is of, for a clinic. Name exactly one of `case_id`, `visit_id` and
   * `consent_id`.
   */
  case_id?: string | null;
  /** The visit at which the file was made, for the operator who is assigned and scanning. */
  visit_id?: string | null;
  /**
   * The consent whose signed form the file shows, for a clinic; `kind` is `image` then. A consent
   * has one form.
   */
  consent_id?: string | null;
  /**
   * What the scan or the image shows. Required of them for a case or a visit; null for a form, and
   * for a `kind` of `case`, whose parts are told by their names. A new scan of a jaw supersedes the
   * one before; images stand side by side. `mouth` is of images alone.
   */
  jaw?: Jaw | null;
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Statement {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The entries of this page, the last one first; empty where nothing was booked. */
  lines: StatementLine[];
}

/** An entry: what changed, and the balances after it. */
export interface StatementLine {
  /** The number of the entry in this wallet, counted from 1 without a gap. */
  number: number;
  /** When it was booked, in UTC. */
  at: DateTime;
  /**
   * What was done. A `hold` sets money aside; a `capture` takes it, a `release` gives it back, and
   * a `refund` gives back what was taken.
   */
  kind: Open<TransactionKind>;
  /** What it was for, such as the path of a visit or an order. */
  reference: string;
  /** The transaction behind it; `wallet/refund` takes that of a capture. */
  transaction_id: string;
  /** By how much `available` changed, in paise; below zero where it went down. */
  available_change: number;
  /** By how much `held` changed, in paise; below zero where it went down. */
  held_change: number;
  /** What was available after it, in paise. */
  available: number;
  /** What was set aside after it, in paise. */
  held: number;
}

/** One line of the history: who did what when, why, and where the order stood then. */
export interface StepShown {
  /** When it was done, in UTC. */
  at: DateTime;
  /** Which side did it, in words, such as `the clinic`. */
  party: string;
  /** Who of that side, numbered: `clinic member 1`; `the system` for what nobody did. */
  who: string;
  /** What was done. */
  action: Open<OrderAction>;
  /** Where the order stood after it. */
  state: Open<OrderState>;
  /** Why; null for steps that need no reason. */
  reason: Open<Reason> | null;
  /** The day in India that was promised with it, `YYYY-MM-DD`; null where none was. */
  due_on: string | null;
  /** How it was sent; null for all steps but `ship`, and `amend` after it. */
  shipment: Shipment | null;
  /** The ids of the files that went to the lab with it; empty where none did. */
  sent: string[];
}

/** What a withdrawal stopped: cases frozen, visits and orders called off, and the erasure. */
export interface Stopped {
  /** The cases that rested on the consent and were frozen. */
  case_ids: string[];
  /** The visits of these cases that were called off for it. */
  visit_ids: string[];
  /** The orders of these cases that were called off for it. */
  order_ids: string[];
  /**
   * When all that rested on the consent will be erased, in UTC; null once that is done, or where it
   * was called off.
   */
  erase_at: DateTime | null;
  /** When that was erased, in UTC; null until then. */
  erased_at: DateTime | null;
}

/** The account, and the reason that its holder will read. */
export interface SubjectWithReason {
  /**
   * The account to act on, by its user's id in Firebase Auth, as lists of accounts and members show
   * it.
   */
  uid: string;
  /**
   * Why, in words that the holder of the account will read.
   *
   * Limits: 3 to 300 characters.
   */
  reason: string;
}

/** The visit that needs an operator, and the slot that is thought of. */
export interface SuggestOperators {
  /** The visit that needs an operator. */
  visit_id: string;
  /** The time that is thought of, usually one of the visit's `slots`. */
  slot: SlotOffered;
}

/** An operator who is free then: how near, and how many visits it has already. */
export interface Suggestion {
  /** The operator's account, as `scans/assign_operator` takes it. */
  uid: string;
  /**
   * How near the operator sets out: in the clinic's `pincode`, in its `city`, or in the same
   * sorting `district`, which is the first three digits of the pincode.
   */
  near: Open<'pincode' | 'city' | 'district'>;
  /** How many visits the operator is booked for on that day of India. */
  visits_that_day: number;
  /** How many visits the operator is booked for in all. */
  visits: number;
}

/** The free operators, the best first. */
export interface Suggestions {
  /**
   * At most ten, the best first: the nearest, then those with the fewest visits that day and in
   * all.
   */
  operators: Suggestion[];
}

/** How many tickets were opened, first answered and closed in these days; how many wait now. */
export interface SupportFigures {
  /** How many tickets were opened in these days. */
  opened: number;
  /** How many tickets got their first answer in these days, whenever they were opened. */
  answered: number;
  /**
   * How long these first answers took on average, in minutes, rounded; null where there were none.
   */
  average_minutes: number | null;
  /** How many of these first answers took `hours` or more; null where there were none. */
  slow: Rate | null;
  /** How many tickets were closed in these days and still are. */
  closed: number;
  /** How many tickets wait for an admin now, whatever the days. */
  waiting: number;
}

/** Look after what is due now; of one document alone where `subject` names it. */
export interface Sweep {
  /**
   * The path of one document, such as `visits/v9Ts4HdKp2MwXq7LcRb5`, to look after its jobs alone;
   * left out, all that is due, and the chores of the sweep.
   *
   * Limits: at most 300 characters.
   */
  subject?: string | null;
}

/** Jobs that were run, and those that the queue will wake. */
export interface Swept {
  /**
   * How many jobs were run at once.
   *
   * `0` when left out.
   */
  run: number;
  /**
   * How many further jobs were handed to the queue, which runs them soon.
   *
   * `0` when left out.
   */
  woken: number;
}

/** The terms as they stand. */
export interface TermsSet {
  /** The wallet of the request. */
  wallet_id: string;
  /** How far it may fall below zero now, in paise. */
  credit_limit: number;
  /** The tariff that it pays now. */
  tariff: string;
}

/** Where the bytes go; `upload_id` is the attachment's id, and `uploads/` tells its outcome. */
export interface TicketAttachmentSlot {
  /**
   * The upload. Listen to `uploads/{upload_id}` until its `state` is `ready` or `rejected`, and
   * show its `findings`. A file that was let in has the same id; those of a case's archive are in
   * its `parts`.
   */
  upload_id: string;
  /** The path to upload to through the Storage SDK. It takes one object, once. */
  object_name: string;
  /**
   * Upload with one of these as `contentType`. Browsers know no type for STL: send
   * `application/octet-stream` then.
   */
  content_types: string[];
  /** Until when the upload can be made, in UTC. Ask for another slot after it. */
  expires_at: DateTime;
}

/** The links, one entry for each file. */
export interface TicketFileLinks {
  /** Links to each file that is attached; empty where none is. */
  links: FileLink[];
}

/** The message, and the ticket's state after it. */
export interface TicketMessageSent {
  /** The ticket of the request. */
  ticket_id: string;
  /**
   * The message, the same for every retry; it is read at
   * `tickets/{ticket_id}/messages/{message_id}`.
   */
  message_id: string;
  /**
   * Where the ticket stands after it: `open` waits for an admin, `answered` for the person who
   * opened it.
   */
  state: Open<TicketState>;
  /** When it was sent, in UTC. */
  sent_at: DateTime;
}

/** The ticket after the act. */
export interface TicketNow {
  /** The ticket of the request. */
  ticket_id: string;
  /** Where it stands now: `open` waits for an admin, `answered` for the person who opened it. */
  state: Open<TicketState>;
  /** The uid of the admin who looks after it; null while nobody does. */
  assignee: string | null;
}

/** The ticket, which its opener now reads at `tickets/{ticket_id}`. */
export interface TicketOpened {
  /**
   * The ticket, the same for every retry; its messages are read at `tickets/{ticket_id}/messages`.
   */
  ticket_id: string;
}

/** A ticket as a list shows it: no words of anybody's, those are shown on record. */
export interface TicketRow {
  /** The ticket, which `support/show`, `support/assign` and `support/close` take. */
  ticket_id: string;
  /** Who opened it. */
  uid: string;
  /** The role of who opened it, at that time. */
  role: Open<Role>;
  /** The id of the clinic or lab that who opened it acted for; null for others. */
  org: string | null;
  /** The path of the case or order that it is about; null where none was named. */
  about: string | null;
  /** Where it stands: `open` waits for an admin, `answered` for the person who opened it. */
  state: Open<TicketState>;
  /** Since when it has been in that state, in UTC. */
  since: DateTime;
  /** The uid of the admin who looks after it; null while nobody does. */
  assignee: string | null;
  /** When it was opened, in UTC. */
  opened_at: DateTime;
  /** How long the first answer took, in full minutes; null while there is none. */
  first_answer_minutes: number | null;
  /** When the last message was sent, in UTC. */
  last_at: DateTime;
  /** How many messages there are, of both sides. */
  messages: number;
}

/** The ticket, and what was written, in order of time. */
export interface TicketShown {
  /** The ticket as the list shows it. */
  ticket: TicketRow;
  /** What it is about, in the words of who opened it. */
  subject: string;
  /** All that was written, the first message first. */
  messages: MessageShown[];
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Tickets {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * How many more belong on the page: a newer release stored them, and they show in some minutes.
   *
   * Limits: at least 0. `0` when left out.
   */
  left_out: number;
  /**
   * The tickets of this page, those first that have been in the state the longest; empty where
   * there are none.
   */
  tickets: TicketRow[];
}

/** A tooth by its two digits in ISO 3950, and in words. */
export interface ToothShown {
  /** The tooth by its two digits in ISO 3950, such as 26. */
  number: number;
  /** The tooth in English words. */
  name: string;
  /**
   * In a bridge, whether the unit holds it or replaces a tooth; null for all other work, and for
   * bridges of before that did not say.
   */
  part: Open<UnitPart> | null;
}

/** What Razorpay Checkout is opened with; the wallet is credited once the gateway was paid. */
export interface TopUpStarted {
  /**
   * The payment, the same for every retry. The wallet's statement shows it once the gateway was
   * paid.
   */
  payment_id: string;
  /** The gateway's order: Checkout takes it as `order_id`. */
  order_id: string;
  /** What is to be paid, in paise: Checkout takes it as `amount`. */
  paise: number;
  /** What the amount is in: Checkout takes it as `currency`. */
  currency: 'INR';
  /** The platform's public key at the gateway: Checkout takes it as `key`. */
  key_id: string;
}

/** Fees net and the tax on them, refunds taken off, and by how much labs' wallets grew. */
export interface Totals {
  /**
   * What all amounts are in: Indian rupees, as paise.
   *
   * `"INR"` when left out.
   */
  currency: 'INR';
  /** What the platform's fees came to, in paise, without tax and less refunds. */
  revenue: number;
  /** The tax on these fees, in paise, less refunds. */
  tax: number;
  /**
   * By how much labs' wallets grew in these days, in paise: what labs earned and paid in, less what
   * they gave back, what was withheld, what they bought and what was paid out to them.
   */
  payable: number;
}

/** Where the bytes go: one object, of these content types, until the expiry. */
export interface UploadSlot {
  /**
   * The upload. Listen to `uploads/{upload_id}` until its `state` is `ready` or `rejected`, and
   * show its `findings`. A file that was let in has the same id; those of a case's archive are in
   * its `parts`.
   */
  upload_id: string;
  /** The path to upload to through the Storage SDK. It takes one object, once. */
  object_name: string;
  /**
   * Upload with one of these as `contentType`. Browsers know no type for STL: send
   * `application/octet-stream` then.
   */
  content_types: string[];
  /** Until when the upload can be made, in UTC. Ask for another slot after it. */
  expires_at: DateTime;
}

/** The visit, and its state after the act. */
export interface VisitNow {
  /** The visit that was changed. */
  visit_id: string;
  /** Where the visit stands now. */
  state: Open<VisitState>;
}

/** The case and the visit. */
export interface VisitRequested {
  /** The case of the visit: the one named, or the new one. */
  case_id: string;
  /** The new visit. Listen to `visits/{visit_id}` for who is assigned and when. */
  visit_id: string;
}

/** A visit as admins see it: where and when, and nothing of the patient. */
export interface VisitRow {
  /** The visit, as `scans/assign_operator` takes it. */
  visit_id: string;
  /** Where the visit stands. */
  state: Open<VisitState>;
  /** The clinic that the operator goes to. */
  clinic_name: string;
  /** The city of the clinic's address. */
  city: string;
  /** The postal index number of the clinic's address: six digits. */
  pincode: string;
  /** When it would suit the clinic. */
  slots: SlotShown[];
  /** When the visit takes place; null while no slot was assigned. */
  slot: SlotShown | null;
  /**
   * The uid of the operator who is assigned; null before, again after the visit, and after the
   * operator's account was shut out.
   */
  assignee: string | null;
  /** When the clinic asked for the visit, in UTC. The list is ordered by it. */
  requested_at: DateTime;
  /**
   * Whether it waits until a guardian has consented: nobody can be assigned then.
   *
   * `false` when left out.
   */
  awaiting_guardian: boolean;
}

/** The visit as the lists of admins show it. */
export interface VisitShown {
  /** The visit: where and when, and nothing of the patient. */
  visit: VisitRow;
}

/** The page, and the cursor for the next; no cursor, no next page. */
export interface Visits {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /**
   * How many more belong on the page: a newer release stored them, and they show in some minutes.
   *
   * Limits: at least 0. `0` when left out.
   */
  left_out: number;
  /** The visits of this page, the longest waiting first. */
  visits: VisitRow[];
}

/** The consent that the patient withdraws. No reason is asked for: none is needed. */
export interface WithdrawConsent {
  /**
   * The consent of the clinic's patient that ends now. It cannot be given again: record a new one.
   */
  consent_id: string;
  /**
   * A random token, such as a UUID, that the client makes for each act and sends again when it
   * retries: the act is then done once and answered alike. Sent with anything else changed, it is
   * refused with `idempotency-key-reused`.
   *
   * Limits: 16 to 64 characters.
   */
  idempotency_key?: string;
}

/** Take an invitation back. */
export interface WithdrawInvite {
  /** The open invitation of the caller's organisation, as `accounts/invite_member` returned it. */
  invite_id: string;
}

/** The cases that were frozen. */
export interface WithdrawalDone {
  /** The cases that rest on the consent, all frozen now: no upload, no visit, no link. */
  case_ids: string[];
}

/** What a lab sold and what was withheld of it, refunds taken off where the law has it so. */
export interface Withheld {
  /** What the lab sold, without GST, in paise. */
  sold: number;
  /**
   * What of sales was given back, without GST, in paise: in the period of the refund, whenever it
   * was sold. What comes too late for the returns is left out.
   */
  returned: number;
  /** What was sold less what was given back, in paise. */
  net: number;
  /**
   * The income tax deducted, in paise, less what refunds within the financial year of their sale
   * gave back: Income-tax Act 1961, section 194-O, and its successor.
   */
  tds: number;
  /** The central tax collected at source, in paise: CGST Act 2017, section 52. */
  tcs_cgst: number;
  /** The tax of the state or union territory collected at source, in paise. */
  tcs_sgst: number;
  /** The integrated tax collected at source, in paise. */
  tcs_igst: number;
}

/** What was withheld of a lab in a period, for whoever claims it. */
export interface WithholdingOfLab {
  /**
   * What all amounts are in: Indian rupees, as paise.
   *
   * `"INR"` when left out.
   */
  currency: 'INR';
  /** The first day of the period, in India. */
  first_day: Day;
  /** The last day of the period, in India. */
  last_day: Day;
  /** The sums of the period. */
  withheld: Withheld;
}

/** What was withheld of one lab, and who it is to the returns. */
export interface WithholdingRow {
  /** The lab's wallet: its id. */
  wallet_id: string;
  /** The name of the business in law as its billing details have it now; null where it has none. */
  legal_name: string | null;
  /** Its GST identification number now; null where it is not registered. */
  gstin: string | null;
  /**
   * Its permanent account number now, of its GSTIN where it has one; null where it has given none.
   */
  pan: string | null;
  /** The sums of the period. */
  withheld: Withheld;
}

/** The page, and the cursor for the next; no cursor, no more labs. */
export interface WithholdingRows {
  /** Send it as `cursor` for the next page; it is opaque. Null: this was the last page. */
  cursor: string | null;
  /** The first day of the period, in India. */
  first_day: Day;
  /** The last day of the period, in India. */
  last_day: Day;
  /** The labs of this page that sold anything, by id; the page may be empty and another follow. */
  labs: WithholdingRow[];
}

/** When a lab is closed: weekdays from 0 for Monday, and single days. */
export interface WorkCalendar {
  /**
   * The weekdays on which the lab does not work, 0 for Monday to 6 for Sunday, each once; Sunday
   * unless given.
   *
   * Limits: at most 6 items. `[6]` when left out.
   */
  closed_weekdays?: number[];
  /**
   * Single days on which it does not work, such as holidays, each `YYYY-MM-DD` in India's time
   * zone.
   *
   * Limits: at most 60 items.
   */
  closed_days?: string[];
}
