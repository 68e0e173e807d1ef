// What the types promise to apps. Compiled and never run: each `@ts-expect-error` is a mistake that
// has to be one, and all else has to compile.

import type { Query, QueryDocumentSnapshot, Timestamp } from 'firebase/firestore';

import {
  type AnyError,
  type CallableName,
  type CaseForClinic,
  type ErrorOf,
  FIELDS,
  type Field,
  type Open,
  type OpenCase,
  type OrderForLab,
  type Problem,
  RECORDS,
  type Scanner,
  type UploadForOperator,
  type VisitForOperator,
  type VisitState,
  callableOf,
  count,
  entryOf,
  faultsOf,
  isErrorOf,
  isScannerError,
  messageOf,
  nameOf,
  page,
  states,
} from '../src/index.js';

declare const scanner: Scanner;
declare const ids: { patient_id: string; consent_id: string };

/** Whether two types are the same, neither wider than the other. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._: Same<A, B> extends true ? [] : [never]): void => undefined;

export async function callables(): Promise<void> {
  const { case_id } = await scanner.scans.openCase(ids);
  same<typeof case_id, string>();
  // A key and what has a default may be left out, and may be given.
  await scanner.scans.openCase({ ...ids, notes: null, idempotency_key: 'x'.repeat(16) });
  await scanner.scans.listCases();
  same<Awaited<ReturnType<Scanner['scans']['listVisits']>>['left_out'], number>();
  await scanner.operation('x'.repeat(16)).scans.openCase(ids);

  // @ts-expect-error a field that is required
  await scanner.scans.openCase({ patient_id: '' });
  // @ts-expect-error a field under another name
  await scanner.scans.openCase({ ...ids, note: 'called twice' });
  // @ts-expect-error a value that the enumeration does not have
  await scanner.scans.moveVisit({ visit_id: '', action: 'teleport' });
  // @ts-expect-error a group that there is not
  await scanner.scanning.openCase(ids);

  const { visits } = await scanner.scans.listVisits({ state: 'requested' });
  same<(typeof visits)[number]['state'], Open<VisitState>>();
  // @ts-expect-error what is answered may be of a newer release, and what is asked may not
  const state: VisitState | undefined = visits[0]?.state;
  void state;

  // A list with a bound is a list, and no union of tuples.
  same<NonNullable<Parameters<Scanner['labs']['placeOrder']>[0]['file_ids']>, string[]>();
  same<OpenCase['notes'], string | null | undefined>();
}

export function documents(
  visit: VisitForOperator,
  order: OrderForLab,
  record: CaseForClinic,
  upload: UploadForOperator,
): void {
  const begins: Date | undefined = visit.slot?.starts_at.toDate();
  same<typeof visit.requested_at, Timestamp>();
  same<typeof visit.assignee, string | null>();
  same<typeof visit.state, Open<VisitState>>();
  same<(typeof order)['wanted_on'], string>();
  same<typeof record.closed_at, Timestamp | null>();
  same<typeof upload.byte_size, number>();
  void begins;
  // @ts-expect-error a moment in a document is a Timestamp, and no string
  const at: string = visit.requested_at;
  // @ts-expect-error it may be null
  visit.slot.starts_at.toDate();
  // @ts-expect-error a field that there is not
  void record.patient_name;
  void at;
  void scanner.documents.file('case', 'file');
  // @ts-expect-error an id is missing
  void scanner.documents.file('case');
}

export function errors(error: unknown): string {
  if (isErrorOf('scans/request_visit', error)) {
    if (error.reason === 'visit-already-requested') return error.details.visit_id;
    // @ts-expect-error a reason of other callables
    if (error.reason === 'order-refused') return '';
  }
  if (!isScannerError(error)) throw error;
  switch (error.reason) {
    case 'insufficient-funds':
      same<typeof error.details.missing_paise, number>();
      // @ts-expect-error what this error does not tell
      return error.details.limit_bytes;
    case 'order-refused':
      same<(typeof error.details.problems)[number]['reason'], Open<Problem>>();
      return error.details.problems.map(({ sentence }) => sentence).join(' ');
    case 'wrong-visit-state':
      same<typeof error.details.state, Open<VisitState>>();
      return error.details.action;
    // @ts-expect-error a reason that is no more
    case 'visit-lost-in-the-mail':
      return '';
  }
  return messageOf(error, 'hi');
}

same<ErrorOf<'scans/open_case'>['reason'] & 'no-answer', 'no-answer'>();
same<AnyError['sentence'], string>();

export async function lists(): Promise<void> {
  const me = await scanner.me();
  const today = { since: new Date(), until: new Date() };
  const visits = scanner.lists.operatorVisitsBetween({ ...me, ...today });
  same<typeof visits, Query<VisitForOperator>>();
  const { documents: found, next } = await page(visits, 20);
  same<(typeof found)[number], QueryDocumentSnapshot<VisitForOperator>>();
  await page(visits, 20, next);
  same<Awaited<ReturnType<typeof count>>, number>();
  await count(visits);
  void scanner.lists.clinicVisitsByState({ ...me, state: 'assigned' });
  // @ts-expect-error a state that there is not
  void scanner.lists.clinicVisitsByState({ ...me, state: 'teleported' });
  // @ts-expect-error without what the rules ask for
  void scanner.lists.operatorVisits();
  // @ts-expect-error a moment is no text
  void scanner.lists.operatorVisitsBetween({ ...me, since: '', until: '' });
}

export function steps(visit: VisitForOperator): void {
  const open = states.visit.steps(visit.state, 'operator');
  same<(typeof open)[number] & 'accept', 'accept'>();
  // @ts-expect-error nobody is a pilot
  states.visit.steps('assigned', 'pilot');
  // @ts-expect-error an action of other things
  states.visit.end('assigned', 'ship');
}

export async function byName(name: CallableName): Promise<void> {
  const { case_id } = await callableOf(scanner, 'scans/open_case')(ids);
  same<typeof case_id, string>();
  same<Parameters<typeof callableOf<'scans/open_case'>>[1], 'scans/open_case'>();
  await callableOf(scanner.operation('x'.repeat(16)), 'scans/open_case')(ids);
  same<ReturnType<typeof entryOf>['keyed'], boolean>();
  entryOf(name);
  // @ts-expect-error a field that is required
  await callableOf(scanner, 'scans/open_case')({ patient_id: '' });
  // @ts-expect-error a callable that there is not
  callableOf(scanner, 'scans/teleport');
}

export function fields(field: Field): string {
  // The names of the fields, each of them, but for the key.
  same<keyof (typeof FIELDS)['scans/open_case'], Exclude<keyof OpenCase, 'idempotency_key'>>();
  same<(typeof FIELDS)['labs/place_order']['items'], Field>();
  same<keyof typeof FIELDS, CallableName>();
  same<keyof (typeof RECORDS)['SlotOffered'], 'starts_at' | 'ends_at'>();
  // @ts-expect-error a field that there is not
  void FIELDS['scans/open_case'].patient_name;
  // @ts-expect-error the key is nobody's to fill in
  void FIELDS['scans/open_case'].idempotency_key;
  switch (field.kind) {
    case 'choice':
      return field.values.join();
    case 'record':
      return Object.keys(RECORDS[field.record]).join();
    case 'list':
      return field.of.kind;
    case 'map':
      return field.keys.kind + field.of.kind;
  }
  // @ts-expect-error only a choice has to have them
  return field.values.join();
}

export function screen(field: Field, error: AnyError): string[] {
  same<ReturnType<typeof faultsOf>, Readonly<Record<string, string>> | null>();
  // What names the values of any field that is a choice is a name that there is.
  const names = field.kind === 'choice' ? [nameOf(field.enumeration, 'x', 'hi')] : [];
  // @ts-expect-error an enumeration that there is not
  nameOf('Teleporter', 'x', 'hi');
  return [...names, ...Object.values(faultsOf(error, 'hi') ?? {})];
}
