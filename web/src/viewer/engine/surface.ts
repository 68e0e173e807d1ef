// One surface from the page's side: its worker, how far it has come, and questions to it.

import type { DrawnMesh, LoadFault, Questions, Reply } from './requests';

/** Says why a scan cannot be shown. */
export class SurfaceFault extends Error {
  constructor(readonly fault: LoadFault) {
    super(fault);
  }
}

/** How far loading has come: bytes, and how many there are in all where that is known. */
export type Progress = (loaded: number, size: number | null) => void;

/** A worker that has one surface; `close` ends it, and a download under way with it. */
export class SurfaceWorker {
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<
    number,
    { done: (answer: never) => void; failed: (error: Error) => void }
  >();
  private asked = 0;
  private closed = false;

  constructor(private readonly progress: Progress) {
    this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.heard(data));
    this.worker.addEventListener('error', () => this.close());
  }

  /** Asks the worker; answers come in the order of the questions. */
  ask<Name extends keyof Questions>(
    name: Name,
    ask: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer']> {
    if (this.closed) return Promise.reject(new SurfaceFault('lost'));
    const id = this.asked++;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, name, ask });
    });
  }

  /** Ends the worker; who still waits for an answer is told that it is lost. */
  close(): void {
    this.closed = true;
    this.worker.terminate();
    for (const { failed } of this.waiting.values()) failed(new SurfaceFault('lost'));
    this.waiting.clear();
  }

  private heard(reply: Reply): void {
    if ('progress' in reply) {
      this.progress(reply.progress.loaded, reply.progress.size);
      return;
    }
    const waits = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ('failed' in reply) waits?.failed(new SurfaceFault('unreadable'));
    else waits?.done(reply.answer as never);
  }
}

/**
 * Loads a surface by its signed link, which is asked for now. A link that is refused, as one that
 * stood too long is, is asked for once more.
 *
 * @param signal ends the download, and the worker whenever it comes.
 * @throws `SurfaceFault`, and whatever `open` throws.
 */
export async function loadSurface(
  open: () => Promise<string>,
  thinTriangles: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ mesh: DrawnMesh; worker: SurfaceWorker }> {
  const worker = new SurfaceWorker(progress);
  signal.addEventListener('abort', () => worker.close());
  try {
    const load = async () => worker.ask('load', { url: await open(), thinTriangles });
    let answer = await load();
    if ('fault' in answer && answer.fault === 'expired') answer = await load();
    if ('fault' in answer) throw new SurfaceFault(answer.fault);
    return { mesh: answer, worker };
  } catch (error) {
    worker.close();
    throw error;
  }
}
