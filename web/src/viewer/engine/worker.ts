// The worker of one surface: fetches and prepares it, keeps it, and answers questions about it.

import { DownloadFault, downloaded } from './download';
import { facing, met, section } from './queries';
import type { DrawnMesh, LoadFault, Question, Reply } from './requests';
import { normalsOf, shaded } from './shading';
import { type Mesh, NotAScan, parsed } from './stl';

const PROGRESS_MS = 100;

let surface: Mesh | undefined;
let told = 0;

const post = (reply: Reply, moved: Transferable[] = []) =>
  self.postMessage(reply, { transfer: moved });

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answered(data).catch((error: unknown) => {
    post({ id: data.id, failed: error instanceof Error ? error.name : 'Error' });
  });
});

async function answered(question: Question): Promise<void> {
  const { id } = question;
  if (question.name === 'load') {
    const answer = await loaded(question.ask.url, question.ask.thinTriangles);
    const moved = 'fault' in answer ? [] : [answer.shading.buffer, answer.thin.buffer];
    post({ id, answer }, moved as ArrayBuffer[]); // places and index are copied: they stay here, too
    return;
  }
  const mesh = surface as Mesh;
  if (question.name === 'met') {
    const { from, towards, cut } = question.ask;
    post({ id, answer: met(mesh, from, towards, cut) });
  } else if (question.name === 'section') {
    const answer = section(mesh, question.ask.plane);
    post({ id, answer }, [answer.buffer as ArrayBuffer]);
  } else {
    const { around, within } = question.ask;
    post({ id, answer: facing(mesh, normalsOf(mesh), around, within) });
  }
}

async function loaded(url: string, triangles: number): Promise<DrawnMesh | { fault: LoadFault }> {
  try {
    const bytes = await downloaded(url, (done, size) => {
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      post({ progress: { loaded: done, size } });
    });
    surface = parsed(bytes);
  } catch (error) {
    if (error instanceof DownloadFault) return { fault: error.fault };
    if (error instanceof NotAScan) return { fault: 'unreadable' };
    throw error;
  }
  return { ...surface, ...shaded(surface, triangles) };
}
