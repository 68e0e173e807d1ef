// The files that this page sends, for each case or visit: they go on while other pages are open.

import { type Signal, signal } from '@preact/signals';
import { type Jaw, SlotExpired, type Upload, UploadRejected } from '@scanner/client';
import { noteReads } from '../../core/reads';
import { scanner } from '../../core/scanner';
import { session } from '../../core/session';
import type { Row } from '../../core/watch';
import { type Item, isDropped, isOver, isSame, itemOf } from './items';
import {
  askSlot,
  connected,
  idOf,
  isLost,
  isRefused,
  onThisClock,
  type Refusal,
  renewSlots,
  slotKey,
  type Target,
  whyRefused,
} from './send';

/** So many files go up at the same time: more make none of them faster. */
const AT_ONCE = 2;
/** The second press of a double tap meets what stands there then: it does not stop a file, in ms. */
const DOUBLE_TAP = 700;
/** The files of one case, visit or consent. */
export class Queue {
  readonly items: Signal<readonly Item[]> = signal([]);
  /** Uploads that were taken off the list: they are not offered to be gone on with. */
  readonly dropped = new Set<string>();
  private readonly controls = new Map<number, AbortController>();
  private readonly keys = new Map<number, string>();
  private sentAt = 0;

  constructor(private readonly target: Target) {}

  /**
   * Takes files; what is in the queue already is not taken twice. A file of which an upload was
   * begun before goes on with that one's slot.
   *
   * @returns how many were left out because they are there already.
   */
  add(files: readonly File[], begun: readonly Row<Upload>[]): number {
    let twice = 0;
    for (const file of files) {
      if (this.items.value.some((item) => isSame(item.file, file) && !isDropped(item))) twice += 1;
      else this.take(file, begun);
    }
    this.pump();
    return twice;
  }

  private take(file: File, begun: readonly Row<Upload>[]) {
    const mine = this.items.value.map(({ slot }) => slot?.upload_id);
    const others = begun.filter(({ id }) => !mine.includes(id));
    this.items.value = [...this.items.value, itemOf(file, this.target, others)];
  }

  /** Corrects what a chosen file shows. */
  setJaw(id: number, jaw: Jaw | null): void {
    const item = this.find(id);
    if (item?.step === 'chosen') this.set(id, { said: { ...item.said, jaw } });
  }

  /** Sends all chosen files of which it is known what they show. */
  send(): void {
    this.sentAt = performance.now();
    for (const item of this.items.value) {
      const known = item.said.kind === 'case' || item.said.jaw !== null;
      if (item.step === 'chosen' && known) this.set(item.id, { step: 'waiting' });
    }
    this.pump();
  }

  /** Tries a failed or cancelled file again, in its slot. */
  retry(id: number): void {
    const item = this.find(id);
    if (item?.step !== 'failed' && item?.step !== 'cancelled') return;
    this.sentAt = performance.now();
    this.set(id, { step: 'waiting', problem: null, fault: null });
    this.pump();
  }

  /** Ends the sending of a file; its slot stays good for another try. */
  cancel(id: number): void {
    if (performance.now() - this.sentAt < DOUBLE_TAP) return;
    const control = this.controls.get(id);
    if (control) control.abort();
    else this.set(id, { step: 'cancelled' });
  }

  /** Takes a file that is over, or was not begun, off the list. */
  remove(id: number): void {
    const slot = this.find(id)?.slot;
    if (slot) this.dropped.add(slot.upload_id);
    this.items.value = this.items.value.filter((item) => item.id !== id);
    this.keys.delete(id);
  }

  /** Ends everything, such as when somebody signs out. */
  end(): void {
    for (const control of this.controls.values()) control.abort();
    this.items.value = [];
  }

  /** Tries again what the connection failed. */
  goOn(): void {
    for (const { id, step, fault } of this.items.value) {
      if (step === 'failed' && isLost(fault)) this.retry(id);
    }
  }

  private find = (id: number) => this.items.value.find((item) => item.id === id);

  private set(id: number, changed: Partial<Item>) {
    this.items.value = this.items.value.map((item) =>
      item.id === id ? { ...item, ...changed } : item,
    );
  }

  private pump() {
    for (const { id } of this.items.value.filter(({ step }) => step === 'waiting')) {
      if (this.controls.size >= AT_ONCE) return;
      if (!this.controls.has(id)) void this.run(id);
    }
  }

  private async run(id: number, again = false): Promise<void> {
    const control = new AbortController();
    this.controls.set(id, control);
    let renewed = false;
    try {
      await this.sent(id, control.signal);
    } catch (cause) {
      if (control.signal.aborted) this.set(id, { step: 'cancelled' });
      else renewed = await this.failed(id, cause);
    } finally {
      this.controls.delete(id);
    }
    if (renewed && !again) await this.run(id, true);
    else if (renewed) this.set(id, { step: 'failed', problem: 'expired' });
    this.pump();
  }

  private async sent(id: number, signal: AbortSignal) {
    const item = this.find(id);
    if (item === undefined) return;
    this.set(id, { step: 'sending', sent: 0 });
    await item.file.slice(0, 1).arrayBuffer(); // fails where the file was moved or deleted
    await connected(signal);
    const slot = item.slot ?? (await this.slot(item));
    this.set(id, { slot });
    signal.throwIfAborted();
    noteReads(3); // its document before it is sent, while it is judged, and then
    const upload = await scanner().uploads.send(onThisClock(slot), item.file, {
      signal,
      onProgress: (now) =>
        this.set(id, now.step === 'sending' ? { sent: now.sent } : { step: 'judging' }),
    });
    this.over(id, { step: 'ready', upload });
  }

  private async slot({ id, said }: Item) {
    const key = this.keys.get(id) ?? (await slotKey(this.target, said));
    this.keys.set(id, key);
    return askSlot(this.target, said, key);
  }

  private over(id: number, changed: Partial<Item>) {
    this.keys.delete(id);
    renewSlots(this.target);
    this.set(id, changed);
  }

  /** Tells why a file was not sent; true where another slot, or waiting, is the way on. */
  private async failed(id: number, cause: unknown): Promise<boolean> {
    const item = this.find(id);
    if (cause instanceof UploadRejected) {
      this.over(id, { step: 'rejected', upload: cause.upload });
      return false;
    }
    const { name } = Object(cause) as { name?: string };
    if (name === 'NotReadableError' || name === 'NotFoundError') {
      this.set(id, { step: 'failed', problem: 'unreadable' });
      return false;
    }
    let problem: Refusal | null = cause instanceof SlotExpired ? 'expired' : null;
    if (item?.slot && isRefused(cause)) {
      problem = await whyRefused(item.slot, item.file).catch(() => null);
    }
    if (problem === 'landed') return true;
    if (problem === 'expired' || problem === 'size') {
      this.over(id, { slot: null });
      return true;
    }
    this.set(id, { step: 'failed', problem, fault: problem ? null : cause });
    return false;
  }
}

const queues = new Map<string, Queue>();

/** The queue of a case, visit or consent, for as long as the console is open. */
export function queueOf(target: Target): Queue {
  const id = idOf(target);
  const queue = queues.get(id) ?? new Queue(target);
  queues.set(id, queue);
  return queue;
}

const all = () => [...queues.values()];

addEventListener('online', () => {
  for (const queue of all()) queue.goOn();
});
addEventListener('beforeunload', (event) => {
  const busy = all().some(({ items }) => items.value.some((item) => !isOver(item)));
  if (busy) event.preventDefault();
});
session.subscribe(({ step }) => {
  if (step !== 'signed-out') return;
  for (const queue of all()) queue.end();
  queues.clear();
});
