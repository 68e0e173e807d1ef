// One file into its slot: the slot is asked for once, and what Storage refuses gets its reason.

import {
  type CallableRequests,
  callableOf,
  type Jaw,
  type Slot,
  type Upload,
} from '@scanner/client';
import { getDocFromServer } from 'firebase/firestore';
import { clockBehind, now } from '../../core/clock';
import { online } from '../../core/connection';
import { keyOf, renewKeys } from '../../core/keys';
import { noteReads } from '../../core/reads';
import { auth, scanner } from '../../core/scanner';

/** What files are uploaded for. */
export type Target =
  | { readonly case_id: string }
  | { readonly visit_id: string }
  | { readonly consent_id: string };

/** The id of what files are uploaded for. */
export const idOf = (target: Target): string => Object.values(target)[0] as string;

/** What is said of a file to be uploaded. */
export interface Said {
  readonly file_name: string;
  readonly byte_size: number;
  readonly kind: CallableRequests['scans/start_upload']['kind'];
  readonly jaw: Jaw | null;
}

const formOf = (target: Target) => `scans/start_upload ${idOf(target)}`;

/**
 * The key under which the slot of a file is asked for: the same for the same file of the same case,
 * until an upload came to its end. Whoever asks again keeps the key.
 */
export const slotKey = (target: Target, said: Said): Promise<string> =>
  keyOf(formOf(target), 'scans/start_upload', { ...target, ...said });

/** Says that a file came to its end: the same file once more is another upload. */
export const renewSlots = (target: Target): void => renewKeys(formOf(target));

/**
 * Asks for a slot. The one write of the console outside a form: files have none.
 *
 * @throws `ScannerError` it was refused, or no answer came.
 */
export function askSlot(target: Target, said: Said, key: string): Promise<Slot> {
  const request = { ...target, ...said, idempotency_key: key };
  return callableOf(scanner(), 'scans/start_upload')(request);
}

/** The slot of an upload that was begun before, from its document. */
export const slotOf = (upload_id: string, upload: Upload): Slot => ({
  upload_id,
  object_name: upload.object_name,
  content_types: upload.content_types,
  expires_at: upload.expires_at.toDate().toISOString(),
});

/**
 * The slot with its end on the clock of this device, which the client goes by: a device whose clock
 * is ahead would take a good slot for one that has expired.
 */
export const onThisClock = (slot: Slot): Slot => ({
  ...slot,
  expires_at: new Date(Date.parse(slot.expires_at) - clockBehind()).toISOString(),
});

/** Why a slot took no bytes: docs/apps/uploading.md has what each means. */
export type Refusal = 'gone' | 'account' | 'landed' | 'closed' | 'expired' | 'size' | 'type';

/** Finds out why Storage refused, which says only that it did. */
export async function whyRefused(slot: Slot, file: Blob): Promise<Refusal> {
  const found = await getDocFromServer(scanner().documents.upload(slot.upload_id)).catch(
    (cause: unknown) => {
      if (isLost(cause)) throw cause;
      return null;
    },
  );
  noteReads(1);
  const upload = found?.data();
  if (upload === undefined) return 'gone';
  if (upload.uid !== auth().currentUser?.uid) return 'account';
  if (upload.state !== 'issued') return 'landed';
  if (!upload.open) return 'closed';
  if (upload.expires_at.toDate() <= now()) return 'expired';
  return upload.byte_size === file.size ? 'type' : 'size';
}

/** Whether Storage or the rules refused; the reason is to be found out. */
export const isRefused = (cause: unknown): boolean =>
  codeOf(cause) === 'storage/unauthorized' || codeOf(cause) === 'permission-denied';

const LOST = [
  'storage/retry-limit-exceeded',
  'storage/unknown',
  'unavailable',
  'functions/unavailable',
];

/** Whether a fault is one of the connection: the same once more is worth trying. */
export function isLost(cause: unknown): boolean {
  const { reason } = Object(cause) as { reason?: string };
  return reason === 'no-answer' || LOST.includes(codeOf(cause));
}

const codeOf = (cause: unknown) => String(Object(cause).code ?? '');

/** Settles once this device has a connection, as far as the browser knows. */
export function connected(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    if (online.value) return resolve();
    const stop = online.subscribe((there) => {
      if (!there) return;
      queueMicrotask(() => stop());
      resolve();
    });
    signal.addEventListener('abort', () => {
      stop();
      reject(signal.reason);
    });
  });
}
