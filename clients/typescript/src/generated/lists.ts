// Generated from the models by `make docs`: do not edit.

import type {
  Query,
} from 'firebase/firestore';
import type {
  ListQuery,
  Moment,
} from '../basics.js';
import type {
  AuditEntryForAdmin,
  CaseEventForClinic,
  CaseForClinic,
  ClinicForAdmin,
  ConsentForClinic,
  DeviceForSelf,
  FileForClinic,
  HoldForClinic,
  HoldForLab,
  InboxItemForSelf,
  InviteForOwner,
  InviteForSelf,
  InvoiceForClinic,
  InvoiceForLab,
  LabForAdmin,
  LabProfileForAdmin,
  LabProfileForAnyClinic,
  OperatorForAdmin,
  OrderEventForClinic,
  OrderEventForLab,
  OrderForClinic,
  OrderForLab,
  OrderMessageForClinic,
  OrderMessageForLab,
  PairCheckForClinic,
  PatientCorrectionForClinic,
  PatientForClinic,
  PrivacyRequestForClinic,
  PrivacyRequestForSelf,
  ServiceForAdmin,
  ServiceForAnyClinic,
  ServiceForLab,
  ShareForAdmin,
  ShareForClinic,
  TicketForSelf,
  TicketMessageForSelf,
  UploadForClinic,
  UploadForOperator,
  UploadForSelf,
  UserForAdmin,
  UserForOwner,
  VisitForClinic,
  VisitForOperator,
  WalletEntryForClinic,
  WalletEntryForLab,
} from './documents.js';
import type {
  CaseStatus,
  ConsentState,
  OrderState,
  Paper,
  Role,
  Status,
  TransactionKind,
  VisitState,
  WorkType,
} from './enumerations.js';

/** Every list that is supported; each is allowed to its readers alone. */
export interface Lists {
  /**
   * All acts on record, the last first.
   *
   * Of `audit`.
   */
  adminAudit(): Query<AuditEntryForAdmin>;
  /**
   * The acts on record by action, the last one first.
   *
   * Of `audit`.
   */
  adminAuditByAction(given: {
    /** The act. */
    action: string;
  }): Query<AuditEntryForAdmin>;
  /**
   * The acts on record by actor, the last one first.
   *
   * Of `audit`.
   */
  adminAuditOfActor(given: {
    /** The uid of who acted. */
    actor: string;
  }): Query<AuditEntryForAdmin>;
  /**
   * The acts on record by subject, the last one first.
   *
   * Of `audit`.
   */
  adminAuditOfSubject(given: {
    /** The path of the document that was acted on. */
    subject: string;
  }): Query<AuditEntryForAdmin>;
  /**
   * All clinics, by name.
   *
   * Of `clinics`.
   */
  adminClinics(): Query<ClinicForAdmin>;
  /**
   * All labs as clinics see them, by name.
   *
   * Of `lab_profiles`.
   */
  adminLabProfiles(): Query<LabProfileForAdmin>;
  /**
   * All labs, by name.
   *
   * Of `labs`.
   */
  adminLabs(): Query<LabForAdmin>;
  /**
   * The operators, by the city that they set out from; those without one first.
   *
   * Of `operators`.
   */
  adminOperators(): Query<OperatorForAdmin>;
  /**
   * The operators of one city who take visits, by sorting district.
   *
   * Of `operators`.
   */
  adminOperatorsAvailableInCity(given: {
    /** The city, as rosters spell it. */
    city_key: string;
  }): Query<OperatorForAdmin>;
  /**
   * The services of a lab, withdrawn ones too, by name.
   *
   * Of `labs/{lab_id}/catalogue`.
   */
  adminServicesOfLab(given: {
    /** The lab. */
    lab_id: string;
  }): Query<ServiceForAdmin>;
  /**
   * What was fetched of patients, by lab, the first one first.
   *
   * Of `shares`.
   */
  adminSharesOfLab(given: {
    /** The lab. */
    lab_id: string;
  }): Query<ShareForAdmin>;
  /**
   * What was fetched of patients, by member, the first one first.
   *
   * Of `shares`.
   */
  adminSharesOfMember(given: {
    /** The member of a lab. */
    uid: string;
  }): Query<ShareForAdmin>;
  /**
   * What was fetched of patients, by order, the first one first.
   *
   * Of `shares`.
   */
  adminSharesOfOrder(given: {
    /** The order. */
    order_id: string;
  }): Query<ShareForAdmin>;
  /**
   * The accounts of one role, by name.
   *
   * Of `users`.
   */
  adminUsersByRole(given: {
    /** The role. */
    role: Role;
  }): Query<UserForAdmin>;
  /**
   * The accounts of one status, such as those to be approved, the oldest first.
   *
   * Of `users`.
   */
  adminUsersByStatus(given: {
    /** The status. */
    status: Status;
  }): Query<UserForAdmin>;
  /**
   * The accounts of one clinic or lab, by name.
   *
   * Of `users`.
   */
  adminUsersOfOrganisation(given: {
    /** The clinic or lab. */
    org: string;
  }): Query<UserForAdmin>;
  /**
   * The clinic's cases, the last opened first.
   *
   * Of `cases`.
   */
  clinicCases(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<CaseForClinic>;
  /**
   * The clinic's cases of one status, the last opened first.
   *
   * Of `cases`.
   */
  clinicCasesByStatus(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The status. */
    status: CaseStatus;
  }): Query<CaseForClinic>;
  /**
   * The cases of one of the clinic's patients, the last opened first.
   *
   * Of `cases`.
   */
  clinicCasesOfPatient(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The patient. */
    patient_id: string;
  }): Query<CaseForClinic>;
  /**
   * The clinic's cases that are neither closed nor frozen, the last opened first.
   *
   * Of `cases`.
   */
  clinicCasesOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<CaseForClinic>;
  /**
   * The consents that the clinic attested, the last one first.
   *
   * Of `consents`.
   */
  clinicConsents(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<ConsentForClinic>;
  /**
   * The clinic's consents that stand, or those that were withdrawn, the last one first.
   *
   * Of `consents`.
   */
  clinicConsentsByState(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The state. */
    state: ConsentState;
  }): Query<ConsentForClinic>;
  /**
   * The consents of one patient, the last one first.
   *
   * Of `consents`.
   */
  clinicConsentsOfPatient(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The patient. */
    patient_id: string;
  }): Query<ConsentForClinic>;
  /**
   * What a patient's record said before it was corrected, the last correction first.
   *
   * Of `clinics/{clinic_id}/patients/{patient_id}/corrections`.
   */
  clinicCorrectionsOfPatient(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The patient. */
    patient_id: string;
  }): Query<PatientCorrectionForClinic>;
  /**
   * The timeline of a case, the last event first.
   *
   * Of `cases/{case_id}/events`.
   */
  clinicEventsOfCase(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<CaseEventForClinic>;
  /**
   * The history of an order, the last step first.
   *
   * Of `orders/{order_id}/events`.
   */
  clinicEventsOfOrder(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The order. */
    order_id: string;
  }): Query<OrderEventForClinic>;
  /**
   * All files of a case, superseded ones too, the last one first.
   *
   * Of `cases/{case_id}/files`.
   */
  clinicFilesOfCase(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<FileForClinic>;
  /**
   * The files of a case that no later scan supersedes, the last one first.
   *
   * Of `cases/{case_id}/files`.
   */
  clinicFilesOfCaseCurrent(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<FileForClinic>;
  /**
   * What was set aside in the clinic's wallet, the last one first.
   *
   * Of `wallets/{wallet_id}/holds`.
   */
  clinicHolds(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<HoldForClinic>;
  /**
   * What is set aside in the clinic's wallet now, the last one first.
   *
   * Of `wallets/{wallet_id}/holds`.
   */
  clinicHoldsOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<HoldForClinic>;
  /**
   * The clinic's invoices, credit notes and vouchers, the last one first.
   *
   * Of `invoices`.
   */
  clinicInvoices(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<InvoiceForClinic>;
  /**
   * The clinic's documents that were issued within a time, such as a month, the last first.
   *
   * Of `invoices`.
   */
  clinicInvoicesBetween(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The first moment of the time asked for. */
    since: Moment;
    /** The moment at which the time ends, not included. */
    until: Moment;
  }): Query<InvoiceForClinic>;
  /**
   * The clinic's invoices, credit notes or vouchers, the last one first.
   *
   * Of `invoices`.
   */
  clinicInvoicesByKind(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** What the document is. */
    kind: Paper;
  }): Query<InvoiceForClinic>;
  /**
   * The labs that take orders, by name.
   *
   * Of `lab_profiles`.
   */
  clinicLabsAccepting(): Query<LabProfileForAnyClinic>;
  /**
   * The labs of one city that take orders, by name.
   *
   * Of `lab_profiles`.
   */
  clinicLabsAcceptingInCity(given: {
    /** The city, as the labs write it. */
    city: string;
  }): Query<LabProfileForAnyClinic>;
  /**
   * The messages on an order, the last one first.
   *
   * Of `orders/{order_id}/messages`.
   */
  clinicMessagesOfOrder(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The order. */
    order_id: string;
  }): Query<OrderMessageForClinic>;
  /**
   * The orders that the clinic placed, the last placed first.
   *
   * Of `orders`.
   */
  clinicOrders(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<OrderForClinic>;
  /**
   * The orders that the clinic placed and that the lab has accepted and not sent, by the day
   * promised.
   *
   * Of `orders`.
   */
  clinicOrdersByDueDate(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<OrderForClinic>;
  /**
   * The orders that the clinic placed and that are in one state, the last placed first.
   *
   * Of `orders`.
   */
  clinicOrdersByState(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The state. */
    state: OrderState;
  }): Query<OrderForClinic>;
  /**
   * The clinic's orders from one lab, the last placed first.
   *
   * Of `orders`.
   */
  clinicOrdersFromLab(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The lab. */
    lab_id: string;
  }): Query<OrderForClinic>;
  /**
   * The orders that the clinic placed and that the lab should have sent before today, by the day
   * promised.
   *
   * Of `orders`.
   */
  clinicOrdersLate(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The day in India, `YYYY-MM-DD`. */
    today: string;
  }): Query<OrderForClinic>;
  /**
   * The orders for one case, the last placed first.
   *
   * Of `orders`.
   */
  clinicOrdersOfCase(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<OrderForClinic>;
  /**
   * The orders that the clinic placed and that have not come to an end, the last placed first.
   *
   * Of `orders`.
   */
  clinicOrdersOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<OrderForClinic>;
  /**
   * How the scans of a case lie beside each other, the last measured first.
   *
   * Of `cases/{case_id}/pairs`.
   */
  clinicPairsOfCase(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<PairCheckForClinic>;
  /**
   * The clinic's patients, by name. Capital letters come before small ones.
   *
   * Of `clinics/{clinic_id}/patients`.
   */
  clinicPatients(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<PatientForClinic>;
  /**
   * The clinic's patients by reference, from a given one on: what a search field shows.
   *
   * Of `clinics/{clinic_id}/patients`.
   */
  clinicPatientsByReference(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** Where to begin, as it is written. */
    reference: string;
  }): Query<PatientForClinic>;
  /**
   * The clinic's patients, the last added first.
   *
   * Of `clinics/{clinic_id}/patients`.
   */
  clinicPatientsLately(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<PatientForClinic>;
  /**
   * What the clinic asked about its patients' data, the last one first.
   *
   * Of `privacy_requests`.
   */
  clinicPrivacyRequests(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<PrivacyRequestForClinic>;
  /**
   * What the clinic asked about one patient's data, the last one first.
   *
   * Of `privacy_requests`.
   */
  clinicPrivacyRequestsOfPatient(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The path of the patient's record. */
    subject: string;
  }): Query<PrivacyRequestForClinic>;
  /**
   * What can be ordered of a lab, by name.
   *
   * Of `labs/{lab_id}/catalogue`.
   */
  clinicServicesOfLab(given: {
    /** The lab. */
    lab_id: string;
  }): Query<ServiceForAnyClinic>;
  /**
   * What can be ordered of a lab for one type of work, the cheapest first.
   *
   * Of `labs/{lab_id}/catalogue`.
   */
  clinicServicesOfLabByWork(given: {
    /** The lab. */
    lab_id: string;
    /** The type of the work. */
    work: WorkType;
  }): Query<ServiceForAnyClinic>;
  /**
   * What labs fetched of the clinic's patients, the last one first.
   *
   * Of `shares`.
   */
  clinicShares(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<ShareForClinic>;
  /**
   * What the lab of an order fetched for it, the last one first.
   *
   * Of `shares`.
   */
  clinicSharesOfOrder(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The order. */
    order_id: string;
  }): Query<ShareForClinic>;
  /**
   * What labs fetched of one patient, the last one first.
   *
   * Of `shares`.
   */
  clinicSharesOfPatient(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The patient. */
    patient_id: string;
  }): Query<ShareForClinic>;
  /**
   * The uploads for a case, the last begun first.
   *
   * Of `uploads`.
   */
  clinicUploadsOfCase(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<UploadForClinic>;
  /**
   * The clinic's uploads that were not let in, the last examined first.
   *
   * Of `uploads`.
   */
  clinicUploadsRejected(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<UploadForClinic>;
  /**
   * The clinic's uploads that have not arrived, or are being examined, the last begun first.
   *
   * Of `uploads`.
   */
  clinicUploadsUnderWay(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<UploadForClinic>;
  /**
   * The visits that the clinic requested, the last requested first.
   *
   * Of `visits`.
   */
  clinicVisits(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<VisitForClinic>;
  /**
   * The clinic's visits that begin within a time, such as today or next week, the first first. In
   * whatever state they are; those without an appointment are not among them.
   *
   * Of `visits`.
   */
  clinicVisitsBetween(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The first moment of the time asked for. */
    since: Moment;
    /** The moment at which the time ends, not included. */
    until: Moment;
  }): Query<VisitForClinic>;
  /**
   * The clinic's visits in one state, the last requested first.
   *
   * Of `visits`.
   */
  clinicVisitsByState(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The state. */
    state: VisitState;
  }): Query<VisitForClinic>;
  /**
   * The visits for one case, the last requested first.
   *
   * Of `visits`.
   */
  clinicVisitsOfCase(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The case. */
    case_id: string;
  }): Query<VisitForClinic>;
  /**
   * The clinic's visits that have not come to an end, the last requested first.
   *
   * Of `visits`.
   */
  clinicVisitsOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<VisitForClinic>;
  /**
   * The entries of the clinic's wallet, the last one first.
   *
   * Of `wallets/{wallet_id}/entries`.
   */
  clinicWalletEntries(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<WalletEntryForClinic>;
  /**
   * The entries of the clinic's wallet of a time, such as a month, the first one first.
   *
   * Of `wallets/{wallet_id}/entries`.
   */
  clinicWalletEntriesBetween(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The first moment of the time asked for. */
    since: Moment;
    /** The moment at which the time ends, not included. */
    until: Moment;
  }): Query<WalletEntryForClinic>;
  /**
   * The entries of the clinic's wallet of one kind, the last one first.
   *
   * Of `wallets/{wallet_id}/entries`.
   */
  clinicWalletEntriesByKind(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** What the transaction did. */
    kind: TransactionKind;
  }): Query<WalletEntryForClinic>;
  /**
   * The history of an order, the last step first.
   *
   * Of `orders/{order_id}/events`.
   */
  labEventsOfOrder(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The order. */
    order_id: string;
  }): Query<OrderEventForLab>;
  /**
   * What was set aside in the lab's wallet, the last one first.
   *
   * Of `wallets/{wallet_id}/holds`.
   */
  labHolds(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<HoldForLab>;
  /**
   * What is set aside in the lab's wallet now, the last one first.
   *
   * Of `wallets/{wallet_id}/holds`.
   */
  labHoldsOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<HoldForLab>;
  /**
   * The lab's invoices, credit notes and vouchers, the last one first.
   *
   * Of `invoices`.
   */
  labInvoices(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<InvoiceForLab>;
  /**
   * The lab's documents that were issued within a time, such as a month, the last first.
   *
   * Of `invoices`.
   */
  labInvoicesBetween(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The first moment of the time asked for. */
    since: Moment;
    /** The moment at which the time ends, not included. */
    until: Moment;
  }): Query<InvoiceForLab>;
  /**
   * The lab's invoices, credit notes or vouchers, the last one first.
   *
   * Of `invoices`.
   */
  labInvoicesByKind(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** What the document is. */
    kind: Paper;
  }): Query<InvoiceForLab>;
  /**
   * The messages on an order, the last one first.
   *
   * Of `orders/{order_id}/messages`.
   */
  labMessagesOfOrder(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The order. */
    order_id: string;
  }): Query<OrderMessageForLab>;
  /**
   * The orders that the lab received, the last placed first.
   *
   * Of `orders`.
   */
  labOrders(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<OrderForLab>;
  /**
   * The orders that the lab received and that the lab has accepted and not sent, by the day
   * promised.
   *
   * Of `orders`.
   */
  labOrdersByDueDate(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<OrderForLab>;
  /**
   * The orders that the lab received and that are in one state, the last placed first.
   *
   * Of `orders`.
   */
  labOrdersByState(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The state. */
    state: OrderState;
  }): Query<OrderForLab>;
  /**
   * The orders that the lab received and that the lab should have sent before today, by the day
   * promised.
   *
   * Of `orders`.
   */
  labOrdersLate(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The day in India, `YYYY-MM-DD`. */
    today: string;
  }): Query<OrderForLab>;
  /**
   * The lab's orders of one clinic, the last placed first.
   *
   * Of `orders`.
   */
  labOrdersOfClinic(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The clinic. */
    clinic_id: string;
  }): Query<OrderForLab>;
  /**
   * The orders that the lab received and that have not come to an end, the last placed first.
   *
   * Of `orders`.
   */
  labOrdersOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<OrderForLab>;
  /**
   * The lab's own services, withdrawn ones too, by name.
   *
   * Of `labs/{lab_id}/catalogue`.
   */
  labServices(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<ServiceForLab>;
  /**
   * What can be ordered of the lab, by name.
   *
   * Of `labs/{lab_id}/catalogue`.
   */
  labServicesActive(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<ServiceForLab>;
  /**
   * The entries of the lab's wallet, the last one first.
   *
   * Of `wallets/{wallet_id}/entries`.
   */
  labWalletEntries(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<WalletEntryForLab>;
  /**
   * The entries of the lab's wallet of a time, such as a month, the first one first.
   *
   * Of `wallets/{wallet_id}/entries`.
   */
  labWalletEntriesBetween(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The first moment of the time asked for. */
    since: Moment;
    /** The moment at which the time ends, not included. */
    until: Moment;
  }): Query<WalletEntryForLab>;
  /**
   * The entries of the lab's wallet of one kind, the last one first.
   *
   * Of `wallets/{wallet_id}/entries`.
   */
  labWalletEntriesByKind(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** What the transaction did. */
    kind: TransactionKind;
  }): Query<WalletEntryForLab>;
  /**
   * The operator's uploads at a visit, the last begun first.
   *
   * Of `uploads`.
   */
  operatorUploadsOfVisit(given: {
    /** The reader's uid. */
    uid: string;
    /** The visit. */
    visit_id: string;
  }): Query<UploadForOperator>;
  /**
   * The operator's uploads that were not let in, the last examined first.
   *
   * Of `uploads`.
   */
  operatorUploadsRejected(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<UploadForOperator>;
  /**
   * The operator's uploads that have not arrived, or are being examined, the last begun first.
   *
   * Of `uploads`.
   */
  operatorUploadsUnderWay(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<UploadForOperator>;
  /**
   * The visits that the operator is assigned to, the first one first.
   *
   * Of `visits`.
   */
  operatorVisits(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<VisitForOperator>;
  /**
   * The operator's visits that begin within a time, such as today, the first one first.
   *
   * Of `visits`.
   */
  operatorVisitsBetween(given: {
    /** The reader's uid. */
    uid: string;
    /** The first moment of the time asked for. */
    since: Moment;
    /** The moment at which the time ends, not included. */
    until: Moment;
  }): Query<VisitForOperator>;
  /**
   * The operator's visits in one state, such as those to be answered, the first one first.
   *
   * Of `visits`.
   */
  operatorVisitsByState(given: {
    /** The reader's uid. */
    uid: string;
    /** The state. */
    state: VisitState;
  }): Query<VisitForOperator>;
  /**
   * What the reader uploaded for a message or a ticket and has not sent, the first one first.
   *
   * Of `uploads`.
   */
  ownAttachmentsUnsent(given: {
    /** The reader's uid. */
    uid: string;
    /** The path of what it is to go along with. */
    subject: string;
  }): Query<UploadForSelf>;
  /**
   * The devices that the reader's pushes go to, the last used first.
   *
   * Of `users/{uid}/devices`.
   */
  ownDevices(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<DeviceForSelf>;
  /**
   * The reader's notices, the last one first.
   *
   * Of `users/{uid}/inbox`.
   */
  ownInbox(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<InboxItemForSelf>;
  /**
   * The reader's notices that were not read, the last one first; its count is the number to show.
   *
   * Of `users/{uid}/inbox`.
   */
  ownInboxUnread(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<InboxItemForSelf>;
  /**
   * The invitations of the person who is signed in, before registering too, the last one first.
   * Some may have lapsed: see `expires_at`.
   *
   * Of `invites`.
   */
  ownInvitesOpen(given: {
    /** The reader's verified e-mail address, in lower case. */
    email: string;
  }): Query<InviteForSelf>;
  /**
   * The messages of one of the reader's tickets, the first one first.
   *
   * Of `tickets/{ticket_id}/messages`.
   */
  ownMessagesOfTicket(given: {
    /** The reader's uid. */
    uid: string;
    /** The ticket. */
    ticket_id: string;
  }): Query<TicketMessageForSelf>;
  /**
   * What the reader asked about the data of the own account, the last one first.
   *
   * Of `privacy_requests`.
   */
  ownPrivacyRequests(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<PrivacyRequestForSelf>;
  /**
   * The reader's tickets, the one last written to first.
   *
   * Of `tickets`.
   */
  ownTickets(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<TicketForSelf>;
  /**
   * The reader's tickets that are not closed, the one last written to first.
   *
   * Of `tickets`.
   */
  ownTicketsOpen(given: {
    /** The reader's uid. */
    uid: string;
  }): Query<TicketForSelf>;
  /**
   * The invitations to the owner's clinic or lab, the last one first.
   *
   * Of `invites`.
   */
  ownerInvites(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<InviteForOwner>;
  /**
   * The invitations to the owner's clinic or lab that nobody took up or withdrew, the last first.
   * Some may have lapsed: see `expires_at`.
   *
   * Of `invites`.
   */
  ownerInvitesOpen(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<InviteForOwner>;
  /**
   * The members of the owner's clinic or lab, by name.
   *
   * Of `users`.
   */
  ownerMembers(given: {
    /** The reader's clinic or lab. */
    org: string;
  }): Query<UserForOwner>;
  /**
   * The members of the owner's clinic or lab whose accounts have one status, by name.
   *
   * Of `users`.
   */
  ownerMembersByStatus(given: {
    /** The reader's clinic or lab. */
    org: string;
    /** The status. */
    status: Status;
  }): Query<UserForOwner>;
}

/** What each of them asks for. */
export const LISTS: { readonly [N in keyof Lists]: ListQuery } = {
  adminAudit: {
    path: 'audit',
    record: 'AuditEntry',
    parents: [],
    where: [],
    order: [['at', 'desc']],
  },
  adminAuditByAction: {
    path: 'audit',
    record: 'AuditEntry',
    parents: [],
    where: [['action', '==', { parameter: 'action' }]],
    order: [['at', 'desc']],
  },
  adminAuditOfActor: {
    path: 'audit',
    record: 'AuditEntry',
    parents: [],
    where: [['actor', '==', { parameter: 'actor' }]],
    order: [['at', 'desc']],
  },
  adminAuditOfSubject: {
    path: 'audit',
    record: 'AuditEntry',
    parents: [],
    where: [['subject', '==', { parameter: 'subject' }]],
    order: [['at', 'desc']],
  },
  adminClinics: {
    path: 'clinics',
    record: 'Clinic',
    parents: [],
    where: [],
    order: [['name', 'asc']],
  },
  adminLabProfiles: {
    path: 'lab_profiles',
    record: 'LabProfile',
    parents: [],
    where: [],
    order: [['name', 'asc']],
  },
  adminLabs: {
    path: 'labs',
    record: 'Lab',
    parents: [],
    where: [],
    order: [['name', 'asc']],
  },
  adminOperators: {
    path: 'operators',
    record: 'Operator',
    parents: [],
    where: [],
    order: [['city_key', 'asc']],
  },
  adminOperatorsAvailableInCity: {
    path: 'operators',
    record: 'Operator',
    parents: [],
    where: [['available', '==', { constant: true }], ['city_key', '==', { parameter: 'city_key' }]],
    order: [['district', 'asc']],
  },
  adminServicesOfLab: {
    path: 'labs/{lab_id}/catalogue',
    record: 'Service',
    parents: [{ parameter: 'lab_id' }],
    where: [],
    order: [['name', 'asc']],
  },
  adminSharesOfLab: {
    path: 'shares',
    record: 'Share',
    parents: [],
    where: [['lab_id', '==', { parameter: 'lab_id' }]],
    order: [['at', 'asc']],
  },
  adminSharesOfMember: {
    path: 'shares',
    record: 'Share',
    parents: [],
    where: [['uid', '==', { parameter: 'uid' }]],
    order: [['at', 'asc']],
  },
  adminSharesOfOrder: {
    path: 'shares',
    record: 'Share',
    parents: [],
    where: [['order_id', '==', { parameter: 'order_id' }]],
    order: [['at', 'asc']],
  },
  adminUsersByRole: {
    path: 'users',
    record: 'User',
    parents: [],
    where: [['role', '==', { parameter: 'role' }]],
    order: [['name', 'asc']],
  },
  adminUsersByStatus: {
    path: 'users',
    record: 'User',
    parents: [],
    where: [['status', '==', { parameter: 'status' }]],
    order: [['created_at', 'asc']],
  },
  adminUsersOfOrganisation: {
    path: 'users',
    record: 'User',
    parents: [],
    where: [['org', '==', { parameter: 'org' }]],
    order: [['name', 'asc']],
  },
  clinicCases: {
    path: 'cases',
    record: 'Case',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['opened_at', 'desc']],
  },
  clinicCasesByStatus: {
    path: 'cases',
    record: 'Case',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['status', '==', { parameter: 'status' }]],
    order: [['opened_at', 'desc']],
  },
  clinicCasesOfPatient: {
    path: 'cases',
    record: 'Case',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['patient_id', '==', { parameter: 'patient_id' }]],
    order: [['opened_at', 'desc']],
  },
  clinicCasesOpen: {
    path: 'cases',
    record: 'Case',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['status', 'in', { constant: ['open', 'scheduled', 'scanned', 'awaiting_guardian'] }]],
    order: [['opened_at', 'desc']],
  },
  clinicConsents: {
    path: 'consents',
    record: 'Consent',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['attested_at', 'desc']],
  },
  clinicConsentsByState: {
    path: 'consents',
    record: 'Consent',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', '==', { parameter: 'state' }]],
    order: [['attested_at', 'desc']],
  },
  clinicConsentsOfPatient: {
    path: 'consents',
    record: 'Consent',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['patient_id', '==', { parameter: 'patient_id' }]],
    order: [['attested_at', 'desc']],
  },
  clinicCorrectionsOfPatient: {
    path: 'clinics/{clinic_id}/patients/{patient_id}/corrections',
    record: 'PatientCorrection',
    parents: [{ own: 'org' }, { parameter: 'patient_id' }],
    where: [],
    order: [['corrected_at', 'desc']],
  },
  clinicEventsOfCase: {
    path: 'cases/{case_id}/events',
    record: 'CaseEvent',
    parents: [{ parameter: 'case_id' }],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['at', 'desc']],
  },
  clinicEventsOfOrder: {
    path: 'orders/{order_id}/events',
    record: 'OrderEvent',
    parents: [{ parameter: 'order_id' }],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['at', 'desc']],
  },
  clinicFilesOfCase: {
    path: 'cases/{case_id}/files',
    record: 'File',
    parents: [{ parameter: 'case_id' }],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['ready_at', 'desc']],
  },
  clinicFilesOfCaseCurrent: {
    path: 'cases/{case_id}/files',
    record: 'File',
    parents: [{ parameter: 'case_id' }],
    where: [['clinic_id', '==', { own: 'org' }], ['superseded_by', '==', { constant: null }]],
    order: [['ready_at', 'desc']],
  },
  clinicHolds: {
    path: 'wallets/{wallet_id}/holds',
    record: 'Hold',
    parents: [{ own: 'org' }],
    where: [],
    order: [['made_at', 'desc']],
  },
  clinicHoldsOpen: {
    path: 'wallets/{wallet_id}/holds',
    record: 'Hold',
    parents: [{ own: 'org' }],
    where: [['state', '==', { constant: 'open' }]],
    order: [['made_at', 'desc']],
  },
  clinicInvoices: {
    path: 'invoices',
    record: 'Invoice',
    parents: [],
    where: [['wallet_id', '==', { own: 'org' }]],
    order: [['issued_at', 'desc']],
  },
  clinicInvoicesBetween: {
    path: 'invoices',
    record: 'Invoice',
    parents: [],
    where: [['wallet_id', '==', { own: 'org' }], ['issued_at', '>=', { parameter: 'since' }], ['issued_at', '<', { parameter: 'until' }]],
    order: [['issued_at', 'desc']],
  },
  clinicInvoicesByKind: {
    path: 'invoices',
    record: 'Invoice',
    parents: [],
    where: [['wallet_id', '==', { own: 'org' }], ['kind', '==', { parameter: 'kind' }]],
    order: [['issued_at', 'desc']],
  },
  clinicLabsAccepting: {
    path: 'lab_profiles',
    record: 'LabProfile',
    parents: [],
    where: [['accepting', '==', { constant: true }]],
    order: [['name', 'asc']],
  },
  clinicLabsAcceptingInCity: {
    path: 'lab_profiles',
    record: 'LabProfile',
    parents: [],
    where: [['accepting', '==', { constant: true }], ['city', '==', { parameter: 'city' }]],
    order: [['name', 'asc']],
  },
  clinicMessagesOfOrder: {
    path: 'orders/{order_id}/messages',
    record: 'OrderMessage',
    parents: [{ parameter: 'order_id' }],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['sent_at', 'desc']],
  },
  clinicOrders: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['placed_at', 'desc']],
  },
  clinicOrdersByDueDate: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', 'in', { constant: ['accepted', 'in_production', 'on_hold', 'ready'] }]],
    order: [['due_on', 'asc']],
  },
  clinicOrdersByState: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', '==', { parameter: 'state' }]],
    order: [['placed_at', 'desc']],
  },
  clinicOrdersFromLab: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['lab_id', '==', { parameter: 'lab_id' }]],
    order: [['placed_at', 'desc']],
  },
  clinicOrdersLate: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', 'in', { constant: ['accepted', 'in_production', 'on_hold', 'ready'] }], ['due_on', '<', { parameter: 'today' }]],
    order: [['due_on', 'asc']],
  },
  clinicOrdersOfCase: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['case_id', '==', { parameter: 'case_id' }]],
    order: [['placed_at', 'desc']],
  },
  clinicOrdersOpen: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', 'in', { constant: ['placed', 'accepted', 'in_production', 'on_hold', 'rescan_requested', 'ready', 'shipped', 'lost', 'delivered', 'remake_requested'] }]],
    order: [['placed_at', 'desc']],
  },
  clinicPairsOfCase: {
    path: 'cases/{case_id}/pairs',
    record: 'PairCheck',
    parents: [{ parameter: 'case_id' }],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['at', 'desc']],
  },
  clinicPatients: {
    path: 'clinics/{clinic_id}/patients',
    record: 'Patient',
    parents: [{ own: 'org' }],
    where: [],
    order: [['name', 'asc']],
  },
  clinicPatientsByReference: {
    path: 'clinics/{clinic_id}/patients',
    record: 'Patient',
    parents: [{ own: 'org' }],
    where: [['reference', '>=', { parameter: 'reference' }]],
    order: [['reference', 'asc']],
  },
  clinicPatientsLately: {
    path: 'clinics/{clinic_id}/patients',
    record: 'Patient',
    parents: [{ own: 'org' }],
    where: [],
    order: [['added_at', 'desc']],
  },
  clinicPrivacyRequests: {
    path: 'privacy_requests',
    record: 'PrivacyRequest',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['asked_at', 'desc']],
  },
  clinicPrivacyRequestsOfPatient: {
    path: 'privacy_requests',
    record: 'PrivacyRequest',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['subject', '==', { parameter: 'subject' }]],
    order: [['asked_at', 'desc']],
  },
  clinicServicesOfLab: {
    path: 'labs/{lab_id}/catalogue',
    record: 'Service',
    parents: [{ parameter: 'lab_id' }],
    where: [['active', '==', { constant: true }]],
    order: [['name', 'asc']],
  },
  clinicServicesOfLabByWork: {
    path: 'labs/{lab_id}/catalogue',
    record: 'Service',
    parents: [{ parameter: 'lab_id' }],
    where: [['active', '==', { constant: true }], ['work', '==', { parameter: 'work' }]],
    order: [['price', 'asc']],
  },
  clinicShares: {
    path: 'shares',
    record: 'Share',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['at', 'desc']],
  },
  clinicSharesOfOrder: {
    path: 'shares',
    record: 'Share',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['order_id', '==', { parameter: 'order_id' }]],
    order: [['at', 'desc']],
  },
  clinicSharesOfPatient: {
    path: 'shares',
    record: 'Share',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['patient_id', '==', { parameter: 'patient_id' }]],
    order: [['at', 'desc']],
  },
  clinicUploadsOfCase: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['case_id', '==', { parameter: 'case_id' }]],
    order: [['issued_at', 'desc']],
  },
  clinicUploadsRejected: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', '==', { constant: 'rejected' }]],
    order: [['done_at', 'desc']],
  },
  clinicUploadsUnderWay: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', 'in', { constant: ['issued', 'processing'] }]],
    order: [['issued_at', 'desc']],
  },
  clinicVisits: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }]],
    order: [['requested_at', 'desc']],
  },
  clinicVisitsBetween: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['slot.starts_at', '>=', { parameter: 'since' }], ['slot.starts_at', '<', { parameter: 'until' }]],
    order: [['slot.starts_at', 'asc']],
  },
  clinicVisitsByState: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', '==', { parameter: 'state' }]],
    order: [['requested_at', 'desc']],
  },
  clinicVisitsOfCase: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['case_id', '==', { parameter: 'case_id' }]],
    order: [['requested_at', 'desc']],
  },
  clinicVisitsOpen: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['clinic_id', '==', { own: 'org' }], ['state', 'in', { constant: ['requested', 'assigned', 'accepted', 'en_route', 'arrived', 'scanning', 'uploaded', 'declined', 'rescheduled', 'interrupted'] }]],
    order: [['requested_at', 'desc']],
  },
  clinicWalletEntries: {
    path: 'wallets/{wallet_id}/entries',
    record: 'WalletEntry',
    parents: [{ own: 'org' }],
    where: [],
    order: [['number', 'desc']],
  },
  clinicWalletEntriesBetween: {
    path: 'wallets/{wallet_id}/entries',
    record: 'WalletEntry',
    parents: [{ own: 'org' }],
    where: [['at', '>=', { parameter: 'since' }], ['at', '<', { parameter: 'until' }]],
    order: [['at', 'asc'], ['number', 'asc']],
  },
  clinicWalletEntriesByKind: {
    path: 'wallets/{wallet_id}/entries',
    record: 'WalletEntry',
    parents: [{ own: 'org' }],
    where: [['kind', '==', { parameter: 'kind' }]],
    order: [['number', 'desc']],
  },
  labEventsOfOrder: {
    path: 'orders/{order_id}/events',
    record: 'OrderEvent',
    parents: [{ parameter: 'order_id' }],
    where: [['lab_id', '==', { own: 'org' }]],
    order: [['at', 'desc']],
  },
  labHolds: {
    path: 'wallets/{wallet_id}/holds',
    record: 'Hold',
    parents: [{ own: 'org' }],
    where: [],
    order: [['made_at', 'desc']],
  },
  labHoldsOpen: {
    path: 'wallets/{wallet_id}/holds',
    record: 'Hold',
    parents: [{ own: 'org' }],
    where: [['state', '==', { constant: 'open' }]],
    order: [['made_at', 'desc']],
  },
  labInvoices: {
    path: 'invoices',
    record: 'Invoice',
    parents: [],
    where: [['wallet_id', '==', { own: 'org' }]],
    order: [['issued_at', 'desc']],
  },
  labInvoicesBetween: {
    path: 'invoices',
    record: 'Invoice',
    parents: [],
    where: [['wallet_id', '==', { own: 'org' }], ['issued_at', '>=', { parameter: 'since' }], ['issued_at', '<', { parameter: 'until' }]],
    order: [['issued_at', 'desc']],
  },
  labInvoicesByKind: {
    path: 'invoices',
    record: 'Invoice',
    parents: [],
    where: [['wallet_id', '==', { own: 'org' }], ['kind', '==', { parameter: 'kind' }]],
    order: [['issued_at', 'desc']],
  },
  labMessagesOfOrder: {
    path: 'orders/{order_id}/messages',
    record: 'OrderMessage',
    parents: [{ parameter: 'order_id' }],
    where: [['lab_id', '==', { own: 'org' }]],
    order: [['sent_at', 'desc']],
  },
  labOrders: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['lab_id', '==', { own: 'org' }]],
    order: [['placed_at', 'desc']],
  },
  labOrdersByDueDate: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['lab_id', '==', { own: 'org' }], ['state', 'in', { constant: ['accepted', 'in_production', 'on_hold', 'ready'] }]],
    order: [['due_on', 'asc']],
  },
  labOrdersByState: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['lab_id', '==', { own: 'org' }], ['state', '==', { parameter: 'state' }]],
    order: [['placed_at', 'desc']],
  },
  labOrdersLate: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['lab_id', '==', { own: 'org' }], ['state', 'in', { constant: ['accepted', 'in_production', 'on_hold', 'ready'] }], ['due_on', '<', { parameter: 'today' }]],
    order: [['due_on', 'asc']],
  },
  labOrdersOfClinic: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['lab_id', '==', { own: 'org' }], ['clinic_id', '==', { parameter: 'clinic_id' }]],
    order: [['placed_at', 'desc']],
  },
  labOrdersOpen: {
    path: 'orders',
    record: 'Order',
    parents: [],
    where: [['lab_id', '==', { own: 'org' }], ['state', 'in', { constant: ['placed', 'accepted', 'in_production', 'on_hold', 'rescan_requested', 'ready', 'shipped', 'lost', 'delivered', 'remake_requested'] }]],
    order: [['placed_at', 'desc']],
  },
  labServices: {
    path: 'labs/{lab_id}/catalogue',
    record: 'Service',
    parents: [{ own: 'org' }],
    where: [],
    order: [['name', 'asc']],
  },
  labServicesActive: {
    path: 'labs/{lab_id}/catalogue',
    record: 'Service',
    parents: [{ own: 'org' }],
    where: [['active', '==', { constant: true }]],
    order: [['name', 'asc']],
  },
  labWalletEntries: {
    path: 'wallets/{wallet_id}/entries',
    record: 'WalletEntry',
    parents: [{ own: 'org' }],
    where: [],
    order: [['number', 'desc']],
  },
  labWalletEntriesBetween: {
    path: 'wallets/{wallet_id}/entries',
    record: 'WalletEntry',
    parents: [{ own: 'org' }],
    where: [['at', '>=', { parameter: 'since' }], ['at', '<', { parameter: 'until' }]],
    order: [['at', 'asc'], ['number', 'asc']],
  },
  labWalletEntriesByKind: {
    path: 'wallets/{wallet_id}/entries',
    record: 'WalletEntry',
    parents: [{ own: 'org' }],
    where: [['kind', '==', { parameter: 'kind' }]],
    order: [['number', 'desc']],
  },
  operatorUploadsOfVisit: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['operator', '==', { own: 'uid' }], ['visit_id', '==', { parameter: 'visit_id' }]],
    order: [['issued_at', 'desc']],
  },
  operatorUploadsRejected: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['operator', '==', { own: 'uid' }], ['state', '==', { constant: 'rejected' }]],
    order: [['done_at', 'desc']],
  },
  operatorUploadsUnderWay: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['operator', '==', { own: 'uid' }], ['state', 'in', { constant: ['issued', 'processing'] }]],
    order: [['issued_at', 'desc']],
  },
  operatorVisits: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['assignee', '==', { own: 'uid' }]],
    order: [['slot.starts_at', 'asc']],
  },
  operatorVisitsBetween: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['assignee', '==', { own: 'uid' }], ['slot.starts_at', '>=', { parameter: 'since' }], ['slot.starts_at', '<', { parameter: 'until' }]],
    order: [['slot.starts_at', 'asc']],
  },
  operatorVisitsByState: {
    path: 'visits',
    record: 'Visit',
    parents: [],
    where: [['assignee', '==', { own: 'uid' }], ['state', '==', { parameter: 'state' }]],
    order: [['slot.starts_at', 'asc']],
  },
  ownAttachmentsUnsent: {
    path: 'uploads',
    record: 'Upload',
    parents: [],
    where: [['holder', '==', { own: 'uid' }], ['subject', '==', { parameter: 'subject' }], ['sent_with', '==', { constant: null }]],
    order: [['issued_at', 'asc']],
  },
  ownDevices: {
    path: 'users/{uid}/devices',
    record: 'Device',
    parents: [{ own: 'uid' }],
    where: [],
    order: [['updated_at', 'desc']],
  },
  ownInbox: {
    path: 'users/{uid}/inbox',
    record: 'InboxItem',
    parents: [{ own: 'uid' }],
    where: [],
    order: [['sent_at', 'desc']],
  },
  ownInboxUnread: {
    path: 'users/{uid}/inbox',
    record: 'InboxItem',
    parents: [{ own: 'uid' }],
    where: [['read_at', '==', { constant: null }]],
    order: [['sent_at', 'desc']],
  },
  ownInvitesOpen: {
    path: 'invites',
    record: 'Invite',
    parents: [],
    where: [['email', '==', { own: 'email' }], ['state', '==', { constant: 'open' }]],
    order: [['created_at', 'desc']],
  },
  ownMessagesOfTicket: {
    path: 'tickets/{ticket_id}/messages',
    record: 'TicketMessage',
    parents: [{ parameter: 'ticket_id' }],
    where: [['uid', '==', { own: 'uid' }]],
    order: [['sent_at', 'asc']],
  },
  ownPrivacyRequests: {
    path: 'privacy_requests',
    record: 'PrivacyRequest',
    parents: [],
    where: [['uid', '==', { own: 'uid' }]],
    order: [['asked_at', 'desc']],
  },
  ownTickets: {
    path: 'tickets',
    record: 'Ticket',
    parents: [],
    where: [['uid', '==', { own: 'uid' }]],
    order: [['last_at', 'desc']],
  },
  ownTicketsOpen: {
    path: 'tickets',
    record: 'Ticket',
    parents: [],
    where: [['uid', '==', { own: 'uid' }], ['state', 'in', { constant: ['open', 'answered'] }]],
    order: [['last_at', 'desc']],
  },
  ownerInvites: {
    path: 'invites',
    record: 'Invite',
    parents: [],
    where: [['org', '==', { own: 'org' }]],
    order: [['created_at', 'desc']],
  },
  ownerInvitesOpen: {
    path: 'invites',
    record: 'Invite',
    parents: [],
    where: [['org', '==', { own: 'org' }], ['state', '==', { constant: 'open' }]],
    order: [['created_at', 'desc']],
  },
  ownerMembers: {
    path: 'users',
    record: 'User',
    parents: [],
    where: [['org', '==', { own: 'org' }]],
    order: [['name', 'asc']],
  },
  ownerMembersByStatus: {
    path: 'users',
    record: 'User',
    parents: [],
    where: [['org', '==', { own: 'org' }], ['status', '==', { parameter: 'status' }]],
    order: [['name', 'asc']],
  },
};
