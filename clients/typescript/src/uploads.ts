// One file from a slot to its judgement: sent resumably, and gone on with after a reload.

import { type Firestore, onSnapshot } from 'firebase/firestore';
import { type FirebaseStorage, ref, uploadBytesResumable } from 'firebase/storage';

import { documentsOf } from './documents.js';
import type { Upload } from './generated/documents.js';
import type { UploadSlot } from './generated/wire.js';

/** What a slot has to say for its file to be sent; keep it (it is JSON) to go on after a reload. */
export type Slot = Pick<UploadSlot, 'upload_id' | 'object_name' | 'content_types' | 'expires_at'>;

/** Where an upload stands. */
export type Progress =
  | { readonly step: 'sending'; readonly sent: number; readonly total: number }
  | { readonly step: 'judging' };

/** How a file is sent. */
export interface SendOptions {
  /** Is told how many bytes have been sent, and when the file is being examined. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the sending, or the waiting; the slot stays good until it expires. */
  readonly signal?: AbortSignal;
}

/** The file was not let in: `upload.findings` say why. */
export class UploadRejected extends Error {
  override readonly name = 'UploadRejected';

  constructor(readonly upload: Upload) {
    super(upload.findings.map((finding) => finding.sentence).join(' '));
  }
}

/** The slot expired before a file was in it: ask for another one. */
export class SlotExpired extends Error {
  override readonly name = 'SlotExpired';
}

/** Sends files into slots. */
export interface Uploads {
  /**
   * Sends a file into its slot and waits until it is judged; returns the upload that is ready.
   *
   * Sent again with a slot of before, such as after a reload, it sends only what has not landed:
   * a file that is examined already is waited for alone.
   *
   * @throws {@link UploadRejected} the file was not let in.
   * @throws {@link SlotExpired} the slot took no file in time.
   * @throws `FirebaseError` of Storage or Firestore: the connection is lost, or the right to upload.
   */
  send(slot: Slot, file: Blob | Uint8Array, options?: SendOptions): Promise<Upload>;
  /** Waits until what is in a slot is judged, as `send` does. */
  judged(slot: Slot, options?: SendOptions): Promise<Upload>;
}

/** Makes what sends files. */
export function uploadsOf(firestore: Firestore, storage: FirebaseStorage): Uploads {
  const documents = documentsOf(firestore);

  /** Settles once the upload is as wanted; what only a cache says is not waited for. */
  function reached(slot: Slot, test: (upload: Upload) => boolean, signal?: AbortSignal) {
    return new Promise<Upload>((resolve, reject) => {
      signal?.throwIfAborted();
      const end = () => {
        stop();
        signal?.removeEventListener('abort', aborted);
      };
      const aborted = () => {
        end();
        reject(signal?.reason);
      };
      const stop = onSnapshot(
        documents.upload(slot.upload_id),
        { includeMetadataChanges: true },
        (snapshot) => {
          const upload = snapshot.data();
          if (snapshot.metadata.fromCache || !upload || !test(upload)) return;
          end();
          resolve(upload);
        },
        (error) => {
          end();
          reject(error);
        },
      );
      signal?.addEventListener('abort', aborted);
    });
  }

  async function judged(slot: Slot, { onProgress, signal }: SendOptions = {}): Promise<Upload> {
    onProgress?.({ step: 'judging' });
    const upload = await reached(slot, isJudged, signal);
    if (upload.state === 'rejected') throw new UploadRejected(upload);
    return upload;
  }

  async function send(slot: Slot, file: Blob | Uint8Array, options: SendOptions = {}) {
    const { state } = await reached(slot, () => true, options.signal);
    if (state === 'issued') {
      if (Date.parse(slot.expires_at) <= Date.now()) throw new SlotExpired(slot.upload_id);
      await stored(slot, file, options);
    }
    return judged(slot, options);
  }

  /** Sends the bytes; that they had landed before, with the answer lost, is no failure. */
  async function stored(slot: Slot, file: Blob | Uint8Array, { onProgress, signal }: SendOptions) {
    const task = uploadBytesResumable(ref(storage, slot.object_name), file, {
      contentType: contentType(slot, file),
    });
    const cancel = () => task.cancel();
    signal?.addEventListener('abort', cancel);
    // Connected again, it goes on at once: the SDK waits the longer, the longer there was none.
    const goOn = () => task.pause() && task.resume();
    globalThis.addEventListener?.('online', goOn);
    task.on(
      'state_changed',
      ({ bytesTransferred: sent, totalBytes: total }) => {
        onProgress?.({ step: 'sending', sent, total });
      },
      () => undefined, // whoever awaits the task is told
    );
    try {
      await task;
    } catch (error) {
      signal?.throwIfAborted();
      const { state } = await reached(slot, () => true, signal);
      if (state === 'issued') throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      globalThis.removeEventListener?.('online', goOn);
    }
  }

  return { send, judged };
}

/** The type of a file where the slot takes it, else the slot's own: browsers know none for STL. */
function contentType(slot: Slot, file: Blob | Uint8Array): string | undefined {
  const own = file instanceof Blob ? file.type : '';
  return slot.content_types.includes(own) ? own : slot.content_types[0];
}

function isJudged({ state }: Upload): boolean {
  return state === 'ready' || state === 'rejected';
}
