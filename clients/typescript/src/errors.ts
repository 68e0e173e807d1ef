// Every refusal as one class, told apart by its reason: which decides the type of its details.

import type { Callables, Raises } from './generated/callables.js';
import { RAISES } from './generated/callables.js';
import { COMMON, type Details, SENTENCES } from './generated/errors.js';

/** What the client itself says, where Scanner has said nothing or nothing that it knows. */
export interface ClientDetails {
  /** No answer came. What was asked may have been done: call again with the same key. */
  'no-answer': {};
  /**
   * Firebase refused the call before Scanner saw it: an ID token or App Check token is wrong, or
   * nothing is deployed in that region.
   */
  'not-admitted': {};
  /** A newer release refuses for a reason that this client does not know. */
  unlisted: { reason: string; [fact: string]: unknown };
}

/** The details of every error, by its reason. */
export type AllDetails = Details & ClientDetails;

/** Why a call failed. */
export type ErrorReason = keyof AllDetails;

/** A call that failed. Decide by `reason`, show `sentence`. */
export class ScannerError<R extends ErrorReason = ErrorReason> extends Error {
  override readonly name = 'ScannerError';

  constructor(
    /** Which callable was called, such as `scans/open_case`. */
    readonly callable: string,
    /** Why it failed; stable, to decide by. */
    readonly reason: R,
    /** The code of the Firebase SDK, such as `functions/aborted`. */
    readonly code: string,
    /** What to do next, in English, for people to read. */
    readonly sentence: string,
    /** What else there is to know, by reason. */
    readonly details: AllDetails[R],
    /** The key that the call was made under: call again with it, or go on after a reload. */
    readonly idempotencyKey: string | null,
    options?: ErrorOptions,
  ) {
    super(`${callable}: ${sentence}`, options);
  }
}

/** Every error, so that a test of `reason` tells the type of `details`. */
export type AnyError = { [R in ErrorReason]: ScannerError<R> }[ErrorReason];

/** The reasons that a callable may refuse for, its own and those of all. */
export type ReasonOf<N extends keyof Raises> =
  | Raises[N]
  | (typeof COMMON)[number]
  | keyof ClientDetails;

/** The errors of a callable, by its name on the wire. */
export type ErrorOf<N extends keyof Raises> = { [R in ReasonOf<N>]: ScannerError<R> }[ReasonOf<N>];

/** The names of all callables. */
export type CallableName = keyof Raises;

/** The groups of callables. */
export type Group = keyof Callables;

/** Tells whether something that was caught is an error of a call. */
export function isScannerError(error: unknown): error is AnyError {
  return error instanceof ScannerError;
}

/** Tells whether it is one that this callable may answer with. */
export function isErrorOf<N extends CallableName>(name: N, error: unknown): error is ErrorOf<N> {
  const own: readonly string[] = RAISES[name];
  const common: readonly string[] = [...COMMON, 'no-answer', 'not-admitted', 'unlisted'];
  return (
    isScannerError(error) &&
    error.callable === name &&
    (own.includes(error.reason) || common.includes(error.reason))
  );
}

const NO_ANSWER = 'No answer came: check the connection, then try again.';
const NOT_ADMITTED = 'Sign in again, or update the app.';

/** Makes the error of what the SDK threw. */
export function scannerError(callable: string, key: string | null, cause: CallError): AnyError {
  const { code } = cause;
  const details = told(cause);
  const make = <R extends ErrorReason>(reason: R, sentence: string, facts: AllDetails[R]) =>
    new ScannerError(callable, reason, code, sentence, facts, key, { cause }) as AnyError;
  if (details === null) {
    return REFUSED.has(code)
      ? make('not-admitted', NOT_ADMITTED, {})
      : make('no-answer', NO_ANSWER, {});
  }
  const { reason, sentence, ...facts } = details;
  const words = typeof sentence === 'string' ? sentence : NO_ANSWER;
  if (!isListed(reason)) return make('unlisted', words, { ...facts, reason: String(reason) });
  return make(reason, words, facts as AllDetails[typeof reason]);
}

/** What Firebase itself refuses with, without details: the same call would be refused again. */
const REFUSED = new Set(
  [
    'invalid-argument',
    'not-found',
    'permission-denied',
    'unauthenticated',
    'unimplemented',
  ].map((code) => `functions/${code}`),
);

function isListed(reason: unknown): reason is keyof Details {
  return typeof reason === 'string' && Object.hasOwn(SENTENCES, reason);
}

/** What the Firebase SDK throws of a call. */
export interface CallError {
  readonly code: string;
  readonly details?: unknown;
}

/** Tells it from a mistake of the app, such as a request that is no JSON. */
export function isCallError(cause: unknown): cause is CallError {
  const { code } = Object(cause) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('functions/');
}

function told({ details }: CallError): Record<string, unknown> | null {
  const known = typeof details === 'object' && details !== null && 'reason' in details;
  return known ? (details as Record<string, unknown>) : null;
}
