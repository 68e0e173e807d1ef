// A file that was chosen to be uploaded, and where it stands.

import type { Jaw, Slot, Upload } from '@scanner/client';
import type { Row } from '../../core/watch';
import { jawOf } from './jaws';
import { kindOf, storedName } from './names';
import { type Refusal, type Said, slotOf, type Target } from './send';

/** Where a file stands on this page. */
export type Step =
  /** It was chosen; what it shows may be corrected. */
  | 'chosen'
  | 'waiting'
  | 'sending'
  | 'judging'
  | 'ready'
  | 'rejected'
  | 'cancelled'
  /** It could not be sent: `problem` or `fault` says why. */
  | 'failed';

/** What keeps a file from being sent, besides faults of the connection and refusals of the call. */
export type Problem = Refusal | 'unreadable' | 'unknown-kind' | 'empty';

/** A file of the queue. */
export interface Item {
  readonly id: number;
  readonly file: File;
  readonly said: Said;
  readonly step: Step;
  /** Bytes that were sent. */
  readonly sent: number;
  readonly slot: Slot | null;
  /** The upload, once it was judged. */
  readonly upload: Upload | null;
  readonly problem: Problem | null;
  readonly fault: unknown;
}

const OVER: readonly Step[] = ['ready', 'rejected', 'cancelled', 'failed'];

/** Whether nothing more happens to a file by itself. */
export const isOver = ({ step }: Item): boolean => OVER.includes(step);

let made = 0;

/**
 * A file that was just chosen. One of which an upload was begun before goes on with its slot; the
 * form of a consent is sent at once, for there is nothing to ask of it.
 */
export function itemOf(file: File, target: Target, begun: readonly Row<Upload>[]): Item {
  const file_name = storedName(file.name);
  const before = begun.find(
    (upload) => upload.file_name === file_name && upload.byte_size === file.size,
  );
  const kind = kindOf(file);
  const form = 'consent_id' in target;
  const guessed = kind === 'case' || form ? null : jawOf(file.name);
  const jaw = guessed ?? (kind === 'image' && !form ? 'mouth' : null);
  const said = before
    ? { kind: before.kind as Said['kind'], jaw: before.jaw as Jaw }
    : { kind: kind ?? 'stl', jaw };
  const problem = kind === null ? 'unknown-kind' : file.size === 0 ? 'empty' : null;
  return {
    id: ++made,
    file,
    said: { file_name, byte_size: file.size, ...said },
    step: problem ? 'failed' : before || form ? 'waiting' : 'chosen',
    sent: 0,
    slot: before ? slotOf(before.id, before) : null,
    upload: null,
    problem,
    fault: null,
  };
}

/** Whether two files are the same one, as far as a browser tells. */
export const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** Whether a file may be chosen once more. */
export const isDropped = ({ step }: Item) =>
  step === 'rejected' || step === 'cancelled' || step === 'failed';
