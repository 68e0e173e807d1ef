// The typed client of Scanner; see README.md.

export type * from './basics.js';
export { type CallableEntry, PATIENCE, type Patience } from './calls.js';
export * from './client.js';
export { converterOf } from './documents.js';
export {
  type AllDetails,
  type AnyError,
  type CallableName,
  type ErrorOf,
  type ErrorReason,
  type ReasonOf,
  ScannerError,
  isErrorOf,
  isScannerError,
} from './errors.js';
export * from './faults.js';
export * from './fields.js';
export {
  CALLABLES,
  type Callables,
  RAISES,
  type Raises,
  type CallableRequests,
  type CallableResponses,
} from './generated/callables.js';
export type * from './generated/documents.js';
export type * from './generated/enumerations.js';
export { type Details, SENTENCES } from './generated/errors.js';
export { FIELDS, RECORDS, type Records } from './generated/fields.js';
export type { Lists } from './generated/lists.js';
export * from './generated/orders.js';
export type { Machines, Party as StepParty } from './generated/states.js';
export type * from './generated/wire.js';
export * from './generated/works.js';
export { type Page, count, page } from './lists.js';
export type { Me } from './me.js';
export { type Enumeration, type Label, labelOf, nameOf } from './names.js';
export { type StateMachine, type Table, states } from './states.js';
export * from './uploads.js';
export * from './words.js';
