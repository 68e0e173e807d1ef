// Files that go along with a message: each sent into a slot of its own while the message is written.

import {
  type CallableRequests,
  callableOf,
  FIELDS,
  type Progress,
  type Slot,
  SlotExpired,
  UploadRejected,
} from '@scanner/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keyOf, renewKeys } from '../../core/keys';
import { scanner } from '../../core/scanner';
import { onThisClock } from '../uploads/send';
import { idOf, slotOf, type Talk } from './talks';

/** A file on its way. */
export interface AttachmentRow {
  readonly id: number;
  readonly file: File;
  readonly step: 'waiting' | 'sending' | 'judging' | 'ready' | 'rejected' | 'failed';
  /** From 0 to 1, while it is sent. */
  readonly sent: number;
  /** The attachment, once it is ready. */
  readonly upload_id: string | null;
  /** Why it was not let in, or failed. */
  readonly fault: unknown;
}

/** The files of one message. */
export interface Attachments {
  readonly rows: readonly AttachmentRow[];
  /** The ids of those that can be sent. */
  readonly ids: readonly string[];
  /** Some are still on their way. */
  readonly busy: boolean;
  readonly add: (files: Iterable<File>) => void;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
  /** Forgets all: they went with the message. */
  readonly clear: () => void;
}

const UNDER_WAY: readonly AttachmentRow['step'][] = ['waiting', 'sending', 'judging'];

/** Sends files into slots of an order or a ticket. */
export function useAttachments(talk: Talk): Attachments {
  const [rows, setRows] = useState<readonly AttachmentRow[]>([]);
  const last = useRef(0);
  const slots = useRef(new Map<number, Slot>());
  const stops = useRef(new Map<number, AbortController>());
  const change = (id: number, made: Partial<AttachmentRow>) =>
    setRows((known) => known.map((row) => (row.id === id ? { ...row, ...made } : row)));

  useEffect(
    () => () => {
      for (const stop of stops.current.values()) stop.abort();
    },
    [],
  );

  const send = async (id: number, file: File) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const onProgress = (at: Progress) =>
      change(
        id,
        at.step === 'sending' ? { step: 'sending', sent: at.sent / at.total } : { step: 'judging' },
      );
    try {
      const slot = slots.current.get(id) ?? (await askSlot(talk, id, file));
      slots.current.set(id, slot);
      stop.signal.throwIfAborted();
      await scanner().uploads.send(onThisClock(slot), file, { onProgress, signal: stop.signal });
      change(id, { step: 'ready', upload_id: slot.upload_id });
    } catch (fault) {
      if (stop.signal.aborted) return;
      if (fault instanceof SlotExpired) {
        slots.current.delete(id); // the next try asks for another one
        renewKeys(formOf(talk, id));
      }
      change(id, { step: fault instanceof UploadRejected ? 'rejected' : 'failed', fault });
    }
  };

  const remove = (id: number) => {
    stops.current.get(id)?.abort();
    renewKeys(formOf(talk, id));
    setRows((known) => known.filter((row) => row.id !== id));
  };
  return {
    rows,
    ids: rows.flatMap(({ upload_id }) => upload_id ?? []),
    busy: rows.some(({ step }) => UNDER_WAY.includes(step)),
    add: (files) => {
      for (const file of files) {
        const id = ++last.current;
        const row = { id, file, step: 'waiting', sent: 0, upload_id: null, fault: null } as const;
        setRows((known) => [...known, row]);
        void send(id, file);
      }
    },
    retry: (id) => {
      const row = rows.find((each) => each.id === id);
      if (row === undefined || UNDER_WAY.includes(row.step)) return;
      change(id, { step: 'waiting', sent: 0, fault: null });
      void send(id, row.file);
    },
    remove,
    clear: () => {
      for (const { id } of rows) renewKeys(formOf(talk, id));
      setRows([]);
    },
  };
}

const formOf = (talk: Talk, id: number) => `${slotOf(talk)} ${idOf(talk)} ${id}`;

/** Asks for a slot: a write outside a form, for files have none; the same row asks under one key. */
async function askSlot(talk: Talk, id: number, file: File): Promise<Slot> {
  const callable = slotOf(talk);
  const request = { ...talk, ...said(file) };
  const key = await keyOf(formOf(talk, id), callable, request);
  const ask = callableOf(scanner(), callable) as (
    request: CallableRequests['labs/start_attachment'] &
      CallableRequests['support/start_attachment'],
  ) => Promise<Slot>;
  return ask({ ...request, idempotency_key: key } as Parameters<typeof ask>[0]);
}

/** What is said of a file; a name that cannot be taken is left at its ending. */
function said({ name, size }: File) {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  const { pattern = '', most = 120 } = FIELDS['labs/start_attachment'].file_name;
  const fits = name.length <= most && new RegExp(pattern, 'u').test(name);
  return {
    file_name: fits ? name : `file${ending}`,
    byte_size: size,
    kind: ending.toLowerCase() === '.stl' ? ('stl' as const) : ('image' as const),
  };
}
