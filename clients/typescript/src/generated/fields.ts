// Generated from the models by `make docs`: do not edit.

import type {
  FieldsOf,
} from '../fields.js';
import type {
  CallableRequests,
} from './callables.js';
import type {
  Address,
  Billing,
  BridgeUnit,
  GuardianGiven,
  ItemRequest,
  Prices,
  Quiet,
  Shipment,
  SlotOffered,
  WorkCalendar,
} from './wire.js';

/** Patterns of lines of text, of several lines, and of names of files. */
export const LINE = '^(?:[\\p{N}\\p{P}]|[^\\P{L}\\u{115F}-\\u{1160}\\u{3164}\\u{FFA0}]|[^\\P{S}\\u{2800}\\u{FFFC}])(?:[\\u{200C}\\u{200D}\\p{N}\\p{P}]|[^\\P{L}\\u{115F}-\\u{1160}\\u{3164}\\u{FFA0}]|[^\\P{M}\\u{034F}\\u{17B4}-\\u{17B5}\\u{180B}-\\u{180F}\\u{FE00}-\\u{FE0D}\\u{E0100}-\\u{E01EF}]|[^\\P{S}\\u{2800}\\u{FFFC}]|[^\\P{Zs}\\u{180E}])*$';
export const LINES = '^(?:[\\p{N}\\p{P}]|[^\\P{L}\\u{115F}-\\u{1160}\\u{3164}\\u{FFA0}]|[^\\P{S}\\u{2800}\\u{FFFC}])(?:[\\u{200C}\\u{200D}\\n\\p{N}\\p{P}]|[^\\P{L}\\u{115F}-\\u{1160}\\u{3164}\\u{FFA0}]|[^\\P{M}\\u{034F}\\u{17B4}-\\u{17B5}\\u{180B}-\\u{180F}\\u{FE00}-\\u{FE0D}\\u{E0100}-\\u{E01EF}]|[^\\P{S}\\u{2800}\\u{FFFC}]|[^\\P{Zs}\\u{180E}])*$';
export const FILE_NAME = '^[ .]*(?:[^\\P{L}\\u{115F}-\\u{1160}\\u{3164}\\u{FFA0}/\\\\ .]|[^\\P{N}/\\\\ .]|[^\\P{P}/\\\\ .]|[^\\P{S}\\u{2800}\\u{FFFC}/\\\\ .])(?:[\\u{200C}\\u{200D}]|[^\\P{L}\\u{115F}-\\u{1160}\\u{3164}\\u{FFA0}/\\\\]|[^\\P{M}\\u{034F}\\u{17B4}-\\u{17B5}\\u{180B}-\\u{180F}\\u{FE00}-\\u{FE0D}\\u{E0100}-\\u{E01EF}/\\\\]|[^\\P{N}/\\\\]|[^\\P{P}/\\\\]|[^\\P{S}\\u{2800}\\u{FFFC}/\\\\]|[^\\P{Zs}\\u{180E}/\\\\])*$';

const VALUES = {
  AgeGroup: ['child', 'adolescent', 'adult'],
  Arch: ['upper', 'lower'],
  BreachState: ['open', 'assessed', 'notified', 'closed'],
  CaseStatus: ['open', 'scheduled', 'scanned', 'closed', 'awaiting_guardian', 'frozen'],
  Channel: ['email', 'push'],
  Digest: ['at_once', 'hourly', 'daily'],
  DisclosureState: ['requested', 'approved', 'refused', 'disclosed'],
  Failure: ['account_closed', 'account_invalid', 'name_mismatch', 'limit', 'bank_unavailable', 'gateway_refused', 'other'],
  Ground: ['court_order', 'production_order', 'government_demand'],
  Group: ['account', 'privacy', 'visits', 'reminders', 'uploads', 'orders', 'wallet', 'support', 'approvals'],
  HoldGround: ['court_order', 'production_order', 'government_demand', 'legal_claim'],
  Jaw: ['upper', 'lower', 'bite', 'bite_right', 'bite_left', 'mouth'],
  JobState: ['due', 'done', 'void', 'failed'],
  Language: ['en', 'hi'],
  LegalHoldState: ['active', 'releasing', 'released'],
  Material: ['zirconia', 'lithium_disilicate', 'feldspathic_porcelain', 'porcelain_fused_to_metal', 'cobalt_chromium', 'gold_alloy', 'titanium', 'composite', 'pmma', 'acrylic', 'petg', 'resin', 'plaster', 'other'],
  PayoutResult: ['paid', 'failed', 'returned'],
  PayoutState: ['requested', 'endorsed', 'approved', 'exported', 'sent', 'paid', 'failed', 'returned', 'rejected', 'cancelled'],
  Per: ['tooth', 'arch', 'piece'],
  Purpose: ['dispute', 'support', 'privacy_request'],
  Reason: ['no_capacity', 'not_feasible', 'not_needed', 'ordered_twice', 'patient_unavailable', 'consent_withdrawn', 'parcel_lost', 'question', 'material_missing', 'margin_unclear', 'scan_incomplete', 'scan_distorted', 'bite_wrong', 'does_not_fit', 'wrong_shade', 'broken', 'not_as_ordered'],
  Refusal: ['method_doubtful', 'account_changed', 'dispute', 'other'],
  Relation: ['parent', 'legal_guardian'],
  RequestState: ['received', 'cooling_off', 'running', 'done', 'refused', 'withdrawn', 'failed'],
  Risk: ['none', 'low', 'high'],
  Role: ['clinic', 'operator', 'lab', 'admin'],
  ScanKind: ['upper_arch', 'lower_arch', 'bite', 'preparation', 'implant', 'photographs'],
  Scope: ['scan', 'share_with_lab', 'images'],
  Secrecy: ['ordered', 'offence', 'state_security'],
  ShadeGuide: ['vita_classical', 'vita_3d_master'],
  Source: ['shares', 'audit'],
  Status: ['pending', 'active', 'rejected', 'suspended', 'removed'],
  TicketState: ['open', 'answered', 'closed'],
  UnitPart: ['retainer', 'pontic'],
  UploadKind: ['stl', 'image', 'case'],
  VisitState: ['requested', 'assigned', 'accepted', 'en_route', 'arrived', 'scanning', 'uploaded', 'completed', 'declined', 'rescheduled', 'cancelled', 'no_show', 'interrupted'],
  WorkType: ['crown', 'bridge', 'veneer', 'inlay_onlay', 'denture', 'implant_crown', 'aligner', 'retainer', 'night_guard', 'study_model', 'surgical_guide', 'other'],
} as const;

/** The records that stand in requests. */
export interface Records {
  Address: Address;
  Billing: Billing;
  BridgeUnit: BridgeUnit;
  GuardianGiven: GuardianGiven;
  ItemRequest: ItemRequest;
  Prices: Prices;
  Quiet: Quiet;
  Shipment: Shipment;
  SlotOffered: SlotOffered;
  WorkCalendar: WorkCalendar;
}

/** The fields of each callable, without the idempotency key. */
export const FIELDS: { readonly [N in keyof CallableRequests]: FieldsOf<CallableRequests[N]> } = {
  'accounts/accept_policy': {
    version: { kind: 'text', required: true, pattern: '^[A-Za-z0-9.-]{1,20}$' },
  },
  'accounts/approve_account': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'accounts/change_phone': {
    phone: { kind: 'text', required: true, least: 1, most: 40 },
  },
  'accounts/change_role': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
    role: { kind: 'choice', required: true, enumeration: 'Role', values: VALUES.Role },
    org: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20}$' },
  },
  'accounts/follow_email': {},
  'accounts/get_policy': {},
  'accounts/hand_over_ownership': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'accounts/invite_member': {
    email: { kind: 'text', required: true, format: 'email' },
    owner: { kind: 'yes_no', required: false, default: false },
  },
  'accounts/list_accounts': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    status: { kind: 'choice', required: true, enumeration: 'Status', values: VALUES.Status },
  },
  'accounts/register_account': {
    name: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    phone: { kind: 'text', required: true, least: 1, most: 40 },
    role: { kind: 'choice', required: true, enumeration: 'Role', values: ['clinic', 'lab', 'operator'] },
    organisation: { kind: 'record', required: false, nullable: true, record: 'Address' },
    invite_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20}$' },
    policy_version: { kind: 'text', required: true, pattern: '^[A-Za-z0-9.-]{1,20}$' },
  },
  'accounts/reinstate_account': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'accounts/reject_account': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
    reason: { kind: 'text', required: true, least: 3, most: 300, pattern: LINE },
  },
  'accounts/remove_member': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'accounts/suspend_account': {
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
    reason: { kind: 'text', required: true, least: 3, most: 300, pattern: LINE },
  },
  'accounts/withdraw_invite': {
    invite_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20}$' },
  },
  'jobs/list_jobs': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: false, enumeration: 'JobState', values: VALUES.JobState, default: 'failed' },
  },
  'jobs/retry_job': {
    job_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$' },
  },
  'jobs/sweep_jobs': {
    subject: { kind: 'text', required: false, nullable: true, most: 300, pattern: '^[a-z_]+/[A-Za-z0-9][!-.0-~]{0,127}(/[a-z_]+/[A-Za-z0-9][!-.0-~]{0,127})?$' },
  },
  'labs/check_order': {
    case_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    lab_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    items: { kind: 'list', required: false, most: 20, of: { kind: 'record', required: true, record: 'ItemRequest' } },
    file_ids: { kind: 'list', required: false, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
    wanted_on: { kind: 'day', required: false, nullable: true },
    proceed_with_warnings: { kind: 'yes_no', required: false, default: false },
  },
  'labs/get_figures': {
    first_day: { kind: 'day', required: true },
    last_day: { kind: 'day', required: true },
    lab_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'labs/get_file_links': {
    order_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    file_ids: { kind: 'list', required: true, least: 1, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
  },
  'labs/get_message_links': {
    order_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    message_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'labs/get_receipt': {
    order_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    reason: { kind: 'choice', required: false, nullable: true, enumeration: 'Purpose', values: VALUES.Purpose },
  },
  'labs/move_order': {
    order_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    action: { kind: 'choice', required: true, enumeration: 'OrderAction', values: ['accept', 'reject', 'start', 'put_on_hold', 'resume', 'request_rescan', 'send_rescan', 'finish', 'ship', 'report_lost', 'deliver', 'complete', 'request_remake', 'cancel', 'give_back', 'amend'] },
    reason: { kind: 'choice', required: false, nullable: true, enumeration: 'Reason', values: VALUES.Reason },
    shipment: { kind: 'record', required: false, nullable: true, record: 'Shipment' },
    due_on: { kind: 'day', required: false, nullable: true },
    file_ids: { kind: 'list', required: false, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
    proceed_with_warnings: { kind: 'yes_no', required: false, default: false },
  },
  'labs/place_order': {
    case_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    lab_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    items: { kind: 'list', required: true, least: 1, most: 20, of: { kind: 'record', required: true, record: 'ItemRequest' } },
    file_ids: { kind: 'list', required: true, least: 1, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
    wanted_on: { kind: 'day', required: true },
    share_name: { kind: 'yes_no', required: false, default: false },
    proceed_with_warnings: { kind: 'yes_no', required: false, default: false },
  },
  'labs/save_profile': {
    about: { kind: 'text', required: false, nullable: true, least: 1, most: 300, pattern: LINE },
    accepting: { kind: 'yes_no', required: true },
    calendar: { kind: 'record', required: false, record: 'WorkCalendar', default: { closed_weekdays: [6], closed_days: [] } },
  },
  'labs/save_service': {
    name: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    work: { kind: 'choice', required: true, enumeration: 'WorkType', values: VALUES.WorkType },
    materials: { kind: 'list', required: true, least: 1, most: 14, of: { kind: 'choice', required: true, enumeration: 'Material', values: VALUES.Material } },
    shade_guide: { kind: 'choice', required: false, nullable: true, enumeration: 'ShadeGuide', values: VALUES.ShadeGuide },
    per: { kind: 'choice', required: true, enumeration: 'Per', values: VALUES.Per },
    price: { kind: 'whole', required: true, least: 100, most: 100000000, unit: 'paise' },
    turnaround: { kind: 'whole', required: true, least: 0, most: 60, unit: 'working_days' },
    active: { kind: 'yes_no', required: false, default: true },
    service_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'labs/send_message': {
    order_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    text: { kind: 'text', required: true, least: 1, most: 2000, pattern: LINES, lines: true },
    attachment_ids: { kind: 'list', required: false, most: 10, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
  },
  'labs/start_attachment': {
    file_name: { kind: 'text', required: true, most: 120, pattern: FILE_NAME },
    kind: { kind: 'choice', required: true, enumeration: 'UploadKind', values: ['stl', 'image'] },
    byte_size: { kind: 'whole', required: true, least: 1, most: 1099511627776, unit: 'bytes' },
    order_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'messaging/set_preferences': {
    language: { kind: 'choice', required: false, enumeration: 'Language', values: VALUES.Language, default: 'en' },
    zone: { kind: 'text', required: false, most: 64, pattern: '^[A-Za-z0-9_+/-]+$', default: 'Asia/Kolkata' },
    quiet: { kind: 'record', required: false, nullable: true, record: 'Quiet', default: { start: '21:00', end: '07:00' } },
    channels: { kind: 'map', required: false, keys: { kind: 'choice', required: true, enumeration: 'Group', values: VALUES.Group }, of: { kind: 'list', required: true, of: { kind: 'choice', required: true, enumeration: 'Channel', values: VALUES.Channel } } },
    digest: { kind: 'choice', required: false, nullable: true, enumeration: 'Digest', values: VALUES.Digest },
  },
  'payments/reconcile_payments': {
    first_day: { kind: 'day', required: true },
    last_day: { kind: 'day', required: true },
  },
  'payments/send_payouts': {
    payout_ids: { kind: 'list', required: true, least: 1, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
  },
  'payments/start_top_up': {
    paise: { kind: 'whole', required: true, least: 100, most: 50000000, unit: 'paise' },
  },
  'privacy/acknowledge_review': {
    month: { kind: 'month', required: true },
  },
  'privacy/answer_request': {
    request_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    answer: { kind: 'choice', required: true, enumeration: 'RequestAction', values: ['approve', 'refuse'] },
    reason: { kind: 'choice', required: false, nullable: true, enumeration: 'RefusalOfRequest', values: ['identity-not-proven', 'not-theirs', 'law-forbids', 'unfounded'] },
  },
  'privacy/build_disclosure': {
    disclosure_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/cancel_request': {
    request_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/decide_disclosure': {
    disclosure_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    approve: { kind: 'yes_no', required: true },
  },
  'privacy/draft_notice': {
    breach_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    language: { kind: 'choice', required: false, enumeration: 'Language', values: VALUES.Language, default: 'en' },
  },
  'privacy/get_access_review': {
    month: { kind: 'month', required: true },
  },
  'privacy/get_consent_record': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    patient_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    clinic_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/get_disclosure_link': {
    disclosure_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/get_export_link': {
    request_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/list_affected': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    breach_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    source: { kind: 'choice', required: true, enumeration: 'Source', values: VALUES.Source },
  },
  'privacy/list_breaches': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: true, enumeration: 'BreachState', values: VALUES.BreachState },
  },
  'privacy/list_disclosures': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: true, enumeration: 'DisclosureState', values: VALUES.DisclosureState },
  },
  'privacy/list_holds': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: false, enumeration: 'LegalHoldState', values: VALUES.LegalHoldState, default: 'active' },
  },
  'privacy/list_requests': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: false, enumeration: 'RequestState', values: VALUES.RequestState, default: 'received' },
  },
  'privacy/move_breach': {
    breach_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    action: { kind: 'choice', required: true, enumeration: 'BreachAction', values: ['assess', 'notify', 'close'] },
    risk: { kind: 'choice', required: false, nullable: true, enumeration: 'Risk', values: VALUES.Risk },
  },
  'privacy/open_breach': {
    uid: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
    lab_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    since: { kind: 'moment', required: true },
    until: { kind: 'moment', required: true },
    aware_at: { kind: 'moment', required: false, nullable: true },
  },
  'privacy/record_disclosure': {
    disclosure_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    digest: { kind: 'text', required: true, pattern: '^[0-9a-f]{64}$' },
  },
  'privacy/release_hold': {
    hold_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    action: { kind: 'choice', required: true, enumeration: 'HoldAction', values: ['ask_release', 'confirm_release', 'keep'] },
  },
  'privacy/request_correction': {
    organisation: { kind: 'record', required: true, record: 'Address' },
  },
  'privacy/request_disclosure': {
    authority: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    file_number: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    ground: { kind: 'choice', required: true, enumeration: 'Ground', values: VALUES.Ground },
    scope: { kind: 'list', required: true, least: 1, most: 50, of: { kind: 'text', required: true, pattern: '^(users|cases|orders|clinics/[A-Za-z0-9]{20}/patients)/[A-Za-z0-9]{1,128}$' } },
    secrecy: { kind: 'choice', required: false, nullable: true, enumeration: 'Secrecy', values: VALUES.Secrecy },
  },
  'privacy/request_erasure': {
    patient_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/request_export': {
    patient_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'privacy/set_hold': {
    subject: { kind: 'text', required: true, pattern: '^(users/[A-Za-z0-9]{1,128}|labs/[A-Za-z0-9]{20}|clinics/[A-Za-z0-9]{20}(/patients/[A-Za-z0-9]{20})?)$' },
    ground: { kind: 'choice', required: true, enumeration: 'HoldGround', values: VALUES.HoldGround },
    case_number: { kind: 'text', required: true, most: 40, pattern: '^[A-Z0-9 /.()-]*[0-9][A-Z0-9 /.()-]*$' },
  },
  'privacy/show_request': {
    request_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'scans/add_patient': {
    reference: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$' },
    name: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    age_group: { kind: 'choice', required: false, nullable: true, enumeration: 'AgeGroup', values: VALUES.AgeGroup },
  },
  'scans/assign_operator': {
    visit_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
    slot: { kind: 'record', required: true, record: 'SlotOffered' },
  },
  'scans/cancel_visit': {
    visit_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    reason: { kind: 'choice', required: true, enumeration: 'CancelReason', values: ['patient_unavailable', 'clinic_unavailable', 'no_operator', 'not_needed', 'requested_twice'] },
    cause: { kind: 'choice', required: false, nullable: true, enumeration: 'VisitCause', values: ['clinic', 'operator', 'platform'] },
  },
  'scans/close_case': {
    case_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'scans/correct_patient': {
    patient_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    reference: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$' },
    name: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    age_group: { kind: 'choice', required: false, nullable: true, enumeration: 'AgeGroup', values: VALUES.AgeGroup },
  },
  'scans/get_figures': {
    first_day: { kind: 'day', required: true },
    last_day: { kind: 'day', required: true },
    scanned_by: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'scans/get_file_links': {
    case_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    file_ids: { kind: 'list', required: true, least: 1, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
  },
  'scans/get_form_link': {
    consent_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'scans/get_occlusion_links': {
    case_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    pair_ids: { kind: 'list', required: true, least: 1, most: 20, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9-]{1,60}_[A-Za-z0-9-]{1,60}$' } },
  },
  'scans/list_cases': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    status: { kind: 'choice', required: false, nullable: true, enumeration: 'CaseStatus', values: VALUES.CaseStatus },
    patient_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    opened_from: { kind: 'moment', required: false, default: '2020-01-01T00:00:00Z' },
    opened_before: { kind: 'moment', required: false, default: '9999-01-01T00:00:00Z' },
  },
  'scans/list_visits': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: true, enumeration: 'VisitState', values: VALUES.VisitState },
  },
  'scans/move_visit': {
    visit_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    action: { kind: 'choice', required: true, enumeration: 'VisitAction', values: ['accept', 'decline', 'depart', 'arrive', 'begin', 'finish', 'complete', 'report_no_show'] },
  },
  'scans/open_case': {
    patient_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    consent_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    notes: { kind: 'text', required: false, nullable: true, least: 1, most: 300, pattern: LINE },
  },
  'scans/record_consent': {
    patient_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    text_version: { kind: 'text', required: true, pattern: '^[A-Za-z0-9.-]{1,20}$' },
    language: { kind: 'text', required: true, pattern: '^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$' },
    scope: { kind: 'list', required: true, least: 1, most: 3, of: { kind: 'choice', required: true, enumeration: 'Scope', values: VALUES.Scope } },
    age_group: { kind: 'choice', required: true, enumeration: 'AgeGroup', values: VALUES.AgeGroup },
    obtained_at: { kind: 'moment', required: true },
    obtained_by: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    guardian: { kind: 'record', required: false, nullable: true, record: 'GuardianGiven' },
  },
  'scans/reopen_case': {
    case_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'scans/request_visit': {
    patient_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    consent_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    case_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    slots: { kind: 'list', required: true, least: 1, most: 5, of: { kind: 'record', required: true, record: 'SlotOffered' } },
    scans: { kind: 'list', required: true, least: 1, most: 6, of: { kind: 'choice', required: true, enumeration: 'ScanKind', values: VALUES.ScanKind } },
    notes: { kind: 'text', required: false, nullable: true, least: 1, most: 300, pattern: LINE },
    price_list: { kind: 'whole', required: false, least: 0, most: 1000000, default: 0 },
    again: { kind: 'yes_no', required: false, default: false },
  },
  'scans/reschedule_visit': {
    visit_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    slots: { kind: 'list', required: true, least: 1, most: 5, of: { kind: 'record', required: true, record: 'SlotOffered' } },
    cause: { kind: 'choice', required: false, nullable: true, enumeration: 'VisitCause', values: ['clinic', 'operator', 'platform'] },
  },
  'scans/set_service_area': {
    city: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    pincode: { kind: 'text', required: true, pattern: '^[1-9][0-9]{5}$' },
    available: { kind: 'yes_no', required: true },
  },
  'scans/show_visit': {
    visit_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'scans/start_upload': {
    file_name: { kind: 'text', required: true, most: 120, pattern: FILE_NAME },
    kind: { kind: 'choice', required: true, enumeration: 'UploadKind', values: VALUES.UploadKind },
    byte_size: { kind: 'whole', required: true, least: 1, most: 1099511627776, unit: 'bytes' },
    case_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    visit_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    consent_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    jaw: { kind: 'choice', required: false, nullable: true, enumeration: 'Jaw', values: VALUES.Jaw },
  },
  'scans/suggest_operators': {
    visit_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    slot: { kind: 'record', required: true, record: 'SlotOffered' },
  },
  'scans/withdraw_consent': {
    consent_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'support/assign_ticket': {
    ticket_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    uid: { kind: 'text', required: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'support/close_ticket': {
    ticket_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'support/get_figures': {
    first_day: { kind: 'day', required: true },
    last_day: { kind: 'day', required: true },
    hours: { kind: 'whole', required: false, least: 1, most: 720, default: 24, unit: 'hours' },
  },
  'support/get_message_links': {
    ticket_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    message_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'support/get_queue': {},
  'support/list_tickets': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    state: { kind: 'choice', required: false, enumeration: 'TicketState', values: VALUES.TicketState, default: 'open' },
    assignee: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9][!-.0-~]{0,127}$' },
  },
  'support/open_ticket': {
    subject: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    text: { kind: 'text', required: true, least: 1, most: 2000, pattern: LINES, lines: true },
    about: { kind: 'text', required: false, nullable: true, pattern: '^(cases|orders)/[A-Za-z0-9]{20,40}$' },
  },
  'support/send_message': {
    ticket_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    text: { kind: 'text', required: true, least: 1, most: 2000, pattern: LINES, lines: true },
    attachment_ids: { kind: 'list', required: false, most: 10, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
  },
  'support/show_ticket': {
    ticket_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'support/start_attachment': {
    file_name: { kind: 'text', required: true, most: 120, pattern: FILE_NAME },
    kind: { kind: 'choice', required: true, enumeration: 'UploadKind', values: ['stl', 'image'] },
    byte_size: { kind: 'whole', required: true, least: 1, most: 1099511627776, unit: 'bytes' },
    ticket_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/adjust_wallet': {
    wallet_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    kind: { kind: 'choice', required: true, enumeration: 'Role', values: ['clinic', 'lab'] },
    paise: { kind: 'whole', required: true, least: -1000000000, most: 1000000000, unit: 'paise' },
    reason: { kind: 'text', required: true, least: 3, most: 300, pattern: LINE },
  },
  'wallet/approve_payout': {
    payout_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/cancel_payout': {
    payout_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/export_payouts': {
    payout_ids: { kind: 'list', required: true, least: 1, most: 100, of: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' } },
  },
  'wallet/get_balance': {
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/get_invoice_link': {
    invoice_id: { kind: 'text', required: true, pattern: '^S[CFNRV]-[0-9]{4}-[0-9]{6,8}$' },
  },
  'wallet/get_payout_file': {
    batch_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/get_payout_method': {},
  'wallet/get_prices': {
    tariff: { kind: 'text', required: false, nullable: true, most: 40, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  },
  'wallet/get_statement': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/get_statement_file': {
    first_day: { kind: 'day', required: true },
    last_day: { kind: 'day', required: true },
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    format: { kind: 'choice', required: false, enumeration: 'StatementFormat', values: ['csv', 'pdf'], default: 'pdf' },
  },
  'wallet/get_totals': {
    first_day: { kind: 'day', required: true },
    last_day: { kind: 'day', required: true },
  },
  'wallet/get_withholding': {
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    period: { kind: 'text', required: true, pattern: '^20[2-9][0-9](-(0[1-9]|1[0-2])|Q[1-4])$' },
  },
  'wallet/issue_invoices': {
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/list_invoices': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
  },
  'wallet/list_payouts': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 100, default: 50 },
    lab_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    state: { kind: 'choice', required: false, nullable: true, enumeration: 'PayoutState', values: VALUES.PayoutState },
  },
  'wallet/list_withholding': {
    cursor: { kind: 'text', required: false, nullable: true, most: 500, pattern: '^[A-Za-z0-9_=-]+$' },
    limit: { kind: 'whole', required: false, least: 1, most: 50, default: 20 },
    period: { kind: 'text', required: true, pattern: '^20[2-9][0-9](-(0[1-9]|1[0-2])|Q[1-4])$' },
  },
  'wallet/publish_prices': {
    tariff: { kind: 'text', required: false, most: 40, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', default: 'standard' },
    replaces: { kind: 'whole', required: true, least: 0, most: 1000000 },
    prices: { kind: 'record', required: true, record: 'Prices' },
  },
  'wallet/record_payout_file': {
    lines: { kind: 'list', required: true, least: 2, most: 501, of: { kind: 'text', required: true, most: 300, pattern: '^[ -~]*$' } },
  },
  'wallet/record_payout_result': {
    payout_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    result: { kind: 'choice', required: true, enumeration: 'PayoutResult', values: VALUES.PayoutResult },
    utr: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{6,22}$' },
    failure: { kind: 'choice', required: false, nullable: true, enumeration: 'Failure', values: VALUES.Failure },
  },
  'wallet/refund_transaction': {
    wallet_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    transaction_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    paise: { kind: 'whole', required: false, nullable: true, least: 1, most: 1000000000, unit: 'paise' },
    reason: { kind: 'text', required: true, least: 3, most: 300, pattern: LINE },
  },
  'wallet/reject_payout': {
    payout_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    refusal: { kind: 'choice', required: true, enumeration: 'Refusal', values: VALUES.Refusal },
  },
  'wallet/release_expired_holds': {
    wallet_id: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    limit: { kind: 'whole', required: false, least: 1, most: 200, default: 100 },
  },
  'wallet/request_payout': {
    paise: { kind: 'whole', required: true, least: 100, most: 1000000000, unit: 'paise' },
  },
  'wallet/set_billing': {
    billing: { kind: 'record', required: true, record: 'Billing' },
    pan: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z]{5}[0-9]{4}[A-Za-z]$' },
  },
  'wallet/set_payout_method': {
    holder: { kind: 'text', required: true, most: 100, pattern: '^[A-Za-z][A-Za-z0-9 .,&\'()/-]{2,99}$' },
    account_number: { kind: 'text', required: false, nullable: true, pattern: '^[0-9]{9,18}$' },
    ifsc: { kind: 'text', required: false, nullable: true, pattern: '^[A-Z]{4}0[A-Z0-9]{6}$' },
    vpa: { kind: 'text', required: false, nullable: true, most: 255, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{1,200}@[A-Za-z][A-Za-z0-9]{1,49}$' },
    automatic: { kind: 'yes_no', required: false, default: false },
  },
  'wallet/set_terms': {
    wallet_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    kind: { kind: 'choice', required: true, enumeration: 'Role', values: ['clinic', 'lab'] },
    credit_limit: { kind: 'whole', required: false, nullable: true, least: 0, most: 1000000000, unit: 'paise' },
    tariff: { kind: 'text', required: false, nullable: true, most: 40, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  },
  'wallet/start_billing': {
    month: { kind: 'month', required: true },
  },
};

/** The fields of each record that stands in requests. */
export const RECORDS: { readonly [R in keyof Records]: FieldsOf<Records[R]> } = {
  Address: {
    name: { kind: 'text', required: true, least: 1, most: 120, pattern: '^[^\\p{Cc}]*$' },
    address: { kind: 'text', required: true, least: 1, most: 300, pattern: '^[^\\p{Cc}]*$' },
    city: { kind: 'text', required: true, least: 1, most: 120, pattern: '^[^\\p{Cc}]*$' },
    pincode: { kind: 'text', required: true, pattern: '^[1-9][0-9]{5}$' },
  },
  Billing: {
    legal_name: { kind: 'text', required: true, least: 1, most: 120, pattern: '^[^\\p{Cc}]*$' },
    address: { kind: 'text', required: true, least: 1, most: 300, pattern: '^[^\\p{Cc}]*$' },
    state: { kind: 'text', required: true, pattern: '^[0-9]{2}$' },
    gstin: { kind: 'text', required: false, nullable: true, least: 15, most: 15 },
  },
  BridgeUnit: {
    tooth: { kind: 'whole', required: true, least: 11, most: 85 },
    part: { kind: 'choice', required: true, enumeration: 'UnitPart', values: VALUES.UnitPart },
  },
  GuardianGiven: {
    name: { kind: 'text', required: true, least: 1, most: 120, pattern: LINE },
    relation: { kind: 'choice', required: true, enumeration: 'Relation', values: VALUES.Relation },
  },
  ItemRequest: {
    service_id: { kind: 'text', required: true, pattern: '^[A-Za-z0-9]{20,40}$' },
    teeth: { kind: 'list', required: false, most: 32, of: { kind: 'whole', required: true, least: 11, most: 85 } },
    units: { kind: 'list', required: false, most: 16, of: { kind: 'record', required: true, record: 'BridgeUnit' } },
    arches: { kind: 'list', required: false, most: 2, of: { kind: 'choice', required: true, enumeration: 'Arch', values: VALUES.Arch } },
    material: { kind: 'choice', required: true, enumeration: 'Material', values: VALUES.Material },
    shade: { kind: 'text', required: false, nullable: true, pattern: '^[A-Z0-9.]{1,10}$' },
    notes: { kind: 'text', required: false, nullable: true, least: 1, most: 300, pattern: LINE },
  },
  Prices: {
    visit: { kind: 'whole', required: true, least: 0, most: 100000000, unit: 'paise' },
    tax: { kind: 'whole', required: true, least: 0, most: 2800, unit: 'basis_points' },
    late_cancellation: { kind: 'whole', required: true, least: 0, most: 10000, unit: 'basis_points' },
    no_show: { kind: 'whole', required: true, least: 0, most: 10000, unit: 'basis_points' },
    commission: { kind: 'whole', required: false, least: 0, most: 5000, default: 0, unit: 'basis_points' },
    low_balance: { kind: 'whole', required: true, least: 0, most: 100000000, unit: 'paise' },
  },
  Quiet: {
    start: { kind: 'time', required: true },
    end: { kind: 'time', required: true },
  },
  Shipment: {
    carrier: { kind: 'text', required: true, least: 1, most: 60 },
    tracking: { kind: 'text', required: false, nullable: true, pattern: '^[A-Za-z0-9 /-]{1,40}$' },
  },
  SlotOffered: {
    starts_at: { kind: 'moment', required: true },
    ends_at: { kind: 'moment', required: true },
  },
  WorkCalendar: {
    closed_weekdays: { kind: 'list', required: false, most: 6, of: { kind: 'whole', required: true, least: 0, most: 6 }, default: [6] },
    closed_days: { kind: 'list', required: false, most: 60, of: { kind: 'day', required: true } },
  },
};
