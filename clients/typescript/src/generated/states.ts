// Generated from the models by `make docs`: do not edit.

import type {
  Table,
} from '../states.js';
import type {
  AccountAction,
  BreachAction,
  BreachState,
  CaseAction,
  CaseStatus,
  ConsentAction,
  ConsentState,
  DisclosureAction,
  DisclosureState,
  DisputeAction,
  DisputeState,
  HoldAction,
  JobAction,
  JobState,
  LegalHoldState,
  OrderAction,
  OrderState,
  PaymentAction,
  PaymentState,
  PayoutAction,
  PayoutState,
  RefundAction,
  RefundState,
  RequestAction,
  RequestState,
  ReviewAction,
  ReviewState,
  Status,
  TicketAction,
  TicketState,
  UploadAction,
  UploadState,
  VisitAction,
  VisitState,
} from './enumerations.js';

/** Who somebody is to the thing that a step is about. */
export type Party = 'person' | 'owner' | 'clinic' | 'lab' | 'operator' | 'admin' | 'system';

/** The table of each state machine. */
export interface Machines {
  accessReview: Table<ReviewState, ReviewAction>;
  account: Table<Status, AccountAction>;
  breach: Table<BreachState, BreachAction>;
  case: Table<CaseStatus, CaseAction>;
  consent: Table<ConsentState, ConsentAction>;
  disclosure: Table<DisclosureState, DisclosureAction>;
  dispute: Table<DisputeState, DisputeAction>;
  job: Table<JobState, JobAction>;
  legalHold: Table<LegalHoldState, HoldAction>;
  order: Table<OrderState, OrderAction>;
  payment: Table<PaymentState, PaymentAction>;
  payout: Table<PayoutState, PayoutAction>;
  privacyRequest: Table<RequestState, RequestAction>;
  refundAtTheGateway: Table<RefundState, RefundAction>;
  ticket: Table<TicketState, TicketAction>;
  upload: Table<UploadState, UploadAction>;
  visit: Table<VisitState, VisitAction>;
}

/** Each step: from, action, to, who may. Null: yet to be made, or an end that depends. */
export const MACHINES: Machines = {
  /**
   * The month's report on who may do what. The sweep makes it, page by page; an admin reads it and
   * says so.
   */
  accessReview: [
    [null, 'begin', 'building', ['system']],
    ['building', 'go_on', 'building', ['system']],
    ['building', 'finish', 'open', ['system']],
    ['open', 'acknowledge', 'acknowledged', ['admin']],
  ],
  /** The life of an account. */
  account: [
    [null, 'register', 'pending', ['person']],
    ['pending', 'register', 'pending', ['person']],
    ['rejected', 'register', 'pending', ['person']],
    ['removed', 'register', 'pending', ['person']],
    ['pending', 'approve', 'active', ['admin']],
    ['pending', 'reject', 'rejected', ['admin']],
    ['active', 'change_role', 'active', ['admin']],
    ['active', 'suspend', 'suspended', ['admin']],
    ['suspended', 'reinstate', 'active', ['admin']],
    ['active', 'remove', 'removed', ['owner']],
  ],
  /**
   * Data that got where it should not. It is assessed; those affected and the Board are told within
   * 72 hours, unless it turns out to be none; and it is closed.
   */
  breach: [
    [null, 'open', 'open', ['admin']],
    ['open', 'assess', 'assessed', ['admin']],
    ['assessed', 'notify', 'notified', ['admin']],
    ['assessed', 'close', 'closed', ['admin']],
    ['notified', 'close', 'closed', ['admin']],
  ],
  /**
   * A case's status follows from its facts: the consent's withdrawal, a guardian who has not
   * consented yet, its closing, the visit under way, its files. The table says what each status
   * allows. The system closes a case in which nothing was done for long.
   */
  case: [
    [null, 'open', 'open', ['clinic']],
    ['open', 'request_visit', 'scheduled', ['clinic']],
    ['scanned', 'request_visit', 'scheduled', ['clinic']],
    ['open', 'upload', null, ['clinic', 'operator', 'system']],
    ['scheduled', 'upload', null, ['clinic', 'operator', 'system']],
    ['scanned', 'upload', null, ['clinic', 'operator', 'system']],
    ['open', 'link', null, ['clinic']],
    ['scheduled', 'link', null, ['clinic']],
    ['scanned', 'link', null, ['clinic']],
    ['closed', 'link', null, ['clinic']],
    ['open', 'close', 'closed', ['clinic', 'system']],
    ['scanned', 'close', 'closed', ['clinic', 'system']],
    ['closed', 'reopen', null, ['clinic']],
    ['awaiting_guardian', 'close', null, ['clinic', 'system']],
    ['open', 'require_guardian', 'awaiting_guardian', ['system']],
    ['scheduled', 'require_guardian', 'awaiting_guardian', ['system']],
    ['scanned', 'require_guardian', 'awaiting_guardian', ['system']],
    ['closed', 'require_guardian', 'awaiting_guardian', ['system']],
    ['awaiting_guardian', 'resume', null, ['system']],
    ['open', 'freeze', 'frozen', ['system']],
    ['scheduled', 'freeze', 'frozen', ['system']],
    ['scanned', 'freeze', 'frozen', ['system']],
    ['closed', 'freeze', 'frozen', ['system']],
    ['awaiting_guardian', 'freeze', 'frozen', ['system']],
  ],
  /**
   * A patient's consent. What was withdrawn stays withdrawn: who consents again gets a new record.
   */
  consent: [
    [null, 'record', 'given', ['clinic']],
    ['given', 'withdraw', 'withdrawn', ['clinic']],
  ],
  /**
   * What an authority asks for by law. One admin enters it, another one decides. What it may have
   * is built into an archive and fetched while that stands, and what was handed over is noted.
   */
  disclosure: [
    [null, 'request', 'requested', ['admin']],
    ['requested', 'approve', 'approved', ['admin']],
    ['requested', 'refuse', 'refused', ['admin']],
    ['approved', 'refuse', 'refused', ['admin']],
    ['approved', 'build', 'approved', ['admin']],
    ['approved', 'fetch', 'approved', ['admin']],
    ['approved', 'disclose', 'disclosed', ['admin']],
  ],
  /**
   * A payer's bank disputes a payment. What the gateway tells may come in any order and twice. One
   * that was won may be raised again and lost; one that was lost is over.
   */
  dispute: [
    [null, 'open', 'open', ['system']],
    ['action_required', 'review', 'under_review', ['system']],
    ['open', 'review', 'under_review', ['system']],
    ['open', 'demand', 'action_required', ['system']],
    ['under_review', 'demand', 'action_required', ['system']],
    ['action_required', 'win', 'won', ['system']],
    ['open', 'win', 'won', ['system']],
    ['under_review', 'win', 'won', ['system']],
    ['action_required', 'close', 'closed', ['system']],
    ['open', 'close', 'closed', ['system']],
    ['under_review', 'close', 'closed', ['system']],
    ['action_required', 'lose', 'lost', ['system']],
    ['open', 'lose', 'lost', ['system']],
    ['under_review', 'lose', 'lost', ['system']],
    ['closed', 'lose', 'lost', ['system']],
    ['won', 'lose', 'lost', ['system']],
  ],
  /**
   * A promise to act later, which the system makes in somebody's act. It is moved, or taken back,
   * when what it is about is, whatever became of it before.
   */
  job: [
    [null, 'promise', 'due', ['system']],
    ['due', 'move', 'due', ['system']],
    ['done', 'move', 'due', ['system']],
    ['void', 'move', 'due', ['system']],
    ['failed', 'move', 'due', ['system']],
    ['due', 'void', 'void', ['system']],
    ['done', 'void', 'void', ['system']],
    ['void', 'void', 'void', ['system']],
    ['failed', 'void', 'void', ['system']],
    ['due', 'go_on', 'due', ['system']],
    ['due', 'finish', 'done', ['system']],
    ['due', 'give_up', 'failed', ['system']],
    ['failed', 'retry', 'due', ['admin']],
  ],
  /**
   * What keeps somebody's data from being erased. One admin sets it and it holds at once; it is let
   * go of when one admin asks for that and another one confirms, and holds until then.
   */
  legalHold: [
    [null, 'set', 'active', ['admin']],
    ['active', 'ask_release', 'releasing', ['admin']],
    ['releasing', 'keep', 'active', ['admin']],
    ['releasing', 'confirm_release', 'released', ['admin']],
  ],
  /**
   * A clinic's order from a lab, under one number through new scans and remakes. It is paid for
   * when it is first delivered; below is what becomes of the price where it ends otherwise.
   */
  order: [
    [null, 'place', 'placed', ['clinic']],
    ['placed', 'accept', 'accepted', ['lab']],
    ['placed', 'reject', 'rejected', ['lab']],
    ['accepted', 'start', 'in_production', ['lab']],
    ['accepted', 'put_on_hold', 'on_hold', ['admin', 'lab']],
    ['in_production', 'put_on_hold', 'on_hold', ['admin', 'lab']],
    ['on_hold', 'resume', 'in_production', ['admin', 'lab']],
    ['accepted', 'request_rescan', 'rescan_requested', ['lab']],
    ['in_production', 'request_rescan', 'rescan_requested', ['lab']],
    ['rescan_requested', 'send_rescan', 'accepted', ['clinic']],
    ['in_production', 'finish', 'ready', ['lab']],
    ['ready', 'ship', 'shipped', ['lab']],
    ['shipped', 'deliver', 'delivered', ['admin', 'clinic']],
    ['delivered', 'complete', 'completed', ['admin', 'clinic', 'system']],
    ['delivered', 'request_remake', 'remake_requested', ['clinic']],
    ['remake_requested', 'accept', 'accepted', ['admin', 'lab']],
    ['remake_requested', 'complete', 'completed', ['admin', 'clinic', 'system']],
    ['placed', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['accepted', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['rescan_requested', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['lost', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['in_production', 'cancel', 'cancelled', ['admin', 'system']],
    ['on_hold', 'cancel', 'cancelled', ['admin', 'system']],
    ['ready', 'cancel', 'cancelled', ['admin', 'system']],
    ['shipped', 'cancel', 'cancelled', ['admin', 'system']],
    ['accepted', 'give_back', 'rejected', ['lab']],
    ['in_production', 'give_back', 'rejected', ['lab']],
    ['on_hold', 'give_back', 'rejected', ['lab']],
    ['rescan_requested', 'give_back', 'rejected', ['lab']],
    ['remake_requested', 'give_back', 'rejected', ['lab']],
    ['lost', 'give_back', 'rejected', ['lab']],
    ['shipped', 'report_lost', 'lost', ['admin', 'clinic', 'lab']],
    ['lost', 'accept', 'accepted', ['admin', 'lab']],
    ['lost', 'deliver', 'delivered', ['admin', 'clinic']],
    ['accepted', 'amend', 'accepted', ['lab']],
    ['in_production', 'amend', 'in_production', ['lab']],
    ['on_hold', 'amend', 'on_hold', ['lab']],
    ['ready', 'amend', 'ready', ['lab']],
    ['shipped', 'amend', 'shipped', ['lab']],
    ['accepted', 'correct', 'accepted', ['system']],
    ['delivered', 'correct', 'delivered', ['system']],
    ['in_production', 'correct', 'in_production', ['system']],
    ['lost', 'correct', 'lost', ['system']],
    ['on_hold', 'correct', 'on_hold', ['system']],
    ['placed', 'correct', 'placed', ['system']],
    ['ready', 'correct', 'ready', ['system']],
    ['remake_requested', 'correct', 'remake_requested', ['system']],
    ['rescan_requested', 'correct', 'rescan_requested', ['system']],
    ['shipped', 'correct', 'shipped', ['system']],
  ],
  /**
   * A payment into a wallet. The gateway reports attempts in any order: one that failed may still
   * be paid, and what was paid never changes again.
   */
  payment: [
    [null, 'start', 'created', ['clinic', 'lab']],
    ['created', 'fail', 'failed', ['system']],
    ['failed', 'fail', 'failed', ['system']],
    ['created', 'pay', 'paid', ['system']],
    ['failed', 'pay', 'paid', ['system']],
  ],
  /**
   * A payout of a lab. Its money is set aside until the bank has it or it ends otherwise. The bank
   * tells late, twice and in any order: one that came back may never have been told as paid.
   */
  payout: [
    [null, 'request', 'requested', ['lab', 'system']],
    ['requested', 'endorse', 'endorsed', ['admin']],
    ['endorsed', 'endorse', 'endorsed', ['admin']],
    ['requested', 'approve', 'approved', ['admin']],
    ['endorsed', 'approve', 'approved', ['admin']],
    ['requested', 'cancel', 'cancelled', ['lab']],
    ['endorsed', 'cancel', 'cancelled', ['lab']],
    ['requested', 'reject', 'rejected', ['admin']],
    ['endorsed', 'reject', 'rejected', ['admin']],
    ['approved', 'reject', 'rejected', ['admin']],
    ['approved', 'export', 'exported', ['admin']],
    ['approved', 'send', 'sent', ['admin']],
    ['exported', 'pay', 'paid', ['admin', 'system']],
    ['sent', 'pay', 'paid', ['admin', 'system']],
    ['exported', 'fail', 'failed', ['admin', 'system']],
    ['sent', 'fail', 'failed', ['admin', 'system']],
    ['exported', 'return', 'returned', ['admin', 'system']],
    ['sent', 'return', 'returned', ['admin', 'system']],
    ['paid', 'return', 'returned', ['admin', 'system']],
  ],
  /**
   * A request about one's own data, or a clinic's about a patient's. An erasure waits for some days
   * in which it can be taken back, then it runs until nothing is left. The system asks for that of
   * an account which nobody uses, and takes it back when somebody does.
   */
  privacyRequest: [
    [null, 'ask', 'received', ['clinic', 'person', 'system']],
    ['received', 'cool_off', 'cooling_off', ['system']],
    ['received', 'withdraw', 'withdrawn', ['clinic', 'person']],
    ['cooling_off', 'withdraw', 'withdrawn', ['clinic', 'person', 'system']],
    ['received', 'refuse', 'refused', ['admin']],
    ['cooling_off', 'refuse', 'refused', ['admin', 'system']],
    ['received', 'approve', 'done', ['admin']],
    ['received', 'begin', 'running', ['system']],
    ['cooling_off', 'begin', 'running', ['system']],
    ['failed', 'begin', 'running', ['system']],
    ['running', 'fail', 'failed', ['system']],
    ['running', 'finish', 'done', ['system']],
  ],
  /**
   * Money that goes back to who paid it. What the gateway tells may come in any order and twice: a
   * refund that failed is over, even where it was said to be processed before or after.
   */
  refundAtTheGateway: [
    [null, 'ask', 'pending', ['system']],
    ['pending', 'process', 'processed', ['system']],
    ['pending', 'fail', 'failed', ['system']],
    ['processed', 'fail', 'failed', ['system']],
  ],
  /**
   * A question to support. While it is open it waits for an admin; a message within thirty days
   * takes a closed one up again.
   */
  ticket: [
    [null, 'open', 'open', ['person']],
    ['open', 'ask', 'open', ['person']],
    ['answered', 'ask', 'open', ['person']],
    ['closed', 'ask', 'open', ['person']],
    ['open', 'answer', 'answered', ['admin']],
    ['answered', 'answer', 'answered', ['admin']],
    ['closed', 'answer', 'answered', ['admin']],
    ['open', 'assign', 'open', ['admin']],
    ['answered', 'assign', 'answered', ['admin']],
    ['open', 'close', 'closed', ['admin', 'person']],
    ['answered', 'close', 'closed', ['admin', 'person']],
  ],
  /**
   * A slot in the landing zone. An attempt claims it for five minutes; when the attempt dies, the
   * next one claims it anew.
   */
  upload: [
    [null, 'issue', 'issued', ['clinic', 'lab', 'operator']],
    ['issued', 'claim', 'processing', ['system']],
    ['processing', 'claim', 'processing', ['system']],
    ['processing', 'admit', 'ready', ['system']],
    ['processing', 'refuse', 'rejected', ['system']],
  ],
  /**
   * An operator's visit to a clinic. Assigning an assigned visit anew replaces its operator. Who is
   * sent to a visit that had begun goes on with the scans that are there. The system cancels what
   * rests on a withdrawn consent, and releases the visits of an operator whose account is shut out
   * or changes its role.
   */
  visit: [
    [null, 'request', 'requested', ['clinic']],
    ['requested', 'assign', 'assigned', ['admin']],
    ['declined', 'assign', 'assigned', ['admin']],
    ['rescheduled', 'assign', 'assigned', ['admin']],
    ['assigned', 'assign', 'assigned', ['admin']],
    ['accepted', 'assign', 'assigned', ['admin']],
    ['interrupted', 'assign', 'assigned', ['admin']],
    ['assigned', 'accept', 'accepted', ['operator']],
    ['assigned', 'decline', 'declined', ['operator']],
    ['accepted', 'decline', 'declined', ['operator']],
    ['en_route', 'decline', 'declined', ['operator']],
    ['accepted', 'depart', 'en_route', ['operator']],
    ['en_route', 'arrive', 'arrived', ['operator']],
    ['arrived', 'begin', 'scanning', ['operator']],
    ['uploaded', 'begin', 'scanning', ['operator']],
    ['scanning', 'finish', 'uploaded', ['operator']],
    ['uploaded', 'complete', 'completed', ['admin', 'clinic']],
    ['interrupted', 'complete', 'completed', ['clinic']],
    ['arrived', 'report_no_show', 'no_show', ['admin', 'operator']],
    ['requested', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['assigned', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['accepted', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['en_route', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['declined', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['rescheduled', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['interrupted', 'reschedule', 'rescheduled', ['admin', 'clinic']],
    ['arrived', 'reschedule', 'rescheduled', ['admin']],
    ['scanning', 'reschedule', 'rescheduled', ['admin']],
    ['uploaded', 'reschedule', 'rescheduled', ['admin']],
    ['requested', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['assigned', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['accepted', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['en_route', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['declined', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['rescheduled', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['interrupted', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['arrived', 'cancel', 'cancelled', ['admin', 'clinic', 'system']],
    ['scanning', 'cancel', 'cancelled', ['admin', 'system']],
    ['uploaded', 'cancel', 'cancelled', ['admin', 'system']],
    ['assigned', 'release', 'requested', ['system']],
    ['accepted', 'release', 'requested', ['system']],
    ['en_route', 'release', 'requested', ['system']],
    ['arrived', 'release', 'interrupted', ['system']],
    ['scanning', 'release', 'interrupted', ['system']],
    ['uploaded', 'release', 'uploaded', ['system']],
  ],
};
