// One call: under a key that stays the same, asked again where that does no harm.

import { type Functions, httpsCallable } from 'firebase/functions';

import { type AnyError, isCallError, scannerError } from './errors.js';

/** How a callable is called; `CALLABLES` has each. */
export interface CallableEntry {
  readonly name: string;
  readonly keyed: boolean;
  readonly reads: boolean;
}

/** How long and how often a call is tried. */
export interface Patience {
  /** How often it is asked at most. */
  readonly attempts: number;
  /** Up to how long the first pause is, in milliseconds; each further one up to twice as long. */
  readonly pause: number;
  /** The longest pause, in milliseconds. */
  readonly longest: number;
  /** How long one answer is waited for, in milliseconds. */
  readonly timeout: number;
}

/** Five attempts within some eight seconds of pauses; a cold function answers within seconds. */
export const PATIENCE: Patience = { attempts: 5, pause: 500, longest: 8_000, timeout: 70_000 };

/** What a call goes through. */
export interface Connection {
  readonly functions: Functions;
  /** Fetches a token with the claims of now; false where nobody is signed in. */
  readonly refresh: () => Promise<boolean>;
}

/** Codes with which nothing was done, or nobody knows what was. */
const AGAIN = new Set(['aborted', 'unavailable', 'deadline-exceeded'].map((c) => `functions/${c}`));

/**
 * Calls, and calls again after `aborted`, `unavailable`, `deadline-exceeded` and a lost connection
 * where the call only reads or has a key: under one key it is done once. A token with claims of
 * before the last change of the role is refreshed once.
 */
export async function call(
  { functions, refresh }: Connection,
  entry: CallableEntry,
  request: object,
  key: string | null,
  patience: Patience,
): Promise<unknown> {
  const asked = httpsCallable(functions, entry.name, { timeout: patience.timeout });
  const body = given(key === null ? request : { ...request, idempotency_key: key });
  let refreshed = false;
  const repeatable = entry.reads || key !== null;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await asked(body)).data;
    } catch (cause) {
      if (!isCallError(cause)) throw cause;
      const error = scannerError(entry.name, key, cause);
      // Refused before anything was done: the token is of before the last change of the role.
      if (error.reason === 'claims-stale' && !refreshed && (await refresh())) {
        refreshed = true;
        continue;
      }
      if (!repeatable || attempt >= patience.attempts || !isPassing(error)) throw error;
      await pause(attempt, patience);
    }
  }
}

/**
 * Without what is undefined, at any depth: the SDK would send null, which is not the same as left
 * out.
 */
function given(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(given);
  if (typeof part !== 'object' || part === null) return part;
  const said = Object.entries(part).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.map(([name, value]) => [name, given(value)]));
}

function isPassing(error: AnyError): boolean {
  return error.reason === 'no-answer' || AGAIN.has(error.code);
}

/**
 * Waits for a random part of a time that doubles ("full jitter").
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
function pause(attempt: number, { pause: first, longest }: Patience): Promise<void> {
  const most = Math.min(longest, first * 2 ** (attempt - 1));
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most));
}
