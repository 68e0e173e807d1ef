// Generated from the models by `make docs`: do not edit.

import type {
  CollectionReference,
  DocumentReference,
  Timestamp,
} from 'firebase/firestore';
import type {
  Open,
  Shape,
} from '../basics.js';
import type {
  AgeGroup,
  Arch,
  Authority,
  CancelReason,
  CaseCode,
  CaseStatus,
  Channel,
  ConsentState,
  Digest,
  FileKind,
  FindingSeverity,
  Group,
  HoldState,
  InviteState,
  Jaw,
  JawRelation,
  Language,
  Material,
  Notice,
  OrderCause,
  OrderState,
  Paper,
  PartOutcome,
  Party,
  Per,
  Platform,
  Reason,
  Relation,
  RequestKind,
  RequestState,
  Role,
  SaleItem,
  ScanKind,
  Scope,
  Settlement,
  ShadeGuide,
  Status,
  TicketState,
  TransactionKind,
  UnitPart,
  UploadKind,
  UploadState,
  Verdict,
  VisitAction,
  VisitCause,
  VisitState,
  WorkType,
} from './enumerations.js';

/** What an invoice takes of an advance: the voucher and its date, the amount, its taxes. */
export interface Adjusted {
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
  voucher: string;
  issued_at: Timestamp;
}

/** A receipt voucher that is not used up. Amounts in paise, `gross` with the taxes in it. */
export interface Advance {
  voucher: string;
  issued_at: Timestamp;
  reference: string;
  entry: number;
  gross: number;
  cgst: number;
  sgst: number;
  igst: number;
  left: number;
  due: number;
}

/** What a new user asks for: a role and, for a clinic or lab, the organisation behind it. */
export interface Application {
  role: Open<Role>;
  organisation: StoredAddress | null;
  invite_id: string | null;
}

/**
 * A row of teeth, as it was recognised in a scan. Sides are those that the arch would have if it
 * were the lower one: who looks at the chewing surfaces of an upper arch has the patient's right on
 * the other hand.
 */
export interface ArchFigures {
  occlusal: Position;
  front: Position;
  middle: Position;
  right_mm: number;
  left_mm: number;
  within_mm: number;
}

/** Where an operator sets out from. */
export interface Area {
  city: string;
  pincode: string;
}

/**
 * A file that was sent, as the document has it with which it went. The name that it was uploaded
 * under is not among what is sent: it may name a patient.
 */
export interface Attachment {
  attachment_id: string;
  kind: Open<FileKind>;
  content: StoredObject;
  pictures: Pictures;
  findings: FileFinding[];
}

/**
 * Who did what to which document, and when: one act. Ids only, never a person's data.
 *
 * Stands at `audit/{entry_id}`.
 */
export interface AuditEntry {
  actor: string;
  action: string;
  subject: string;
  at: Timestamp;
  refs: Record<string, string>;
}

/** A scan of the bite beside the two jaws of a pair. */
export interface BiteCheck {
  file_id: string;
  figures: BiteFigures;
}

/** How well a scan of the bite lies on the scans of the jaws: shares of its points, 0 to 1. */
export interface BiteFigures {
  on_upper: number | null;
  on_lower: number | null;
}

/** A visit that an operator is assigned to. */
export interface Booking {
  starts_at: Timestamp;
  ends_at: Timestamp;
  visit_id: string;
}

/** Who cancelled, and why. */
export interface Cancellation {
  by: Open<Party>;
  reason: Open<CancelReason>;
  cause: Open<VisitCause> | null;
}

/**
 * `cases/{case_id}`: the clinic's truth about one patient's scans.
 *
 * Stands at `cases/{case_id}`.
 */
export interface Case {
  clinic_id: string;
  patient_id: string;
  patient: PatientLabel;
  consent_id: string;
  notes: string | null;
  visit_id: string | null;
  current: Partial<Record<Open<Jaw>, string>>;
  images: number;
  opened_by: string;
  opened_at: Timestamp;
  closed_at: Timestamp | null;
  frozen_at: Timestamp | null;
  guardian_needed_at: Timestamp | null;
  /** Derive where the case stands; what stops it most comes first. */
  status: Open<CaseStatus>;
}

/**
 * `cases/{case_id}/events/{event_id}`: one line of a case's timeline: who did what, when.
 *
 * Stands at `cases/{case_id}/events/{event_id}`.
 */
export interface CaseEvent {
  clinic_id: string;
  kind: string;
  actor: string;
  party: string;
  at: Timestamp;
  scan: Judged | null;
  refs: Record<string, string>;
}

/**
 * `clinics/{clinic_id}`: asks for scans, orders from labs.
 *
 * Stands at `clinics/{clinic_id}`.
 */
export interface Clinic {
  name: string;
  address: string;
  city: string;
  pincode: string;
  owners: string[];
  created_at: Timestamp;
  erasure: PendingErasure | null;
}

/**
 * `consents/{consent_id}`: the clinic's attestation that the patient consented.
 *
 * Stands at `consents/{consent_id}`.
 */
export interface Consent {
  clinic_id: string;
  patient_id: string;
  text_version: string;
  language: string;
  scope: Open<Scope>[];
  obtained_at: Timestamp;
  obtained_by: string;
  guardian: Guardian | null;
  form: StoredObject | null;
  state: Open<ConsentState>;
  case_ids: string[];
  attested_by: string;
  attested_at: Timestamp;
  withdrawn_by: string | null;
  withdrawn_at: Timestamp | null;
}

/** What was looked at: the entries after one and up to another, and when the lines were. */
export interface Covered {
  after: number;
  through: number;
  first: Timestamp;
  last: Timestamp;
}

/**
 * `users/{uid}/devices/{device_id}`: where pushes go; the app writes it, under the rules.
 *
 * Stands at `users/{uid}/devices/{device_id}`.
 */
export interface Device {
  token: string;
  platform: Open<Platform>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

/**
 * `cases/{case_id}/files/{file_id}`: a validated, cleaned file of a case.
 *
 * Stands at `cases/{case_id}/files/{file_id}`.
 */
export interface File {
  clinic_id: string;
  visit_id: string | null;
  kind: Open<FileKind>;
  jaw: Open<Jaw>;
  version: number;
  supersedes: string | null;
  superseded_by: string | null;
  file_name: string;
  content: StoredObject;
  pictures: Pictures | null;
  findings: FileFinding[];
  report: Record<string, unknown>;
  features: ScanFeatures | null;
  fingerprints: Fingerprints | null;
  uploaded_by: string;
  ready_at: Timestamp;
}

/** What the gate noticed: a stable code and a sentence a dentist understands. */
export interface FileFinding {
  code: string;
  severity: string;
  sentence: string;
  template: string;
  figures: Record<string, number | string>;
}

/** By what a scan is found again among those of its clinic, and of no other clinic. */
export interface Fingerprints {
  surface: string;
  cell: string;
  shape: number[];
}

/** Where a wallet's entries begin: what the last one said that retention took away. */
export interface Forward {
  number: number;
  hash: string;
  available: number;
  held: number;
  at: Timestamp;
}

/** Who consented for a patient under 18. */
export interface Guardian {
  name: string;
  relation: Open<Relation>;
}

/**
 * As what somebody hears of a notice; who is that no more when it is delivered hears nothing.
 * Without a role it is any active account.
 */
export interface HeardAs {
  role: Open<Role> | null;
  org: string | null;
  owner: boolean;
  alone: boolean;
}

/**
 * `wallets/{wallet_id}/holds/{hold_id}`: money set aside for one thing, in paise. The id is that of
 * the transaction that made it.
 *
 * Stands at `wallets/{wallet_id}/holds/{hold_id}`.
 */
export interface Hold {
  reference: string;
  subject: Subject | null;
  amount: number;
  captured: number;
  released: number;
  refunded: number;
  untaxed: number;
  undeducted: number;
  state: Open<HoldState>;
  capture: string | null;
  terms: Terms | null;
  expires_at: Timestamp;
  made_at: Timestamp;
}

/** A hole inside the surface. */
export interface Hole {
  at: Position;
  across_mm: number;
  around_mm: number;
  along_mm: number | null;
}

/**
 * One notice in a user's inbox: a kind and ids, never a person's data.
 *
 * Stands at `users/{uid}/inbox/{item_id}`.
 */
export interface InboxItem {
  kind: Open<Notice>;
  refs: Record<string, string>;
  sent_at: Timestamp;
  read_at: Timestamp | null;
  heard_as: HeardAs | null;
  /** When TTL may take it away. */
  expires_at: Timestamp;
}

/**
 * `invites/{invite_id}`: an owner asks a person, by e-mail address, to join.
 *
 * Stands at `invites/{invite_id}`.
 */
export interface Invite {
  email: string;
  role: Open<Role>;
  org: string;
  owner: boolean;
  state: Open<InviteState>;
  invited_by: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  /** When TTL may take it away, used or not. */
  gone_at: Timestamp;
}

/**
 * `invoices/{number}`: an invoice, a credit note or a voucher. Its id is its number. It is made out
 * of the lines of one wallet; only the PDF is added later. Why something was given back is not on
 * it: that is a text that a person typed.
 *
 * Stands at `invoices/{number}`.
 */
export interface Invoice {
  kind: Open<Paper>;
  wallet_id: string;
  issued_at: Timestamp;
  covered: Covered;
  supplier: StoredBilling;
  customer: StoredBilling;
  place: string;
  sac: string;
  irn: string | null;
  lines: InvoiceLine[];
  totals: StoredAmounts;
  holds: string[];
  adjusted: Adjusted[];
  follows: string | null;
  followed_at: Timestamp | null;
  pdf: StoredObject | null;
}

/** One fee, or one refund of it: what it was for, and never for which patient. */
export interface InvoiceLine {
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
  entry: number;
  transaction_id: string;
  hold_id: string;
  item: Open<SaleItem>;
  reference: string;
  subject: Subject | null;
  at: Timestamp;
  tax: number;
  sac: string;
}

/** Whose scan a verdict is on: an operator's, or the clinic's whose own people made it. */
export interface Judged {
  by: string;
  verdict: Open<Verdict>;
}

/**
 * `labs/{lab_id}`: makes what clinics order.
 *
 * Stands at `labs/{lab_id}`.
 */
export interface Lab {
  name: string;
  address: string;
  city: string;
  pincode: string;
  owners: string[];
  created_at: Timestamp;
  erasure: PendingErasure | null;
}

/**
 * `lab_profiles/{lab_id}`: what every clinic sees of a lab.
 *
 * Stands at `lab_profiles/{lab_id}`.
 */
export interface LabProfile {
  name: string;
  city: string;
  about: string | null;
  accepting: boolean;
  calendar: StoredWorkCalendar;
  services: number;
  updated_at: Timestamp;
}

/**
 * `operators/{uid}`: where an operator works and when it is taken. Assignments read and write this
 * one document, so two that overlap cannot both succeed.
 *
 * Stands at `operators/{uid}`.
 */
export interface Operator {
  available: boolean;
  area: Area | null;
  city_key: string | null;
  district: string | null;
  bookings: Booking[];
  to_release: Booking[];
}

/**
 * `orders/{order_id}`: what the lab sees of a case; the clinic reads it too.
 *
 * Stands at `orders/{order_id}`.
 */
export interface Order {
  clinic_id: string;
  lab_id: string;
  lab_name: string;
  case_id: string;
  sender: StoredSender;
  patient: OrderPatient;
  items: OrderItem[];
  files: SharedFile[];
  signed_off: string[];
  checked: boolean;
  findings: OrderFinding[];
  pairs: SharedPair[];
  wanted_on: string;
  due_on: string | null;
  promised_on: string | null;
  turnaround: number;
  price: number;
  state: Open<OrderState>;
  reason: Open<Reason> | null;
  shipment: StoredShipment | null;
  remakes: number;
  awaiting_guardian: boolean;
  messages: number;
  paid: boolean;
  settlement: Open<Settlement> | null;
  times: Partial<Record<Open<OrderState>, Timestamp>>;
  placed_by: string;
  accepted_by: string | null;
  placed_at: Timestamp;
}

/**
 * `orders/{order_id}/events/{event_id}`: one line of its history: who did what, when, why.
 *
 * Stands at `orders/{order_id}/events/{event_id}`.
 */
export interface OrderEvent {
  clinic_id: string;
  lab_id: string;
  action: string;
  state: Open<OrderState>;
  reason: Open<Reason> | null;
  cause: Open<OrderCause> | null;
  actor: string;
  party: string;
  at: Timestamp;
  on_time: boolean | null;
  files: SharedFile[];
  signed_off: string[];
  checked: boolean;
  findings: OrderFinding[];
  due_on: string | null;
  shipment: StoredShipment | null;
  refs: Record<string, string>;
}

/** What the case check found in what was sent, and what the clinic said to it. */
export interface OrderFinding {
  /** The stable code of what was found. */
  code: Open<CaseCode>;
  /** What it asks for. */
  severity: Open<FindingSeverity>;
  /** What was found, in words to show to people. */
  sentence: StoredBilingual;
  /** What would mend it, in words to show to people. */
  mend: StoredBilingual;
  /** The scans that it was found on; empty where one is missing. */
  file_ids: string[];
  /**
   * The teeth that it is about, by two digits as ISO 3950 names them; empty where it is about none.
   */
  teeth: number[];
  /** The figures in the sentence by name: lengths end with `_mm`; empty where there are none. */
  figures: Record<string, number>;
  /** The picture that shows it; null where there is none. */
  picture: StoredFindingPicture | null;
  /** Whether the clinic sent it in spite of this; false for notes, which ask for no sign-off. */
  signed_off: boolean;
}

/** A service of the catalogue that was ordered, at the prices of that time, in paise. */
export interface OrderItem {
  service_id: string;
  name: string;
  work: Open<WorkType>;
  teeth: number[];
  units: StoredBridgeUnit[];
  arches: Open<Arch>[];
  material: Open<Material>;
  shade: string | null;
  notes: string | null;
  per: Open<Per>;
  quantity: number;
  unit_price: number;
  price: number;
}

/**
 * `orders/{order_id}/messages/{message_id}`: one message, which nobody changes afterwards.
 *
 * Stands at `orders/{order_id}/messages/{message_id}`.
 */
export interface OrderMessage {
  clinic_id: string;
  lab_id: string;
  party: string;
  author: string;
  text: string;
  attachments: Attachment[];
  sent_at: Timestamp;
}

/** Whom it is for: the reference, and the name only where the clinic switched it on. */
export interface OrderPatient {
  reference: string;
  name: string | null;
}

/**
 * `cases/{case_id}/pairs/{pair_id}`: two scans of a case beside each other, measured once. The id
 * is that of the one and that of the other, with `_` between them: first the upper jaw's, or, of
 * two of one jaw, that of the newer.
 *
 * Stands at `cases/{case_id}/pairs/{pair_id}`.
 */
export interface PairCheck {
  clinic_id: string;
  first_file_id: string;
  second_file_id: string;
  first_jaw: Open<Jaw>;
  second_jaw: Open<Jaw>;
  figures: PairFigures;
  occlusion: StoredObject | null;
  bites: BiteCheck[];
  at: Timestamp;
}

/** What was measured between the scans of two jaws, as they lie in their common frame. */
export interface PairFigures {
  relation: Open<JawRelation>;
  gap_mm: number | null;
  penetration_mm: number | null;
  contact_mm2: number | null;
  contacts: number | null;
}

/**
 * `clinics/{clinic_id}/patients/{patient_id}`: a patient of one clinic.
 *
 * Stands at `clinics/{clinic_id}/patients/{patient_id}`.
 */
export interface Patient {
  reference: string;
  name: string;
  age_group: Open<AgeGroup> | null;
  added_by: string;
  added_at: Timestamp;
  updated_at: Timestamp;
  idle_since: Timestamp | null;
  visits_requested: RequestedVisit[];
  guardian_changed_at: Timestamp | null;
  erasure: PendingErasure | null;
}

/**
 * What a patient's record said before it was corrected, and who corrected it when.
 *
 * Stands at `clinics/{clinic_id}/patients/{patient_id}/corrections/{correction_id}`.
 */
export interface PatientCorrection {
  reference: string;
  name: string;
  age_group: Open<AgeGroup> | null;
  corrected_by: string;
  corrected_at: Timestamp;
}

/** The patient as the clinic's lists of cases show them; follows corrections. */
export interface PatientLabel {
  reference: string;
  name: string;
}

/** The mark: which request it is, when it begins, and who can take it back. */
export interface PendingErasure {
  request_id: string;
  starts_at: Timestamp;
  asked: Open<Party>;
}

/** The pictures of a file. Photographs have a thumbnail alone; they are pictures themselves. */
export interface Pictures {
  thumbnail: StoredObject;
  preview: StoredObject | null;
  sheet: StoredObject | null;
  marked: StoredObject | null;
}

/** A place in a scan, or a direction: coordinates of the file, in mm. */
export interface Position {
  x: number;
  y: number;
  z: number;
}

/**
 * `preferences/{uid}`: how a person wants to hear; what stands here is for who said nothing. A
 * group that is not named has the channels that the catalogue gives its kinds.
 *
 * Stands at `preferences/{uid}`.
 */
export interface Preferences {
  language: Open<Language>;
  zone: string;
  quiet: QuietHours | null;
  channels: Partial<Record<Open<Group>, Open<Channel>[]>>;
  digest: Open<Digest>;
  updated_at: Timestamp | null;
}

/**
 * `privacy_requests/{request_id}`: what was asked about whom, by when, and what came of it.
 *
 * Stands at `privacy_requests/{request_id}`.
 */
export interface PrivacyRequest {
  kind: Open<RequestKind>;
  subject: string;
  uid: string | null;
  clinic_id: string | null;
  asked_by: string;
  authority: Open<Authority>;
  asked_at: Timestamp;
  due_at: Timestamp;
  starts_at: Timestamp | null;
  warned: boolean;
  state: Open<RequestState>;
  answered_by: string | null;
  reasons: string[];
  done_at: Timestamp | null;
  outcome: Record<string, number>;
  kept: Record<string, string>;
  wanted: Record<string, string>;
  before: Record<string, string>;
  archive: StoredObject | null;
  archive_until: Timestamp | null;
}

/** When pushes wait, in the person's own zone; past midnight where the end is the earlier. */
export interface QuietHours {
  start: string;
  end: string;
}

/**
 * The registrations under the GST law that a sale was made under; they never change after it.
 * `customer` is the number of the customer's details in its wallet, counted from 1; 0 where it had
 * none. `supplier` is the platform as it stood then; None where its details were incomplete.
 */
export interface Registration {
  customer: number;
  supplier: StoredBilling | null;
}

/** A visit that was requested for a patient a moment ago, and when. */
export interface RequestedVisit {
  visit_id: string;
  at: Timestamp;
}

/** What was measured on one scan for the case check. */
export interface ScanFeatures {
  arch: ArchFigures | null;
  holes: Hole[];
}

/**
 * `labs/{lab_id}/catalogue/{service_id}`: one thing that a lab makes.
 *
 * Stands at `labs/{lab_id}/catalogue/{service_id}`.
 */
export interface Service {
  /** What clinics read in the catalogue, and orders and receipts keep. */
  name: string;
  /** The type of the work. */
  work: Open<WorkType>;
  /** What it can be made of, each once; an order chooses one of them. */
  materials: Open<Material>[];
  /**
   * The guide that an order's shade is chosen from; null where there is no shade to choose, as for
   * aligners, retainers, night guards, study models and surgical guides.
   */
  shade_guide: Open<ShadeGuide> | null;
  /**
   * What the price is for: each tooth or unit, each arch, or the piece. Which of these a kind of
   * work may have: docs/works.md.
   */
  per: Open<Per>;
  /** The price for one of `per`, in paise, tax included: from a rupee to ten lakh. */
  price: number;
  /** How many of the lab's working days it takes, from the day after it accepted. */
  turnaround: number;
  /** Whether it can be ordered. What is withdrawn stays for the orders that name it. */
  active: boolean;
  updated_at: Timestamp;
}

/**
 * `shares/{share_id}`: a lab's member got a link to one file. The clinic can look it up. Labs do
 * not read the collection: the patient's id would tell them which orders are of one.
 *
 * Stands at `shares/{share_id}`.
 */
export interface Share {
  clinic_id: string;
  patient_id: string;
  case_id: string;
  order_id: string;
  lab_id: string;
  uid: string;
  file_id: string;
  generation: number;
  at: Timestamp;
  expires_at: Timestamp;
}

/**
 * A file as the lab has it: its figures and findings; the bytes by signed links alone. Its fields
 * are those that a file of a case declares visible to labs, and its id.
 */
export interface SharedFile {
  file_id: string;
  kind: string;
  jaw: string;
  version: number;
  content: StoredObject;
  pictures: Record<string, unknown>;
  findings: (Record<string, unknown>)[];
  report: Record<string, unknown>;
  features: Record<string, unknown> | null;
}

/** Two scans of the order's files beside each other, as the lab has it. */
export interface SharedPair {
  pair_id: string;
  file_ids: string[];
  relation: Open<JawRelation>;
  gap_mm: number | null;
  penetration_mm: number | null;
  contact_mm2: number | null;
  contacts: number | null;
  occlusion: StoredObject | null;
}

/** Where a clinic or lab is found. */
export interface StoredAddress {
  /** The name of the clinic or lab, as others will read it. */
  name: string;
  /** Building, street and area, without city and PIN code. */
  address: string;
  /** The city or town. */
  city: string;
  /** The postal PIN code: six digits, the first not zero. */
  pincode: string;
}

/**
 * Net, the taxes on it, and all of it, in paise. On a credit note: what is given back. A refund of
 * a paisa may give back one of each tax and take one of the net: parts add up.
 */
export interface StoredAmounts {
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

/** A sentence in both languages of the platform. */
export interface StoredBilingual {
  /** The sentence in English. */
  en: string;
  /** The same sentence in Hindi. */
  hi: string;
}

/** The customer as invoices name it. A tax number (GSTIN) is only for who is registered. */
export interface StoredBilling {
  /** The name of the business in law, in Latin or Devanagari letters. */
  legal_name: string;
  /** The whole postal address, PIN code included, in Latin or Devanagari letters. */
  address: string;
  /**
   * The state's code in the GST law: two digits, such as `27` for Maharashtra. It decides between
   * CGST with SGST, and IGST.
   */
  state: string;
  /**
   * The GST identification number: fifteen characters, the first two those of `state`. Null for who
   * is not registered.
   */
  gstin: string | null;
}

/** A unit is one tooth of a bridge: a retainer or a pontic. */
export interface StoredBridgeUnit {
  /** The tooth that it covers or replaces, by two digits as ISO 3950 names it. */
  tooth: number;
  /** Whether it holds the bridge or replaces a missing tooth. */
  part: Open<UnitPart>;
}

/** The picture that shows a finding, which links are given out to. */
export interface StoredFindingPicture {
  /** Whose picture it is: the id of a file, or of a pair of files for `occlusion`. */
  of: string;
  /**
   * Which of its pictures: `marked` has the row of teeth and the holes marked, `occlusion` shows
   * both jaws coloured by their distance.
   */
  name: Open<'marked' | 'occlusion'>;
}

/**
 * One object in the clean zone, pinned to the generation that was validated. `zone` is missing
 * where the object was written while a project had one bucket: it lies in the landing zone's bucket
 * still.
 */
export interface StoredObject {
  name: string;
  generation: number;
  byte_size: number;
  content_type: string;
  crc32c: string;
  zone: 'clean' | null;
}

/** What visits cost: net amounts in paise, shares in basis points. */
export interface StoredPrices {
  /** The fee of a visit, net, in paise. */
  visit: number;
  /** The rate of the tax on it, in basis points: 1800 is 18 %. */
  tax: number;
  /**
   * What of the fee is kept where a clinic cancels after an operator accepted, in basis points:
   * 5000 is half.
   */
  late_cancellation: number;
  /**
   * What of the fee is kept where the operator meets nobody to scan, in basis points: 10000 is all
   * of it.
   */
  no_show: number;
  /**
   * What of an order's price the platform keeps of the lab's, in basis points; the tax comes on
   * top.
   */
  commission: number;
  /** The balance in paise below which owners are told to top up. */
  low_balance: number;
}

/** Who ordered, and where to send it: what of a clinic is declared visible to labs. */
export interface StoredSender {
  /** The name of the clinic that ordered. */
  name: string;
  /** Building, street and area, to send the work to. */
  address: string;
  /** The city or town. */
  city: string;
  /** The postal PIN code: six digits. */
  pincode: string;
}

/** How it travels. */
export interface StoredShipment {
  /** Who carries it: a courier, or the lab itself. */
  carrier: string;
  /** The carrier's number to follow it by; null where there is none. */
  tracking: string | null;
}

/** When a lab is closed: weekdays from 0 for Monday, and single days. */
export interface StoredWorkCalendar {
  /**
   * The weekdays on which the lab does not work, 0 for Monday to 6 for Sunday, each once; Sunday
   * unless given.
   */
  closed_weekdays: number[];
  /**
   * Single days on which it does not work, such as holidays, each `YYYY-MM-DD` in India's time
   * zone.
   */
  closed_days: string[];
}

/**
 * The visit or the order that money is for, so that a line of a paper is recognised. It names no
 * patient, not even by the reference that the clinic gave: accounts stand for eight years, invoices
 * never change and entries are chained, so that it could not be erased from them.
 */
export interface Subject {
  on: string | null;
  clinic: string | null;
  lab: string | null;
}

/** What was agreed when money was set aside: the prices of then, and who taxes them. */
export interface Terms {
  tariff: string;
  number: number;
  prices: StoredPrices;
  same_state: boolean;
  registration: Registration | null;
}

/**
 * `tickets/{ticket_id}`: what somebody asks of support, and where it stands. Of the case or order
 * that it is about it holds the ids alone.
 *
 * Stands at `tickets/{ticket_id}`.
 */
export interface Ticket {
  uid: string;
  role: Open<Role>;
  org: string | null;
  subject: string;
  about: string | null;
  case_id: string | null;
  state: Open<TicketState>;
  since: Timestamp;
  assignee: string | null;
  opened_at: Timestamp;
  first_answered_at: Timestamp | null;
  last_at: Timestamp;
  messages: number;
  /** Tell how long the first answer took, in full minutes; None while there is none. */
  first_answer_minutes: number | null;
}

/**
 * `tickets/{ticket_id}/messages/{message_id}`: one message, which nobody changes afterwards.
 *
 * Stands at `tickets/{ticket_id}/messages/{message_id}`.
 */
export interface TicketMessage {
  uid: string;
  party: string;
  author: string;
  text: string;
  attachments: Attachment[];
  sent_at: Timestamp;
}

/** Which instance books on a wallet for the moment, since when: see wallet/ledger/turns.py. */
export interface Turn {
  holder: string;
  since: Timestamp;
}

/**
 * `uploads/{upload_id}`: a slot in the landing zone, and what became of it. It is for a case, with
 * or without a visit, for the signed form of a consent, or an attachment.
 *
 * Stands at `uploads/{upload_id}`.
 */
export interface Upload {
  uid: string;
  open: boolean;
  expires_at: Timestamp;
  clinic_id: string | null;
  case_id: string | null;
  visit_id: string | null;
  consent_id: string | null;
  operator: string | null;
  subject: string | null;
  kind: Open<UploadKind>;
  jaw: Open<Jaw> | null;
  file_name: string;
  object_name: string;
  content_types: string[];
  byte_size: number;
  state: Open<UploadState>;
  generation: number | null;
  claimed_at: Timestamp | null;
  findings: FileFinding[];
  report: Record<string, unknown> | null;
  parts: UploadPart[];
  content: StoredObject | null;
  pictures: Pictures | null;
  sent_with: string | null;
  issued_at: Timestamp;
  done_at: Timestamp | null;
  /** Name who reads an attachment: its uploader alone. The rules go by it. */
  holder: string | null;
}

/**
 * A scan or photograph in a case's archive, and what became of it. Names in archives hold patients'
 * names; none is kept.
 */
export interface UploadPart {
  index: number;
  kind: Open<FileKind>;
  jaw: Open<Jaw> | null;
  outcome: Open<PartOutcome>;
  file_id: string | null;
  findings: FileFinding[];
}

/**
 * `users/{uid}`: one person's account.
 *
 * Stands at `users/{uid}`.
 */
export interface User {
  status: Open<Status>;
  role: Open<Role> | null;
  org: string | null;
  owner: boolean;
  email: string;
  policy_version: string | null;
  erasure: PendingErasure | null;
  name: string;
  phone: string | null;
  application: Application;
  reason: string | null;
  policy_accepted_at: Timestamp | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  former_org: string | null;
  claims_at: Timestamp | null;
}

/**
 * `visits/{visit_id}`: an operator's visit, as the operator sees it while assigned.
 *
 * Stands at `visits/{visit_id}`.
 */
export interface Visit {
  clinic_id: string;
  case_id: string;
  clinic: VisitAddress;
  patient: VisitPatient;
  scans: Open<ScanKind>[];
  slots: VisitSlot[];
  slot: VisitSlot | null;
  state: Open<VisitState>;
  assignee: string | null;
  times: Partial<Record<Open<VisitState>, Timestamp>>;
  changes: VisitChange[];
  requested_at: Timestamp;
  cancelled: Cancellation | null;
  awaiting_guardian: boolean;
  uploads: number;
}

/** Where the operator goes: what of a clinic is declared visible to operators. */
export interface VisitAddress {
  name: string;
  address: string;
  city: string;
  pincode: string;
}

/** One step of a visit: what was done, where that led, on whose account, and when. */
export interface VisitChange {
  action: Open<VisitAction>;
  state: Open<VisitState>;
  cause: Open<VisitCause>;
  at: Timestamp;
}

/** Whom the operator scans: what of a patient is declared visible to operators. */
export interface VisitPatient {
  reference: string;
}

/** A time that is offered or booked, from its start to its end, the end not included. */
export interface VisitSlot {
  starts_at: Timestamp;
  ends_at: Timestamp;
}

/**
 * `wallets/{org}`: what a clinic or lab has, in paise. One wallet an organisation.
 *
 * Stands at `wallets/{wallet_id}`.
 */
export interface Wallet {
  kind: Open<Role>;
  available: number;
  held: number;
  credit_limit: number;
  sequence: number;
  head: string;
  tariff: string;
  billing: StoredBilling | null;
  pan: string | null;
  sales: YearOfSales | null;
  registrations: StoredBilling[];
  invoiced: number;
  vouchered: number;
  advances: Advance[];
  brought_forward: Forward | null;
  oldest_at: Timestamp | null;
  turn: Turn | null;
}

/**
 * `wallets/{wallet_id}/entries/{number}`: one transaction's effect on one wallet. Each carries the
 * balances after it and is chained by hash to the one before.
 *
 * Stands at `wallets/{wallet_id}/entries/{entry_id}`.
 */
export interface WalletEntry {
  number: number;
  transaction_id: string;
  kind: Open<TransactionKind>;
  reference: string;
  subject: Subject | null;
  available_change: number;
  held_change: number;
  available: number;
  held_after: number;
  credit_limit: number | null;
  at: Timestamp;
  previous: string;
  hash: string;
}

/**
 * What a lab sold in a financial year, such as `2627`, in paise without GST. Refunds do not lower
 * it. It decides from when on income tax is deducted from an individual.
 */
export interface YearOfSales {
  year: string;
  value: number;
}

export type AuditEntryForAdmin = AuditEntry;

export type CaseForClinic = Case;

export type CaseEventForClinic = CaseEvent;

export type FileForClinic = File;

export type PairCheckForClinic = PairCheck;

export type ClinicForAdmin = Clinic;

export type ClinicForClinic = Clinic;

export type PatientForClinic = Patient;

export type PatientCorrectionForClinic = PatientCorrection;

export type ConsentForClinic = Consent;

export type InviteForOwner = Invite;

export type InviteForSelf = Invite;

export type InvoiceForClinic = Invoice;

export type InvoiceForLab = Invoice;

export type LabProfileForAdmin = LabProfile;

export type LabProfileForAnyClinic = LabProfile;

export type LabProfileForLab = LabProfile;

export type LabForAdmin = Lab;

export type LabForLab = Lab;

export type ServiceForAdmin = Service;

export type ServiceForAnyClinic = Service;

export type ServiceForLab = Service;

export type OperatorForSelf = Operator;

export type OperatorForAdmin = Operator;

export type OrderForClinic = Order;

export type OrderForLab = Order;

export type OrderEventForClinic = OrderEvent;

export type OrderEventForLab = OrderEvent;

export type OrderMessageForClinic = OrderMessage;

export type OrderMessageForLab = OrderMessage;

export type PreferencesForSelf = Preferences;

export type PrivacyRequestForClinic = PrivacyRequest;

export type PrivacyRequestForSelf = PrivacyRequest;

export type ShareForAdmin = Share;

export type ShareForClinic = Share;

export type TicketForSelf = Ticket;

export type TicketMessageForSelf = TicketMessage;

export type UploadForSelf = Upload;

export type UploadForClinic = Upload;

export type UploadForOperator = Upload;

export type UserForAdmin = User;

export type UserForOwner = User;

export type UserForSelf = User;

export type DeviceForSelf = Device;

export type InboxItemForSelf = InboxItem;

export type VisitForClinic = Visit;

export type VisitForOperator = Visit;

export type WalletForClinic = Wallet;

export type WalletForLab = Wallet;

export type WalletEntryForClinic = WalletEntry;

export type WalletEntryForLab = WalletEntry;

export type HoldForClinic = Hold;

export type HoldForLab = Hold;

/** A reference to each kind of document, by the ids in its path. */
export interface Documents {
  /** `audit/{entry_id}` */
  auditEntry(entry_id: string): DocumentReference<AuditEntry>;
  /** `cases/{case_id}` */
  case(case_id: string): DocumentReference<Case>;
  /** `cases/{case_id}/events/{event_id}` */
  caseEvent(case_id: string, event_id: string): DocumentReference<CaseEvent>;
  /** `cases/{case_id}/files/{file_id}` */
  file(case_id: string, file_id: string): DocumentReference<File>;
  /** `cases/{case_id}/pairs/{pair_id}` */
  pairCheck(case_id: string, pair_id: string): DocumentReference<PairCheck>;
  /** `clinics/{clinic_id}` */
  clinic(clinic_id: string): DocumentReference<Clinic>;
  /** `clinics/{clinic_id}/patients/{patient_id}` */
  patient(clinic_id: string, patient_id: string): DocumentReference<Patient>;
  /** `clinics/{clinic_id}/patients/{patient_id}/corrections/{correction_id}` */
  patientCorrection(clinic_id: string, patient_id: string, correction_id: string): DocumentReference<PatientCorrection>;
  /** `consents/{consent_id}` */
  consent(consent_id: string): DocumentReference<Consent>;
  /** `invites/{invite_id}` */
  invite(invite_id: string): DocumentReference<Invite>;
  /** `invoices/{number}` */
  invoice(number: string): DocumentReference<Invoice>;
  /** `lab_profiles/{lab_id}` */
  labProfile(lab_id: string): DocumentReference<LabProfile>;
  /** `labs/{lab_id}` */
  lab(lab_id: string): DocumentReference<Lab>;
  /** `labs/{lab_id}/catalogue/{service_id}` */
  service(lab_id: string, service_id: string): DocumentReference<Service>;
  /** `operators/{uid}` */
  operator(uid: string): DocumentReference<Operator>;
  /** `orders/{order_id}` */
  order(order_id: string): DocumentReference<Order>;
  /** `orders/{order_id}/events/{event_id}` */
  orderEvent(order_id: string, event_id: string): DocumentReference<OrderEvent>;
  /** `orders/{order_id}/messages/{message_id}` */
  orderMessage(order_id: string, message_id: string): DocumentReference<OrderMessage>;
  /** `preferences/{uid}` */
  preferences(uid: string): DocumentReference<Preferences>;
  /** `privacy_requests/{request_id}` */
  privacyRequest(request_id: string): DocumentReference<PrivacyRequest>;
  /** `shares/{share_id}` */
  share(share_id: string): DocumentReference<Share>;
  /** `tickets/{ticket_id}` */
  ticket(ticket_id: string): DocumentReference<Ticket>;
  /** `tickets/{ticket_id}/messages/{message_id}` */
  ticketMessage(ticket_id: string, message_id: string): DocumentReference<TicketMessage>;
  /** `uploads/{upload_id}` */
  upload(upload_id: string): DocumentReference<Upload>;
  /** `users/{uid}` */
  user(uid: string): DocumentReference<User>;
  /** `users/{uid}/devices/{device_id}` */
  device(uid: string, device_id: string): DocumentReference<Device>;
  /** `users/{uid}/inbox/{item_id}` */
  inboxItem(uid: string, item_id: string): DocumentReference<InboxItem>;
  /** `visits/{visit_id}` */
  visit(visit_id: string): DocumentReference<Visit>;
  /** `wallets/{wallet_id}` */
  wallet(wallet_id: string): DocumentReference<Wallet>;
  /** `wallets/{wallet_id}/entries/{entry_id}` */
  walletEntry(wallet_id: string, entry_id: string): DocumentReference<WalletEntry>;
  /** `wallets/{wallet_id}/holds/{hold_id}` */
  hold(wallet_id: string, hold_id: string): DocumentReference<Hold>;
}

/** A reference to each collection, by the ids in its path. */
export interface Collections {
  /** `audit` */
  auditEntry(): CollectionReference<AuditEntry>;
  /** `cases` */
  case(): CollectionReference<Case>;
  /** `cases/{case_id}/events` */
  caseEvent(case_id: string): CollectionReference<CaseEvent>;
  /** `cases/{case_id}/files` */
  file(case_id: string): CollectionReference<File>;
  /** `cases/{case_id}/pairs` */
  pairCheck(case_id: string): CollectionReference<PairCheck>;
  /** `clinics` */
  clinic(): CollectionReference<Clinic>;
  /** `clinics/{clinic_id}/patients` */
  patient(clinic_id: string): CollectionReference<Patient>;
  /** `clinics/{clinic_id}/patients/{patient_id}/corrections` */
  patientCorrection(clinic_id: string, patient_id: string): CollectionReference<PatientCorrection>;
  /** `consents` */
  consent(): CollectionReference<Consent>;
  /** `invites` */
  invite(): CollectionReference<Invite>;
  /** `invoices` */
  invoice(): CollectionReference<Invoice>;
  /** `lab_profiles` */
  labProfile(): CollectionReference<LabProfile>;
  /** `labs` */
  lab(): CollectionReference<Lab>;
  /** `labs/{lab_id}/catalogue` */
  service(lab_id: string): CollectionReference<Service>;
  /** `operators` */
  operator(): CollectionReference<Operator>;
  /** `orders` */
  order(): CollectionReference<Order>;
  /** `orders/{order_id}/events` */
  orderEvent(order_id: string): CollectionReference<OrderEvent>;
  /** `orders/{order_id}/messages` */
  orderMessage(order_id: string): CollectionReference<OrderMessage>;
  /** `preferences` */
  preferences(): CollectionReference<Preferences>;
  /** `privacy_requests` */
  privacyRequest(): CollectionReference<PrivacyRequest>;
  /** `shares` */
  share(): CollectionReference<Share>;
  /** `tickets` */
  ticket(): CollectionReference<Ticket>;
  /** `tickets/{ticket_id}/messages` */
  ticketMessage(ticket_id: string): CollectionReference<TicketMessage>;
  /** `uploads` */
  upload(): CollectionReference<Upload>;
  /** `users` */
  user(): CollectionReference<User>;
  /** `users/{uid}/devices` */
  device(uid: string): CollectionReference<Device>;
  /** `users/{uid}/inbox` */
  inboxItem(uid: string): CollectionReference<InboxItem>;
  /** `visits` */
  visit(): CollectionReference<Visit>;
  /** `wallets` */
  wallet(): CollectionReference<Wallet>;
  /** `wallets/{wallet_id}/entries` */
  walletEntry(wallet_id: string): CollectionReference<WalletEntry>;
  /** `wallets/{wallet_id}/holds` */
  hold(wallet_id: string): CollectionReference<Hold>;
}

/** Where each kind of document stands, and the record that it is. */
export const PATHS = {
  auditEntry: { path: 'audit/{entry_id}', record: 'AuditEntry' },
  case: { path: 'cases/{case_id}', record: 'Case' },
  caseEvent: { path: 'cases/{case_id}/events/{event_id}', record: 'CaseEvent' },
  file: { path: 'cases/{case_id}/files/{file_id}', record: 'File' },
  pairCheck: { path: 'cases/{case_id}/pairs/{pair_id}', record: 'PairCheck' },
  clinic: { path: 'clinics/{clinic_id}', record: 'Clinic' },
  patient: { path: 'clinics/{clinic_id}/patients/{patient_id}', record: 'Patient' },
  patientCorrection: { path: 'clinics/{clinic_id}/patients/{patient_id}/corrections/{correction_id}', record: 'PatientCorrection' },
  consent: { path: 'consents/{consent_id}', record: 'Consent' },
  invite: { path: 'invites/{invite_id}', record: 'Invite' },
  invoice: { path: 'invoices/{number}', record: 'Invoice' },
  labProfile: { path: 'lab_profiles/{lab_id}', record: 'LabProfile' },
  lab: { path: 'labs/{lab_id}', record: 'Lab' },
  service: { path: 'labs/{lab_id}/catalogue/{service_id}', record: 'Service' },
  operator: { path: 'operators/{uid}', record: 'Operator' },
  order: { path: 'orders/{order_id}', record: 'Order' },
  orderEvent: { path: 'orders/{order_id}/events/{event_id}', record: 'OrderEvent' },
  orderMessage: { path: 'orders/{order_id}/messages/{message_id}', record: 'OrderMessage' },
  preferences: { path: 'preferences/{uid}', record: 'Preferences' },
  privacyRequest: { path: 'privacy_requests/{request_id}', record: 'PrivacyRequest' },
  share: { path: 'shares/{share_id}', record: 'Share' },
  ticket: { path: 'tickets/{ticket_id}', record: 'Ticket' },
  ticketMessage: { path: 'tickets/{ticket_id}/messages/{message_id}', record: 'TicketMessage' },
  upload: { path: 'uploads/{upload_id}', record: 'Upload' },
  user: { path: 'users/{uid}', record: 'User' },
  device: { path: 'users/{uid}/devices/{device_id}', record: 'Device' },
  inboxItem: { path: 'users/{uid}/inbox/{item_id}', record: 'InboxItem' },
  visit: { path: 'visits/{visit_id}', record: 'Visit' },
  wallet: { path: 'wallets/{wallet_id}', record: 'Wallet' },
  walletEntry: { path: 'wallets/{wallet_id}/entries/{entry_id}', record: 'WalletEntry' },
  hold: { path: 'wallets/{wallet_id}/holds/{hold_id}', record: 'Hold' },
} as const;

/** What a document of an earlier release may lack, and the records in it. */
export const SHAPES: Record<string, Shape> = {
  Advance: { defaults: { entry: 0, cgst: 0, sgst: 0, igst: 0, due: 0 }, records: {} },
  Application: { defaults: { organisation: null, invite_id: null }, records: { organisation: 'StoredAddress' } },
  ArchFigures: { defaults: { within_mm: 2.0 }, records: { occlusal: 'Position', front: 'Position', middle: 'Position' } },
  Attachment: { defaults: {}, records: { content: 'StoredObject', pictures: 'Pictures', findings: 'FileFinding' } },
  AuditEntry: { defaults: { refs: {} }, records: {} },
  BiteCheck: { defaults: {}, records: { figures: 'BiteFigures' } },
  BiteFigures: { defaults: { on_upper: null, on_lower: null }, records: {} },
  Cancellation: { defaults: { cause: null }, records: {} },
  Case: { defaults: { notes: null, visit_id: null, current: {}, images: 0, closed_at: null, frozen_at: null, guardian_needed_at: null }, records: { patient: 'PatientLabel' } },
  CaseEvent: { defaults: { scan: null, refs: {} }, records: { scan: 'Judged' } },
  Clinic: { defaults: { erasure: null }, records: { erasure: 'PendingErasure' } },
  Consent: { defaults: { form: null, state: 'given', case_ids: [], withdrawn_by: null, withdrawn_at: null }, records: { guardian: 'Guardian', form: 'StoredObject' } },
  File: { defaults: { visit_id: null, supersedes: null, superseded_by: null, pictures: null, features: null, fingerprints: null }, records: { content: 'StoredObject', pictures: 'Pictures', findings: 'FileFinding', features: 'ScanFeatures', fingerprints: 'Fingerprints' } },
  FileFinding: { defaults: { template: '', figures: {} }, records: {} },
  HeardAs: { defaults: { role: null, org: null, owner: false, alone: false }, records: {} },
  Hold: { defaults: { subject: null, captured: 0, released: 0, refunded: 0, untaxed: 0, undeducted: 0, state: 'open', capture: null, terms: null }, records: { subject: 'Subject', terms: 'Terms' } },
  Hole: { defaults: { along_mm: null }, records: { at: 'Position' } },
  InboxItem: { defaults: { read_at: null, heard_as: null }, records: { heard_as: 'HeardAs' } },
  Invite: { defaults: { state: 'open' }, records: {} },
  Invoice: { defaults: { place: '', irn: null, holds: [], adjusted: [], follows: null, followed_at: null, pdf: null }, records: { covered: 'Covered', supplier: 'StoredBilling', customer: 'StoredBilling', lines: 'InvoiceLine', totals: 'StoredAmounts', adjusted: 'Adjusted', pdf: 'StoredObject' } },
  InvoiceLine: { defaults: { subject: null, sac: '' }, records: { subject: 'Subject' } },
  Lab: { defaults: { erasure: null }, records: { erasure: 'PendingErasure' } },
  LabProfile: { defaults: { about: null, services: 0 }, records: { calendar: 'StoredWorkCalendar' } },
  Operator: { defaults: { available: false, area: null, city_key: null, district: null, bookings: [], to_release: [] }, records: { area: 'Area', bookings: 'Booking', to_release: 'Booking' } },
  Order: { defaults: { signed_off: [], checked: false, findings: [], pairs: [], due_on: null, promised_on: null, state: 'placed', reason: null, shipment: null, remakes: 0, awaiting_guardian: false, messages: 0, paid: false, settlement: null, accepted_by: null }, records: { sender: 'StoredSender', patient: 'OrderPatient', items: 'OrderItem', files: 'SharedFile', findings: 'OrderFinding', pairs: 'SharedPair', shipment: 'StoredShipment' } },
  OrderEvent: { defaults: { reason: null, cause: null, on_time: null, files: [], signed_off: [], checked: false, findings: [], due_on: null, shipment: null, refs: {} }, records: { files: 'SharedFile', findings: 'OrderFinding', shipment: 'StoredShipment' } },
  OrderFinding: { defaults: { file_ids: [], teeth: [], figures: {}, picture: null }, records: { sentence: 'StoredBilingual', mend: 'StoredBilingual', picture: 'StoredFindingPicture' } },
  OrderItem: { defaults: { units: [], arches: [], shade: null, notes: null }, records: { units: 'StoredBridgeUnit' } },
  OrderMessage: { defaults: { attachments: [] }, records: { attachments: 'Attachment' } },
  OrderPatient: { defaults: { name: null }, records: {} },
  PairCheck: { defaults: { occlusion: null, bites: [] }, records: { figures: 'PairFigures', occlusion: 'StoredObject', bites: 'BiteCheck' } },
  PairFigures: { defaults: { gap_mm: null, penetration_mm: null, contact_mm2: null, contacts: null }, records: {} },
  Patient: { defaults: { age_group: null, idle_since: null, visits_requested: [], guardian_changed_at: null, erasure: null }, records: { visits_requested: 'RequestedVisit', erasure: 'PendingErasure' } },
  Pictures: { defaults: { preview: null, sheet: null, marked: null }, records: { thumbnail: 'StoredObject', preview: 'StoredObject', sheet: 'StoredObject', marked: 'StoredObject' } },
  Preferences: { defaults: { language: 'en', zone: 'Asia/Kolkata', channels: {}, digest: 'hourly', updated_at: null }, records: { quiet: 'QuietHours' } },
  PrivacyRequest: { defaults: { uid: null, clinic_id: null, starts_at: null, warned: false, answered_by: null, reasons: [], done_at: null, outcome: {}, kept: {}, wanted: {}, before: {}, archive: null, archive_until: null }, records: { archive: 'StoredObject' } },
  QuietHours: { defaults: { start: '21:00', end: '07:00' }, records: {} },
  Registration: { defaults: { supplier: null }, records: { supplier: 'StoredBilling' } },
  ScanFeatures: { defaults: { arch: null, holes: [] }, records: { arch: 'ArchFigures', holes: 'Hole' } },
  Service: { defaults: { shade_guide: null, active: true }, records: {} },
  SharedFile: { defaults: { features: null }, records: { content: 'StoredObject' } },
  SharedPair: { defaults: { gap_mm: null, penetration_mm: null, contact_mm2: null, contacts: null, occlusion: null }, records: { occlusion: 'StoredObject' } },
  StoredBilling: { defaults: { gstin: null }, records: {} },
  StoredObject: { defaults: { zone: null }, records: {} },
  StoredPrices: { defaults: { commission: 0 }, records: {} },
  StoredShipment: { defaults: { tracking: null }, records: {} },
  StoredWorkCalendar: { defaults: { closed_weekdays: [6], closed_days: [] }, records: {} },
  Subject: { defaults: { on: null, clinic: null, lab: null }, records: {} },
  Terms: { defaults: { registration: null }, records: { prices: 'StoredPrices', registration: 'Registration' } },
  Ticket: { defaults: { org: null, about: null, case_id: null, state: 'open', assignee: null, first_answered_at: null }, records: {} },
  TicketMessage: { defaults: { attachments: [] }, records: { attachments: 'Attachment' } },
  Upload: { defaults: { clinic_id: null, case_id: null, visit_id: null, consent_id: null, operator: null, subject: null, jaw: null, state: 'issued', generation: null, claimed_at: null, findings: [], report: null, parts: [], content: null, pictures: null, sent_with: null, done_at: null }, records: { findings: 'FileFinding', parts: 'UploadPart', content: 'StoredObject', pictures: 'Pictures' } },
  UploadPart: { defaults: { jaw: null, file_id: null, findings: [] }, records: { findings: 'FileFinding' } },
  User: { defaults: { role: null, org: null, owner: false, policy_version: null, erasure: null, reason: null, former_org: null, claims_at: null }, records: { erasure: 'PendingErasure', application: 'Application' } },
  Visit: { defaults: { slot: null, state: 'requested', assignee: null, changes: [], cancelled: null, awaiting_guardian: false, uploads: 0 }, records: { clinic: 'VisitAddress', patient: 'VisitPatient', slots: 'VisitSlot', slot: 'VisitSlot', changes: 'VisitChange', cancelled: 'Cancellation' } },
  Wallet: { defaults: { available: 0, held: 0, credit_limit: 0, sequence: 0, head: '', tariff: 'standard', billing: null, pan: null, sales: null, registrations: [], invoiced: 0, vouchered: 0, advances: [], brought_forward: null, oldest_at: null, turn: null }, records: { billing: 'StoredBilling', sales: 'YearOfSales', registrations: 'StoredBilling', advances: 'Advance', brought_forward: 'Forward', turn: 'Turn' } },
  WalletEntry: { defaults: { subject: null, credit_limit: null }, records: { subject: 'Subject' } },
};
