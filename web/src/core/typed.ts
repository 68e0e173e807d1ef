// What was typed and not sent, kept in memory for whoever comes back to it: a reload finds none.

const kept = new Map<string, unknown>();

/** What was typed in a place before; undefined where there is nothing. */
export const typedIn = <T>(place: string): T | undefined => kept.get(place) as T | undefined;

/** Keeps what stands in a place by now. */
export function keepTyped(place: string, values: unknown): void {
  kept.set(place, values);
}

/** Forgets what was typed in a place: it was sent. */
export function forgetTyped(place: string): void {
  kept.delete(place);
}

/** Forgets everything: somebody signs out. Another person gets a page of their own anyway. */
export function forgetAllTyped(): void {
  kept.clear();
}
