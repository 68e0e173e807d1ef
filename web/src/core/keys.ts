// Idempotency keys: one for what a person asks for, however often it is sent, reloads included.

const NONCES = 'nonces';

/**
 * The key of a request: the same for the same request of the same form, until it is renewed.
 *
 * It is a digest of the request and of a random nonce that the browser keeps with this entry of
 * its history. So a reload and a second press ask for the same thing, and a changed request never
 * comes under a key of before. Nothing personal is kept: the nonce is random.
 */
export async function keyOf(form: string, callable: string, request: unknown): Promise<string> {
  const asked = JSON.stringify([nonce(form), callable, sorted(request)]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(asked));
  const bytes = [...new Uint8Array(digest).slice(0, 16)];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Says that what a form asked for was done: the same once more is another thing. */
export function renewKeys(form: string): void {
  const { [form]: _, ...others } = nonces();
  keep(others);
}

function nonce(form: string): string {
  const known = nonces()[form];
  if (known !== undefined) return known;
  const made = crypto.randomUUID();
  keep({ ...nonces(), [form]: made });
  return made;
}

function nonces(): Record<string, string> {
  const state: unknown = history.state;
  const kept = typeof state === 'object' && state !== null && NONCES in state ? state[NONCES] : {};
  return kept as Record<string, string>;
}

function keep(kept: Record<string, string>): void {
  history.replaceState({ ...history.state, [NONCES]: kept }, '');
}

/** With the names in order: the order in which fields were filled in makes no other request. */
function sorted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(sorted);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([n, v]) => [n, sorted(v)]),
  );
}
