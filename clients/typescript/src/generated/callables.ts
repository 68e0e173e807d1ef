// Generated from the models by `make docs`: do not edit.

import type {
  AcceptPolicy,
  Account,
  Accounts,
  AddPatient,
  Adjust,
  Affected,
  AnswerRequest,
  ApprovePayout,
  AskCorrection,
  AskErasure,
  AskExport,
  Asked,
  AssignOperator,
  AssignTicket,
  AttachmentSlot,
  Balance,
  BillingSet,
  BillingStarted,
  Booked,
  BreachNow,
  Breaches,
  CancelPayout,
  CancelVisit,
  CaseFileLinks,
  CaseKeyed,
  CaseNow,
  CaseOpened,
  Cases,
  ChangePhone,
  ChangeRole,
  CheckOrder,
  CloseTicket,
  ConsentRecord,
  ConsentRecorded,
  CorrectPatient,
  DecideDisclosure,
  DisclosureNow,
  Disclosures,
  DocumentLink,
  Done,
  DraftNotice,
  EmailNow,
  ExportLink,
  ExportPayouts,
  FollowEmail,
  FormLink,
  GetBalance,
  GetCaseFileLinks,
  GetConsentRecord,
  GetFormLink,
  GetInvoiceLink,
  GetLabFigures,
  GetMessageLinks,
  GetOcclusionLinks,
  GetOrderFileLinks,
  GetPayoutFile,
  GetPayoutMethod,
  GetPolicy,
  GetPrices,
  GetQueue,
  GetReceipt,
  GetScanFigures,
  GetStatement,
  GetStatementFile,
  GetSupportFigures,
  GetTicketMessageLinks,
  GetTotals,
  GetWithholding,
  HoldNow,
  Holds,
  InviteMember,
  Invited,
  Invoices,
  InvoicesIssued,
  IssueInvoices,
  JobNow,
  Jobs,
  LabFigures,
  ListAccounts,
  ListAffected,
  ListBreaches,
  ListCases,
  ListDisclosures,
  ListHolds,
  ListInvoices,
  ListJobs,
  ListPayouts,
  ListRequests,
  ListTickets,
  ListVisits,
  ListWithholding,
  MessageSent,
  MoveBreach,
  MoveOrder,
  MoveVisit,
  NameReview,
  NoticeDraft,
  OcclusionLinks,
  OneAccount,
  OneDisclosure,
  OneRequest,
  OpenBreach,
  OpenCase,
  OpenTicket,
  OrderChecked,
  OrderFileLinks,
  OrderNow,
  OrderPlaced,
  PatientSaved,
  PayoutFile,
  PayoutMethodShown,
  PayoutMoved,
  PayoutRequested,
  Payouts,
  PayoutsExported,
  PayoutsSent,
  PhoneNow,
  PlaceOrder,
  PolicyAccepted,
  PolicyInForce,
  PreferencesSet,
  ProfileSaved,
  PublishPrices,
  Queue,
  Quote,
  ReceiptGiven,
  ReconcilePayments,
  Reconciled,
  RecordConsent,
  RecordDisclosure,
  RecordPayoutFile,
  RecordPayoutResult,
  Refund,
  Register,
  RejectPayout,
  ReleaseExpired,
  ReleaseHold,
  Released,
  RequestDisclosure,
  RequestNow,
  RequestPayout,
  RequestShown,
  RequestVisit,
  Requests,
  RescheduleVisit,
  ResultsRecorded,
  RetryJob,
  Review,
  SaveProfile,
  SaveService,
  ScanFigures,
  SendMessage,
  SendPayouts,
  SendTicketMessage,
  ServiceArea,
  ServiceSaved,
  SetBilling,
  SetHold,
  SetPayoutMethod,
  SetPreferences,
  SetServiceArea,
  SetTerms,
  ShowRequest,
  ShowTicket,
  ShowVisit,
  StartAttachment,
  StartBilling,
  StartTicketAttachment,
  StartTopUp,
  StartUpload,
  Statement,
  SubjectWithReason,
  SuggestOperators,
  Suggestions,
  SupportFigures,
  Sweep,
  Swept,
  TermsSet,
  TicketAttachmentSlot,
  TicketFileLinks,
  TicketMessageSent,
  TicketNow,
  TicketOpened,
  TicketShown,
  Tickets,
  TopUpStarted,
  Totals,
  UploadSlot,
  VisitNow,
  VisitRequested,
  VisitShown,
  Visits,
  WithdrawConsent,
  WithdrawInvite,
  WithdrawalDone,
  WithholdingOfLab,
  WithholdingRows,
} from './wire.js';

/** Every callable, by the function that serves it. */
export interface Callables {
  accounts: {
    /**
     * Accept the privacy policy in force, once a new version was shown.
     *
     * Until then, functions that take in new personal data refuse with `policy-not-accepted`;
     * reading, support and the rights over one's data stay open.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `policy-not-current`, `account-not-found`.
     */
    acceptPolicy(request: AcceptPolicy): Promise<PolicyAccepted>;
    /**
     * Approve a pending account; makes its clinic or lab. Calling again repairs a half-done one.
     *
     * For: admin.
     * @throws {@link ScannerError} `account-not-found`, `wrong-status`, `own-account`,
     * `applicant-not-verified`, `org-not-found`.
     */
    approveAccount(request: OneAccount): Promise<Account>;
    /**
     * Put another phone number on one's own account. Who is suspended changes nothing.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `account-not-found`.
     */
    changePhone(request: ChangePhone): Promise<PhoneNow>;
    /**
     * Give an active account another role, and organisation where the role has one.
     *
     * For: admin.
     * @throws {@link ScannerError} `account-not-found`, `wrong-status`, `own-account`,
     * `org-not-found`, `last-owner`, `erasure-pending`.
     */
    changeRole(request: ChangeRole): Promise<Account>;
    /**
     * Have one's own account take over the e-mail address that Firebase Auth has verified.
     *
     * To be called once the address was changed in Auth and verified; the account follows at the
     * next call that needs a role as well. Mail goes to the new address from then on, and the old
     * one is told.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `email-not-verified`, `account-not-found`.
     */
    followEmail(request?: FollowEmail): Promise<EmailNow>;
    /**
     * Return the privacy policy in force: its version, and the text to show.
     *
     * For everybody who is signed in, registered or not: registration takes the version that was
     * shown. Nothing is read from Firestore.
     *
     * For: everybody who is signed in.
     */
    getPolicy(request?: GetPolicy): Promise<PolicyInForce>;
    /**
     * Hand the ownership to another active member; the caller stays on as a member.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `own-account`, `account-not-found`, `wrong-status`,
     * `org-not-found`, `erasure-pending`.
     */
    handOverOwnership(request: OneAccount): Promise<Account>;
    /**
     * Invite a person by e-mail into the caller's clinic or lab; an admin still approves them.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `already-member`, `policy-not-accepted`,
     * `erasure-pending`.
     */
    inviteMember(request: InviteMember): Promise<Invited>;
    /**
     * List the accounts of a status, oldest first, page by page.
     *
     * Each with whether Firebase Auth has verified the e-mail address and the phone number on it.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listAccounts(request: ListAccounts): Promise<Accounts>;
    /**
     * Ask for an account. It is pending, and sees nothing but itself, until an admin decides.
     *
     * The caller's e-mail address must be verified: it is the account's, and mail goes to it.
     *
     * Clients then listen to `users/{uid}` and refresh the ID token when `claims_at` changes.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `email-not-verified`, `policy-not-current`,
     * `already-registered`, `invite-not-open`, `org-not-found`, `erasure-pending`.
     */
    registerAccount(request: Register): Promise<Account>;
    /**
     * Reinstate a suspended account with the role it had.
     *
     * For: admin.
     * @throws {@link ScannerError} `account-not-found`, `wrong-status`, `own-account`.
     */
    reinstateAccount(request: OneAccount): Promise<Account>;
    /**
     * Reject a pending account with a reason; the person may apply again.
     *
     * For: admin.
     * @throws {@link ScannerError} `account-not-found`, `wrong-status`, `own-account`,
     * `done-otherwise`.
     */
    rejectAccount(request: SubjectWithReason): Promise<Account>;
    /**
     * Remove a member from the caller's organisation, or leave it oneself.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `account-not-found`, `wrong-status`, `last-owner`.
     */
    removeMember(request: OneAccount): Promise<Account>;
    /**
     * Suspend an active account with a reason: shut out from its very next request on.
     *
     * For: admin.
     * @throws {@link ScannerError} `account-not-found`, `wrong-status`, `own-account`,
     * `done-otherwise`.
     */
    suspendAccount(request: SubjectWithReason): Promise<Account>;
    /**
     * Take an invitation back.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `invite-not-open`.
     */
    withdrawInvite(request: WithdrawInvite): Promise<Done>;
  };
  jobs: {
    /**
     * List the jobs in a state, failed ones unless another is asked for.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listJobs(request?: ListJobs): Promise<Jobs>;
    /**
     * Have a failed job run again, now.
     *
     * For: admin.
     * @throws {@link ScannerError} `job-not-found`, `wrong-job-state`.
     */
    retryJob(request: RetryJob): Promise<JobNow>;
    /**
     * Look after what is due now, as `sweep` does by itself; or what is about one document.
     *
     * For: admin.
     */
    sweepJobs(request?: Sweep): Promise<Swept>;
  };
  labs: {
    /**
     * Tell what speaks against an order while it is written, and what its scans lack.
     *
     * For: clinic.
     * @throws {@link ScannerError} `case-not-found`.
     */
    checkOrder(request: CheckOrder): Promise<OrderChecked>;
    /**
     * Tell a lab how often it was on time, and what was asked for again, and why.
     *
     * For: admin, lab.
     */
    getFigures(request: GetLabFigures): Promise<LabFigures>;
    /**
     * Get short-lived signed links to an order's files, each on record.
     *
     * For: lab.
     * @throws {@link ScannerError} `order-not-found`, `wrong-order-state`, `not-shared`,
     * `file-not-in-order`, `links-used-up`, `case-not-found`.
     */
    getFileLinks(request: GetOrderFileLinks): Promise<OrderFileLinks>;
    /**
     * Get short-lived signed links to what is attached to a message, each on record.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `order-not-found`, `wrong-order-state`, `not-shared`,
     * `case-not-found`, `message-not-found`, `links-used-up`.
     */
    getMessageLinks(request: GetMessageLinks): Promise<OrderFileLinks>;
    /**
     * Get an order's receipt: what arrived, was flagged, asked and answered, and who fetched it.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `order-not-found`, `reason-needed`.
     */
    getReceipt(request: GetReceipt): Promise<ReceiptGiven>;
    /**
     * Take an order one step on, from accepting it to completing it.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `order-not-found`, `wrong-order-state`, `reason-needed`,
     * `shipment-needed`, `files-needed`, `amendment-needed`, `day-not-possible`,
     * `parcel-under-way`, `loss-unanswered`, `lab-cannot-refund`, `order-refused`,
     * `done-otherwise`, `case-not-found`, `insufficient-funds`, `idempotency-key-reused`.
     */
    moveOrder(request: MoveOrder): Promise<OrderNow>;
    /**
     * Order work on a case from a lab; whatever speaks against it is told at once.
     *
     * For: clinic.
     * @throws {@link ScannerError} `case-not-found`, `order-refused`, `idempotency-key-reused`,
     * `policy-not-accepted`, `erasure-pending`.
     */
    placeOrder(request: PlaceOrder): Promise<OrderPlaced>;
    /**
     * Say what every clinic sees of the lab, when it works, and whether it takes orders.
     *
     * For: lab.
     * @throws {@link ScannerError} `not-owner`, `billing-needed`.
     */
    saveProfile(request: SaveProfile): Promise<ProfileSaved>;
    /**
     * Add a service to the lab's catalogue, change it, or take it out of the offer.
     *
     * For: lab.
     * @throws {@link ScannerError} `not-owner`, `profile-missing`, `catalogue-full`,
     * `service-not-found`, `idempotency-key-reused`.
     */
    saveService(request: SaveService): Promise<ServiceSaved>;
    /**
     * Write to the other side of an order, with files that were uploaded for it.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `order-not-found`, `wrong-order-state`, `not-shared`,
     * `case-not-found`, `too-many-messages`, `attachment-not-found`, `attachment-not-ready`,
     * `attachment-sent`, `idempotency-key-reused`, `policy-not-accepted`.
     */
    sendMessage(request: SendMessage): Promise<MessageSent>;
    /**
     * Ask for a slot in the landing zone for a file that goes with a message of the order.
     *
     * Clients then listen to `uploads/{upload_id}`, which nobody else reads, as for a scan.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `order-not-found`, `wrong-order-state`, `not-shared`,
     * `case-not-found`, `file-too-large`, `too-many-open-uploads`, `idempotency-key-reused`,
     * `policy-not-accepted`.
     */
    startAttachment(request: StartAttachment): Promise<AttachmentSlot>;
  };
  messaging: {
    /**
     * Choose language, time zone, quiet hours and, for each group of messages, the channels.
     *
     * Messages about the account and about privacy are always sent.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `zone-unknown`, `group-mandatory`, `digest-for-admins`.
     */
    setPreferences(request?: SetPreferences): Promise<PreferencesSet>;
  };
  payments: {
    /**
     * Book what the gateway has and the books have not, as every night; list what differs.
     *
     * For: admin.
     * @throws {@link ScannerError} `online-payment-not-configured`, `payment-gateway-unavailable`.
     */
    reconcilePayments(request: ReconcilePayments): Promise<Reconciled>;
    /**
     * Hand approved payouts to the gateway; again, it pays nothing twice.
     *
     * For: admin.
     * @throws {@link ScannerError} `payout-gateway-not-configured`.
     */
    sendPayouts(request: SendPayouts): Promise<PayoutsSent>;
    /**
     * Make an order at the payment gateway, for the app to open Razorpay Checkout with.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `online-payment-not-configured`, `payment-gateway-unavailable`,
     * `idempotency-key-reused`, `erasure-pending`.
     */
    startTopUp(request: StartTopUp): Promise<TopUpStarted>;
  };
  privacy: {
    /**
     * Say that the access review of a month was read and acted upon.
     *
     * For: admin.
     * @throws {@link ScannerError} `review-not-found`, `wrong-review-state`.
     */
    acknowledgeReview(request: NameReview): Promise<Review>;
    /**
     * Approve a correction, or refuse a request that has not begun, for a reason.
     *
     * For: admin.
     * @throws {@link ScannerError} `request-not-found`, `wrong-request-state`, `done-otherwise`,
     * `not-owner`.
     */
    answerRequest(request: AnswerRequest): Promise<RequestNow>;
    /**
     * Have the archive built of exactly what an approved demand names; a job does, in a while.
     *
     * For: admin.
     * @throws {@link ScannerError} `disclosure-not-found`, `wrong-disclosure-state`.
     */
    buildDisclosure(request: OneDisclosure): Promise<DisclosureNow>;
    /**
     * Take a request back that has not begun.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `request-not-found`, `wrong-request-state`.
     */
    cancelRequest(request: OneRequest): Promise<RequestNow>;
    /**
     * Approve or refuse what another admin entered.
     *
     * For: admin.
     * @throws {@link ScannerError} `disclosure-not-found`, `wrong-disclosure-state`,
     * `own-disclosure`.
     */
    decideDisclosure(request: DecideDisclosure): Promise<DisclosureNow>;
    /**
     * Draft the notice to those whom a breach concerns; people fill in what is in brackets.
     *
     * For: admin.
     * @throws {@link ScannerError} `breach-not-found`.
     */
    draftNotice(request: DraftNotice): Promise<NoticeDraft>;
    /**
     * Read the access review of a month: who may do what, and what of it looks odd.
     *
     * For: admin.
     * @throws {@link ScannerError} `review-not-found`.
     */
    getAccessReview(request: NameReview): Promise<Review>;
    /**
     * Tell a clinic's owners, or an admin, of a patient's consents, and who was given what.
     *
     * Attestations, withdrawals with what they stopped, links that labs got, and disclosures by
     * law; that it was shown is on record.
     *
     * For: admin, clinic.
     * @throws {@link ScannerError} `not-owner`, `subject-not-found`, `cursor-invalid`.
     */
    getConsentRecord(request: GetConsentRecord): Promise<ConsentRecord>;
    /**
     * Get a link to the archive of an approved demand, minutes long.
     *
     * For: admin.
     * @throws {@link ScannerError} `disclosure-not-found`, `wrong-disclosure-state`,
     * `export-not-ready`.
     */
    getDisclosureLink(request: OneDisclosure): Promise<ExportLink>;
    /**
     * Get a link to the archive of an export, minutes long.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `request-not-found`, `export-not-ready`.
     */
    getExportLink(request: OneRequest): Promise<ExportLink>;
    /**
     * List whose data a breach concerned, from what was shared and from the audit.
     *
     * For: admin.
     * @throws {@link ScannerError} `breach-not-found`, `cursor-invalid`.
     */
    listAffected(request: ListAffected): Promise<Affected>;
    /**
     * List the breaches in a state, the earliest deadline first.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listBreaches(request: ListBreaches): Promise<Breaches>;
    /**
     * List the disclosures in a state, the oldest first.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listDisclosures(request: ListDisclosures): Promise<Disclosures>;
    /**
     * List the holds in a state, the oldest first.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listHolds(request?: ListHolds): Promise<Holds>;
    /**
     * List the requests in a state, the longest overdue first.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listRequests(request?: ListRequests): Promise<Requests>;
    /**
     * Note that a breach was assessed, notified or closed.
     *
     * For: admin.
     * @throws {@link ScannerError} `breach-not-found`, `wrong-breach-state`, `done-otherwise`.
     */
    moveBreach(request: MoveBreach): Promise<BreachNow>;
    /**
     * Enter a breach; the answer says by when the Board and those affected have to be told.
     *
     * For: admin.
     * @throws {@link ScannerError} `time-in-future`, `idempotency-key-reused`.
     */
    openBreach(request: OpenBreach): Promise<BreachNow>;
    /**
     * Note what was handed over to an authority, by the hash of the file.
     *
     * For: admin.
     * @throws {@link ScannerError} `disclosure-not-found`, `wrong-disclosure-state`,
     * `done-otherwise`.
     */
    recordDisclosure(request: RecordDisclosure): Promise<DisclosureNow>;
    /**
     * Ask to let go of a hold, confirm what another admin asked, or keep it after all.
     *
     * For: admin.
     * @throws {@link ScannerError} `legal-hold-not-found`, `wrong-legal-hold-state`, `own-release`.
     */
    releaseHold(request: ReleaseHold): Promise<HoldNow>;
    /**
     * Ask for another name or address of one's own clinic or lab. An admin decides.
     *
     * Names and phones of people, and patients' records, are corrected without asking.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `request-open`, `idempotency-key-reused`.
     */
    requestCorrection(request: AskCorrection): Promise<Asked>;
    /**
     * Enter what an authority asks for by law; another admin decides.
     *
     * For: admin.
     * @throws {@link ScannerError} `idempotency-key-reused`.
     */
    requestDisclosure(request: RequestDisclosure): Promise<DisclosureNow>;
    /**
     * Ask for the erasure of one's account or, as a clinic's owner, of a patient.
     *
     * The sign-in must be fresh. The erasure begins after some days in which it can be taken back.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `subject-not-found`, `request-open`, `idempotency-key-reused`,
     * `sign-in-again`, `erasure-blocked`, `not-owner`.
     */
    requestErasure(request?: AskErasure): Promise<Asked>;
    /**
     * Ask for all that is held about oneself or, as a clinic, about a patient, in one archive.
     *
     * Whoever can sign in may ask, pending and suspended people too. The request's document tells
     * when the archive is there.
     *
     * For: everybody who is signed in.
     * @throws {@link ScannerError} `subject-not-found`, `request-open`, `idempotency-key-reused`.
     */
    requestExport(request?: AskExport): Promise<Asked>;
    /**
     * Keep all of a person, a patient or an organisation from erasure and retention, at once.
     *
     * For: admin.
     * @throws {@link ScannerError} `hold-subject-not-found`, `idempotency-key-reused`.
     */
    setHold(request: SetHold): Promise<HoldNow>;
    /**
     * Show an admin one request with what it says; that it was shown is on record.
     *
     * For: admin.
     * @throws {@link ScannerError} `request-not-found`.
     */
    showRequest(request: ShowRequest): Promise<RequestShown>;
  };
  scans: {
    /**
     * Add a patient to the clinic.
     *
     * For: clinic.
     * @throws {@link ScannerError} `reference-taken`, `idempotency-key-reused`,
     * `policy-not-accepted`, `erasure-pending`.
     */
    addPatient(request: AddPatient): Promise<PatientSaved>;
    /**
     * Send an operator to a visit; one that was assigned before goes free.
     *
     * For: admin.
     * @throws {@link ScannerError} `visit-not-found`, `wrong-visit-state`,
     * `idempotency-key-reused`, `guardian-required`, `slot-not-offered`, `slot-in-past`,
     * `slot-too-far-ahead`, `operator-not-active`, `erasure-pending`, `operator-busy`.
     */
    assignOperator(request: AssignOperator): Promise<VisitNow>;
    /**
     * Call a visit off.
     *
     * For: admin, clinic.
     * @throws {@link ScannerError} `visit-not-found`, `wrong-visit-state`,
     * `idempotency-key-reused`, `done-otherwise`.
     */
    cancelVisit(request: CancelVisit): Promise<VisitNow>;
    /**
     * Close a case that the clinic is done with; its time of keeping begins.
     *
     * For: clinic.
     * @throws {@link ScannerError} `case-not-found`, `wrong-case-status`, `guardian-required`,
     * `idempotency-key-reused`.
     */
    closeCase(request: CaseKeyed): Promise<CaseNow>;
    /**
     * Correct a patient's record; cases and visits under way follow, the history stays.
     *
     * For: clinic.
     * @throws {@link ScannerError} `patient-not-found`, `reference-taken`,
     * `idempotency-key-reused`.
     */
    correctPatient(request: CorrectPatient): Promise<PatientSaved>;
    /**
     * Tell a clinic or an operator how many of its scans had defects or were wanted anew.
     *
     * For: admin, clinic, operator.
     */
    getFigures(request: GetScanFigures): Promise<ScanFigures>;
    /**
     * Get short-lived signed links to a case's files and their pictures.
     *
     * For: clinic.
     * @throws {@link ScannerError} `case-not-found`, `wrong-case-status`, `guardian-required`,
     * `file-not-found`.
     */
    getFileLinks(request: GetCaseFileLinks): Promise<CaseFileLinks>;
    /**
     * Get a short-lived signed link to the photo of a consent's signed form.
     *
     * For: clinic.
     * @throws {@link ScannerError} `consent-not-found`, `form-not-found`.
     */
    getFormLink(request: GetFormLink): Promise<FormLink>;
    /**
     * Get short-lived signed links to the pictures of how a case's scans meet.
     *
     * For: clinic.
     * @throws {@link ScannerError} `case-not-found`, `wrong-case-status`, `guardian-required`,
     * `occlusion-not-found`.
     */
    getOcclusionLinks(request: GetOcclusionLinks): Promise<OcclusionLinks>;
    /**
     * List the clinic's cases, newest first, by status, patient and time of opening.
     *
     * For: clinic.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listCases(request?: ListCases): Promise<Cases>;
    /**
     * List the visits in a state, the longest waiting first, without anything of the patient.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listVisits(request: ListVisits): Promise<Visits>;
    /**
     * Take a visit one step on, from accepting it to completing it.
     *
     * For: admin, clinic, operator.
     * @throws {@link ScannerError} `visit-not-found`, `wrong-visit-state`,
     * `idempotency-key-reused`, `guardian-required`, `nothing-scanned`, `too-early`,
     * `insufficient-funds`.
     */
    moveVisit(request: MoveVisit): Promise<VisitNow>;
    /**
     * Open a case to which the clinic uploads its own scans.
     *
     * For: clinic.
     * @throws {@link ScannerError} `patient-not-found`, `consent-not-found`, `consent-withdrawn`,
     * `consent-does-not-cover`, `consent-full`, `guardian-required`, `age-group-unknown`,
     * `idempotency-key-reused`, `policy-not-accepted`, `erasure-pending`.
     */
    openCase(request: OpenCase): Promise<CaseOpened>;
    /**
     * Attest that a patient consented, or a guardian for them. No consent, no case.
     *
     * The patient's cases that wait for a guardian go on with the guardian's consent.
     *
     * For: clinic.
     * @throws {@link ScannerError} `time-in-future`, `patient-not-found`, `guardian-required`,
     * `age-group-differs`, `idempotency-key-reused`, `policy-not-accepted`, `erasure-pending`.
     */
    recordConsent(request: RecordConsent): Promise<ConsentRecorded>;
    /**
     * Open a closed case again.
     *
     * For: clinic.
     * @throws {@link ScannerError} `case-not-found`, `wrong-case-status`, `guardian-required`,
     * `idempotency-key-reused`, `patient-not-found`, `erasure-pending`.
     */
    reopenCase(request: CaseKeyed): Promise<CaseNow>;
    /**
     * Ask for an operator to come and scan a patient who consented; opens the case.
     *
     * For: clinic.
     * @throws {@link ScannerError} `slot-in-past`, `slot-too-far-ahead`, `visit-already-requested`,
     * `case-not-found`, `wrong-case-status`, `prices-changed`, `billing-details-missing`,
     * `insufficient-funds`, `patient-not-found`, `consent-not-found`, `consent-withdrawn`,
     * `consent-does-not-cover`, `consent-full`, `guardian-required`, `age-group-unknown`,
     * `idempotency-key-reused`, `policy-not-accepted`, `erasure-pending`.
     */
    requestVisit(request: RequestVisit): Promise<VisitRequested>;
    /**
     * Offer other slots for a visit; an operator is assigned anew.
     *
     * For: admin, clinic.
     * @throws {@link ScannerError} `visit-not-found`, `wrong-visit-state`,
     * `idempotency-key-reused`, `slot-in-past`, `slot-too-far-ahead`.
     */
    rescheduleVisit(request: RescheduleVisit): Promise<VisitNow>;
    /**
     * Say where the operator sets out from and whether it takes visits.
     *
     * For: operator.
     */
    setServiceArea(request: SetServiceArea): Promise<ServiceArea>;
    /**
     * Show a visit in whatever state, as lists do, without anything of the patient.
     *
     * For: admin.
     * @throws {@link ScannerError} `visit-not-found`.
     */
    showVisit(request: ShowVisit): Promise<VisitShown>;
    /**
     * Ask for a slot in the landing zone; upload to it through the Storage SDK.
     *
     * Clients then listen to `uploads/{upload_id}` until its state is `ready` or `rejected`.
     *
     * For: clinic, operator.
     * @throws {@link ScannerError} `case-not-found`, `wrong-case-status`, `guardian-required`,
     * `idempotency-key-reused`, `visit-not-found`, `wrong-visit-state`, `consent-not-found`,
     * `consent-withdrawn`, `consent-does-not-cover`, `form-already-there`, `patient-not-found`,
     * `file-too-large`, `too-many-open-uploads`, `too-many-uploads`, `policy-not-accepted`,
     * `erasure-pending`.
     */
    startUpload(request: StartUpload): Promise<UploadSlot>;
    /**
     * Rank the operators who are free at a slot: by pincode, city and load.
     *
     * For: admin.
     * @throws {@link ScannerError} `visit-not-found`.
     */
    suggestOperators(request: SuggestOperators): Promise<Suggestions>;
    /**
     * Withdraw a patient's consent: sharing stops at once, its cases freeze.
     *
     * For: clinic.
     * @throws {@link ScannerError} `consent-not-found`, `idempotency-key-reused`.
     */
    withdrawConsent(request: WithdrawConsent): Promise<WithdrawalDone>;
  };
  support: {
    /**
     * Give a ticket to an admin, who hears from then on what is written to it.
     *
     * For: admin.
     * @throws {@link ScannerError} `ticket-not-found`, `wrong-ticket-state`, `not-an-admin`,
     * `idempotency-key-reused`.
     */
    assignTicket(request: AssignTicket): Promise<TicketNow>;
    /**
     * Close a ticket, as its opener or as an admin; a message within thirty days reopens it.
     *
     * For: admin, clinic, lab, operator.
     * @throws {@link ScannerError} `ticket-not-found`, `idempotency-key-reused`.
     */
    closeTicket(request: CloseTicket): Promise<TicketNow>;
    /**
     * Tell admins how much was asked in some days, and how long the first answers took.
     *
     * For: admin.
     */
    getFigures(request: GetSupportFigures): Promise<SupportFigures>;
    /**
     * Get short-lived signed links to what is attached to a message, each on record.
     *
     * For: admin, clinic, lab, operator.
     * @throws {@link ScannerError} `ticket-not-found`, `ticket-message-not-found`, `files-stopped`.
     */
    getMessageLinks(request: GetTicketMessageLinks): Promise<TicketFileLinks>;
    /**
     * Tell admins how much waits for any of them, by what it is, and nothing of anybody.
     *
     * For: admin.
     */
    getQueue(request?: GetQueue): Promise<Queue>;
    /**
     * List tickets by state and admin, the longest waiting first, without anybody's words.
     *
     * Which were listed is on record.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listTickets(request?: ListTickets): Promise<Tickets>;
    /**
     * Open a ticket: ask support something, about a case or an order where there is one.
     *
     * Clients then listen to `tickets/{ticket_id}` and its `messages`.
     *
     * For: admin, clinic, lab, operator.
     * @throws {@link ScannerError} `case-not-found`, `order-not-found`, `too-many-tickets`,
     * `idempotency-key-reused`.
     */
    openTicket(request: OpenTicket): Promise<TicketOpened>;
    /**
     * Write to the other side of a ticket: its opener asks, an admin answers.
     *
     * For: admin, clinic, lab, operator.
     * @throws {@link ScannerError} `ticket-not-found`, `wrong-ticket-state`, `ticket-full`,
     * `files-stopped`, `attachment-not-found`, `attachment-not-ready`, `attachment-sent`,
     * `idempotency-key-reused`.
     */
    sendMessage(request: SendTicketMessage): Promise<TicketMessageSent>;
    /**
     * Show an admin a ticket with its messages; that it was shown is on record.
     *
     * For: admin.
     * @throws {@link ScannerError} `ticket-not-found`.
     */
    showTicket(request: ShowTicket): Promise<TicketShown>;
    /**
     * Ask for a slot in the landing zone for a file that goes with a message of the ticket.
     *
     * Clients then listen to `uploads/{upload_id}`, which nobody else reads, as for a scan.
     *
     * For: admin, clinic, lab, operator.
     * @throws {@link ScannerError} `ticket-not-found`, `wrong-ticket-state`, `files-stopped`,
     * `file-too-large`, `too-many-open-uploads`, `idempotency-key-reused`.
     */
    startAttachment(request: StartTicketAttachment): Promise<TicketAttachmentSlot>;
  };
  wallet: {
    /**
     * Credit or debit a wallet by hand, with the reason; the transaction is the record of it.
     *
     * For: admin.
     * @throws {@link ScannerError} `wallet-not-found`, `insufficient-funds`,
     * `idempotency-key-reused`.
     */
    adjustWallet(request: Adjust): Promise<Booked>;
    /**
     * Approve a payout; from a limit on, two admins have to.
     *
     * For: admin.
     * @throws {@link ScannerError} `payout-not-found`, `wrong-payout-state`, `own-payout`,
     * `payout-method-too-new`, `payout-method-changed`, `payout-method-missing`, `lab-in-debt`.
     */
    approvePayout(request: ApprovePayout): Promise<PayoutMoved>;
    /**
     * Take a payout back that no admin has approved yet; owners only.
     *
     * For: lab.
     * @throws {@link ScannerError} `not-owner`, `payout-not-found`, `wrong-payout-state`.
     */
    cancelPayout(request: CancelPayout): Promise<PayoutMoved>;
    /**
     * Make a file for the bank of approved payouts; each is in one file, ever.
     *
     * For: admin.
     * @throws {@link ScannerError} `nothing-to-export`, `idempotency-key-reused`.
     */
    exportPayouts(request: ExportPayouts): Promise<PayoutsExported>;
    /**
     * Tell what a clinic's or lab's wallet has, in paise.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `wallet-not-found`.
     */
    getBalance(request?: GetBalance): Promise<Balance>;
    /**
     * Get a short-lived signed link to the PDF of an invoice or a credit note.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `invoice-not-found`.
     */
    getInvoiceLink(request: GetInvoiceLink): Promise<DocumentLink>;
    /**
     * Give a signed link to a file for the bank, on record; it is kept for seven days.
     *
     * For: admin.
     * @throws {@link ScannerError} `payout-not-found`, `payout-file-gone`.
     */
    getPayoutFile(request: GetPayoutFile): Promise<PayoutFile>;
    /**
     * Tell where the lab is paid, masked.
     *
     * For: lab.
     */
    getPayoutMethod(request?: GetPayoutMethod): Promise<PayoutMethodShown>;
    /**
     * Tell what visits cost; a request for one names the price list that was shown.
     *
     * For: admin, clinic, lab.
     */
    getPrices(request?: GetPrices): Promise<Quote>;
    /**
     * List a wallet's entries, the last one first, with the balances after each.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `wallet-not-found`, `cursor-invalid`.
     */
    getStatement(request?: GetStatement): Promise<Statement>;
    /**
     * Get a short-lived signed link to a statement: every entry between two balances.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `wallet-not-found`, `statement-too-long`, `statement-too-old`.
     */
    getStatementFile(request: GetStatementFile): Promise<DocumentLink>;
    /**
     * Add up what the platform earned in some days, the tax on it, and how labs' wallets grew.
     *
     * For: admin.
     */
    getTotals(request: GetTotals): Promise<Totals>;
    /**
     * Tell a lab what was withheld of its sales in a month or quarter, which it may claim.
     *
     * For: admin, lab.
     * @throws {@link ScannerError} `wallet-not-found`.
     */
    getWithholding(request: GetWithholding): Promise<WithholdingOfLab>;
    /**
     * Invoice what was bought so far, without waiting for the month's end; owners and admins.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `wallet-not-found`, `billing-details-missing`,
     * `supplier-details-missing`.
     */
    issueInvoices(request?: IssueInvoices): Promise<InvoicesIssued>;
    /**
     * List a wallet's invoices and credit notes, the last one first.
     *
     * For: admin, clinic, lab.
     * @throws {@link ScannerError} `wallet-not-found`, `cursor-invalid`.
     */
    listInvoices(request?: ListInvoices): Promise<Invoices>;
    /**
     * List the lab's payouts, the last first; for admins those that wait, or of a lab or state.
     *
     * For: admin, lab.
     * @throws {@link ScannerError} `wallet-not-found`, `cursor-invalid`.
     */
    listPayouts(request?: ListPayouts): Promise<Payouts>;
    /**
     * List what was withheld of labs in a month or quarter, for the platform's returns.
     *
     * For: admin.
     * @throws {@link ScannerError} `cursor-invalid`.
     */
    listWithholding(request: ListWithholding): Promise<WithholdingRows>;
    /**
     * Publish the next version of a tariff; visits that were asked for keep their prices.
     *
     * For: admin.
     * @throws {@link ScannerError} `prices-changed`, `idempotency-key-reused`.
     */
    publishPrices(request: PublishPrices): Promise<Quote>;
    /**
     * Book what a bank's result file tells, line by line.
     *
     * For: admin.
     * @throws {@link ScannerError} `payout-file-unreadable`.
     */
    recordPayoutFile(request: RecordPayoutFile): Promise<ResultsRecorded>;
    /**
     * Book what the bank told of a payout: paid with its UTR, failed, or returned.
     *
     * For: admin.
     * @throws {@link ScannerError} `payout-not-found`, `wrong-payout-state`, `payout-at-gateway`,
     * `done-otherwise`.
     */
    recordPayoutResult(request: RecordPayoutResult): Promise<PayoutMoved>;
    /**
     * Give a captured fee back to its wallet, whole or in part; a credit note follows.
     *
     * For: admin.
     * @throws {@link ScannerError} `transaction-not-found`, `amount-too-large`, `amount-too-small`,
     * `insufficient-funds`, `idempotency-key-reused`.
     */
    refundTransaction(request: Refund): Promise<Booked>;
    /**
     * Turn a payout down that has not left; the lab has its money again.
     *
     * For: admin.
     * @throws {@link ScannerError} `payout-not-found`, `wrong-payout-state`, `done-otherwise`.
     */
    rejectPayout(request: RejectPayout): Promise<PayoutMoved>;
    /**
     * Release holds whose time is over, as the sweep does by itself.
     *
     * For: admin.
     */
    releaseExpiredHolds(request?: ReleaseExpired): Promise<Released>;
    /**
     * Ask for money of the lab to be paid out; owners only. It is set aside until it is paid.
     *
     * For: lab.
     * @throws {@link ScannerError} `not-owner`, `payout-method-missing`, `payout-too-small`,
     * `amount-too-large`, `insufficient-funds`, `idempotency-key-reused`.
     */
    requestPayout(request: RequestPayout): Promise<PayoutRequested>;
    /**
     * Say whom the organisation's invoices are made out to; owners only.
     *
     * For: clinic, lab.
     * @throws {@link ScannerError} `not-owner`, `too-many-billing-details`.
     */
    setBilling(request: SetBilling): Promise<BillingSet>;
    /**
     * Say where the lab is paid; owners only, who are all told, and payouts wait after a change.
     *
     * For: lab.
     * @throws {@link ScannerError} `not-owner`.
     */
    setPayoutMethod(request: SetPayoutMethod): Promise<PayoutMethodShown>;
    /**
     * Grant a wallet credit, or take it back, and choose the tariff that it pays.
     *
     * For: admin.
     * @throws {@link ScannerError} `wallet-not-found`, `tariff-not-found`.
     */
    setTerms(request: SetTerms): Promise<TermsSet>;
    /**
     * Have a month invoiced, of all wallets, as `wallet_bill_month` does by itself.
     *
     * For: admin.
     */
    startBilling(request: StartBilling): Promise<BillingStarted>;
  };
}

/** How each is called: its name, whether it takes a key, whether it reads. */
export const CALLABLES = {
  accounts: {
    acceptPolicy: { name: 'accounts/accept_policy', keyed: false, reads: false },
    approveAccount: { name: 'accounts/approve_account', keyed: false, reads: false },
    changePhone: { name: 'accounts/change_phone', keyed: false, reads: false },
    changeRole: { name: 'accounts/change_role', keyed: false, reads: false },
    followEmail: { name: 'accounts/follow_email', keyed: false, reads: false },
    getPolicy: { name: 'accounts/get_policy', keyed: false, reads: true },
    handOverOwnership: { name: 'accounts/hand_over_ownership', keyed: false, reads: false },
    inviteMember: { name: 'accounts/invite_member', keyed: false, reads: false },
    listAccounts: { name: 'accounts/list_accounts', keyed: false, reads: true },
    registerAccount: { name: 'accounts/register_account', keyed: false, reads: false },
    reinstateAccount: { name: 'accounts/reinstate_account', keyed: false, reads: false },
    rejectAccount: { name: 'accounts/reject_account', keyed: false, reads: false },
    removeMember: { name: 'accounts/remove_member', keyed: false, reads: false },
    suspendAccount: { name: 'accounts/suspend_account', keyed: false, reads: false },
    withdrawInvite: { name: 'accounts/withdraw_invite', keyed: false, reads: false },
  },
  jobs: {
    listJobs: { name: 'jobs/list_jobs', keyed: false, reads: true },
    retryJob: { name: 'jobs/retry_job', keyed: false, reads: false },
    sweepJobs: { name: 'jobs/sweep_jobs', keyed: false, reads: false },
  },
  labs: {
    checkOrder: { name: 'labs/check_order', keyed: false, reads: true },
    getFigures: { name: 'labs/get_figures', keyed: false, reads: true },
    getFileLinks: { name: 'labs/get_file_links', keyed: false, reads: true },
    getMessageLinks: { name: 'labs/get_message_links', keyed: false, reads: true },
    getReceipt: { name: 'labs/get_receipt', keyed: false, reads: true },
    moveOrder: { name: 'labs/move_order', keyed: true, reads: false },
    placeOrder: { name: 'labs/place_order', keyed: true, reads: false },
    saveProfile: { name: 'labs/save_profile', keyed: false, reads: false },
    saveService: { name: 'labs/save_service', keyed: true, reads: false },
    sendMessage: { name: 'labs/send_message', keyed: true, reads: false },
    startAttachment: { name: 'labs/start_attachment', keyed: true, reads: false },
  },
  messaging: {
    setPreferences: { name: 'messaging/set_preferences', keyed: false, reads: false },
  },
  payments: {
    reconcilePayments: { name: 'payments/reconcile_payments', keyed: false, reads: false },
    sendPayouts: { name: 'payments/send_payouts', keyed: false, reads: false },
    startTopUp: { name: 'payments/start_top_up', keyed: true, reads: false },
  },
  privacy: {
    acknowledgeReview: { name: 'privacy/acknowledge_review', keyed: false, reads: false },
    answerRequest: { name: 'privacy/answer_request', keyed: false, reads: false },
    buildDisclosure: { name: 'privacy/build_disclosure', keyed: false, reads: false },
    cancelRequest: { name: 'privacy/cancel_request', keyed: false, reads: false },
    decideDisclosure: { name: 'privacy/decide_disclosure', keyed: false, reads: false },
    draftNotice: { name: 'privacy/draft_notice', keyed: false, reads: true },
    getAccessReview: { name: 'privacy/get_access_review', keyed: false, reads: true },
    getConsentRecord: { name: 'privacy/get_consent_record', keyed: false, reads: true },
    getDisclosureLink: { name: 'privacy/get_disclosure_link', keyed: false, reads: true },
    getExportLink: { name: 'privacy/get_export_link', keyed: false, reads: true },
    listAffected: { name: 'privacy/list_affected', keyed: false, reads: true },
    listBreaches: { name: 'privacy/list_breaches', keyed: false, reads: true },
    listDisclosures: { name: 'privacy/list_disclosures', keyed: false, reads: true },
    listHolds: { name: 'privacy/list_holds', keyed: false, reads: true },
    listRequests: { name: 'privacy/list_requests', keyed: false, reads: true },
    moveBreach: { name: 'privacy/move_breach', keyed: false, reads: false },
    openBreach: { name: 'privacy/open_breach', keyed: true, reads: false },
    recordDisclosure: { name: 'privacy/record_disclosure', keyed: false, reads: false },
    releaseHold: { name: 'privacy/release_hold', keyed: false, reads: false },
    requestCorrection: { name: 'privacy/request_correction', keyed: true, reads: false },
    requestDisclosure: { name: 'privacy/request_disclosure', keyed: true, reads: false },
    requestErasure: { name: 'privacy/request_erasure', keyed: true, reads: false },
    requestExport: { name: 'privacy/request_export', keyed: true, reads: false },
    setHold: { name: 'privacy/set_hold', keyed: true, reads: false },
    showRequest: { name: 'privacy/show_request', keyed: false, reads: true },
  },
  scans: {
    addPatient: { name: 'scans/add_patient', keyed: true, reads: false },
    assignOperator: { name: 'scans/assign_operator', keyed: true, reads: false },
    cancelVisit: { name: 'scans/cancel_visit', keyed: true, reads: false },
    closeCase: { name: 'scans/close_case', keyed: true, reads: false },
    correctPatient: { name: 'scans/correct_patient', keyed: true, reads: false },
    getFigures: { name: 'scans/get_figures', keyed: false, reads: true },
    getFileLinks: { name: 'scans/get_file_links', keyed: false, reads: true },
    getFormLink: { name: 'scans/get_form_link', keyed: false, reads: true },
    getOcclusionLinks: { name: 'scans/get_occlusion_links', keyed: false, reads: true },
    listCases: { name: 'scans/list_cases', keyed: false, reads: true },
    listVisits: { name: 'scans/list_visits', keyed: false, reads: true },
    moveVisit: { name: 'scans/move_visit', keyed: true, reads: false },
    openCase: { name: 'scans/open_case', keyed: true, reads: false },
    recordConsent: { name: 'scans/record_consent', keyed: true, reads: false },
    reopenCase: { name: 'scans/reopen_case', keyed: true, reads: false },
    requestVisit: { name: 'scans/request_visit', keyed: true, reads: false },
    rescheduleVisit: { name: 'scans/reschedule_visit', keyed: true, reads: false },
    setServiceArea: { name: 'scans/set_service_area', keyed: false, reads: false },
    showVisit: { name: 'scans/show_visit', keyed: false, reads: true },
    startUpload: { name: 'scans/start_upload', keyed: true, reads: false },
    suggestOperators: { name: 'scans/suggest_operators', keyed: false, reads: true },
    withdrawConsent: { name: 'scans/withdraw_consent', keyed: true, reads: false },
  },
  support: {
    assignTicket: { name: 'support/assign_ticket', keyed: true, reads: false },
    closeTicket: { name: 'support/close_ticket', keyed: true, reads: false },
    getFigures: { name: 'support/get_figures', keyed: false, reads: true },
    getMessageLinks: { name: 'support/get_message_links', keyed: false, reads: true },
    getQueue: { name: 'support/get_queue', keyed: false, reads: true },
    listTickets: { name: 'support/list_tickets', keyed: false, reads: true },
    openTicket: { name: 'support/open_ticket', keyed: true, reads: false },
    sendMessage: { name: 'support/send_message', keyed: true, reads: false },
    showTicket: { name: 'support/show_ticket', keyed: false, reads: true },
    startAttachment: { name: 'support/start_attachment', keyed: true, reads: false },
  },
  wallet: {
    adjustWallet: { name: 'wallet/adjust_wallet', keyed: true, reads: false },
    approvePayout: { name: 'wallet/approve_payout', keyed: false, reads: false },
    cancelPayout: { name: 'wallet/cancel_payout', keyed: false, reads: false },
    exportPayouts: { name: 'wallet/export_payouts', keyed: true, reads: false },
    getBalance: { name: 'wallet/get_balance', keyed: false, reads: true },
    getInvoiceLink: { name: 'wallet/get_invoice_link', keyed: false, reads: true },
    getPayoutFile: { name: 'wallet/get_payout_file', keyed: false, reads: true },
    getPayoutMethod: { name: 'wallet/get_payout_method', keyed: false, reads: true },
    getPrices: { name: 'wallet/get_prices', keyed: false, reads: true },
    getStatement: { name: 'wallet/get_statement', keyed: false, reads: true },
    getStatementFile: { name: 'wallet/get_statement_file', keyed: false, reads: true },
    getTotals: { name: 'wallet/get_totals', keyed: false, reads: true },
    getWithholding: { name: 'wallet/get_withholding', keyed: false, reads: true },
    issueInvoices: { name: 'wallet/issue_invoices', keyed: false, reads: false },
    listInvoices: { name: 'wallet/list_invoices', keyed: false, reads: true },
    listPayouts: { name: 'wallet/list_payouts', keyed: false, reads: true },
    listWithholding: { name: 'wallet/list_withholding', keyed: false, reads: true },
    publishPrices: { name: 'wallet/publish_prices', keyed: true, reads: false },
    recordPayoutFile: { name: 'wallet/record_payout_file', keyed: false, reads: false },
    recordPayoutResult: { name: 'wallet/record_payout_result', keyed: false, reads: false },
    refundTransaction: { name: 'wallet/refund_transaction', keyed: true, reads: false },
    rejectPayout: { name: 'wallet/reject_payout', keyed: false, reads: false },
    releaseExpiredHolds: { name: 'wallet/release_expired_holds', keyed: false, reads: false },
    requestPayout: { name: 'wallet/request_payout', keyed: true, reads: false },
    setBilling: { name: 'wallet/set_billing', keyed: false, reads: false },
    setPayoutMethod: { name: 'wallet/set_payout_method', keyed: false, reads: false },
    setTerms: { name: 'wallet/set_terms', keyed: false, reads: false },
    startBilling: { name: 'wallet/start_billing', keyed: false, reads: false },
  },
} as const;

/** What each takes, by its name on the wire. */
export interface CallableRequests {
  'accounts/accept_policy': AcceptPolicy;
  'accounts/approve_account': OneAccount;
  'accounts/change_phone': ChangePhone;
  'accounts/change_role': ChangeRole;
  'accounts/follow_email': FollowEmail;
  'accounts/get_policy': GetPolicy;
  'accounts/hand_over_ownership': OneAccount;
  'accounts/invite_member': InviteMember;
  'accounts/list_accounts': ListAccounts;
  'accounts/register_account': Register;
  'accounts/reinstate_account': OneAccount;
  'accounts/reject_account': SubjectWithReason;
  'accounts/remove_member': OneAccount;
  'accounts/suspend_account': SubjectWithReason;
  'accounts/withdraw_invite': WithdrawInvite;
  'jobs/list_jobs': ListJobs;
  'jobs/retry_job': RetryJob;
  'jobs/sweep_jobs': Sweep;
  'labs/check_order': CheckOrder;
  'labs/get_figures': GetLabFigures;
  'labs/get_file_links': GetOrderFileLinks;
  'labs/get_message_links': GetMessageLinks;
  'labs/get_receipt': GetReceipt;
  'labs/move_order': MoveOrder;
  'labs/place_order': PlaceOrder;
  'labs/save_profile': SaveProfile;
  'labs/save_service': SaveService;
  'labs/send_message': SendMessage;
  'labs/start_attachment': StartAttachment;
  'messaging/set_preferences': SetPreferences;
  'payments/reconcile_payments': ReconcilePayments;
  'payments/send_payouts': SendPayouts;
  'payments/start_top_up': StartTopUp;
  'privacy/acknowledge_review': NameReview;
  'privacy/answer_request': AnswerRequest;
  'privacy/build_disclosure': OneDisclosure;
  'privacy/cancel_request': OneRequest;
  'privacy/decide_disclosure': DecideDisclosure;
  'privacy/draft_notice': DraftNotice;
  'privacy/get_access_review': NameReview;
  'privacy/get_consent_record': GetConsentRecord;
  'privacy/get_disclosure_link': OneDisclosure;
  'privacy/get_export_link': OneRequest;
  'privacy/list_affected': ListAffected;
  'privacy/list_breaches': ListBreaches;
  'privacy/list_disclosures': ListDisclosures;
  'privacy/list_holds': ListHolds;
  'privacy/list_requests': ListRequests;
  'privacy/move_breach': MoveBreach;
  'privacy/open_breach': OpenBreach;
  'privacy/record_disclosure': RecordDisclosure;
  'privacy/release_hold': ReleaseHold;
  'privacy/request_correction': AskCorrection;
  'privacy/request_disclosure': RequestDisclosure;
  'privacy/request_erasure': AskErasure;
  'privacy/request_export': AskExport;
  'privacy/set_hold': SetHold;
  'privacy/show_request': ShowRequest;
  'scans/add_patient': AddPatient;
  'scans/assign_operator': AssignOperator;
  'scans/cancel_visit': CancelVisit;
  'scans/close_case': CaseKeyed;
  'scans/correct_patient': CorrectPatient;
  'scans/get_figures': GetScanFigures;
  'scans/get_file_links': GetCaseFileLinks;
  'scans/get_form_link': GetFormLink;
  'scans/get_occlusion_links': GetOcclusionLinks;
  'scans/list_cases': ListCases;
  'scans/list_visits': ListVisits;
  'scans/move_visit': MoveVisit;
  'scans/open_case': OpenCase;
  'scans/record_consent': RecordConsent;
  'scans/reopen_case': CaseKeyed;
  'scans/request_visit': RequestVisit;
  'scans/reschedule_visit': RescheduleVisit;
  'scans/set_service_area': SetServiceArea;
  'scans/show_visit': ShowVisit;
  'scans/start_upload': StartUpload;
  'scans/suggest_operators': SuggestOperators;
  'scans/withdraw_consent': WithdrawConsent;
  'support/assign_ticket': AssignTicket;
  'support/close_ticket': CloseTicket;
  'support/get_figures': GetSupportFigures;
  'support/get_message_links': GetTicketMessageLinks;
  'support/get_queue': GetQueue;
  'support/list_tickets': ListTickets;
  'support/open_ticket': OpenTicket;
  'support/send_message': SendTicketMessage;
  'support/show_ticket': ShowTicket;
  'support/start_attachment': StartTicketAttachment;
  'wallet/adjust_wallet': Adjust;
  'wallet/approve_payout': ApprovePayout;
  'wallet/cancel_payout': CancelPayout;
  'wallet/export_payouts': ExportPayouts;
  'wallet/get_balance': GetBalance;
  'wallet/get_invoice_link': GetInvoiceLink;
  'wallet/get_payout_file': GetPayoutFile;
  'wallet/get_payout_method': GetPayoutMethod;
  'wallet/get_prices': GetPrices;
  'wallet/get_statement': GetStatement;
  'wallet/get_statement_file': GetStatementFile;
  'wallet/get_totals': GetTotals;
  'wallet/get_withholding': GetWithholding;
  'wallet/issue_invoices': IssueInvoices;
  'wallet/list_invoices': ListInvoices;
  'wallet/list_payouts': ListPayouts;
  'wallet/list_withholding': ListWithholding;
  'wallet/publish_prices': PublishPrices;
  'wallet/record_payout_file': RecordPayoutFile;
  'wallet/record_payout_result': RecordPayoutResult;
  'wallet/refund_transaction': Refund;
  'wallet/reject_payout': RejectPayout;
  'wallet/release_expired_holds': ReleaseExpired;
  'wallet/request_payout': RequestPayout;
  'wallet/set_billing': SetBilling;
  'wallet/set_payout_method': SetPayoutMethod;
  'wallet/set_terms': SetTerms;
  'wallet/start_billing': StartBilling;
}

/** What each answers. */
export interface CallableResponses {
  'accounts/accept_policy': PolicyAccepted;
  'accounts/approve_account': Account;
  'accounts/change_phone': PhoneNow;
  'accounts/change_role': Account;
  'accounts/follow_email': EmailNow;
  'accounts/get_policy': PolicyInForce;
  'accounts/hand_over_ownership': Account;
  'accounts/invite_member': Invited;
  'accounts/list_accounts': Accounts;
  'accounts/register_account': Account;
  'accounts/reinstate_account': Account;
  'accounts/reject_account': Account;
  'accounts/remove_member': Account;
  'accounts/suspend_account': Account;
  'accounts/withdraw_invite': Done;
  'jobs/list_jobs': Jobs;
  'jobs/retry_job': JobNow;
  'jobs/sweep_jobs': Swept;
  'labs/check_order': OrderChecked;
  'labs/get_figures': LabFigures;
  'labs/get_file_links': OrderFileLinks;
  'labs/get_message_links': OrderFileLinks;
  'labs/get_receipt': ReceiptGiven;
  'labs/move_order': OrderNow;
  'labs/place_order': OrderPlaced;
  'labs/save_profile': ProfileSaved;
  'labs/save_service': ServiceSaved;
  'labs/send_message': MessageSent;
  'labs/start_attachment': AttachmentSlot;
  'messaging/set_preferences': PreferencesSet;
  'payments/reconcile_payments': Reconciled;
  'payments/send_payouts': PayoutsSent;
  'payments/start_top_up': TopUpStarted;
  'privacy/acknowledge_review': Review;
  'privacy/answer_request': RequestNow;
  'privacy/build_disclosure': DisclosureNow;
  'privacy/cancel_request': RequestNow;
  'privacy/decide_disclosure': DisclosureNow;
  'privacy/draft_notice': NoticeDraft;
  'privacy/get_access_review': Review;
  'privacy/get_consent_record': ConsentRecord;
  'privacy/get_disclosure_link': ExportLink;
  'privacy/get_export_link': ExportLink;
  'privacy/list_affected': Affected;
  'privacy/list_breaches': Breaches;
  'privacy/list_disclosures': Disclosures;
  'privacy/list_holds': Holds;
  'privacy/list_requests': Requests;
  'privacy/move_breach': BreachNow;
  'privacy/open_breach': BreachNow;
  'privacy/record_disclosure': DisclosureNow;
  'privacy/release_hold': HoldNow;
  'privacy/request_correction': Asked;
  'privacy/request_disclosure': DisclosureNow;
  'privacy/request_erasure': Asked;
  'privacy/request_export': Asked;
  'privacy/set_hold': HoldNow;
  'privacy/show_request': RequestShown;
  'scans/add_patient': PatientSaved;
  'scans/assign_operator': VisitNow;
  'scans/cancel_visit': VisitNow;
  'scans/close_case': CaseNow;
  'scans/correct_patient': PatientSaved;
  'scans/get_figures': ScanFigures;
  'scans/get_file_links': CaseFileLinks;
  'scans/get_form_link': FormLink;
  'scans/get_occlusion_links': OcclusionLinks;
  'scans/list_cases': Cases;
  'scans/list_visits': Visits;
  'scans/move_visit': VisitNow;
  'scans/open_case': CaseOpened;
  'scans/record_consent': ConsentRecorded;
  'scans/reopen_case': CaseNow;
  'scans/request_visit': VisitRequested;
  'scans/reschedule_visit': VisitNow;
  'scans/set_service_area': ServiceArea;
  'scans/show_visit': VisitShown;
  'scans/start_upload': UploadSlot;
  'scans/suggest_operators': Suggestions;
  'scans/withdraw_consent': WithdrawalDone;
  'support/assign_ticket': TicketNow;
  'support/close_ticket': TicketNow;
  'support/get_figures': SupportFigures;
  'support/get_message_links': TicketFileLinks;
  'support/get_queue': Queue;
  'support/list_tickets': Tickets;
  'support/open_ticket': TicketOpened;
  'support/send_message': TicketMessageSent;
  'support/show_ticket': TicketShown;
  'support/start_attachment': TicketAttachmentSlot;
  'wallet/adjust_wallet': Booked;
  'wallet/approve_payout': PayoutMoved;
  'wallet/cancel_payout': PayoutMoved;
  'wallet/export_payouts': PayoutsExported;
  'wallet/get_balance': Balance;
  'wallet/get_invoice_link': DocumentLink;
  'wallet/get_payout_file': PayoutFile;
  'wallet/get_payout_method': PayoutMethodShown;
  'wallet/get_prices': Quote;
  'wallet/get_statement': Statement;
  'wallet/get_statement_file': DocumentLink;
  'wallet/get_totals': Totals;
  'wallet/get_withholding': WithholdingOfLab;
  'wallet/issue_invoices': InvoicesIssued;
  'wallet/list_invoices': Invoices;
  'wallet/list_payouts': Payouts;
  'wallet/list_withholding': WithholdingRows;
  'wallet/publish_prices': Quote;
  'wallet/record_payout_file': ResultsRecorded;
  'wallet/record_payout_result': PayoutMoved;
  'wallet/refund_transaction': Booked;
  'wallet/reject_payout': PayoutMoved;
  'wallet/release_expired_holds': Released;
  'wallet/request_payout': PayoutRequested;
  'wallet/set_billing': BillingSet;
  'wallet/set_payout_method': PayoutMethodShown;
  'wallet/set_terms': TermsSet;
  'wallet/start_billing': BillingStarted;
}

/** The reasons of its own that each may be refused for. */
export interface Raises {
  'accounts/accept_policy': 'policy-not-current' | 'account-not-found';
  'accounts/approve_account': 'account-not-found' | 'wrong-status' | 'own-account' | 'applicant-not-verified' | 'org-not-found';
  'accounts/change_phone': 'account-not-found';
  'accounts/change_role': 'account-not-found' | 'wrong-status' | 'own-account' | 'org-not-found' | 'last-owner' | 'erasure-pending';
  'accounts/follow_email': 'email-not-verified' | 'account-not-found';
  'accounts/get_policy': never;
  'accounts/hand_over_ownership': 'not-owner' | 'own-account' | 'account-not-found' | 'wrong-status' | 'org-not-found' | 'erasure-pending';
  'accounts/invite_member': 'not-owner' | 'already-member' | 'policy-not-accepted' | 'erasure-pending';
  'accounts/list_accounts': 'cursor-invalid';
  'accounts/register_account': 'email-not-verified' | 'policy-not-current' | 'already-registered' | 'invite-not-open' | 'org-not-found' | 'erasure-pending';
  'accounts/reinstate_account': 'account-not-found' | 'wrong-status' | 'own-account';
  'accounts/reject_account': 'account-not-found' | 'wrong-status' | 'own-account' | 'done-otherwise';
  'accounts/remove_member': 'not-owner' | 'account-not-found' | 'wrong-status' | 'last-owner';
  'accounts/suspend_account': 'account-not-found' | 'wrong-status' | 'own-account' | 'done-otherwise';
  'accounts/withdraw_invite': 'not-owner' | 'invite-not-open';
  'jobs/list_jobs': 'cursor-invalid';
  'jobs/retry_job': 'job-not-found' | 'wrong-job-state';
  'jobs/sweep_jobs': never;
  'labs/check_order': 'case-not-found';
  'labs/get_figures': never;
  'labs/get_file_links': 'order-not-found' | 'wrong-order-state' | 'not-shared' | 'file-not-in-order' | 'links-used-up' | 'case-not-found';
  'labs/get_message_links': 'order-not-found' | 'wrong-order-state' | 'not-shared' | 'case-not-found' | 'message-not-found' | 'links-used-up';
  'labs/get_receipt': 'order-not-found' | 'reason-needed';
  'labs/move_order': 'order-not-found' | 'wrong-order-state' | 'reason-needed' | 'shipment-needed' | 'files-needed' | 'amendment-needed' | 'day-not-possible' | 'parcel-under-way' | 'loss-unanswered' | 'lab-cannot-refund' | 'order-refused' | 'done-otherwise' | 'case-not-found' | 'insufficient-funds' | 'idempotency-key-reused';
  'labs/place_order': 'case-not-found' | 'order-refused' | 'idempotency-key-reused' | 'policy-not-accepted' | 'erasure-pending';
  'labs/save_profile': 'not-owner' | 'billing-needed';
  'labs/save_service': 'not-owner' | 'profile-missing' | 'catalogue-full' | 'service-not-found' | 'idempotency-key-reused';
  'labs/send_message': 'order-not-found' | 'wrong-order-state' | 'not-shared' | 'case-not-found' | 'too-many-messages' | 'attachment-not-found' | 'attachment-not-ready' | 'attachment-sent' | 'idempotency-key-reused' | 'policy-not-accepted';
  'labs/start_attachment': 'order-not-found' | 'wrong-order-state' | 'not-shared' | 'case-not-found' | 'file-too-large' | 'too-many-open-uploads' | 'idempotency-key-reused' | 'policy-not-accepted';
  'messaging/set_preferences': 'zone-unknown' | 'group-mandatory' | 'digest-for-admins';
  'payments/reconcile_payments': 'online-payment-not-configured' | 'payment-gateway-unavailable';
  'payments/send_payouts': 'payout-gateway-not-configured';
  'payments/start_top_up': 'online-payment-not-configured' | 'payment-gateway-unavailable' | 'idempotency-key-reused' | 'erasure-pending';
  'privacy/acknowledge_review': 'review-not-found' | 'wrong-review-state';
  'privacy/answer_request': 'request-not-found' | 'wrong-request-state' | 'done-otherwise' | 'not-owner';
  'privacy/build_disclosure': 'disclosure-not-found' | 'wrong-disclosure-state';
  'privacy/cancel_request': 'request-not-found' | 'wrong-request-state';
  'privacy/decide_disclosure': 'disclosure-not-found' | 'wrong-disclosure-state' | 'own-disclosure';
  'privacy/draft_notice': 'breach-not-found';
  'privacy/get_access_review': 'review-not-found';
  'privacy/get_consent_record': 'not-owner' | 'subject-not-found' | 'cursor-invalid';
  'privacy/get_disclosure_link': 'disclosure-not-found' | 'wrong-disclosure-state' | 'export-not-ready';
  'privacy/get_export_link': 'request-not-found' | 'export-not-ready';
  'privacy/list_affected': 'breach-not-found' | 'cursor-invalid';
  'privacy/list_breaches': 'cursor-invalid';
  'privacy/list_disclosures': 'cursor-invalid';
  'privacy/list_holds': 'cursor-invalid';
  'privacy/list_requests': 'cursor-invalid';
  'privacy/move_breach': 'breach-not-found' | 'wrong-breach-state' | 'done-otherwise';
  'privacy/open_breach': 'time-in-future' | 'idempotency-key-reused';
  'privacy/record_disclosure': 'disclosure-not-found' | 'wrong-disclosure-state' | 'done-otherwise';
  'privacy/release_hold': 'legal-hold-not-found' | 'wrong-legal-hold-state' | 'own-release';
  'privacy/request_correction': 'not-owner' | 'request-open' | 'idempotency-key-reused';
  'privacy/request_disclosure': 'idempotency-key-reused';
  'privacy/request_erasure': 'subject-not-found' | 'request-open' | 'idempotency-key-reused' | 'sign-in-again' | 'erasure-blocked' | 'not-owner';
  'privacy/request_export': 'subject-not-found' | 'request-open' | 'idempotency-key-reused';
  'privacy/set_hold': 'hold-subject-not-found' | 'idempotency-key-reused';
  'privacy/show_request': 'request-not-found';
  'scans/add_patient': 'reference-taken' | 'idempotency-key-reused' | 'policy-not-accepted' | 'erasure-pending';
  'scans/assign_operator': 'visit-not-found' | 'wrong-visit-state' | 'idempotency-key-reused' | 'guardian-required' | 'slot-not-offered' | 'slot-in-past' | 'slot-too-far-ahead' | 'operator-not-active' | 'erasure-pending' | 'operator-busy';
  'scans/cancel_visit': 'visit-not-found' | 'wrong-visit-state' | 'idempotency-key-reused' | 'done-otherwise';
  'scans/close_case': 'case-not-found' | 'wrong-case-status' | 'guardian-required' | 'idempotency-key-reused';
  'scans/correct_patient': 'patient-not-found' | 'reference-taken' | 'idempotency-key-reused';
  'scans/get_figures': never;
  'scans/get_file_links': 'case-not-found' | 'wrong-case-status' | 'guardian-required' | 'file-not-found';
  'scans/get_form_link': 'consent-not-found' | 'form-not-found';
  'scans/get_occlusion_links': 'case-not-found' | 'wrong-case-status' | 'guardian-required' | 'occlusion-not-found';
  'scans/list_cases': 'cursor-invalid';
  'scans/list_visits': 'cursor-invalid';
  'scans/move_visit': 'visit-not-found' | 'wrong-visit-state' | 'idempotency-key-reused' | 'guardian-required' | 'nothing-scanned' | 'too-early' | 'insufficient-funds';
  'scans/open_case': 'patient-not-found' | 'consent-not-found' | 'consent-withdrawn' | 'consent-does-not-cover' | 'consent-full' | 'guardian-required' | 'age-group-unknown' | 'idempotency-key-reused' | 'policy-not-accepted' | 'erasure-pending';
  'scans/record_consent': 'time-in-future' | 'patient-not-found' | 'guardian-required' | 'age-group-differs' | 'idempotency-key-reused' | 'policy-not-accepted' | 'erasure-pending';
  'scans/reopen_case': 'case-not-found' | 'wrong-case-status' | 'guardian-required' | 'idempotency-key-reused' | 'patient-not-found' | 'erasure-pending';
  'scans/request_visit': 'slot-in-past' | 'slot-too-far-ahead' | 'visit-already-requested' | 'case-not-found' | 'wrong-case-status' | 'prices-changed' | 'billing-details-missing' | 'insufficient-funds' | 'patient-not-found' | 'consent-not-found' | 'consent-withdrawn' | 'consent-does-not-cover' | 'consent-full' | 'guardian-required' | 'age-group-unknown' | 'idempotency-key-reused' | 'policy-not-accepted' | 'erasure-pending';
  'scans/reschedule_visit': 'visit-not-found' | 'wrong-visit-state' | 'idempotency-key-reused' | 'slot-in-past' | 'slot-too-far-ahead';
  'scans/set_service_area': never;
  'scans/show_visit': 'visit-not-found';
  'scans/start_upload': 'case-not-found' | 'wrong-case-status' | 'guardian-required' | 'idempotency-key-reused' | 'visit-not-found' | 'wrong-visit-state' | 'consent-not-found' | 'consent-withdrawn' | 'consent-does-not-cover' | 'form-already-there' | 'patient-not-found' | 'file-too-large' | 'too-many-open-uploads' | 'too-many-uploads' | 'policy-not-accepted' | 'erasure-pending';
  'scans/suggest_operators': 'visit-not-found';
  'scans/withdraw_consent': 'consent-not-found' | 'idempotency-key-reused';
  'support/assign_ticket': 'ticket-not-found' | 'wrong-ticket-state' | 'not-an-admin' | 'idempotency-key-reused';
  'support/close_ticket': 'ticket-not-found' | 'idempotency-key-reused';
  'support/get_figures': never;
  'support/get_message_links': 'ticket-not-found' | 'ticket-message-not-found' | 'files-stopped';
  'support/get_queue': never;
  'support/list_tickets': 'cursor-invalid';
  'support/open_ticket': 'case-not-found' | 'order-not-found' | 'too-many-tickets' | 'idempotency-key-reused';
  'support/send_message': 'ticket-not-found' | 'wrong-ticket-state' | 'ticket-full' | 'files-stopped' | 'attachment-not-found' | 'attachment-not-ready' | 'attachment-sent' | 'idempotency-key-reused';
  'support/show_ticket': 'ticket-not-found';
  'support/start_attachment': 'ticket-not-found' | 'wrong-ticket-state' | 'files-stopped' | 'file-too-large' | 'too-many-open-uploads' | 'idempotency-key-reused';
  'wallet/adjust_wallet': 'wallet-not-found' | 'insufficient-funds' | 'idempotency-key-reused';
  'wallet/approve_payout': 'payout-not-found' | 'wrong-payout-state' | 'own-payout' | 'payout-method-too-new' | 'payout-method-changed' | 'payout-method-missing' | 'lab-in-debt';
  'wallet/cancel_payout': 'not-owner' | 'payout-not-found' | 'wrong-payout-state';
  'wallet/export_payouts': 'nothing-to-export' | 'idempotency-key-reused';
  'wallet/get_balance': 'wallet-not-found';
  'wallet/get_invoice_link': 'invoice-not-found';
  'wallet/get_payout_file': 'payout-not-found' | 'payout-file-gone';
  'wallet/get_payout_method': never;
  'wallet/get_prices': never;
  'wallet/get_statement': 'wallet-not-found' | 'cursor-invalid';
  'wallet/get_statement_file': 'wallet-not-found' | 'statement-too-long' | 'statement-too-old';
  'wallet/get_totals': never;
  'wallet/get_withholding': 'wallet-not-found';
  'wallet/issue_invoices': 'not-owner' | 'wallet-not-found' | 'billing-details-missing' | 'supplier-details-missing';
  'wallet/list_invoices': 'wallet-not-found' | 'cursor-invalid';
  'wallet/list_payouts': 'wallet-not-found' | 'cursor-invalid';
  'wallet/list_withholding': 'cursor-invalid';
  'wallet/publish_prices': 'prices-changed' | 'idempotency-key-reused';
  'wallet/record_payout_file': 'payout-file-unreadable';
  'wallet/record_payout_result': 'payout-not-found' | 'wrong-payout-state' | 'payout-at-gateway' | 'done-otherwise';
  'wallet/refund_transaction': 'transaction-not-found' | 'amount-too-large' | 'amount-too-small' | 'insufficient-funds' | 'idempotency-key-reused';
  'wallet/reject_payout': 'payout-not-found' | 'wrong-payout-state' | 'done-otherwise';
  'wallet/release_expired_holds': never;
  'wallet/request_payout': 'not-owner' | 'payout-method-missing' | 'payout-too-small' | 'amount-too-large' | 'insufficient-funds' | 'idempotency-key-reused';
  'wallet/set_billing': 'not-owner' | 'too-many-billing-details';
  'wallet/set_payout_method': 'not-owner';
  'wallet/set_terms': 'wallet-not-found' | 'tariff-not-found';
  'wallet/start_billing': never;
}

/** The same as data. */
export const RAISES: { readonly [N in keyof Raises]: readonly Raises[N][] } = {
  'accounts/accept_policy': ['policy-not-current', 'account-not-found'],
  'accounts/approve_account': ['account-not-found', 'wrong-status', 'own-account', 'applicant-not-verified', 'org-not-found'],
  'accounts/change_phone': ['account-not-found'],
  'accounts/change_role': ['account-not-found', 'wrong-status', 'own-account', 'org-not-found', 'last-owner', 'erasure-pending'],
  'accounts/follow_email': ['email-not-verified', 'account-not-found'],
  'accounts/get_policy': [],
  'accounts/hand_over_ownership': ['not-owner', 'own-account', 'account-not-found', 'wrong-status', 'org-not-found', 'erasure-pending'],
  'accounts/invite_member': ['not-owner', 'already-member', 'policy-not-accepted', 'erasure-pending'],
  'accounts/list_accounts': ['cursor-invalid'],
  'accounts/register_account': ['email-not-verified', 'policy-not-current', 'already-registered', 'invite-not-open', 'org-not-found', 'erasure-pending'],
  'accounts/reinstate_account': ['account-not-found', 'wrong-status', 'own-account'],
  'accounts/reject_account': ['account-not-found', 'wrong-status', 'own-account', 'done-otherwise'],
  'accounts/remove_member': ['not-owner', 'account-not-found', 'wrong-status', 'last-owner'],
  'accounts/suspend_account': ['account-not-found', 'wrong-status', 'own-account', 'done-otherwise'],
  'accounts/withdraw_invite': ['not-owner', 'invite-not-open'],
  'jobs/list_jobs': ['cursor-invalid'],
  'jobs/retry_job': ['job-not-found', 'wrong-job-state'],
  'jobs/sweep_jobs': [],
  'labs/check_order': ['case-not-found'],
  'labs/get_figures': [],
  'labs/get_file_links': ['order-not-found', 'wrong-order-state', 'not-shared', 'file-not-in-order', 'links-used-up', 'case-not-found'],
  'labs/get_message_links': ['order-not-found', 'wrong-order-state', 'not-shared', 'case-not-found', 'message-not-found', 'links-used-up'],
  'labs/get_receipt': ['order-not-found', 'reason-needed'],
  'labs/move_order': ['order-not-found', 'wrong-order-state', 'reason-needed', 'shipment-needed', 'files-needed', 'amendment-needed', 'day-not-possible', 'parcel-under-way', 'loss-unanswered', 'lab-cannot-refund', 'order-refused', 'done-otherwise', 'case-not-found', 'insufficient-funds', 'idempotency-key-reused'],
  'labs/place_order': ['case-not-found', 'order-refused', 'idempotency-key-reused', 'policy-not-accepted', 'erasure-pending'],
  'labs/save_profile': ['not-owner', 'billing-needed'],
  'labs/save_service': ['not-owner', 'profile-missing', 'catalogue-full', 'service-not-found', 'idempotency-key-reused'],
  'labs/send_message': ['order-not-found', 'wrong-order-state', 'not-shared', 'case-not-found', 'too-many-messages', 'attachment-not-found', 'attachment-not-ready', 'attachment-sent', 'idempotency-key-reused', 'policy-not-accepted'],
  'labs/start_attachment': ['order-not-found', 'wrong-order-state', 'not-shared', 'case-not-found', 'file-too-large', 'too-many-open-uploads', 'idempotency-key-reused', 'policy-not-accepted'],
  'messaging/set_preferences': ['zone-unknown', 'group-mandatory', 'digest-for-admins'],
  'payments/reconcile_payments': ['online-payment-not-configured', 'payment-gateway-unavailable'],
  'payments/send_payouts': ['payout-gateway-not-configured'],
  'payments/start_top_up': ['online-payment-not-configured', 'payment-gateway-unavailable', 'idempotency-key-reused', 'erasure-pending'],
  'privacy/acknowledge_review': ['review-not-found', 'wrong-review-state'],
  'privacy/answer_request': ['request-not-found', 'wrong-request-state', 'done-otherwise', 'not-owner'],
  'privacy/build_disclosure': ['disclosure-not-found', 'wrong-disclosure-state'],
  'privacy/cancel_request': ['request-not-found', 'wrong-request-state'],
  'privacy/decide_disclosure': ['disclosure-not-found', 'wrong-disclosure-state', 'own-disclosure'],
  'privacy/draft_notice': ['breach-not-found'],
  'privacy/get_access_review': ['review-not-found'],
  'privacy/get_consent_record': ['not-owner', 'subject-not-found', 'cursor-invalid'],
  'privacy/get_disclosure_link': ['disclosure-not-found', 'wrong-disclosure-state', 'export-not-ready'],
  'privacy/get_export_link': ['request-not-found', 'export-not-ready'],
  'privacy/list_affected': ['breach-not-found', 'cursor-invalid'],
  'privacy/list_breaches': ['cursor-invalid'],
  'privacy/list_disclosures': ['cursor-invalid'],
  'privacy/list_holds': ['cursor-invalid'],
  'privacy/list_requests': ['cursor-invalid'],
  'privacy/move_breach': ['breach-not-found', 'wrong-breach-state', 'done-otherwise'],
  'privacy/open_breach': ['time-in-future', 'idempotency-key-reused'],
  'privacy/record_disclosure': ['disclosure-not-found', 'wrong-disclosure-state', 'done-otherwise'],
  'privacy/release_hold': ['legal-hold-not-found', 'wrong-legal-hold-state', 'own-release'],
  'privacy/request_correction': ['not-owner', 'request-open', 'idempotency-key-reused'],
  'privacy/request_disclosure': ['idempotency-key-reused'],
  'privacy/request_erasure': ['subject-not-found', 'request-open', 'idempotency-key-reused', 'sign-in-again', 'erasure-blocked', 'not-owner'],
  'privacy/request_export': ['subject-not-found', 'request-open', 'idempotency-key-reused'],
  'privacy/set_hold': ['hold-subject-not-found', 'idempotency-key-reused'],
  'privacy/show_request': ['request-not-found'],
  'scans/add_patient': ['reference-taken', 'idempotency-key-reused', 'policy-not-accepted', 'erasure-pending'],
  'scans/assign_operator': ['visit-not-found', 'wrong-visit-state', 'idempotency-key-reused', 'guardian-required', 'slot-not-offered', 'slot-in-past', 'slot-too-far-ahead', 'operator-not-active', 'erasure-pending', 'operator-busy'],
  'scans/cancel_visit': ['visit-not-found', 'wrong-visit-state', 'idempotency-key-reused', 'done-otherwise'],
  'scans/close_case': ['case-not-found', 'wrong-case-status', 'guardian-required', 'idempotency-key-reused'],
  'scans/correct_patient': ['patient-not-found', 'reference-taken', 'idempotency-key-reused'],
  'scans/get_figures': [],
  'scans/get_file_links': ['case-not-found', 'wrong-case-status', 'guardian-required', 'file-not-found'],
  'scans/get_form_link': ['consent-not-found', 'form-not-found'],
  'scans/get_occlusion_links': ['case-not-found', 'wrong-case-status', 'guardian-required', 'occlusion-not-found'],
  'scans/list_cases': ['cursor-invalid'],
  'scans/list_visits': ['cursor-invalid'],
  'scans/move_visit': ['visit-not-found', 'wrong-visit-state', 'idempotency-key-reused', 'guardian-required', 'nothing-scanned', 'too-early', 'insufficient-funds'],
  'scans/open_case': ['patient-not-found', 'consent-not-found', 'consent-withdrawn', 'consent-does-not-cover', 'consent-full', 'guardian-required', 'age-group-unknown', 'idempotency-key-reused', 'policy-not-accepted', 'erasure-pending'],
  'scans/record_consent': ['time-in-future', 'patient-not-found', 'guardian-required', 'age-group-differs', 'idempotency-key-reused', 'policy-not-accepted', 'erasure-pending'],
  'scans/reopen_case': ['case-not-found', 'wrong-case-status', 'guardian-required', 'idempotency-key-reused', 'patient-not-found', 'erasure-pending'],
  'scans/request_visit': ['slot-in-past', 'slot-too-far-ahead', 'visit-already-requested', 'case-not-found', 'wrong-case-status', 'prices-changed', 'billing-details-missing', 'insufficient-funds', 'patient-not-found', 'consent-not-found', 'consent-withdrawn', 'consent-does-not-cover', 'consent-full', 'guardian-required', 'age-group-unknown', 'idempotency-key-reused', 'policy-not-accepted', 'erasure-pending'],
  'scans/reschedule_visit': ['visit-not-found', 'wrong-visit-state', 'idempotency-key-reused', 'slot-in-past', 'slot-too-far-ahead'],
  'scans/set_service_area': [],
  'scans/show_visit': ['visit-not-found'],
  'scans/start_upload': ['case-not-found', 'wrong-case-status', 'guardian-required', 'idempotency-key-reused', 'visit-not-found', 'wrong-visit-state', 'consent-not-found', 'consent-withdrawn', 'consent-does-not-cover', 'form-already-there', 'patient-not-found', 'file-too-large', 'too-many-open-uploads', 'too-many-uploads', 'policy-not-accepted', 'erasure-pending'],
  'scans/suggest_operators': ['visit-not-found'],
  'scans/withdraw_consent': ['consent-not-found', 'idempotency-key-reused'],
  'support/assign_ticket': ['ticket-not-found', 'wrong-ticket-state', 'not-an-admin', 'idempotency-key-reused'],
  'support/close_ticket': ['ticket-not-found', 'idempotency-key-reused'],
  'support/get_figures': [],
  'support/get_message_links': ['ticket-not-found', 'ticket-message-not-found', 'files-stopped'],
  'support/get_queue': [],
  'support/list_tickets': ['cursor-invalid'],
  'support/open_ticket': ['case-not-found', 'order-not-found', 'too-many-tickets', 'idempotency-key-reused'],
  'support/send_message': ['ticket-not-found', 'wrong-ticket-state', 'ticket-full', 'files-stopped', 'attachment-not-found', 'attachment-not-ready', 'attachment-sent', 'idempotency-key-reused'],
  'support/show_ticket': ['ticket-not-found'],
  'support/start_attachment': ['ticket-not-found', 'wrong-ticket-state', 'files-stopped', 'file-too-large', 'too-many-open-uploads', 'idempotency-key-reused'],
  'wallet/adjust_wallet': ['wallet-not-found', 'insufficient-funds', 'idempotency-key-reused'],
  'wallet/approve_payout': ['payout-not-found', 'wrong-payout-state', 'own-payout', 'payout-method-too-new', 'payout-method-changed', 'payout-method-missing', 'lab-in-debt'],
  'wallet/cancel_payout': ['not-owner', 'payout-not-found', 'wrong-payout-state'],
  'wallet/export_payouts': ['nothing-to-export', 'idempotency-key-reused'],
  'wallet/get_balance': ['wallet-not-found'],
  'wallet/get_invoice_link': ['invoice-not-found'],
  'wallet/get_payout_file': ['payout-not-found', 'payout-file-gone'],
  'wallet/get_payout_method': [],
  'wallet/get_prices': [],
  'wallet/get_statement': ['wallet-not-found', 'cursor-invalid'],
  'wallet/get_statement_file': ['wallet-not-found', 'statement-too-long', 'statement-too-old'],
  'wallet/get_totals': [],
  'wallet/get_withholding': ['wallet-not-found'],
  'wallet/issue_invoices': ['not-owner', 'wallet-not-found', 'billing-details-missing', 'supplier-details-missing'],
  'wallet/list_invoices': ['wallet-not-found', 'cursor-invalid'],
  'wallet/list_payouts': ['wallet-not-found', 'cursor-invalid'],
  'wallet/list_withholding': ['cursor-invalid'],
  'wallet/publish_prices': ['prices-changed', 'idempotency-key-reused'],
  'wallet/record_payout_file': ['payout-file-unreadable'],
  'wallet/record_payout_result': ['payout-not-found', 'wrong-payout-state', 'payout-at-gateway', 'done-otherwise'],
  'wallet/refund_transaction': ['transaction-not-found', 'amount-too-large', 'amount-too-small', 'insufficient-funds', 'idempotency-key-reused'],
  'wallet/reject_payout': ['payout-not-found', 'wrong-payout-state', 'done-otherwise'],
  'wallet/release_expired_holds': [],
  'wallet/request_payout': ['not-owner', 'payout-method-missing', 'payout-too-small', 'amount-too-large', 'insufficient-funds', 'idempotency-key-reused'],
  'wallet/set_billing': ['not-owner', 'too-many-billing-details'],
  'wallet/set_payout_method': ['not-owner'],
  'wallet/set_terms': ['wallet-not-found', 'tariff-not-found'],
  'wallet/start_billing': [],
};
