// The bytes of a scan by its signed link, as they come in.

import type { LoadFault } from './requests';

/** Says why the bytes of a link did not come. */
export class DownloadFault extends Error {
  constructor(readonly fault: LoadFault) {
    super(fault);
  }
}

/**
 * Fetches a file. The link goes nowhere else: not into a cache, a referrer, or an error.
 *
 * @param told bytes that came, and how many there are in all where the server says so.
 * @throws `DownloadFault`
 */
export async function downloaded(
  url: string,
  told: (loaded: number, size: number | null) => void,
): Promise<ArrayBuffer> {
  const answer = await fetch(url, {
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    throw new DownloadFault('lost');
  });
  if (!answer.ok) throw new DownloadFault(faultOf(answer.status));
  const size = Number(answer.headers.get('content-length')) || null;
  try {
    return await collected(answer, size, told);
  } catch {
    throw new DownloadFault('lost');
  }
}

/** Cloud Storage answers 400 `ExpiredToken` to a V4 link after its time, and 403 to other faults. */
function faultOf(status: number): LoadFault {
  if (status === 404 || status === 410) return 'gone';
  return status === 400 || status === 401 || status === 403 ? 'expired' : 'lost';
}

async function collected(
  answer: Response,
  size: number | null,
  told: (loaded: number, size: number | null) => void,
): Promise<ArrayBuffer> {
  if (answer.body === null) return answer.arrayBuffer();
  const parts: Uint8Array[] = [];
  let loaded = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    told(loaded, size);
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}
